"""Who came for the town -> their functions: no name is taken over."""

from __future__ import annotations

from collections.abc import Sequence

from hub.checks.persons import names
from hub.importing.attendees import listed
from hub.importing.functions import Function, ordinary
from hub.importing.ledger import Ledger
from hub.importing.people import People


def _without_names(function: str, ledger: Ledger) -> str:
    """A function up to the name that may follow it, which is left out with the rest."""
    start, end = next(names(function), (len(function), len(function)))
    if start < end:
        ledger.person(function[start:end])
        ledger.leave(function[end:])
    return function[:start].strip(" ,")


def town(lines: Sequence[str], people: People, ledger: Ledger) -> list[str]:
    """Who came for the town, by function; names are learnt, and left out."""
    found: list[str] = []
    for name, said in listed("\n".join(lines)):
        function = _without_names(said, ledger)
        if name:
            ledger.person(name)
        if name and function:
            people.learn(name, Function.of(function))
        if function:
            ledger.told(function)
            found += [ordinary(function)] if ordinary(function) not in found else []
        elif name:
            ledger.ask("ville", f"« {name} » : quelle est sa fonction ?", (name,))
    return found
