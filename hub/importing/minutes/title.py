"""The first lines of minutes: which body met, on which day, where, and whether they are adopted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from hub.checks.commonplaces import PLACES
from hub.importing.ledger import Ledger
from hub.importing.minutes.nouns import any_of, body_of, own_nouns
from hub.importing.said_dates import Said, dates_in
from hub.model.hub import Hub
from hub.model.minutes import Body, MinutesStatus
from hub.model.names import fold, unaccented

LONGEST = 200
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

_MEETING = (
    r"(?:$|[ ,:–-]+(?:\d|n°|(?:du|de|de la|de l')\b|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))"
)
"""What follows the town's own noun for a body: « Comité du 3 mars » is one, « Comité des fêtes » is not."""

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


def is_title(words: str, nouns: tuple[str, ...] = ()) -> bool:
    """Whether a line names the document, or the meeting; `nouns` are the town's own for who meets."""
    if len(words) > LONGEST or words.endswith("."):
        return False
    plain = unaccented(words)
    own = any_of(nouns)
    return _NAMED.match(plain) is not None or bool(
        own and re.match(rf"(?:(?:le|la|l') ?)?{own}{_MEETING}", plain)
    )


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
    wording = hub.site.mots
    titled = is_title(words, own_nouns(wording))
    if not said and not opening.date and set(_words(words)) <= _own(hub):
        opening.body = opening.body or body_of(words, wording)  # « Bureau du conseil », above the day
        ledger.told(words)  # « Ville de Malakoff », above the title
        return True
    if not titled and not dated:
        return False
    if said and opening.date and said.iso[:10] != opening.date:
        return False  # a sentence about another day
    if said:
        opening.date = said.iso[:10]
    opening.body = opening.body or body_of(words, wording)
    if _PROJECT.search(plain) and titled:
        opening.status = MinutesStatus.projet
    elif _ADOPTED.search(plain) and titled:
        opening.status = MinutesStatus.adopte
    _keep_rest(words, opening, hub, ledger)
    return True


def _own(hub: Hub) -> frozenset[str]:
    """What the page says again by itself, in the words of the town."""
    nouns = " ".join(own_nouns(hub.site.mots))
    return _OWN.union(_words(f"{hub.site.conseil} {hub.site.commune} {nouns}"))


def _words(text: str) -> list[str]:
    """Its words, folded, each side of an apostrophe and of a hyphen."""
    return fold(re.sub(r"['’-]", " ", text)).split()


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
        said = _words(bare)
        if not said or set(said) <= own | {"adopte", "approuve", "valide", "n", "no", "numero"}:
            continue
        if said[0] in PLACES and not opening.place:
            opening.place = bare[:1].upper() + bare[1:]
        else:
            ledger.leave(bare)
