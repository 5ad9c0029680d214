"""The importers, one a kind of content, and which of them a file is for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError, Outcome
from hub.model.hub import Hub
from hub.model.wording import DEFAULT, Wording

IMPORTERS: Mapping[str, str] = MappingProxyType(
    {
        "comptes-rendus": "hub.importing.minutes",
        "annuaire": "hub.importing.directory",
        "agenda": "hub.importing.dates",
        "guides": "hub.importing.guides",
        "actualites": "hub.importing.news",
    }
)
"""The word of `--kind` -> the module of the importer, loaded when it is asked."""

FIRST = "annuaire"
"""The kind that is brought before the others of a command: they look associations up in it."""

LIKELY = 0.3
"""How much a file must look like a kind for it to be guessed."""


class Importer(Protocol):
    """What the module of an importer gives."""

    def looks_like(self, source: Source, town: Wording) -> float:
        """How much the file looks like one of its kind, by what it holds, in the words of the town: from 0 to
        1."""

    def bring(self, source: Source, hub: Hub, asked: Asked) -> Outcome:
        """What is made of the file; `hub` is what the sources hold now. Raises ImportingError."""


def importer(kind: str) -> Importer:
    """The importer of that kind, one of `IMPORTERS`."""
    module: Importer = import_module(IMPORTERS[kind])
    return module


def guessed(source: Source, town: Wording = DEFAULT) -> str:
    """The kind that a file looks most like, in the words of the town. Raises ImportingError where it looks
    like none."""
    likely = {kind: importer(kind).looks_like(source, town) for kind in IMPORTERS}
    kind = max(likely, key=lambda one: likely[one])
    if likely[kind] < LIKELY:
        said = ", ".join(f"« --kind {one} »" for one in IMPORTERS)
        raise ImportingError(f"« {source.name} » : rien n'y dit ce que c'est. Dites-le : {said}.")
    return kind
