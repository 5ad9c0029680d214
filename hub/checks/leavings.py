"""Rules of texts (L): what a word processor or a mail leaves where its text was pasted: bullets that make no
list, stars that make nothing bold, letters that were raised, hyphens that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.markup.plain import excerpt
from hub.prose import Event, Kind
from hub.prose.lines import Line, bare_words

_RAISED = re.compile(
    r"(?P<word>\w{1,9})\^(?:\{(?P<braced>[^{}\n]{1,12})\}"
    r"|(?<=\d.)(?P<bare>ers?|[eè]res?|i?[eè]mes?|nde?s?|e)\b\^?)"
    r"|(?<![\w,.])(?P<one>1)[ \u00a0](?P<apart>er)(?!\w)"
)
_ON_THE_LINE = {
    "ère": "re",
    "ere": "re",
    "ères": "res",
    "eres": "res",
    "ème": "e",
    "eme": "e",
    "ième": "e",
    "ieme": "e",
    "èmes": "es",
    "emes": "es",
    "o": "°",
    "2": "²",
    "3": "³",
}
"""How French writes them (1re, 2e, n°), and the powers that have their own sign."""

_ALONE = re.compile(
    "(?P<sign>[•‣⁃∙·▪▫◦●○■□◾➢➤\uf000-\uf0ff](?=[ \t\u00a0])|[•\uf000-\uf0ff]|o(?=\t))"
    "[ \t\u00a0]*(?P<words>[^\\s].*)"
)
"""A paragraph that begins with a bullet; a picture before a date is none."""

_STARS = re.compile(r"\*\*(?=\S)(?P<words>[^*\n]{0,300}\w[^*\n]{0,300}(?<=\S))\*\*")

SHOWN = 60
"""Characters that a problem repeats."""


def raised(words: str) -> Iterator[re.Match[str]]:
    """The words that bear letters which were raised."""
    return _RAISED.finditer(words)


def lowered(found: re.Match[str]) -> str:
    """The same as one writes it: « 1^{er} » is « 1er »."""
    letters = found["braced"] or found["bare"] or found["apart"]
    return f"{found['word'] or found['one']}{_ON_THE_LINE.get(letters, letters)}"


def seen(sign: str) -> str:
    """A bullet as a message shows it: that of a word processor is in no font of ours."""
    return "puce de traitement de texte" if "\uf000" <= sign[:1] <= "\uf0ff" else sign


def items_are_in_a_list(prose: Prose, known: Known) -> Iterator[Problem]:
    """A paragraph that begins with a bullet is an item of a list, and is written as one: each sign is told
    once, at the first of its paragraphs."""
    told: set[str] = set()
    lines = prose.lines
    for index, line in enumerate(lines):
        found = None if line.joined else _ALONE.match(prose.written(line))
        below = lines[index + 1] if index + 1 < len(lines) else None
        if not found or found["sign"] in told or _goes_on(prose, line, below, found["sign"]):
            continue
        told.add(found["sign"])
        yield problem(
            "L026",
            prose.at(line.at),
            f"« {seen(found['sign'])} » au début d'un paragraphe ne fait pas une liste.",
            "Commencez-le par un tiret et un espace, et ceux qui le suivent : "
            f"« - {found['words'][:SHOWN]} ».",
        )


def _goes_on(prose: Prose, line: Line, below: Line | None, sign: str) -> bool:
    """Whether the line below has the same sign: L015 tells both."""
    return below is not None and below.follows(line) and prose.written(below).startswith(sign)


def stars_make_bold(prose: Prose, known: Known) -> Iterator[Problem]:
    """Two stars around words set them in bold: those that are shown were meant to."""
    for at, shown in _shown(prose):
        for found in _STARS.finditer(shown) if "**" in shown else ():
            words = excerpt(found["words"], SHOWN)
            yield problem(
                "L027",
                prose.at(at),
                f"« **{words}** » s'affichera avec ses étoiles.",
                f"Pour du gras, écrivez « **{words}** » sans « \\ » ; sinon, « {words} ».",
            )


def _shown(prose: Prose) -> Iterator[tuple[int, str]]:
    """Each line as it is read, without what is code, and where it begins."""
    if "*" not in prose.text.written:
        return
    for line in prose.lines:
        events = prose.text.events[line.first : line.last]
        yield line.at, "".join(one.text for one in events if one.kind is Kind.WORDS)


def letters_on_the_line(prose: Prose, known: Known) -> Iterator[Problem]:
    """« 1er » is written so, and a word has no hyphen that nobody sees: a search would not find it."""
    for event in bare_words(prose.text):
        for found in (
            raised(event.text) if "^" in event.text or " er" in event.text or "\u00a0er" in event.text else ()
        ):
            what = f"« {found[0]} » est ce qui reste de lettres mises en exposant."
            yield _left(prose, event, found, what, lowered(found))
        for found in _HYPHEN.finditer(event.text) if _SOFT in event.text else ():
            word = found[0].replace(_SOFT, "")
            yield _left(
                prose, event, found, f"« {word[:SHOWN]} » est coupé par un trait d'union invisible.", word
            )


def _may_be_raised(words: str) -> bool:
    return "^" in words or " er" in words or "\u00a0er" in words


_SOFT = "\u00ad"
_HYPHEN = re.compile(rf"[^\s{_SOFT}]{{0,60}}{_SOFT}\S{{0,60}}")


def _left(prose: Prose, event: Event, found: re.Match[str], what: str, better: str) -> Problem:
    at = prose.at(prose.text.within(event, found.start()))
    return problem("L028", at, what, f"Écrivez « {better[:SHOWN]} ».")


PROSE_RULES = (items_are_in_a_list, stars_make_bold, letters_on_the_line)
