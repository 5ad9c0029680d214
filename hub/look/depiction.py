"""By which drawing a thing is known where it has no picture: that of its theme, or of what it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from hub.look.pictograms import of_theme, of_title
from hub.look.tiles import number_of
from hub.model.association import Association, Theme
from hub.model.call import Call, CallType
from hub.model.event import Category, Event
from hub.model.exchange import Direction, Exchange, Matter
from hub.model.guide import Guide
from hub.model.hub import Hub
from hub.model.letter import Letter
from hub.model.news import News
from hub.model.pictogram import Pictogram
from hub.model.project import Project
from hub.model.room import Room, RoomType
from hub.model.thread import Thread

_HUES = {
    "vert": "nature environnement cuisine habitat",
    "bleu": "sport agenda numerique salle reunion annuaire",
    "violet": "musique lecture formation telephone courriel",
    "rose": "scene enfance benevolat sante jeux",
    "accent": "arts entraide appel actualite vote animaux",
    "ocre": "velo memoire subvention materiel horaires economie",
    "brun": "international handicap chiffres",
    "sarcelle": "association guide mairie decisions citoyennete reemploi question",
}
"""The token of the style sheets that colours the drawings of each pictogram."""

HUES = tuple(_HUES)

_HUE_OF = {name: hue for hue, names in _HUES.items() for name in names.split()}


class Depiction(NamedTuple):
    """A tile: its pictogram, the token of its colour, the number of its arrangement."""

    pictogram: Pictogram
    hue: str
    number: int


def depiction(hub: Hub, thing: Any) -> Depiction:
    """The tile of an association, a theme, a thing with a page of its own; always the same."""
    drawn = _drawn(hub, thing)
    hue = _HUE_OF_WAYS[thing.sens] if isinstance(thing, Exchange) else hue_of(drawn)
    return Depiction(drawn, hue, number_of(thing.id if hasattr(thing, "id") else thing.key))


def is_drawn(thing: Any) -> bool:
    """Whether a thing is of a kind that is shown by a picture, or by a tile."""
    return type(thing) in _PLAIN or isinstance(thing, Event)


def hue_of(drawn: Pictogram) -> str:
    """The token of the colour of a pictogram's tiles."""
    return _HUE_OF.get(drawn.value, "sarcelle")


def _drawn(hub: Hub, thing: Any) -> Pictogram:
    """What a thing is about, as its title says, then its themes or those of who has to do with it; else what
    it is."""
    if isinstance(thing, Thread) and thing.project:
        return _drawn(hub, thing.project)
    if isinstance(thing, Theme):
        return of_theme(thing)
    sort = next((getattr(thing, one) for one in _SORTING if hasattr(thing, one)), None)
    if sort in _OF_SORTS:
        return _OF_SORTS[sort]
    title = "" if isinstance(thing, Association) else getattr(thing, "titre", "") or thing.name
    themes = getattr(thing, "themes", ())
    named = next((names for one in _NAMING if (names := getattr(thing, one, ()))), ())
    found = of_title(title) or _of_themes(hub, themes) or _of_associations(hub, named)
    return found or _PLAIN.get(type(thing), Pictogram.association)


_NAMING = ("associations", "organisateurs", "porteurs")
"""The fields by which a thing says who has to do with it."""

_PLAIN = {
    Association: Pictogram.association,
    Event: Pictogram.agenda,
    News: Pictogram.actualite,
    Guide: Pictogram.guide,
    Project: Pictogram.decisions,
    Thread: Pictogram.decisions,
    Call: Pictogram.appel,
    Room: Pictogram.salle,
    Exchange: Pictogram.entraide,
    Letter: Pictogram.courriel,
}
"""What a thing of which nothing else is known is known by."""

_SORTING = ("categorie", "quoi", "type")
"""The fields by which a thing says of which sort it is."""

_OF_SORTS = {
    Category.reunion: Pictogram.question,
    Category.echeance: Pictogram.horaires,
    Category.formation: Pictogram.formation,
    CallType.projets: Pictogram.appel,
    CallType.candidatures: Pictogram.vote,
    CallType.subventions: Pictogram.subvention,
    CallType.benevolat: Pictogram.benevolat,
    Matter.materiel: Pictogram.materiel,
    Matter.salle: Pictogram.salle,
    Matter.competence: Pictogram.formation,
    Matter.benevoles: Pictogram.benevolat,
    Matter.covoiturage: Pictogram.lieu,
    Matter.autre: Pictogram.entraide,
    RoomType.salle: Pictogram.salle,
    RoomType.materiel: Pictogram.materiel,
}

_HUE_OF_WAYS = {Direction.offre: "vert", Direction.demande: "accent"}
"""What is offered is told from what is looked for."""


def _of_associations(hub: Hub, names: Iterable[str]) -> Pictogram | None:
    found = (hub.named(name) for name in names)
    drawn = (_of_themes(hub, one.themes) for one in found if one)
    return next(filter(None, drawn), None)


def _of_themes(hub: Hub, keys: Iterable[str]) -> Pictogram | None:
    known = (hub.themes_by_id.get(key) for key in keys)
    return next((of_theme(one) for one in known if one), None)
