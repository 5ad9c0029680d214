"""What a town's settings say before anything else is read of it: its zone, for the day; its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from hub.model.site import Site
from hub.model.wording import DEFAULT, Wording
from hub.model.zone import DEFAULT_ZONE, is_zone
from hub.sources.reading import parsed
from hub.sources.text import Unreadable, decoded, read_bytes
from hub.sources.tree import SETTINGS


def zone_at(folder: Path) -> str:
    """The zone of the town in `folder`; that of Paris where it says none that there is."""
    said = _written(folder).get("fuseau")
    return said if isinstance(said, str) and is_zone(said) else DEFAULT_ZONE


def words_at(folder: Path) -> Wording:
    """What that town calls its bodies; the usual words where it says nothing that can be read."""
    try:
        return Wording.model_validate(_written(folder).get("mots") or {})
    except ValidationError:
        return DEFAULT


def _written(folder: Path) -> dict[str, Any]:
    """The fields of the town, as they are written; none where the file cannot be read."""
    try:
        document, _ = parsed(decoded(read_bytes(folder, SETTINGS)[1], SETTINGS), SETTINGS)
    except (Unreadable, OSError):
        return {}
    return Site.fields_of(document.data) if document else {}
