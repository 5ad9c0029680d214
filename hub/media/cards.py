"""Cards: the picture of a page where its link is shared (Open Graph, `og:image`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from hub.markup import Renderer, dates, rhythm, states
from hub.markup.plain import capital, excerpt
from hub.markup.titles import event_title, minutes_title
from hub.media.faces import shown
from hub.media.look import Look, page
from hub.media.nodes import line
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.association import ASSOCIATION, Association
from hub.model.call import CALL, Call
from hub.model.election import ELECTION, Election
from hub.model.event import EVENT, Event, Occurrence
from hub.model.exchange import EXCHANGE, Exchange
from hub.model.kind import Kind
from hub.model.kinds import KINDS, kind_of
from hub.model.letter import LETTER, Letter
from hub.model.media import card_of
from hub.model.minutes import MINUTES, Minutes
from hub.model.training import TRAINING, Training

DETAIL = 120
"""Letters that a card has room for under its title."""


class Face(NamedTuple):
    """What a card tells of the page `address`: what it is about, its title, a detail; `thing` is what it
    shows, None where that is the site."""

    address: str
    kind: str
    title: str
    detail: str
    thing: Any = None


def works(hub: Hub, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The card of the site, and of each thing that has a page."""
    return (make() for _, make in sheets(hub, renderer, look))


def sheets(hub: Hub, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same, each by its address, and none of them made."""
    return ((card_of(face.address), partial(work, face, hub, look)) for face in faces(hub, renderer))


def work(face: Face, hub: Hub, look: Look) -> Work:
    """The card that tells one face."""
    picture = shown(hub, face.thing, look)
    told = {
        **page(hub.site, face.address),
        **picture.told,
        "kind": line(capital(face.kind)),
        "title": line(face.title),
        "detail": line(excerpt(face.detail, DETAIL)),
    }
    return look.work(card_of(face.address), "carte", told, pictures=picture.pictures)


def faces(hub: Hub, renderer: Renderer) -> Iterator[Face]:
    """What each card tells. Nothing in it depends on the day: a card is made once."""
    site = hub.site
    yield Face("/", site.commune, site.site_name, site.site_description)
    for kind in KINDS:
        tell = _OWN.get(kind, _publication)
        for thing in hub.of(kind) if kind.card else ():
            yield tell(thing, renderer)._replace(thing=thing)


def _publication(thing: Any, renderer: Renderer) -> Face:
    return Face(thing.address, kind_of(thing).one, thing.titre, thing.resume or "")


def _association(one: Association, renderer: Renderer) -> Face:
    purpose = renderer.beginning(one.objet or "")
    return Face(one.address, f"Association {states.of_association(one)}".strip(), one.nom, purpose)


def _minutes(one: Minutes, renderer: Renderer) -> Face:
    return Face(one.address, one.body.one, minutes_title(one), ", ".join(one.ordre_du_jour))


def _event(one: Event, renderer: Renderer) -> Face:
    return Face(one.address, one.categorie.libelle, event_title(one), _when_and_where(one))


def _election(one: Election, renderer: Renderer) -> Face:
    """Nothing of its result: whom it elected is in the page, and a card is made before."""
    return Face(
        one.address,
        one.methode.libelle,
        one.titre,
        _joined((capital(dates.date(one.date)), one.resume or "")),
    )


def _call(one: Call, renderer: Renderer) -> Face:
    closing = f"Jusqu’{dates.until(one.cloture).removeprefix('jusqu’')}" if one.cloture else ""
    return Face(one.address, one.type.libelle, one.titre, _joined((closing, one.resume or "")))


def _exchange(one: Exchange, renderer: Renderer) -> Face:
    until = f"Jusqu’{dates.until(one.jusqu_a).removeprefix('jusqu’')}"
    kind = f"{one.sens.libelle} · {one.quoi.libelle}"
    return Face(one.address, kind, one.titre, _joined((until, one.resume or "")))


def _letter(one: Letter, renderer: Renderer) -> Face:
    return Face(one.address, f"Lettre n°\u00a0{one.numero}", one.titre, one.resume or "")


def _training(one: Training, renderer: Renderer) -> Face:
    begins = capital(dates.date(one.begins)) if one.begins else ""
    detail = "Annulé" if one.annule else _joined((begins, one.resume or ""))
    return Face(one.address, "Formation", one.titre, detail)


_OWN: dict[Kind[Any], Callable[[Any, Renderer], Face]] = {
    ASSOCIATION: _association,
    MINUTES: _minutes,
    ELECTION: _election,
    EVENT: _event,
    TRAINING: _training,
    CALL: _call,
    EXCHANGE: _exchange,
    LETTER: _letter,
}
"""The kinds whose cards tell more than their name, a title and a summary."""


def _when_and_where(event: Event) -> str:
    if event.annule:
        return "Annulé"
    repeated = rhythm.recurrence(event)
    words = repeated or dates.span(Occurrence(event, event.debut, event.fin))
    return _joined((capital(words), event.lieu.nom if event.lieu else ""))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
