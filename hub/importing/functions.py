"""What somebody is, in words: « la première adjointe », « le chargé de mission »."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from hub.checks.commonplaces import FUNCTIONS
from hub.checks.persons import names
from hub.model.names import fold

_ORDINALS = (
    ("premier", "première"), ("deuxième",) * 2, ("troisième",) * 2, ("quatrième",) * 2, ("cinquième",) * 2,
    ("sixième",) * 2, ("septième",) * 2, ("huitième",) * 2, ("neuvième",) * 2,
)  # fmt: skip
_FIGURE = re.compile(
    r"\b(?P<number>[1-9])(?P<end>ère|ere|re|er|ème|eme|e|è)(?=\s+(?:adjoint|vice|maire|conseill))"
)
CIVILITY = re.compile(
    r"^(?:M\.|MM\.|Mr\.?|Mmes?\.?|Mlles?\.?|Me|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Dr\.?|Pr\.?)\s+"
)
"""What stands before a name."""

_EPICENE = frozenset(
    "maire responsable secretaire juge ministre notaire bibliothecaire archiviste commissaire interprete "
    "principal vice porteparole".split()
)
_CUTS = re.compile(
    r",| en charge | chargée? (?:de la |de l'|des |du |de )(?!mission)| au sein | auprès | à la tête "
    r"| déléguée? | responsable de "
)
_CONTINUES = re.compile(r"\s*(?:de|du|des|d'|à|au|aux|en|et|chargée?|déléguée?|responsable)\b")
_ARTICLE = re.compile(
    r"^(?:(?:Mmes?|M\.|Madame|Monsieur)\s+(?=l[ae] ))?(?:(?:les?|la|une?)\s+|l')(?=\w)", re.IGNORECASE
)
LONGEST = 250


@dataclass(frozen=True, slots=True)
class Function:
    """A function, without its article; `feminine` is None where its words do not say it, `named` says that it
    is an association, that has no article of ours."""

    words: str
    feminine: bool | None = None
    named: bool = False

    @classmethod
    def of(cls, words: str) -> Function:
        """The function that these words say."""
        bare = ordinary(words)
        bare = bare[:1].lower() + bare[1:] if bare[1:2].islower() else bare
        return cls(bare, _gender(bare))

    def of_woman(self, feminine: bool) -> Function:
        """The same, of a woman or of a man."""
        return self if self.feminine is not None else replace(self, feminine=feminine)

    @property
    def short(self) -> str:
        """Its first words, that say it again."""
        return _CUTS.split(self.words, maxsplit=1)[0].strip() if not self.named else self.words

    @property
    def with_article(self) -> str:
        """« le chargé de mission au sein de la direction »."""
        return self._with(self.words)

    @property
    def short_with_article(self) -> str:
        """« le chargé de mission »."""
        return self._with(self.short)

    def _with(self, words: str) -> str:
        if self.named:
            return words
        if fold(words[:1]) in tuple("aeiouy"):
            return f"l'{words}"
        article = "le ou la" if self.feminine is None else "la" if self.feminine else "le"
        return f"{article} {words}"


class Found(NamedTuple):
    """A function in the words after a name: its words, and where it ends."""

    words: str
    end: int


def ordinary(words: str) -> str:
    """A function in the words of the town's files: « Première adjointe » for « la 1ère adjointe », a capital
    first."""
    bare = _FIGURE.sub(_ordinal, _ARTICLE.sub("", words.strip(" .,;:-–()")))
    return bare[:1].upper() + bare[1:]


def _ordinal(found: re.Match[str]) -> str:
    pair = _ORDINALS[int(found["number"]) - 1]
    following = found.string[found.end() :].split()[0]
    feminine = found["end"] in ("ère", "ere", "re") or following.rstrip(",").endswith(("e", "es"))
    return (
        pair[feminine]
        if following.startswith(("adjoint", "conseill"))
        else pair[found["end"] in ("ère", "re")]
    )


def _gender(words: str) -> bool | None:
    first = fold(words).split(" ")[0] if words else ""
    if first in _EPICENE:
        return None
    if first in ("premiere",) or first.endswith(("trice", "euse", "iere")):
        return True
    if first.endswith("e") and first.removesuffix("e") in FUNCTIONS:
        return True
    second = fold(words).split(" ")[1:2]
    if first.endswith("ieme") and second:
        return _gender(second[0])
    return False if first in FUNCTIONS or first in ("premier", "stagiaire", "charge", "elu") else None


def is_function(words: str) -> bool:
    """Whether words begin with a function: « chargée de mission », « 1ère adjointe »."""
    said = fold(_ARTICLE.sub("", words.strip())).split(" ")
    return said[0] in FUNCTIONS or (len(said) > 1 and said[0][:1].isdigit() and said[1] in FUNCTIONS)


def begins_function(rest: str) -> Found | None:
    """The function that follows a name: « , chargé de mission à la direction, … » or « (directrice) »."""
    if inside := re.match(r"\s*\((?P<words>[^()]{3,200})\)", rest):
        return Found(inside["words"], inside.end()) if is_function(inside["words"]) else None
    opening = re.match(r"\s*,\s*", rest)
    if not opening or not is_function(rest[opening.end() :]):
        return None
    end = opening.end()
    for number, part in enumerate(re.split(r"(?<=,)|(?=[.;:!?\n()])", rest[end : end + LONGEST])):
        if number and not _CONTINUES.match(part):
            break
        end += len(part)
        if not part.endswith(","):
            break
    words = rest[opening.end() : end]
    words = words[: min((start for start, _ in names(words)), default=len(words))].rstrip(" ,")
    return Found(words, opening.end() + len(words))
