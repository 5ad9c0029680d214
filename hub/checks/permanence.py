"""Rules of addresses (A, P): what was published stays where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
    for address, kind, key in _gone(hub, published):
        if kind != "associations":
            yield _moved(address, kind, published[address], hub)
        elif same := _named(published[address], hub.associations):
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
                f"« {published[address]} » ({key}) n'est plus dans l'annuaire : sa page publiée disparaîtra.",
                "Si l'association a cessé d'exister, gardez-la avec « statut: dissoute ».",
            )


def renamed(hub: Hub, published: Mapping[str, str]) -> frozenset[str]:
    """The published ids of associations that bear another today: who still names them makes no mistake."""
    gone = _gone(hub, published)
    return frozenset(
        key
        for address, kind, key in gone
        if kind == "associations" and _named(published[address], hub.associations)
    )


def _gone(hub: Hub, published: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """(address, kind, key) of what was published and is not there any more."""
    for address in sorted(published):
        section, key = _split(address)
        kind = SECTIONS.get(section)
        if kind and not hub.spoiled.has(kind, key) and address not in hub.addresses:
            yield address, kind, key


def _split(address: str) -> tuple[str, str]:
    """`/guides/semer/` -> `("/guides/", "semer")`."""
    section, _, key = address.strip("/").partition("/")
    return f"/{section}/", key


def _named(title: str, associations: Iterable[Association]) -> Association | None:
    return next((a for a in associations if fold(title) in map(fold, (a.nom, *a.alias))), None)


def _moved(address: str, kind: str, title: str, hub: Hub) -> Problem:
    """A text whose page is gone; under another name, where one bears the same title."""
    things = [thing for thing in getattr(hub, kind) if not thing.origin.loc]
    twin = next((t for t in things if fold(getattr(t, "titre", t.id)) == fold(title)), None)
    return problem(
        "P009",
        twin.origin.at()._replace(line=1, column=1) if twin else Position(_file(address, kind), 1, 1),
        f"« {title} » n'est plus à l'adresse {address}, que des gens ont pu noter ou recevoir.",
        "Redonnez au fichier son ancien nom ; s'il doit vraiment disparaître, il n'y a rien à faire.",
    )


def _file(address: str, kind: str) -> str:
    return f"minutes/{_split(address)[1]}.md" if kind == "minutes" else f"content{address.rstrip('/')}.md"
