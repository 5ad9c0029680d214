"""What is larger than anybody writes is refused before it is rendered, and says so in a sentence."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from hub.checks import Severity
from hub.markup import Renderer
from hub.sources.limits import BRACKETS, HEADINGS, LEVELS, LINE, MARKS, WORD, excess, excess_of_markdown
from tests import towns
from tests.mistakes.case import ASSOCIATIONS, GUIDE
from tests.towns import edited

REFUSED = [
    ("a line", "mot " * 2_501, "T050"),
    ("opening brackets", "[" * (BRACKETS + 1), "T053"),
    ("opening images, a paragraph", "![ " * 20_000, "T050"),
    ("links that are not closed", "[a](\n" * (BRACKETS + 1), "T053"),
    ("links that open a pointed address", "[a](<\n" * 1_000, "T053"),
    ("lists in lists", "".join("  " * n + "- a\n" for n in range(LEVELS + 1)), "T054"),
    ("lists in lists, on one line", "- " * (LEVELS + 1) + "a", "T054"),
    ("numbered lists in lists", "".join("   " * n + "1. a\n" for n in range(LEVELS + 1)), "T054"),
    ("lists in lists in a quotation", "".join(f"> {'    ' * n}- a\n" for n in range(LEVELS + 1)), "T054"),
    ("lists in lists, a paragraph between", "".join("  " * n + "- a\n\n" for n in range(LEVELS + 1)), "T054"),
    ("quotations in quotations", "> " * (LEVELS + 1) + "a", "T054"),
    ("quotations without blanks", ">" * (LEVELS + 1) + "a", "T054"),
    ("headings", "## a\n" * (HEADINGS + 1), "T055"),
    ("underlined headings", "a\n---\n" * (HEADINGS + 1), "T055"),
]

ACCEPTED = [
    ("a rule of dashes", "- - - - - - - - - - - - - - - -\n"),
    ("a rule of stars", "* * * * * * * * * * * * * * *\n"),
    ("boxes to tick", "[ ] " * 1_000),
    ("links", "[a](/b/) " * 1_000),
    ("brackets opened in many paragraphs", "[1\n\n" * 1_000),
    ("a list of many lines", "- a\n  - b\n" * 4_000),
    ("lists after one another", "- a\n\nb\n\n" * 1_000),
    ("as many lists in lists as allowed", "".join("  " * n + "- a\n" for n in range(LEVELS))),
    ("a table", "|" + " a |" * 100 + "\n"),
]


@pytest.mark.parametrize(("text", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_a_text_beyond_a_limit_is_one_error(tmp_path: Path, text: str, code: str) -> None:
    problems = towns.inspected(tmp_path, edited(GUIDE, "De la terre.", text)).problems
    assert [(one.code, one.path, one.severity) for one in problems] == [(code, GUIDE, Severity.ERROR)]


@pytest.mark.parametrize("text", [case[1] for case in ACCEPTED], ids=[case[0] for case in ACCEPTED])
def test_what_is_only_long_is_accepted(text: str) -> None:
    assert excess_of_markdown(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a " + "b" * WORD, None),
        ("a\nc " + "b" * (WORD + 1), ("T051", 4)),
        ("https://a.example/" + "b" * 1_500, None),
        ("https://a.example/" + "b" * 2_000, ("T051", 0)),
        ("e" + "\u0301" * MARKS, None),
        ("ee" + "\u0301\u0327" * MARKS, ("T052", 2 + MARKS)),
        ("ee" + "\U0001e947" * (MARKS + 1), ("T052", 2 + MARKS)),
        ("漢字" * 200, None),
        ("mot " * LINE, None),
    ],
)
def test_words_and_marks_have_limits_in_every_file(text: str, expected: tuple[str, int] | None) -> None:
    assert excess(text) == expected


def test_a_title_of_sixteen_thousand_letters_is_refused_at_its_place(tmp_path: Path) -> None:
    problems = towns.inspected(
        tmp_path, edited(GUIDE, "titre: Semer", "titre: " + "Semer à " * 2_000)
    ).problems
    assert [(one.code, one.line, one.column) for one in problems] == [("C050", 2, 8)]
    assert problems[0].message == "« titre » compte 15999 signes : 300 au plus."


def test_marks_that_yaml_spells_are_limited_by_the_length_of_the_field(tmp_path: Path) -> None:
    title = '"a' + "\\u0301\\u0327" * 3_000 + '"'
    start = process_time()
    problems = towns.inspected(tmp_path, edited(GUIDE, "titre: Semer", f"titre: {title}")).problems
    assert [one.code for one in problems] == ["T051"]
    folded = title.replace("\\u", " \\\n      \\u")
    problems = towns.inspected(tmp_path, edited(GUIDE, "titre: Semer", f"titre: {folded}")).problems
    assert [one.code for one in problems] == ["C050"]
    assert process_time() - start < 5


def test_a_purpose_has_the_limits_of_a_text(tmp_path: Path) -> None:
    old = '"Planter, arroser : voir le [bureau](/bureau/)."'
    problems = towns.inspected(tmp_path, edited(ASSOCIATIONS, old, f'"Planter. {"[" * 60}"')).problems
    assert [(one.code, one.path, one.line) for one in problems] == [("T053", ASSOCIATIONS, 10)]


def test_the_largest_text_that_is_accepted_is_rendered_in_seconds(tmp_path: Path) -> None:
    """Paragraphs at every limit at once, as many as a file holds."""
    part = (
        "[" * (BRACKETS - 1) + "![a](" * 40 + "\n" + "*a **b " * 60 + "\n\n"
        + "".join("    " * n + "- a [b](/c/)\n" for n in range(LEVELS)) + "\n"
        + "> " * LEVELS + "a\n\n" + "a\\|" * 300 + "|b\n-|-\n" + "c|d\n" * 10 + "\n"
    )  # fmt: skip
    text = part * (100_000 // len(part))
    assert excess_of_markdown(text) is None
    hub = towns.hub_of(tmp_path)
    start = process_time()
    Renderer(hub).render(text)
    assert process_time() - start < 10
