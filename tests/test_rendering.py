"""Texts as HTML: what GitHub's preview shows of them, in our own tags, whatever they hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.catalogue.attachments import PNG
from hub.feeds.item import item
from hub.markup import Renderer
from hub.markup.alone import absolute
from hub.markup.cleaning import cleaned
from hub.markup.leads import HubLeads
from hub.markup.typeset import typeset
from hub.markup.typography import french_html
from hub.model import Hub
from hub.prose import read
from hub.prose.headings import headings
from hub.prose.html import html as written
from hub.sources.text import CONTROL
from tests import towns

NEWS = "content/actualites/essai.md"
THIN, WIDE = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Hub:
    text = "---\ntitre: Essai\npublie_le: 2026-11-12\n---\n\n![Le potager](image:potager.png)\n"
    return towns.hub_of(tmp_path_factory.mktemp("mini"), {"content/images/potager.png": PNG, NEWS: text})


@pytest.fixture(scope="module")
def html(hub: Hub) -> Callable[[str], str]:
    renderer = Renderer(hub)
    return lambda text: renderer.render(text).html


SHOWN = [
    (
        "lists in a list, by three spaces",
        "1. a\n2. b\n   1. c\n   2. d\n3. e\n   - f\n   - g\n4. h",
        "<ol>\n<li>a</li>\n<li>b\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n</li>\n<li>e\n<ul>\n<li>f</li>\n"
        "<li>g</li>\n</ul>\n</li>\n<li>h</li>\n</ol>",
    ),
    ("a list by two spaces", "- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
    (
        "a list below a strong line",
        "**Présents :**\n- a\n- b",
        f"<p><strong>Présents{WIDE}:</strong></p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    ),
    ("a list that begins elsewhere", "3) a\n4) b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    (
        "a list with air",
        "- a\n\n- b",
        "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
    ),
    ("two lists of other signs", "- a\n+ b", "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>"),
    ("breaks by backslashes", "Salle\\\nRue\\\nVille", "<p>Salle<br>\nRue<br>\nVille</p>"),
    ("breaks by blanks", "Salle  \nRue", "<p>Salle<br>\nRue</p>"),
    (
        "escapes",
        'L\\\'assemblée est \\"ouverte\\" : 5 \\$ \\& Cie \\~ midi.',
        f'<p>L’assemblée est "ouverte"{WIDE}: 5 $ &amp; Cie ~ midi.</p>',
    ),
    (
        "a table below a paragraph",
        "Voici :\n| a | b |\n|:--|--:|\n| c | d |",
        f'<p>Voici{WIDE}:</p>\n<div class="tableau" role="region" aria-label="Tableau" tabindex="0">'
        '<table aria-label="Tableau">\n<thead>\n<tr>\n<th scope="col" class="left">a</th>\n'
        '<th scope="col" class="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class="left">c</td>\n'
        '<td class="right">d</td>\n</tr>\n</tbody>\n</table></div>',
    ),
    (
        "a table without rows",
        "| a |\n|---|",
        '<div class="tableau" role="region" aria-label="Tableau" tabindex="0"><table aria-label="Tableau">\n'
        '<thead>\n<tr>\n<th scope="col">a</th>\n</tr>\n</thead>\n</table></div>',
    ),
    ("a block of code", "```\n# a\nls *.md\n```", "<pre><code># a\nls *.md\n</code></pre>"),
    ("a block of code by blanks", "    a ?\n", "<pre><code>a ?\n</code></pre>"),
    ("code in a line", "Un `a ? <b>`.", "<p>Un <code>a ? &lt;b&gt;</code>.</p>"),
    ("struck words", "~~a~~ b", "<p><del>a</del> b</p>"),
    ("a quotation", "> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"),
    ("a rule", "a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
    (
        "tasks",
        "- [ ] a\n- [x] b",
        '<ul>\n<li class="tache"><span role="img" aria-label="à faire">☐</span> a</li>\n'
        '<li class="tache"><span role="img" aria-label="fait">☑</span> b</li>\n</ul>',
    ),
    ("a word after #", "#mot", "<p>#mot</p>"),
    (
        "an address by itself",
        "<https://a.example/?b&c>",
        '<p><a href="https://a.example/?b&amp;c">https://a.example/?b&amp;c</a></p>',
    ),
    ("a mail by itself", "<a@b.example>", '<p><a href="mailto:a@b.example">a@b.example</a></p>'),
    ("a link with a title", "[a](/b/ 'c \"d\"')", '<p><a href="/b/" title="c &quot;d&quot;">a</a></p>'),
    ("a link by reference", "[a][b]\n\n[b]: asso:licornes", '<p><a href="/associations/licornes/">a</a></p>'),
    ("a comment", "a <!-- b -->c\n\n<!-- d\ne -->\n\nf", "<p>a c</p>\n<p>f</p>"),
    ("a comment without end", "<!-- a\n\nb", "<p>&lt;!-- a\n\nb</p>"),
    ("HTML of its own", "<div>\n\n<b>a</b>", "<p>&lt;div&gt;</p>\n<p>&lt;b&gt;a&lt;/b&gt;</p>"),
    ("a break by HTML, in a paragraph", "a<br>b", "<p>a&lt;br&gt;b</p>"),
    ("entities", "a&nbsp;b &copy; &lt;i&gt;", f"<p>a{WIDE}b © &lt;i&gt;</p>"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SHOWN], ids=[case[0] for case in SHOWN])
def test_a_text_is_shown_as_in_the_preview(html: Callable[[str], str], text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_line_breaks_in_the_cell_of_a_table(html: Callable[[str], str]) -> None:
    assert "<td>a<br>b&lt;hr&gt;</td>" in html("| h |\n|---|\n| a<br />b<hr> |")


PICTURED = (
    r'<picture><source [^<>]*>(?:<source [^<>]*>)?<img src="/images/potager-\w+-\d+\.\w+" alt="{}" [^<>]*>'
)


@pytest.mark.parametrize(
    ("text", "around", "alternative"),
    [
        ("![Le potager](image:potager.png)", "<p>{}</picture></p>", "Le potager"),
        ("![Plan [bas] *a*](image:potager.png)", "<p>{}</picture></p>", r"Plan \[bas\] a"),
        ("![Le potager][p]\n\n[p]: image:potager.png", "<p>{}</picture></p>", "Le potager"),
        (
            "[![a](image:potager.png)](https://a.example/)",
            '<p><a href="https://a.example/">{}</picture></a></p>',
            "a",
        ),
        (
            '![a](image:potager.png "Vu du <ciel>")',
            "<figure>{}</picture><figcaption>Vu du &lt;ciel&gt;</figcaption></figure>",
            "a",
        ),
        (
            '[![a](image:potager.png "Vu")](/b/)',
            '<figure><a href="/b/">{}</picture></a><figcaption>Vu</figcaption></figure>',
            "a",
        ),
        ('Ici ![a](image:potager.png "Vu")', "<p>Ici {}</picture></p>", "a"),
    ],
)
def test_an_image_of_ours_is_shown_wherever_it_stands(
    html: Callable[[str], str], text: str, around: str, alternative: str
) -> None:
    assert re.fullmatch(around.format(PICTURED.format(alternative)), html(text))


def test_an_image_of_nobody_is_its_alternative(html: Callable[[str], str]) -> None:
    assert html('![Un *beau* parc](https://a.example/p.jpg "Vu")') == "<p>Un beau parc</p>"


# Notes

NOTED = "Un[^b] deux[^a] trois[^b].\n\n[^a]: La *première*.\n[^b]: La seconde.\n\n    Et sa suite.\n"


def test_notes_are_numbered_by_their_calls_and_lead_back(html: Callable[[str], str]) -> None:
    assert html(NOTED) == (
        '<p>Un<sup id="_appel-1"><a href="#_note-1" role="doc-noteref" aria-label="Note 1">1</a></sup>'
        ' deux<sup id="_appel-2"><a href="#_note-2" role="doc-noteref" aria-label="Note 2">2</a></sup>'
        ' trois<sup id="_appel-1-2"><a href="#_note-1" role="doc-noteref" aria-label="Note 1">1</a></sup>.'
        "</p>\n"
        '<div class="notes" role="doc-endnotes" aria-label="Notes">\n<hr>\n<ol>\n'
        '<li id="_note-1">\n<p>La seconde.</p>\n<p>Et sa suite.'
        ' <a href="#_appel-1" role="doc-backlink" aria-label="Retour au texte, note 1">↩</a>'
        ' <a href="#_appel-1-2" role="doc-backlink" aria-label="Retour au texte, note 1, appel 2">'
        "↩<sup>2</sup></a></p>\n</li>\n"
        '<li id="_note-2">\n<p>La <em>première</em>.'
        ' <a href="#_appel-2" role="doc-backlink" aria-label="Retour au texte, note 2">↩</a></p>\n</li>\n'
        "</ol>\n</div>"
    )


@pytest.mark.parametrize(
    ("text", "calls", "notes"),
    [
        ("a[^1]\n\n[^1]: b[^2]\n[^2]: c", ["1", "2"], ["1", "2"]),
        ("a[^1]\n\n[^1]: b[^1]", ["1", "1"], ["1"]),
        ("a\n\n[^1]: b[^2]\n[^2]: c[^1]", [], []),
        ("a[^Été]\n\n[^été]: b", ["1"], ["1"]),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", ["1"], ["1"]),
        ("- a[^1]\n\n  [^1]: b", ["1"], ["1"]),
        ("a[^1]\n\n[^1]: - b", ["1"], ["1"]),
        ("a[^1]", [], []),
    ],
)
def test_a_note_is_shown_once_if_it_is_called(
    html: Callable[[str], str], text: str, calls: list[str], notes: list[str]
) -> None:
    made = html(text)
    assert re.findall(r'<a href="#_note-(\d+)" role="doc-noteref"', made) == calls
    assert re.findall(r'<li id="_note-(\d+)">', made) == notes
    assert made.count('role="doc-backlink"') == len(calls)


def test_no_link_stands_in_a_link(html: Callable[[str], str]) -> None:
    assert html("[a <https://b.example/>](/c/)") == '<p><a href="/c/">a https://b.example/</a></p>'


def test_where_a_text_stands_alone_a_call_leads_to_the_note_on_its_page(hub: Hub) -> None:
    alone = absolute(Renderer(hub).render("a[^1]\n\n[^1]: b").html, hub, "/guides/semer/")
    page = "https://mini.example/guides/semer/"
    assert alone == (
        f'<p>a<sup><a href="{page}#_note-1">1</a></sup></p>\n<div>\n<hr>\n<ol>\n'
        f'<li>\n<p>b <a href="{page}#_appel-1">↩</a></p>\n</li>\n</ol>\n</div>'
    )


# Typography

LINES = [
    ("a sign after strong words", "**Attention** ! **Oui**!", f"Attention{THIN}! Oui{THIN}!"),
    ("a colon after a link", "[Objet](/a/) : b", f"Objet{WIDE}: b"),
    ("an apostrophe before a link", "l'[eau](/a/)", "l’eau"),
    ("an apostrophe after emphasis", "*l*'eau et l'`a`", "l’eau et l’a"),
    ("a number and its word", "**12** maisons, le 3 *mai*", f"12{WIDE}maisons, le 3{WIDE}mai"),
    ("a call is no word", "3[^1] mai[^1] !\n\n[^1]: a", f"31{WIDE}mai1{THIN}!"),
    ("quotation marks around a link", "« [a](/a/) »", f"«{WIDE}a{WIDE}»"),
    ("blanks on both sides", "[«  ](/a/)  a !", f"«{WIDE}a{THIN}!"),
    ("an address is no word", "<https://a.example/l'eau?b> !", f"https://a.example/l'eau?b{THIN}!"),
    ("an address follows an apostrophe", "l'<https://a.example/>", "l’https://a.example/"),
    ("a new line is a blank", "12\nmaisons", "12\nmaisons"),
    ("two blocks", "- le 3\n- mai !", f"le 3\nmai{THIN}!"),
    ("a break ends a line of words", "le 3\\\n*mai*", "le 3\nmai"),
    ("code stays", "`a ?` et `l'eau`", "a ? et l'eau"),
    ("a block of code stays", "```\nl'eau ?\n```", "l'eau ?"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in LINES], ids=[case[0] for case in LINES])
def test_typography_reads_the_words_of_a_whole_line(
    html: Callable[[str], str], text: str, expected: str
) -> None:
    body = html(text).split('<div class="notes"')[0]
    assert re.sub("\n+", "\n", re.sub("<[^<>]*>", "", body)).strip() == expected


def test_the_letters_of_an_ordinal_are_raised(html: Callable[[str], str]) -> None:
    assert html("Le 1er *mai*, la **2e**, le [1](/a/)er") == (
        f"<p>Le 1<sup>er</sup>{WIDE}<em>mai</em>, la <strong>2<sup>e</sup></strong>,"
        ' le <a href="/a/">1</a><sup>er</sup></p>'
    )


WORDS = st.lists(
    st.sampled_from(["a", "12", "1er", " ", "'", "!", " :", "«", "»", " %", "mai", "**", "`", "n°"])
)


@given(WORDS.map("".join))
def test_typography_of_a_line_adds_nothing_when_it_comes_again(text: str) -> None:
    once = typeset(read(text).events)
    assert typeset(once) == once


# Headings


def test_repeated_headings_have_anchors_of_their_own(html: Callable[[str], str]) -> None:
    text = "# Élection\n\n## Élection\n\n### L'*élection* `a`\n\n## Élection\n\n## ?\n\n## ![a](b)"
    assert re.findall(r"<(h\d) id=\"([^\"]*)\"", html(text)) == [
        ("h2", "election"),
        ("h2", "election_1"),
        ("h3", "l-election-a"),
        ("h2", "election_2"),
        ("h2", "?"),
        ("h2", "section"),
    ]


def test_a_heading_in_a_note_is_no_part_of_the_text(hub: Hub) -> None:
    rendered = Renderer(hub).render("a[^1]\n\n[^1]: ## b\n\n[^2]: ## c")
    assert rendered.headings == ()
    assert "<h2>b</h2>" in rendered.html
    assert "c</h2>" not in rendered.html


# Any text

PIECES = (
    "a", "b ", "é", " ", "\n", "\n\n", "**", "*", "_", "`", "```\n", "~~", "> ", "- ", "1. ", "2) ", "  ",
    "    ", "\t", "[", "](", "](asso:licornes)", "](document:x)", '](https://a.example/?b&c="d)',
    "](/x 'y\"z')", ")", "](<a b>)", "![", "](image:potager.png)", '](image:potager.png "é")', "<b>", "</b>",
    "<!--", "-->", "<br>", "<div>\n", "|", "| a | b |\n|---|:-:|\n", "|---|\n", "[^1]", "[^a]", "[^1]: ",
    "\n[^a]: ", "\n\n[^1]: x", "[r]: /y\n", "[r]", "# ", "## ", "\n---\n", "[ ] ", "[x] ",
    "<https://a.example/>", "<a@b.example>", "&amp;", "&#13;", "&lt;", "&nbsp;", "\\", '"', "'", "«", "»",
    " !", " :", "1er ", " €", "l'", "\x00", "\r", "\u00a0", "\x1b", "<script>", "javascript:", "$",
)  # fmt: skip

TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


def _uncleaned(hub: Hub, text: str) -> str:
    events = read(text).events
    return CONTROL.sub("", written(typeset(events), headings(events), HubLeads(hub)))


@given(TEXTS)
def test_the_cleaner_changes_nothing_of_what_is_written(hub: Hub, text: str) -> None:
    """An HTML parser reads it, and writes the same: it is balanced, and nothing in it is refused."""
    made = _uncleaned(hub, text)
    assert cleaned(made) == made


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in ("br", "hr", "img", "source"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(TEXTS)
def test_every_element_is_closed_and_every_identifier_is_its_own(hub: Hub, text: str) -> None:
    reader = _Balance()
    reader.feed(_uncleaned(hub, text))
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))


REPEATED = (
    "- ", "> ", "> - ", "*", "**a ", "*a _b ", "~~a ", "[", "![", "![a](", "[a](b", "`", "` `` ", "<", "<b>",
    "<!--", "|", "a|", "- [ ] a\n", "- a\n  ", "# a\n", "1. ", "[^1]", "\n[^1]: ", "[^1] [^1]: ", "&", "!",
    "« » ", "l'", "1er ", "\\", "| a |\n", "| a |\n|---|\n", "[a]: b\n", "[a]", "a  \n", "<br>", "2 a ",
)  # fmt: skip
"""What makes a careless reader or writer slow, or deep."""

LEAST = 0.1
"""Seconds of the processor: what takes less is quick enough."""


def _time(step: Callable[[], object]) -> float:
    start = process_time()
    step()
    return process_time() - start


@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_is_rendered_in_time_in_proportion_to_it(hub: Hub, piece: str) -> None:
    small, large = (f"a[^1]\n\n{piece * (size // len(piece))}\n\n[^1]: a" for size in (10_000, 20_000))
    for _ in range(3):
        if _time(lambda: Renderer(hub).render(large)) < LEAST:
            return
        times = [_time(partial(Renderer(hub).render, text)) for text in (small, large)]
        if times[1] < 3 * times[0]:
            return
    pytest.fail(f"{times}")


def test_feeds_have_the_text_of_the_page(hub: Hub) -> None:
    (news,) = (one for one in hub.news if one.id == "essai")
    renderer = Renderer(hub)
    content = item(hub, news, renderer, towns.TODAY).content
    assert content == french_html(absolute(renderer.render(news.text).html, hub, news.address))
