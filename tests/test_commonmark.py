"""What we read of a text is what GitHub's own reader (cmark-gfm) reads."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.commonmark import examples, holds_html, ours
from tests.github import of_github
from tests.of_malakoff import BOTH_TOWNS

KNOWN_EXAMPLES = {
    28: "a number beyond Unicode: cmark-gfm writes U+FFFD, we leave it as written",
    354: "CommonMark 0.31 has « £ » and « € » as punctuation, 0.29 (cmark-gfm) as letters",
}


class Known(NamedTuple):
    """A difference that is known: where it may be met, one text that has it, and why."""

    where: re.Pattern[str]
    example: str
    reason: str


KNOWN = (
    Known(
        re.compile(r"^[ \t]*(?:[-+*>]|\d+[.)])[ \t]*(?:[-+*]|\d+[.)]).*\[[ xX]\]", re.M),
        "> - [x] Voté\n",
        "cmark-gfm looks for a task at the head of a line: none in a quote, nor beside another mark",
    ),
    Known(
        re.compile(r"\[[ xX]\][ \t]*(?:$|\[)", re.M),
        "- [x]\n- [ ] Voter\n",
        "a task without words is one for us, and is words for cmark-gfm",
    ),
    Known(
        re.compile(r"[*_~]\S*[€°~`=|+$^<>]|[€°~`=|+$^<>]\S*[*_~]|~[^*_\n]*[*_]"),
        "le tarif *25 €*, ou *€*uros\n",
        "CommonMark 0.31 has signs (€ ° ~) as punctuation beside marks of emphasis, 0.29 as letters; "
        "a tilde alone stops the emphasis of cmark-gfm",
    ),
    Known(
        re.compile(r"\w~|~\w"),
        "le lo~go~ de la ville\n",
        "one tilde inside a word strikes nothing for us",
    ),
    Known(
        re.compile(r"^[^|\n]*\|.*\n[ \t>]*[-+*][ \t]", re.M),
        "a | b\n- | -\n",
        "a row of delimiters that begins as a list does is a list for cmark-gfm",
    ),
    Known(
        re.compile(r"^[ \t>|:-]+\n[ \t>|:-]+$|\|[ \t]*:[ \t]*$|\|.*\\\n|\|.*\n {4}", re.M),
        "a||\n-|:\n",
        "edges of tables: two rows of dashes, one without a dash, a backslash at an end, four spaces",
    ),
    Known(
        re.compile(r"\[[^\]]*<\w[^>]*>"),
        "[<a@b.example>](/a/)\n",
        "an address in angles inside a link: the reader of HTML parts the two links",
    ),
    Known(
        re.compile(r"^[^\n]*\[(?:r|\^\w)\]:", re.M),
        "Un[^n][r].\n\n[^n]: Deux\n",
        "notes and links by reference where both meet, and where a definition is none",
    ),
    Known(
        re.compile(r"^[ \t>]*(?::-+:?|-+:)[ \t]*$", re.M),
        "Prix\n:-\n25\n",
        "a table of one column has a bar in its row of delimiters for us",
    ),
    Known(
        re.compile(r"^[ \t]*(?:[-+*]|\d+[.)])[ \t]*\n[ \t]+$", re.M),
        "-\n  \n  Un\n",
        "cmark-gfm lets an item begin after a line of blanks, which the specification does not",
    ),
)


def excused(written: str) -> bool:
    return any(known.where.search(written) for known in KNOWN)


def test_the_examples_of_the_specification_are_read_as_github_does() -> None:
    texts = dict(enumerate(examples(), 1))
    assert len(texts) == 652
    accepted = {number: written for number, written in texts.items() if not holds_html(written)}
    assert len(accepted) == 580
    differ = {number for number, written in accepted.items() if ours(written) != of_github(written)}
    assert differ == set(KNOWN_EXAMPLES)


def _texts(town: Path) -> dict[str, str]:
    """The texts of a town by path, without what is before them."""
    paths = sorted(path for folder in ("content", "minutes") for path in (town / folder).rglob("*.md"))
    return {f"{path}": path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in paths}


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.reason[:40])
def test_a_known_difference_still_is_one(known: Known) -> None:
    """One that is no more goes from the list."""
    assert known.where.search(known.example)
    assert ours(known.example) != of_github(known.example)


@pytest.mark.parametrize("town", BOTH_TOWNS)
def test_the_texts_of_the_towns_are_read_as_github_does(town: Path) -> None:
    texts = _texts(town)
    assert len(texts) > 15
    assert [path for path, written in texts.items() if ours(written) != of_github(written)] == []


@pytest.mark.parametrize(
    "written",
    [
        "1. Un\n   - Un bis\n     - Un ter\n2. Deux\n",
        "1. Un\n  - Un bis\n2. Deux\n\n   Suite.\n3. Trois\n",
        "- Un\n  1) Un bis\n  2) Deux bis\n* Autre\n+ Autre\n",
        "**Présents** :\n- Une\n- Deux\n\n1) Un\n2) Deux\n",
        "12. Douze\nPrésents :\n1. Une\nPrésents :\n14. Quatorze\n",
        "Salle\\\nRue\\\nVille  \nFin\n",
        "1\\. L\\'eau \\*pure\\* \\- \\[ \\# \\_\n",
        "Voici :\n| Poste | Montant |\n|:---|--:|\n| Salle | 100 € |\n",
        "Voici :\nPoste | Montant\n---|:-:\nSalle | `a \\| b`\nFin\n\nAprès\n",
        "- Voici\n  Poste | Montant\n  ---|---\n  Salle | 100\n- Deux\n",
        "> Voici\n> Poste | Montant\n> ---|---\n> Salle | 100\n",
        "```text\nPoste | Montant\n---|---\n```\n\nPoste | Montant\n---|---|---\n",
        "Été\nPrix\n|-\n25\n\n# Titre\nDeux\nA | B\n-|-\n",
        "Un[^1], deux[^fin], un[^1].\n\n[^1]: Première.\n[^fin]: Seconde.\n\n    Suite.\n\n[^3]: Jamais.\n",
        "```\n[a](b)\n<p>\n```\n\n    indenté\n\n~~~ python\nx\n",
        "```\na\n```\t\n\n> ~~~\n> b\n> ~~~ \t\n\nFin\n",
        "#mot\n\n# Titre #\n\nTitre\n---\n\n####### Sept\n",
        "[![Une image](image:a.jpg)](/agenda/) ![x [y] z](image:b.jpg 'T') ![r]\n\n[r]: image:c.jpg\n",
        "~~Annulé~~ et ~une fois~, ~10 € et ~~~trois~~~\n",
        "- [ ] Un\n- [x] Deux\n\n  Suite\n- Trois\n",
        "\uf0b7 Un\n• Deux\n– Trois\n",
        "<https://x.example/> <a@b.example> https://x.example/ [a](<b c>)\n",
    ],
)
def test_what_people_write_is_read_as_github_does(written: str) -> None:
    assert ours(written) == of_github(written)


WORDS = "la fête Bureau : 25 l’eau adhérent·e·s « quartier » vote, oui. (non) le n° 3 – œuvre 10 €".split(" ")
MARKS = (
    "** * _ __ ~~ ` `` [ ](/a/) ](https://x.example/ 'T') ![ ](image:a.jpg) \\* \\ <https://x.example/> "
    "<a@b.example> [^1] [^n] &amp; &eacute; ! # [r]"
).split(" ")
HEADS = (
    *("", "- ", "* ", "+ ", "1. ", "2) ", "  ", "   ", "    ", "> ", "# ", "## ", "#mot", "  - ", "    - "),
    *("   1. ", "- [ ] la ", "- [x] le ", "```", "~~~", "---", "===", "***", "| a | b |", "|---|:-:|"),
    *("| 1 | 2 |", "a | b", "--|--", "[^1]: ", "[^n]: ", "[r]: /url", "\n", "\n"),
)
RUNS = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS), max_size=6).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS) | st.sampled_from(MARKS) | st.just(" "), max_size=8).map("".join)
LINES = st.builds("{}{}{}".format, st.sampled_from(HEADS), RUNS | GLUED, st.sampled_from(["", "  ", "\\"]))
TEXTS = st.lists(LINES, min_size=1, max_size=7).map(lambda lines: "\n".join(lines) + "\n")


@settings(
    max_examples=500, deadline=None, derandomize=True
)  # a text that nobody writes is no news for another change
@given(TEXTS)
def test_whatever_is_written_is_read_as_github_does(written: str) -> None:
    if not holds_html(written) and ours(written) != of_github(written):
        assert excused(written)
