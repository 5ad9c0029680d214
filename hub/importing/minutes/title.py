"""The first lines of minutes: which body met, on which day, where, and whether they are adopted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from hub.checks.commonplaces import PLACES
from hub.importing.ledger import Ledger
from hub.importing.said_dates import Said, dates_in
from hub.importing.tidy import unaccented
from hub.model.hub import Hub
from hub.model.minutes import Body, MinutesStatus
from hub.model.names import fold

LONGEST = 200
_BODIES = (
    (Body.groupe_de_travail, re.compile(r"groupes? de travail|\bgt\b|atelier de travail")),
    (Body.commission, re.compile(r"\bcommission\b")),
    (Body.pleniere, re.compile(r"plenier|assemblee generale|\bassemblee\b")),
    (Body.bureau, re.compile(r"\bbureau\b")),
)
_NAMED = re.compile(
    r"(?:(?:projet de|le|la|l') ?)?(?:compte[- ]?rendu|proces[- ]verba|(?:cr|pv)\b|releve de decision"
    r"|releve de conclusion|reunion\b|seance\b|bureau\b|assemblee\b|pleniere\b|commission\b|groupe de travail"
    r"|conseil local)"
)
_PROJECT, _ADOPTED = re.compile(r"\bprojet\b"), re.compile(r"\b(?:adopte|approuve|valide)e?s?\b")
_OWN = frozenset(
    "compte comptes rendu rendus cr proces verbal pv releve decisions decision conclusions reunion seance du "
    "de la le les l d a au aux en et des bureau assemblee pleniere generale commission groupe travail an "
    "conseil local vie associative clva projet date ville mairie lundi mardi mercredi jeudi vendredi samedi "
    "dimanche tenue".split()
)
"""What the page says again by itself."""

_HOURS = re.compile(r"(?:de |à |a |-|–|/)?\s?\d{1,2}\s?(?:[hH]|:|heures?)\s?(?:\d\d)?")
_YEAR = re.compile(r"l'an (?P<year>deux[- ]mille(?:[- ][a-z]+){0,3}),?", re.IGNORECASE)


@dataclass
class Opening:
    """What the first lines say; '' and None for what they do not."""

    date: str = ""
    body: Body | None = None
    place: str = ""
    status: MinutesStatus = MinutesStatus.a_confirmer

    @property
    def whole(self) -> bool:
        """Whether the day is known."""
        return len(self.date) >= 10


def is_title(words: str) -> bool:
    """Whether a line names the document, or the meeting."""
    return len(words) <= LONGEST and not words.endswith(".") and _NAMED.match(unaccented(words)) is not None


def whole_date(words: str) -> Said | None:
    """The first day of these words whose year is known, even by « l'an deux mille vingt et un » before it."""
    if found := _YEAR.search(unaccented(words)):
        year = found["year"].strip()
        day = next((one for one in dates_in(words, dt.date(2000, 1, 1)) if not one.dated), None)
        if day and (whole := dates_in(f"{words[day.start : day.end]} {year}")):
            return Said(day.start, day.end, whole[0].iso)
    return next((one for one in dates_in(words) if len(one.iso) >= 10), None)


def read(words: str, opening: Opening, hub: Hub, ledger: Ledger) -> bool:
    """Take what a line of the beginning says of the meeting; False where it says nothing of it."""
    plain = unaccented(words)
    said = whole_date(words)
    dated = said and len(words) <= LONGEST // 2 and not words.endswith(".")
    if not said and not opening.date and set(fold(words).split()) <= _own(hub):
        ledger.told(words)  # « Ville de Malakoff », above the title
        return True
    if not is_title(words) and not dated:
        return False
    if said and opening.date and said.iso[:10] != opening.date:
        return False  # a sentence about another day
    if said:
        opening.date = said.iso[:10]
    opening.body = opening.body or body_of(words)
    if _PROJECT.search(plain) and is_title(words):
        opening.status = MinutesStatus.projet
    elif _ADOPTED.search(plain) and is_title(words):
        opening.status = MinutesStatus.adopte
    _keep_rest(words, opening, hub, ledger)
    return True


def body_of(words: str) -> Body | None:
    """The body of the council that these words name."""
    plain = unaccented(words).replace("_", " ")
    return next((body for body, pattern in _BODIES if pattern.search(plain)), None)


def _own(hub: Hub) -> frozenset[str]:
    """What the page says again by itself, in the words of the town."""
    return _OWN.union(fold(f"{hub.site.conseil} {hub.site.commune}".replace("-", " ")).split())


def _keep_rest(words: str, opening: Opening, hub: Hub, ledger: Ledger) -> None:
    """What the line says besides: a place is one, the rest is left out."""
    rest = words
    for one in reversed(dates_in(words)):
        rest = f"{rest[: one.start]} , {rest[one.end :]}"
    rest = _YEAR.sub(" ", _HOURS.sub(" , ", rest))
    own = _own(hub)
    ledger.told(words)
    for part in re.split(r"[,;()|]|\s[–—-]\s|:", rest):
        bare = re.sub(r"^(?:à|au|aux|a|dans)\s+(?:la |le |l'|les )?", "", part.strip(" .-–—/"))
        said = fold(bare).split()
        if not said or set(said) <= own | {"adopte", "approuve", "valide", "n", "no", "numero"}:
            continue
        if said[0] in PLACES and not opening.place:
            opening.place = bare[:1].upper() + bare[1:]
        else:
            ledger.leave(bare)
