"""A list of who came, as it is written -> names and functions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.commonplaces import FUNCTIONS
from hub.checks.persons import is_first_name, names
from hub.importing.functions import CIVILITY, is_function
from hub.model.names import fold

_WORD = r"[A-ZÀ-ÖØ-ÞŒ][\w'’-]+"
_TWO_CAPITALS = re.compile(rf"{_WORD}(?: (?:de|du|des|la|le|d'|van|von|el|ben))* {_WORD}(?: {_WORD})?")


def is_name(words: str) -> bool:
    """Whether words that stand alone are somebody's name: in a list of who came, two capitals are enough."""
    bare = CIVILITY.sub("", words.strip())
    if bare != words.strip():
        return not is_function(bare)
    spans = list(names(words.strip()))
    if spans == [(0, len(words.strip()))]:
        return True
    return bool(_TWO_CAPITALS.fullmatch(bare)) and is_first_name(bare.split()[0].split("-")[0])


def looks_like_name(words: str) -> bool:
    """The same, for a place where people are expected: any two capitalised words that are no function."""
    bare = CIVILITY.sub("", words.strip())
    return is_name(words) or (bool(_TWO_CAPITALS.fullmatch(bare)) and not set(fold(bare).split()) & FUNCTIONS)


def listed(words: str) -> Iterator[tuple[str, str]]:
    """Who came for the town, as it is written: a name ('' for none) and a function ('' for none) each."""
    held: list[tuple[str, str]] = []
    for piece in _pieces(words):
        if looks_like_name(piece):
            if held and not held[-1][0] and held[-1][1]:
                held[-1] = (piece, held[-1][1])
            else:
                held.append((piece, ""))
        elif held and held[-1][0]:
            name, function = held[-1]
            held[-1] = (name, f"{function}, {piece}" if function else piece)
        elif held and not held[-1][0] and re.match(r"(?:de|du|des|d'|à|au|aux|en|et)\b", piece):
            held[-1] = ("", f"{held[-1][1]}, {piece}")
        else:
            held.append(("", piece))
    yield from held


def _pieces(words: str) -> Iterator[str]:
    for piece in re.split(r"[,;\n()]|\s[–—-]\s|\s?:\s|\.(?=\s|$)(?<!M\.)(?<!Mr\.)(?<!Mme\.)", words):
        bare = re.sub(r"^(?:et|ainsi que)\s+", "", piece.strip(" .-–"))
        halves = re.split(r"\s+et\s+(?=(?:M\.|Mmes?|Mlle|Madame|Monsieur|[A-ZÀ-Ý]))", bare)
        if len(halves) > 1 and not all(map(looks_like_name, halves)):
            halves = [bare] if not any(map(looks_like_name, halves)) else halves
        yield from (half.strip() for half in halves if half.strip())
