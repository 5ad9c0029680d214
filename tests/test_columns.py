"""HTML in columns: every word, no line too long, addresses that can be followed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hub.markup import Renderer
from hub.markup.columns import columns
from hub.markup.plain import plain
from hub.model import Hub
from hub.model.site import Site


def test_a_text_keeps_its_forms() -> None:
    html = (
        "<h2>Un titre</h2><p>Un <strong>mot</strong><br>et un autre.</p>"
        "<ul><li>Un</li><li>Deux<ul><li>Deux bis</li></ul></li></ul>"
        '<ol start="3"><li>Trois</li><li>Quatre</li></ol><blockquote><p>Cité.</p></blockquote><hr>'
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    assert columns(html).split("\n") == [
        "Un titre",
        "--------",
        "",
        "Un mot",
        "et un autre.",
        "",
        "- Un",
        "- Deux",
        "  - Deux bis",
        "",
        "3. Trois",
        "4. Quatre",
        "",
        "> Cité.",
        "",
        "* * *",
        "",
        "A | B",
        "1 | 2",
    ]


def test_lines_of_code_stay_lines_of_code() -> None:
    html = "<p>Tapez :</p><pre><code>if a &lt; b:\n    c\n\nfin</code></pre><p>Voilà <code>a\nb</code>.</p>"
    assert columns(html).split("\n") == [
        "Tapez :", "", "if a < b:", "    c", "", "fin", "", "Voilà a b.",
    ]  # fmt: skip


def test_code_in_an_item_of_a_list_or_in_a_quote_keeps_its_margin() -> None:
    assert columns("<ul><li>Un :<pre><code>a\nb</code></pre></li><li>Deux</li></ul>").split("\n") == [
        "- Un :", "", "  a", "  b", "", "- Deux",
    ]  # fmt: skip
    assert columns("<blockquote><pre><code>a\nb</code></pre></blockquote>").split("\n") == ["> a", "> b"]


def test_an_address_is_numbered_once_and_stands_whole_on_its_line() -> None:
    address = "https://x.example/" + "a" * 90
    html = f'<p><a href="{address}">Un</a>, <a href="{address}">deux</a>, <a href="https://y.example/">trois</a>.</p>'
    assert columns(html).split("\n") == [
        "Un\u00a0[1], deux\u00a0[1], trois\u00a0[2].",
        "",
        f"[1] {address}",
        "[2] https://y.example/",
    ]


def test_an_address_that_is_its_own_words_is_not_numbered() -> None:
    assert columns('<p><a href="mailto:a@b.example">a@b.example</a></p>') == "a@b.example"


def test_an_image_is_its_alternative() -> None:
    assert columns('<p><img src="x.png" alt="Un chat"> dort</p>') == "[Un chat] dort"


_HUB = Hub(Site.unknown())


@given(st.lists(st.text("ab é-*>#|_[]()1.\n `", max_size=60), max_size=6).map("\n\n".join))
def test_any_text_keeps_its_words_in_lines_that_fit(text: str) -> None:
    html = Renderer(_HUB).render(text).html
    found = columns(html)
    for line in found.split("\n"):
        assert len(line) <= 72 or " " not in line.strip(" >-*0123456789.")
    assert _letters(found).startswith(_letters(plain(html)))


def _letters(text: str) -> str:
    return re.sub(r"[^abé]", "", text)
