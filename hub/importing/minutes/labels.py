"""The words by which a clerk begins each part of minutes, in every way of writing them."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from hub.importing.minutes.nouns import any_of
from hub.importing.signs import NUMBER
from hub.model.names import unaccented


class Part(Enum):
    """A part of minutes that is a field, or that is told apart."""

    PRESENT = auto()
    EXCUSED = auto()
    ABSENT = auto()
    TOWN = auto()
    AGENDA = auto()
    PLACE = auto()
    DATE = auto()
    FOLLOW_UP = auto()
    NEXT = auto()


class Label(NamedTuple):
    """The part that a line begins, and where its own words begin."""

    part: Part
    end: int


_ENDING = r"(?:[.·•‧(/-]?(?:e|ee|es|s)\)?){0,3}"
"""« présent.e.s », « présent·e·s », « présent(e)s », « présent-e-s », « présentes », without accents."""

_WHO = (
    r"(?:les? )?(?:associations?|membres?|structures?|participants?|participantes?|representants?"
    r"|personnes|collectifs|titulaires|suppleants)"
)
_OF = r"(?: (?:du|de la|de l'|des|de|d'|au|a la|a l'|aux|pour|en) ?[^\W\d_](?:[^\W\d_]|[' .-]){0,40}?)?"
_FORMS: tuple[tuple[Part, str], ...] = (
    (Part.EXCUSED, rf"(?:{_WHO} )?(?:absent{_ENDING} ?(?:et|ou|/|,)? ?)?(?:(?:sont|etaient|se|s') ?)?excuse{_ENDING}{_OF}"),
    (Part.ABSENT, rf"(?:{_WHO} )?absent{_ENDING}(?: non[- ]excuse{_ENDING})?"),
    (Part.TOWN, r"(?:pour |presents? pour )?(?:la )?(?:ville|mairie|municipalite|commune)"
     r"(?: (?:de |d'|du |des )[\w' -]{1,40}?)?"),
    (Part.TOWN, r"(?:les )?(?:services?(?: municipaux| de la ville)?|agents?(?: de la ville| municipaux)?"
     rf"|elu{_ENDING}(?: et (?:agents|services))?(?: present{_ENDING})?)"),
    (Part.PRESENT, rf"(?:(?:etaient|sont|ont ete) )?(?:{_WHO} )?(?:(?:etaient|sont) )?present{_ENDING}{_OF}"),
    (Part.PRESENT, r"(?:liste des |feuille de )?(?:presences?|participants?|participant[.·(-]e[.·)-]?s)"),
    (Part.AGENDA, rf"(?:rappel de l'|l')?ordre du jour{_OF}|points? a l'ordre du jour"),
    (Part.PLACE, r"lieu(?: de la reunion)?"),
    (Part.DATE, r"date(?: de la reunion)?"),
    (Part.FOLLOW_UP, r"synthese(?: et suivi)?(?: des actions)?|(?:tableau de |releve de |point de )?suivi(?: des actions)?"
     r"|releve d'actions|plan d'actions?|actions? a (?:mener|suivre|faire)|a faire|prochaines (?:etapes|actions)|qui fait quoi"),
    (Part.NEXT, r"(?:date (?:de la|du) )?prochaine?s? (?:bureau|reunion|rencontre|seance|pleniere|assemblee|date|conseil"
     rf"|commission|rendez-vous|groupe)s?{_OF}"),
)  # fmt: skip
_AFTER = r"\s*(?:\(\d+\)|\d+)?\s*(?P<colon>:|$)"
_PATTERNS = tuple((part, re.compile(rf"(?:{form}){_AFTER}")) for part, form in _FORMS)
_LONGEST = 90
_NEXT = r"(?:(?:la|le|les|l'|date (?:de la|du|de l')) ?)?prochaine?s? "
_INLINE = re.compile(
    r"(?:la |le )?prochaine?s? (?:bureau|reunion|rencontre|seance|pleniere|assemblee|conseil|commission"
    r"|rendez-vous|date)\b"
)


def label_of(words: str, nouns: tuple[str, ...] = ()) -> Label | None:
    """The part that these words begin: « Présents : », « ORDRE DU JOUR », « 3. Prochain bureau : »; `nouns` are
    the town's own for who meets."""
    number = NUMBER.match(words)
    start = number.end() if number else 0
    bare = unaccented(words[start:])
    for part, pattern in (*_PATTERNS, *_next(nouns)):
        if found := pattern.match(bare[:_LONGEST] if len(bare) > _LONGEST else bare):
            if not found["colon"] and len(bare) > _LONGEST:
                continue
            return Label(part, start + found.end())
    return None


def announces_next(words: str, nouns: tuple[str, ...] = ()) -> bool:
    """Whether a sentence says when the next meeting is: « La prochaine réunion aura lieu le … »."""
    plain = unaccented(words)
    own = any_of(nouns)
    return _INLINE.match(plain) is not None or bool(own and re.match(rf"{_NEXT}{own}", plain))


@lru_cache(maxsize=64)
def _next(nouns: tuple[str, ...]) -> tuple[tuple[Part, re.Pattern[str]], ...]:
    """The label of the next meeting, in the town's own words."""
    return ((Part.NEXT, re.compile(rf"{_NEXT}{any_of(nouns)}{_OF}{_AFTER}")),) if nouns else ()
