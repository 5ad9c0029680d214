"""A text in columns: every word, no line too long, addresses that can be followed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.markup.columns import columns
from hub.markup.leads import in_full
from hub.model import Hub
from hub.prose import Target, read
from hub.prose.html import Lead
from hub.prose.words import words
from tests import towns


def _as_written(target: Target) -> Lead:
    return Lead(target.destination)


def told(text: str) -> list[str]:
    return columns(read(text), _as_written).split("\n")


def test_a_text_keeps_its_forms() -> None:
    text = (
        "## Un titre\n\nUn **mot**  \net un autre.\n\n- Un\n- Deux\n  - Deux bis\n\n3. Trois\n4. Quatre\n\n"
        "> Cité.\n\n***\n\n| A | B |\n|---|---|\n| 1 | 2 |\n|  | 4 |\n"
    )
    assert told(text) == [
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
        "| 4",
    ]


def test_an_item_may_hold_paragraphs() -> None:
    assert told("1. Un\n\n   Suite.\n\n2. Deux\n") == ["1. Un", "", "  Suite.", "2. Deux"]


def test_a_list_of_tasks_shows_what_is_done() -> None:
    assert told("- [ ] Réserver\n- [x] Inviter\n") == ["- ☐ Réserver", "- ☑ Inviter"]


def test_lines_of_code_stay_lines_of_code() -> None:
    text = "Tapez :\n\n```\nif a < b :\n    c\n\nfin\n```\n\nVoilà `a\nb ?` ?"
    assert told(text) == [
        "Tapez\u00a0:", "", "if a < b :", "    c", "", "fin", "", "Voilà a b ?\u202f?",
    ]  # fmt: skip


def test_code_in_an_item_of_a_list_or_in_a_quote_keeps_its_margin() -> None:
    assert told("- Un :\n  ```\n  a\n  b\n  ```\n- Deux\n") == [
        "- Un\u00a0:", "", "  a", "  b", "", "- Deux",
    ]  # fmt: skip
    assert told(">     a\n>     b\n") == ["> a", "> b"]


def test_an_address_is_numbered_once_and_stands_whole_on_its_line() -> None:
    address = "https://x.example/" + "a" * 90
    assert told(f"[Un]({address}), [deux]({address}), [trois][y].\n\n[y]: https://y.example/\n") == [
        "Un\u00a0[1], deux\u00a0[1], trois\u00a0[2].",
        "",
        f"[1] {address}",
        "[2] https://y.example/",
    ]


def test_an_address_that_is_its_own_words_is_not_numbered() -> None:
    assert told("<https://x.example/> [a@b.example](mailto:a@b.example)") == [
        "https://x.example/ a@b.example"
    ]


def test_an_image_is_its_alternative_and_its_caption() -> None:
    assert told("![Un chat](image:a.jpg) dort") == ["[Un chat] dort"]
    assert told("![Un *chat*](image:a.jpg 'La sieste')\n\nVoilà.") == [
        "[Un chat]", "La sieste", "", "Voilà.",
    ]  # fmt: skip
    assert told("[![Un chat](image:a.jpg)](/a/)") == ["[Un chat]\u00a0[1]", "", "[1] /a/"]


def test_notes_follow_the_text_and_come_before_the_addresses() -> None:
    assert told("Un[^1] [mot](/a/).\n\n[^1]: Une [note](/b/),\n    longue.\n\n    - ici\n") == [
        "Un (note\u00a01) mot\u00a0[1].",
        "",
        "Note\u00a01\u00a0: Une note\u00a0[2], longue.",
        "",
        "- ici",
        "",
        "[1] /a/",
        "[2] /b/",
    ]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    return towns.hub_of(tmp_path_factory.mktemp("mini"))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("[x](guide:semer#cles)", "https://mini.example/guides/semer/#cles"),
        ("[x](guide:jamais)", ""),
        ("[x](/agenda/)", "https://mini.example/agenda/"),
        ("[x](#ici)", "https://mini.example/lettre/2026-11/#ici"),
        ("[x](//ailleurs.example/)", ""),
        ("[x](javascript:alert)", ""),
        ("[x](https://é.example/)", "https://xn--9ca.example/"),
        ("<a@b.example>", "mailto:a@b.example"),
    ],
)
def test_links_lead_where_those_of_the_page_do(hub: Hub, written: str, address: str) -> None:
    leading = in_full(hub, "/lettre/2026-11/")
    (found,) = (event.value for event in read(written).events if isinstance(event.value, Target))
    assert leading(found).address == address


@given(st.lists(st.text("ab é-*>#|_[]()1.\n `", max_size=60), max_size=6).map("\n\n".join))
def test_any_text_keeps_its_words_in_lines_that_fit(text: str) -> None:
    found = "\n".join(told(text))
    for line in found.split("\n"):
        assert len(line) <= 72 or " " not in line.strip(" >-*0123456789.")
    assert _letters(found).startswith(_letters(words(read(text).events)))


def _letters(text: str) -> str:
    return re.sub(r"[^abé]", "", text)
