"""The hub -> the rows of the spreadsheets that a clerk keeps, headings first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hub.exporting.cells import DIRECTORY, JOINT, directory_cells
from hub.model.association import Association, LocatedAddress
from hub.model.hub import Hub
from hub.opendata.rows import data_set
from hub.schemas.words import words_of

Rows = Iterator[tuple[str, ...]]


def directory(hub: Hub) -> Rows:
    """An association a row, every field but the agreements."""
    yield tuple(map(heading, DIRECTORY))
    for one in hub.associations:
        yield tuple(directory_cells(one, hub).values())


def heading(field: str) -> str:
    """The words over a column of the directory."""
    return words_of(Association if field in Association.model_fields else LocatedAddress, field).title


def _data(name: str) -> Callable[[Hub], Rows]:
    """One of the sets of open data."""

    def rows(hub: Hub) -> Rows:
        columns, things = data_set(hub, name)
        yield columns
        for thing in things:
            yield tuple(map(text, thing.values()))

    return rows


def text(value: Any) -> str:
    """A value of a set of open data as a cell."""
    if isinstance(value, (list, tuple)):
        return JOINT.join(map(str, value))
    return "" if value is None else str(value)


def left_out(hub: Hub, name: str) -> str:
    """What a spreadsheet has no room for, in a sentence; '' where it has all."""
    if name != "annuaire" or not any(one.activites for one in hub.associations):
        return ""
    return (
        "Les activités n'y sont pas : elles restent dans associations.yaml, que « import » ne leur retire "
        "pas, et se lisent dans donnees/activites.csv du site."
    )


SHEETS: Mapping[str, Callable[[Hub], Rows]] = {
    "annuaire": directory,
    "agenda": _data("evenements"),
    "actions": _data("actions"),
}
"""The name of a spreadsheet -> its rows."""
