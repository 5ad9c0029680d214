"""Rules of addresses (A, P): what was published stays where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from hub.checks.problem import Problem, problem
from hub.model.association import ASSOCIATION, Association
from hub.model.hub import Hub
from hub.model.kind import Kind
from hub.model.kinds import home_of
from hub.model.names import fold
from hub.sources import Position


class Gone(NamedTuple):
    """A page that was published and is not there any more: of which kind of thing, its key, its title."""

    address: str
    kind: Kind[Any]
    key: str
    title: str


def gone(hub: Hub, titles: Mapping[str, str]) -> list[Gone]:
    """The pages of `titles` (by address) that are not there any more; a title is looked up for these only."""
    found: list[Gone] = []
    if "redirections" in hub.spoiled.unknown:  # it may say where they went
        return found
    for address in sorted(set(titles) - hub.moved):
        kind, key = home_of(address)
        if kind and not hub.spoiled.has(kind.attribute, key) and address not in hub.addresses:
            found.append(Gone(address, kind, key, titles[address]))
    return found


def permanent_addresses(hub: Hub, lost: Sequence[Gone]) -> Iterator[Problem]:
    """Every page published before is still there."""
    named = _by_title(hub.associations) if lost else {}
    kinds = {one.kind.attribute: one.kind for one in lost}
    titled = {attribute: _by_title(hub.of(kind)) for attribute, kind in kinds.items()}
    for one in lost:
        address, kind, key, title = one
        if kind is not ASSOCIATION:
            yield _moved(one, titled[kind.attribute].get(fold(title)))
        elif same := named.get(fold(title)):
            yield problem(
                "A007",
                same.origin.at("id"),
                f"L'identifiant de « {same.nom} » était « {key} » : sa page {address} disparaîtrait.",
                f"Remettez « id: {key} » : un identifiant ne change pas, même si le nom change. S'il le faut "
                f"vraiment, ajoutez {_row(address, same.address)}.",
            )
        else:
            yield problem(
                "A008",
                Position(kind.register, 1, 1),
                f"« {title} » ({key}) n'est plus dans l'annuaire : sa page publiée disparaîtra.",
                "Si l'association a cessé d'exister, gardez-la avec « statut: dissoute ». Si une autre l'a "
                f"remplacée, ajoutez {_row(address, '/associations/…/')}.",
            )


def renamed(hub: Hub, lost: Sequence[Gone]) -> frozenset[str]:
    """The published ids of associations that bear another today: who still names them makes no mistake."""
    candidates = [one for one in lost if one.kind is ASSOCIATION]
    named = _by_title(hub.associations) if candidates else {}
    return frozenset(one.key for one in candidates if fold(one.title) in named)


def _by_title(things: Iterable[Any]) -> dict[str, Any]:
    """Things by their folded names or titles; what another file announces has none of its own."""
    index: dict[str, Any] = {}
    for thing in things:
        own = (thing.nom, *thing.alias, *thing.graphies) if isinstance(thing, Association) else _titles(thing)
        for title in own:
            index.setdefault(fold(title), thing)
    return index


def _titles(thing: Any) -> tuple[str, ...]:
    return () if thing.origin.loc else (getattr(thing, "titre", thing.id),)


def _moved(lost: Gone, twin: Any) -> Problem:
    """A page that is gone; `twin` bears the same title under another name, if one does."""
    address, kind, key, title = lost
    file = kind.register or f"{kind.folder}/{key}.md"
    back = f"Remettez-le dans {file}" if kind.register else "Redonnez au fichier son ancien nom"
    return problem(
        "P009",
        Position(twin.origin.document.path if twin else file, 1, 1),
        f"« {title} » n'est plus à l'adresse {address}, que des gens ont pu noter ou recevoir.",
        f"{back}, ou ajoutez {_row(address, twin.address if twin else '/…/')}. "
        "S'il doit vraiment disparaître, il n'y a rien à faire.",
    )


def row_of(old: str, new: str) -> str:
    """The row of `redirections.yaml` that leads from an address to another."""
    return f"- {{ancienne: {old}, nouvelle: {new}}}"


def _row(old: str, new: str) -> str:
    return f"à redirections.yaml la ligne « {row_of(old, new)} »"
