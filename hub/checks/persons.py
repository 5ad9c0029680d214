"""Names of persons in a text, as far as a program can tell them from streets, places and functions.

Every text is searched: a pattern that begins with a set of signs, and looks behind, is found much faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.commonplaces import (
    ABBREVIATED_PLACES,
    BETWEEN_PLACE_AND_NAME,
    EPONYMS,
    FIRST_NAMES,
    FUNCTIONS,
    NO_SURNAMES,
    OF_FUNCTIONS,
    PARTS_OF_LAWS,
    PLACES,
    STREETS,
    THINGS_TOO,
)
from hub.model.names import fold

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-ÞŒŸ", "a-zß-öø-ÿœ"
_SURNAME = rf"[{_CAPITAL}](?:[’']?[\w-])+(?!\w)"
_OTHER_INITIAL = rf"\.(?:[ -]?[{_CAPITAL}]\.)?"
_PARTICLE = r"(?P<particle>(?:(?:[Dd](?:e|u|es)|[Ll][ae]|[Vv][ao]n|[Ee]l|[Bb]en) |d[’']){0,3})"

_CIVILITY = re.compile(
    r"(?P<civility>[MDP](?<!\w.)(?:(?<=M)(?:\.|M\.|r\b\.?|mes?\b\.?|lles?\b\.?|e\b|onsieur|adame|ademoiselle"
    r"|essieurs|esdames)|(?<=D)(?:r\b\.?|octeur)|(?<=P)(?:r\b\.?|rofesseur))) "
    r"(?P<article>[LlDd](?:e|a|es|u) |l[’'])?"
    rf"(?:[{_CAPITAL}]{_OTHER_INITIAL} ?)?(?P<first>{_SURNAME})(?: {_PARTICLE}(?P<second>{_SURNAME}))?"
)
_NAMES = re.compile(
    rf"[{_CAPITAL}](?<![\w-].)(?=(?P<first>[{_SMALL}]+)"
    rf"(?P<rest>(?:-[{_CAPITAL}][{_SMALL}]+)? {_PARTICLE}{_SURNAME}))"
)
_SHOUTED = rf"[{_CAPITAL}]{{2,}}"
_SHOUTS = re.compile(_SHOUTED)
_CAPITALS = re.compile(
    rf"(?<![\w-])(?=((?P<first>{_SHOUTED})(?:-{_SHOUTED})? (?P<last>{_SHOUTED})(?:-{_SHOUTED})?(?!\w)))"
)
_SURNAME_FIRST = re.compile(rf"(?<![\w-]){_SHOUTED}(?:-{_SHOUTED})? (?P<first>[{_CAPITAL}][{_SMALL}]+)(?!\w)")
_INITIAL = re.compile(
    rf"[{_CAPITAL}](?<=[{_SMALL},;:(] .){_OTHER_INITIAL} ?(?P<last>[{_CAPITAL}][{_SMALL}][\w-]+"
    rf"|(?<![LRDA]\. )[{_CAPITAL}]{{4,}}(?!\w))"
)
"""Before capitals, L., R., D. and A. are those of articles of law."""

_ANOTHER_NAME = re.compile(rf" [{_CAPITAL}]")
_ENUMERATED = re.compile(r"(?<!\w)[AB]\. [^\W\d_]")

LONGEST_FIRST_NAME = 20
BEFORE = 60
"""Characters before a name in which the place that bears it is looked for."""

_WORD_BEFORE = re.compile(r"[\w.]+")
MOST_BETWEEN = 5

Span = tuple[int, int]


def is_first_name(word: str) -> bool:
    """Whether it is a first name that is known here."""
    return len(word) <= LONGEST_FIRST_NAME and fold(word) in FIRST_NAMES


def names(words: str, *, place: bool = False) -> Iterator[Span]:
    """Where a person seems to be named; in a street or a place, by a title or « chez » only."""
    taken: set[int] = set()
    for start, end in (*_titled(words), *_bare(words, place=place)):
        if start not in taken:
            taken.update(range(start, end))
            yield start, end


def _titled(words: str) -> Iterator[Span]:
    for found in _CIVILITY.finditer(words):
        end = _end_of_titled(found)
        if end and not _is_of_a_street(words, found):
            yield found.start(), end


def _end_of_titled(found: re.Match[str]) -> int:
    """Where the name after a title ends; 0 where a function stands there instead."""
    first, second = fold(found["first"].partition("-")[0]), fold(found["second"] or "")
    if first not in FUNCTIONS:
        return 0 if (found["article"] or "") in ("la ", "le ", "les ", "l'", "l’") else found.end()
    named = second and not any(second in words for words in (FUNCTIONS, OF_FUNCTIONS, NO_SURNAMES))
    return found.end() if named else 0


def _is_of_a_street(words: str, found: re.Match[str]) -> bool:
    """« rue du Docteur Roux », « stade M. Cerdan »; but « la maison de Mme Durand » names her."""
    kind = place_before(words, found.start())
    if found["civility"] in ("M.", "Dr", "Dr.", "Docteur", "Pr", "Pr.", "Professeur"):
        return kind != ""
    return kind in STREETS


def _bare(words: str, *, place: bool) -> Iterator[Span]:
    for found in _NAMES.finditer(words):
        start, end = found.start(), found.end("rest")
        first = words[start : found.end("first")]
        thing = found["particle"] and fold(first) in THINGS_TOO
        if is_first_name(first) and not thing and not _is_known_to_all(words[start:end]):
            yield from _unless_place(words, start, end, place=place)
    shouted = _SHOUTS.search(words) is not None
    for found in _CAPITALS.finditer(words) if shouted else ():
        known = is_first_name(found["first"]) and not _is_known_to_all(found[1])
        if known and fold(found["last"]) not in NO_SURNAMES:
            yield from _unless_place(words, found.start(), found.end(1), place=place)
    for found in _SURNAME_FIRST.finditer(words) if shouted else ():
        if is_first_name(found["first"]) and fold(found[0].partition(" ")[0]) not in NO_SURNAMES:
            yield from _unless_place(words, *found.span(), place=place)
    if not place:
        yield from _after_initials(words)


def _after_initials(words: str) -> Iterator[Span]:
    found = [one for one in _INITIAL.finditer(words) if not _is_function_or_whole_name(words, one)]
    if found and not _is_enumeration(words):
        for one in found:
            yield from _unless_place(words, *one.span(), place=False)


def _is_function_or_whole_name(words: str, found: re.Match[str]) -> bool:
    """« M. Maire », « L. Code », and « R. Claire Semeuse », which the other patterns judge."""
    whole = is_first_name(found["last"]) and _ANOTHER_NAME.match(words, found.end())
    return bool(whole) or fold(found["last"]) in FUNCTIONS | PARTS_OF_LAWS


def _is_known_to_all(name: str) -> bool:
    folded = fold(name)
    return folded in EPONYMS or " ".join(folded.split(" ", 2)[:2]) in EPONYMS


def _unless_place(words: str, start: int, end: int, *, place: bool) -> Iterator[Span]:
    if place:
        if words[max(0, start - 5) : start].lower() == "chez ":
            yield start, end
    elif not place_before(words, start):
        yield start, end


def _is_enumeration(words: str) -> bool:
    """« A. Bilan, B. Budget » are points, not people."""
    return len({found[0][0] for found in _ENUMERATED.finditer(words)}) > 1


def place_before(words: str, start: int) -> str:
    """The word of a place that stands before a name, folded and whole; '' for none."""
    before = _WORD_BEFORE.findall(words[max(0, start - BEFORE) : start].rpartition("\n")[2])
    for index in range(len(before) - 1, max(-1, len(before) - 1 - MOST_BETWEEN), -1):
        word = before[index]
        bare = fold(word)
        if bare in PLACES:
            return bare
        numbered = index > 0 and before[index - 1][:1].isdigit()
        if bare in ABBREVIATED_PLACES and (word.endswith(".") or numbered):
            return "rue"
        if bare not in BETWEEN_PLACE_AND_NAME:
            return ""
    return ""
