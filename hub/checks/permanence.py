"""Rules of addresses (A, P): what was published stays where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from hub.checks.problem import Problem, problem
from hub.model.association import Association
from hub.model.hub import Hub
from hub.model.names import fold
from hub.sources import Position

SECTIONS = {
    "/associations/": "associations",
    "/comptes-rendus/": "minutes",
    "/agenda/": "events",
    "/actualites/": "news",
    "/appels/": "calls",
    "/guides/": "guides",
    "/lettre/": "letters",
}
"""The sections whose pages are things, and the attribute of the hub that holds them."""

REGISTER = "associations.yaml"


def permanent_addresses(hub: Hub, published: Mapping[str, str]) -> Iterator[Problem]:
    """Every page published before is still there; `published` gives their titles by address."""
    gone = list(_gone(hub, published))
    named = _by_title(hub.associations) if gone else {}
    titled = {kind: _by_title(getattr(hub, kind)) for _, kind, _ in gone}
    for address, kind, key in gone:
        title = published[address]
        if kind != "associations":
            yield _moved(address, kind, title, titled[kind].get(fold(title)))
        elif same := named.get(fold(title)):
            yield problem(
                "A007",
                same.origin.at("id"),
                f"L'identifiant de « {same.nom} » était « {key} » : sa page {address} disparaîtrait.",
                f"Remettez « id: {key} » : un identifiant ne change pas, même si le nom change.",
            )
        else:
            yield problem(
                "A008",
                Position(REGISTER, 1, 1),
                f"« {title} » ({key}) n'est plus dans l'annuaire : sa page publiée disparaîtra.",
                "Si l'association a cessé d'exister, gardez-la avec « statut: dissoute ».",
            )


def renamed(hub: Hub, published: Mapping[str, str]) -> frozenset[str]:
    """The published ids of associations that bear another today: who still names them makes no mistake."""
    gone = [(address, key) for address, kind, key in _gone(hub, published) if kind == "associations"]
    named = _by_title(hub.associations) if gone else {}
    return frozenset(key for address, key in gone if fold(published[address]) in named)


def _gone(hub: Hub, published: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(address, kind, key) of what was published and is not there any more."""
    for address in sorted(published):
        section, key = _split(address)
        kind = SECTIONS.get(section)
        if kind and not hub.spoiled.has(kind, key) and address not in hub.addresses:
            yield address, kind, key


def _by_title(things: Iterable[Any]) -> dict[str, Any]:
    """Things by their folded names or titles; what another file announces has none of its own."""
    index: dict[str, Any] = {}
    for thing in things:
        own = (thing.nom, *thing.alias) if isinstance(thing, Association) else _titles(thing)
        for title in own:
            index.setdefault(fold(title), thing)
    return index


def _titles(thing: Any) -> tuple[str, ...]:
    return () if thing.origin.loc else (getattr(thing, "titre", thing.id),)


def _split(address: str) -> tuple[str, str]:
    """`/guides/semer/` -> `("/guides/", "semer")`."""
    section, _, key = address.strip("/").partition("/")
    return f"/{section}/", key


def _moved(address: str, kind: str, title: str, twin: Any) -> Problem:
    """A text whose page is gone; `twin` bears the same title under another name, if one does."""
    at = Position(twin.origin.document.path if twin else _file(address, kind), 1, 1)
    return problem(
        "P009",
        at,
        f"« {title} » n'est plus à l'adresse {address}, que des gens ont pu noter ou recevoir.",
        "Redonnez au fichier son ancien nom ; s'il doit vraiment disparaître, il n'y a rien à faire.",
    )


def _file(address: str, kind: str) -> str:
    return f"minutes/{_split(address)[1]}.md" if kind == "minutes" else f"content{address.rstrip('/')}.md"
