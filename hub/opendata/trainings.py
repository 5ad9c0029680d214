"""The trainings of a town: what its programme says of each, its sessions in a cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.model import Hub
from hub.model.event import TOWN
from hub.model.training import TRAINING, Session, Training

COLUMNS = tuple(
    "id titre resume publie_le theme seances periode intervenants organisateurs public tarif inscription "
    "places restantes restantes_le annule source".split()
)


def rows(hub: Hub) -> Iterator[dict[str, Any]]:
    """The rows of the set, one a training."""
    return (_row(hub, one) for one in hub.of(TRAINING))


def _row(hub: Hub, one: Training) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in COLUMNS}
    for name in ("publie_le", "periode", "public", "restantes_le"):
        row[name] = None if row[name] is None else str(row[name])
    row["seances"] = list(map(_session, one.seances))
    row["intervenants"] = [_id(hub, name) for name in one.intervenants]
    row["organisateurs"] = [name if name == TOWN else _id(hub, name) for name in one.organisateurs]
    return row


def _id(hub: Hub, name: str) -> str:
    """The id of an association; who is none of the directory keeps the words of the source."""
    return association.id if (association := hub.named(name)) else name


def _session(one: Session) -> str:
    """One time in a cell: `2026-12-08 18:30, fin 2026-12-08 20:30, Salle Verte`."""
    words = (
        str(one.debut),
        f"fin {one.fin}" if one.fin else "",
        one.lieu.nom if one.lieu else "",
        f"annulée ({one.annule})" if one.annule else "",
    )
    return ", ".join(filter(None, words))
