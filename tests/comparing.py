"""Towns compared by what they say: folders, and hubs in memory."""

from __future__ import annotations

from pathlib import Path

from hub.catalogue.rule import Files
from hub.changes import Changes, Comparison, Side
from hub.changes.base import changes
from hub.model import Hub
from hub.sources import Sources
from tests import towns

NOWHERE = Sources(Path())


def compared(folder: Path, after: Files, before: Files | None = None) -> Changes:
    """What changes of a miniature town when `after` is put over it; over `before`, if there is one."""
    old = towns.write(folder / "avant", before)
    return changes(towns.write(folder / "après", {**(before or {}), **after}), old, towns.TODAY)


def of_hubs(before: Hub, after: Hub) -> Changes:
    """What changes between two hubs, whose sources nobody looks at."""
    return Comparison(Side(before, NOWHERE), Side(after, NOWHERE), towns.TODAY).whole()
