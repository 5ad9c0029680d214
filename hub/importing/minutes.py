"""The minutes of a meeting, as a clerk wrote them -> `minutes/`."""

from __future__ import annotations

from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError, Outcome
from hub.model.hub import Hub


def looks_like(source: Source) -> float:
    """How much a file looks like the minutes of a meeting."""
    return 0.0


def bring(source: Source, hub: Hub, asked: Asked) -> Outcome:
    """The draft of the minutes that a file holds. Raises ImportingError."""
    raise ImportingError(f"« {source.name} » : ce compte rendu ne se lit pas encore.")
