"""Every kind of content, in the order of the navigation: a kind that is here is known to every step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from hub.incomplete import IncompleteError
from hub.model.association import ASSOCIATION, THEME
from hub.model.bureau import COLLEGE, TERM
from hub.model.call import CALL
from hub.model.campaign import CAMPAIGN
from hub.model.editorial import EDITORIAL
from hub.model.election import ELECTION
from hub.model.event import EVENT
from hub.model.exchange import EXCHANGE
from hub.model.guide import GUIDE
from hub.model.kind import UNDECLARED, Kind
from hub.model.letter import LETTER
from hub.model.minutes import MINUTES
from hub.model.news import NEWS
from hub.model.offer import ACTIVITY
from hub.model.project import PROJECT
from hub.model.questionnaire import QUESTIONNAIRE
from hub.model.redirection import REDIRECTION
from hub.model.room import ROOM
from hub.model.training import TRAINING
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS

WHAT = {
    "link": "de clé de lien",
    "section": "de section",
    "shell": "de coquille",
    "feed": "de flux",
    "search": "de mots pour la recherche",
    "card": "de carte",
    "letter": "de place dans la lettre",
    "data": "de données ouvertes",
    "over": "de fin",
}
"""What a declaration says of things that have pages, in the words of `lacking`."""

DISTINCT = {
    "attribute": "le même nom dans le Hub",
    "link": "la même clé de lien",
    "shell": "la même coquille",
    "folder": "le même dossier",
}
"""What two kinds never share."""


def declared(*kinds: Kind[Any]) -> tuple[Kind[Any], ...]:
    """These kinds, each wholly declared. Raises `IncompleteError`, which says what lacks, of which kind."""
    for message in lacking(kinds):
        raise IncompleteError(message)
    return kinds


def lacking(kinds: Iterable[Kind[Any]]) -> Iterator[str]:
    """What these declarations do not say, or say of two kinds at once, in French sentences."""
    kinds = tuple(kinds)
    for kind in kinds:
        yield from (f"la sorte « {kind.one} » {what}" for what in _lacking(kind))
    for field, words in DISTINCT.items():
        used = Counter(value for kind in kinds if (value := getattr(kind, field)))
        yield from (f"deux sortes ont {words} : « {value} »" for value, n in used.items() if n > 1)


def _lacking(kind: Kind[Any]) -> Iterator[str]:
    for one in fields(kind):
        if getattr(kind, one.name) is UNDECLARED:
            yield (
                f"n'a pas {WHAT[one.name]} : écrivez « {one.name}= » dans sa déclaration (None s'il n'y en "
                "a pas)."
            )
    registers = (*REGISTERS, *OPTIONAL)
    if (kind.folder and kind.register) or not (kind.written or kind.also):
        yield "n'a pas de place : écrivez soit « folder= », soit « register= »."
    if kind.folder and kind.folder.partition("/")[0] not in FOLDERS:
        yield f"a un dossier que rien ne lit : {kind.folder}. Possibles : {', '.join(FOLDERS)}."
    if kind.register and kind.register not in registers:
        yield f"a un registre que rien ne lit : {kind.register}. Possibles : {', '.join(registers)}."
    if kind.register and not kind.told:
        yield "n'a pas d'explication pour qui remplit son registre : écrivez « told= »."
    asked = {"id": kind.paged, "text": kind.folder, "publie_le": kind.feed or kind.letter}
    for name in (name for name, wanted in asked.items() if wanted):
        if not (hasattr(kind.model, name) or name in kind.model.model_fields):
            yield f"n'a pas de « {name} » : écrivez-le dans son modèle, ou partez de « Publication »."
    if kind.feed and not kind.section:
        yield "a un flux et n'a pas de section où le lire : écrivez « section= »."
    if kind.shell and not kind.section:
        yield "a une coquille et n'a pas de section où la poser : écrivez « section= »."


KINDS = declared(
    THEME,
    ASSOCIATION,
    ACTIVITY,
    COLLEGE,
    TERM,
    MINUTES,
    ELECTION,
    TRAINING,
    PROJECT,
    EVENT,
    NEWS,
    CALL,
    CAMPAIGN,
    EXCHANGE,
    ROOM,
    QUESTIONNAIRE,
    GUIDE,
    LETTER,
    EDITORIAL,
    REDIRECTION,
)

WRITTEN = tuple(kind for kind in KINDS if kind.written)
"""Those whose things have a place of their own in the sources; of the others, each is a part of a thing."""

BY_ATTRIBUTE = {kind.attribute: kind for kind in KINDS}
BY_FOLDER = {kind.folder: kind for kind in KINDS if kind.folder}
BY_LINK = {kind.link: kind for kind in KINDS if kind.link}
"""The schemes of links by key, `[Malakfé](asso:malakfe)`, and what they lead to."""

BY_BASE = {kind.base: kind for kind in KINDS if kind.paged}
"""The kinds whose things have pages, by the address that those begin with."""

ANNOUNCED = tuple(kind for kind in KINDS if kind.feed)
"""The kinds that subscribers hear of."""

_BY_MODEL = {kind.model: kind for kind in KINDS}


def kind_of(thing: Any) -> Kind[Any]:
    """The kind of a thing."""
    return next(_BY_MODEL[model] for model in type(thing).__mro__ if model in _BY_MODEL)


def home_of(address: str) -> tuple[Kind[Any] | None, str]:
    """`/guides/semer/` -> the kind whose pages are there, and the key of this one."""
    base, _, key = address.rstrip("/").rpartition("/")
    return BY_BASE.get(f"{base}/"), key
