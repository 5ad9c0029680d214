"""Markup: links by key, no raw HTML, French typography, dates in words."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.markup import Renderer, dates, rhythm
from hub.markup.links import Destination, Kind, links
from hub.markup.plain import excerpt, opening
from hub.markup.typography import french, french_html
from hub.model.dates import Moment, PartialDate
from hub.model.event import Category, Event, Occurrence
from hub.model.recurrence import Frequency, Rank, Recurrence, Weekday
from hub.prose import read
from tests import towns

THIN, WIDE = "\u202f", "\u00a0"


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    return Renderer(towns.hub_of(tmp_path_factory.mktemp("mini")))


def test_a_link_by_key_becomes_the_address_of_the_thing(renderer: Renderer) -> None:
    text = "[a](asso:licornes) [b](cr:2026-03-10-bureau) [c](agenda:yoga) [d](guide:semer#avant)"
    addresses = re.findall('href="([^"]+)"', renderer.render(text).html)
    assert addresses == [
        "/associations/licornes/",
        "/comptes-rendus/2026-03-10-bureau/",
        "/agenda/yoga/",
        "/guides/semer/#avant",
    ]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("https://été.example/Fête", "https://xn--t-9fab.example/F%C3%AAte"),
        ("https://a.example/l'eau?a=1&b=%C3%A9", "https://a.example/l'eau?a=1&b=%C3%A9"),
        ("https://ville.example@autre.example/", None),
    ],
)
def test_a_link_to_the_web_is_published_as_any_program_reads_it(
    renderer: Renderer, written: str, published: str | None
) -> None:
    found = re.search('href="([^"]+)"', renderer.render(f"[là]({written})").html)
    assert (html.unescape(found[1]) if found else None) == published


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVa&#115;cript:alert(1))",
        "![a](javascript:alert(1))",
        "<javascript:alert(1)>",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[a](data:text/html,x)",
    ],
)
def test_nothing_that_runs_comes_out_whatever_goes_in(renderer: Renderer, text: str) -> None:
    html = renderer.render(text).html
    assert "<script" not in html
    assert not re.search(r"<[^>]*(?:javascript:|data:|onerror)[^>]*>", html, re.IGNORECASE)


def test_raw_html_shows_as_the_text_it_is(renderer: Renderer) -> None:
    assert renderer.render("a <b>c</b>").html == "<p>a &lt;b&gt;c&lt;/b&gt;</p>"


def test_headings_have_anchors_without_accents(renderer: Renderer) -> None:
    rendered = renderer.render("## L'élection\n\n### Où ?\n\n## L'élection")
    assert [(h.anchor, h.level) for h in rendered.headings] == [
        ("l-election", 2),
        ("ou", 3),
        ("l-election_1", 2),
    ]
    assert '<h2 id="l-election">' in rendered.html


def test_a_list_may_follow_a_paragraph_at_once(renderer: Renderer) -> None:
    assert (
        renderer.render("Voici :\n- un\n- deux").html
        == f"<p>Voici{WIDE}:</p>\n<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"
    )
    assert "<ol" in renderer.render("Voici :\n1. un\n2. deux").html
    assert "<ul" not in renderer.render("un\n2 - 3").html


def test_an_image_of_another_site_is_never_asked_for(renderer: Renderer) -> None:
    assert "ailleurs" not in renderer.render("![a](https://ailleurs.example/a.jpg)").html


@pytest.mark.parametrize(
    "text",
    [
        "\\`![x](//tracker.example/x.png)\\`",
        "![x](/images/x.png)",
        "![x](x.png)",
        "![x](image:rien.png)",
        "![x](/\\n/tracker.example/x.png)",
        "![x][y]\n\n[y]: //tracker.example/x.png",
        "![x](\\\\tracker.example/x.png)",
    ],
)
def test_an_image_that_is_none_of_ours_has_no_address(renderer: Renderer, text: str) -> None:
    assert "src=" not in renderer.render(text).html


def test_what_looks_like_an_alignment_in_a_text_is_text(renderer: Renderer) -> None:
    text = 'Un style="text-align: left" *ici*.\n\n| a |\n|:-:|\n| b |\n'
    html = renderer.render(text).html
    assert 'Un style="text-align: left"' in html
    assert '<td class="center">b</td>' in html


def test_a_page_keeps_one_title_of_the_first_level(renderer: Renderer) -> None:
    assert "<h1" not in renderer.render("# Un titre\n\ntexte").html


def test_the_heads_of_a_table_say_what_they_head(renderer: Renderer) -> None:
    html = renderer.render("| a | b |\n|---|---|\n| c | d |").html
    assert html.count('<th scope="col">') == 2


def test_a_table_scrolls_by_itself_under_the_name_of_its_heading(renderer: Renderer) -> None:
    html = renderer.render("## Le budget\n\n| a |\n|---|\n| b |").html
    frame = '<div class="tableau" role="region" aria-labelledby="le-budget" tabindex="0">'
    assert f'{frame}<table aria-labelledby="le-budget">' in html
    assert html.endswith("</table></div>")


def test_words_with_a_point_are_not_taken_for_addresses(renderer: Renderer) -> None:
    assert "<a" not in renderer.render("Les habitant.es et les élu.e.s de nous.malakoff.fr").html


@given(st.text(alphabet="ab<>[]()*_`#-|:!/ \n\"'&;", max_size=80))
def test_no_text_comes_out_with_a_script_or_a_handler(renderer: Renderer, text: str) -> None:
    html = renderer.render("javascript:" + text).html
    assert "<script" not in html
    assert not re.search(r"<\w+[^>]*\son\w+=", html)


LINKS = [
    ("a link", "[a](b)", [(1, 5, "b", Kind.LINK)]),
    ("a link on the third line", "\n\nx [a](b)", [(3, 7, "b", Kind.LINK)]),
    ("a reference, at its definition", "[a]\n\n[a]: b", [(3, 6, "b", Kind.LINK)]),
    ("a reference of several words", "[*x* y][É  a]\n\n[é A]: <b>", [(3, 9, "b", Kind.LINK)]),
    ("a reference told otherwise", "z [a]\n\n[a]:\n&#98;", [(1, 3, "b", Kind.LINK)]),
    ("an automatic address", "<https://a.example/>", [(1, 2, "https://a.example/", Kind.LINK)]),
    ("an automatic mail", "<a@b.example>", []),
    ("a link in a code span", "`[a](b)`", []),
    ("a link between fences", "```\n[a](b)\n```", []),
    ("an escaped link", "\\[a](b)", []),
    ("an escaped link with a space", "[a\\](b c)", []),
    ("an image", "![a](b)", [(1, 6, "b", Kind.IMAGE)]),
    ("an image whose words have brackets", "![a [é]](b)", [(1, 10, "b", Kind.IMAGE)]),
    ("a linked image", "[![a](b)](c)", [(1, 11, "c", Kind.LINK), (1, 7, "b", Kind.IMAGE)]),
    ("an address with a title", '[a](b "c d")', [(1, 5, "b", Kind.LINK)]),
    ("an address on the line below", "[a](\n  <b>)", [(2, 4, "b", Kind.LINK)]),
    ("an address with a space", "é [a](b c)", [(1, 7, "b c", Kind.BROKEN)]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_links_are_found_at_the_place_of_their_address(
    text: str, expected: list[tuple[int, int, str, Kind]]
) -> None:
    read_ = read(text)
    found = [(*read_.place(one.at(read_)), one.written, one.kind) for one in links(read_)]
    assert found == expected


@pytest.mark.parametrize("written", ["java\tscript:x", " javascript:x", "JAVASCRIPT:x", "java&#x73;cript:x"])
def test_a_scheme_is_read_as_a_browser_reads_it(written: str) -> None:
    assert Destination.of(written).scheme == "javascript"


TYPOGRAPHY = [
    ("Quoi ? Non !", f"Quoi{THIN}? Non{THIN}!"),
    ("Quoi? Non!", f"Quoi{THIN}? Non{THIN}!"),
    ("un ; deux", f"un{THIN}; deux"),
    ("Bureau : point", f"Bureau{WIDE}: point"),
    ("à 18:30", "à 18:30"),
    ("voir https://a.example/?b=c ; puis", f"voir https://a.example/?b=c{THIN}; puis"),
    ("« ici »", f"«{WIDE}ici{WIDE}»"),
    ("«ici»", f"«{WIDE}ici{WIDE}»"),
    ("Arts &amp; lettres", "Arts &amp; lettres"),
    ("l'eau", "l’eau"),
    ("l&#39;eau", "l’eau"),
    ("10 % et 5 €", f"10{WIDE}% et 5{WIDE}€"),
    ("de 13 h 30 à 14 h", f"de 13{WIDE}h{WIDE}30{WIDE}à{WIDE}14{WIDE}h"),
    ("3 h à pied", f"3{WIDE}h à pied"),
    ("article L. 312-1-2, art. 3, pp. 4", f"article L.{WIDE}312-1-2, art.{WIDE}3, pp.{WIDE}4"),
    ("n° 12, N° 3", f"n°{WIDE}12, N°{WIDE}3"),
    ("1 jour, 23 000 euros", f"1{WIDE}jour, 23{THIN}000{WIDE}euros"),
    ("1 234 567 habitants", f"1{THIN}234{THIN}567{WIDE}habitants"),
    ("01 23 45 67 89", WIDE.join(("01", "23", "45", "67", "89"))),
    ("362 521 879 00034", f"362{THIN}521{THIN}879{WIDE}00034"),
    ("le 2 et le 3 mai, en 2026 la ville", f"le 2 et le 3{WIDE}mai, en 2026 la ville"),
    ("2 d'entre eux ont 5 l d'eau", f"2 d’entre eux ont 5{WIDE}l d’eau"),
    ("le 1er mars, 3es jeux", f"le 1er{WIDE}mars, 3es{WIDE}jeux"),
]


@pytest.mark.parametrize(("text", "expected"), TYPOGRAPHY)
def test_french_spaces_and_apostrophes(text: str, expected: str) -> None:
    assert french(text) == expected


def test_typography_touches_text_only() -> None:
    html = '<a title="a : b ; c" href="/x/?a=1 ;">Quoi ?</a><code>a : b ?</code><pre>c ;</pre>'
    assert french_html(html) == html.replace("Quoi ?", f"Quoi{THIN}?")


def test_an_apostrophe_before_a_link_is_curved_too() -> None:
    assert french_html("l'<a href='x'>eau</a>") == "l’<a href='x'>eau</a>"


def test_a_sign_after_a_tag_takes_its_space_too() -> None:
    assert french_html("<b>Attention</b> !") == f"<b>Attention</b>{THIN}!"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("du 2 au 3 décembre 2026", "du 2 au 3|décembre 2026"),
        ("vers mai, en 12 maisons", "vers mai, en 12|maisons"),
        ("<p>Il faut :</p>", "<p>Il faut|:</p>"),
        ("<strong>Objet : </strong>", "<strong>Objet|: </strong>"),
        ('<a href="#le 3 mai">hier</a>', '<a href="#le 3 mai">hier</a>'),
    ],
)
def test_a_day_keeps_its_month_in_a_page(html: str, expected: str) -> None:
    assert french_html(html) == expected.replace("|", "\u00a0")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("le 1er mars", "le 1<sup>er</sup>|mars"),
        (
            "la 1re fois, la 2e, le 20e siècle",
            "la 1<sup>re</sup>|fois, la 2<sup>e</sup>, le 20<sup>e</sup>|siècle",
        ),
        ("<title>Le 1er</title><option>1er</option>", "<title>Le 1er</title><option>1er</option>"),
        ('<a href="/1er/" title="1er">1er</a>', '<a href="/1er/" title="1er">1<sup>er</sup></a>'),
        ("https://a.example/1er", "https://a.example/1er"),
        ("<code>1er</code> 1e-5 A1e 1erx 2er 1ER", "<code>1er</code> 1e-5 A1e 1erx 2er 1ER"),
    ],
)
def test_the_letters_of_an_ordinal_are_raised_in_a_page(html: str, expected: str) -> None:
    assert french_html(html) == expected.replace("|", "\u00a0")


@given(st.text(alphabet="ab 12reh°n«»:;!?%'&#39;<>/\"= \u00a0\u202f", max_size=60))
def test_typography_twice_is_typography_once(text: str) -> None:
    once = french_html(text)
    assert french_html(once) == once


@given(st.text(max_size=60))
def test_typography_changes_spaces_and_apostrophes_only(text: str) -> None:
    def bare(words: str) -> str:
        return re.sub(r"[\s\u00a0\u202f]", "", words.replace("&#39;", "'")).replace("’", "'")

    assert bare(french(text)) == bare(text)


DATES = [
    ("2021", "2021"),
    ("2022-02", "février 2022"),
    ("2022-03-01", "1er mars 2022"),
    ("2021-11-25", "25 novembre 2021"),
]


@pytest.mark.parametrize(("iso", "words"), DATES)
def test_a_date_is_told_as_far_as_it_is_known(iso: str, words: str) -> None:
    assert dates.date(PartialDate.parse(iso)) == words


SPANS = [
    ("2022-02", None, "février 2022, à préciser"),
    ("2026-12-05", None, "samedi 5 décembre 2026"),
    ("2026-12-05 14:00", None, f"samedi 5 décembre 2026, à 14{WIDE}h"),
    ("2026-12-05 14:00", "2026-12-05 18:30", "samedi 5 décembre 2026, de~14~h~à~18~h~30"),
    ("2026-12-31 22:00", "2027-01-01 02:00", "jeudi 31 décembre 2026, de~22~h~à~2~h"),
    ("2026-12-05", "2026-12-07", "du 5 au 7 décembre 2026"),
    ("2026-11-30", "2026-12-01", "du 30 novembre au 1er décembre 2026"),
    ("2026-12-31", "2027-01-02", "du 31 décembre 2026 au 2 janvier 2027"),
    (
        "2026-12-05 14:00",
        "2026-12-07 18:00",
        "du samedi 5 décembre 2026 à~14~h au lundi 7 décembre 2026 à~18~h",
    ),
]


@pytest.mark.parametrize(("start", "end", "words"), SPANS)
def test_an_occurrence_is_told_in_words(start: str, end: str | None, words: str) -> None:
    event = Event(titre="X", debut=Moment.parse(start), categorie=Category.evenement)
    finish = Moment.parse(end) if end else None
    assert dates.span(Occurrence(event, event.debut, finish)) == words.replace("~", WIDE)


RECURRENCES = [
    (Recurrence(frequence=Frequency.hebdomadaire, jour=Weekday.mardi), "chaque mardi"),
    (Recurrence(frequence=Frequency.hebdomadaire, intervalle=2), "un mardi sur deux"),
    (
        Recurrence(frequence=Frequency.mensuelle, jour=Weekday.mardi, rang=Rank.premier),
        "le premier mardi de chaque mois",
    ),
    (Recurrence(frequence=Frequency.mensuelle), "le 6 de chaque mois"),
    (
        Recurrence(frequence=Frequency.annuelle, jusqu_a=PartialDate.parse("2030")),
        "chaque année, jusqu’en 2030",
    ),
]


@pytest.mark.parametrize(("rule", "words"), RECURRENCES)
def test_a_recurrence_is_told_in_words(rule: Recurrence, words: str) -> None:
    event = Event(titre="X", debut=Moment.parse("2026-10-06"), categorie=Category.reunion, recurrence=rule)
    assert rhythm.recurrence(event) == words


@given(st.text(max_size=300), st.integers(10, 100))
def test_an_excerpt_is_never_too_long(text: str, length: int) -> None:
    assert len(excerpt(text, length)) <= length


def test_a_month_that_begins_with_a_vowel_elides_the_preposition() -> None:
    assert [dates.de(name) for name in ("octobre", "mars", "Ivry")] == ["d’octobre", "de mars", "d’Ivry"]


def test_emphasis_is_seen_in_the_shortest_text(renderer: Renderer) -> None:
    assert renderer.render("Un _vrai_ plaisir.").html == "<p>Un <em>vrai</em> plaisir.</p>"


def test_lists_in_lists_without_end_are_text(renderer: Renderer) -> None:
    assert renderer.render("- " * 3000 + "a").html.startswith("<")


def test_the_first_of_the_month_is_said_as_people_say_it() -> None:
    assert dates.day(dt.date(2026, 3, 1)) == "1er mars 2026"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yoga doux. On y souffle. Et bien plus encore chaque mardi.", "Yoga doux. On y souffle."),
        ("Pour qui ? Pour tous, et même davantage.", "Pour qui ?"),
        ("Une seule phrase, qui est bien trop longue pour tenir.", "Une seule phrase, qui est bien…"),
        ("Court.", "Court."),
        ("", ""),
    ],
)
def test_a_card_shows_whole_sentences_where_it_can(text: str, expected: str) -> None:
    assert opening(text, 32) == expected
