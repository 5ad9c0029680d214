"""The files of the open data: each set as CSV and JSON, whole and by year, its schema, and the catalogues."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from hub.aside import Aside, Placed
from hub.feeds import catalogues, dcat
from hub.feeds.sheet import Sheet
from hub.model import Hub
from hub.model.channels import CATALOGUE, DCAT, NATIONAL, PACKAGE
from hub.opendata.rows import Row, as_csv, as_json, rows_of
from hub.opendata.sets import Described, described, schema
from hub.remembered import remembered

Rows = Callable[[], list[Row]]


def sheets(hub: Hub, today: dt.date) -> Iterator[Sheet]:
    """`donnees/<set>.json` and `.csv` for each set of `hub.model.channels.data_sets_of`, those of each of its
    years, its schema, and the catalogues: `jeux.json` says on which day they were made, while the sets
    themselves change when the town does."""
    sets = described(hub, today)
    for one in sets:
        rows = remembered(partial(rows_of, hub, one.kind, one.name), aside=Aside())
        yield from _of_set(one, rows)
        by_year = remembered(partial(_by_year, rows, one.year))
        for year in one.years:
            yield from _of_set(one, partial(_of_year, by_year, str(year)), year)
        yield _path(one.schema), partial(_document, partial(schema, hub, one))
    yield _path(CATALOGUE), partial(_document, partial(catalogues.listed, hub, today, sets))
    yield _path(PACKAGE), partial(_document, partial(catalogues.package, hub, sets))
    yield _path(DCAT), partial(_document, partial(dcat.catalogue, hub, sets))
    yield _path(NATIONAL), partial(catalogues.national, hub, today, sets)


def _of_set(one: Described, rows: Rows, year: int | None = None) -> Iterator[Sheet]:
    yield _path(one.at("json", year)), partial(as_json, rows)
    yield _path(one.at("csv", year)), partial(as_csv, rows, one.columns)


class _Kept(NamedTuple):
    """Where rows stand."""

    aside: Aside
    placed: Placed


def _by_year(rows: Rows, column: str) -> dict[str, _Kept]:
    """The rows of each year, apart: a file of one year reads no other."""
    found: dict[str, list[Row]] = {}
    for row in rows():
        found.setdefault((row[column] or "")[:4], []).append(row)
    aside = Aside()
    return {year: _Kept(aside, aside.put_value(those)) for year, those in found.items()}


def _of_year(by_year: Callable[[], dict[str, _Kept]], year: str) -> list[Row]:
    kept = by_year()[year]
    rows: list[Row] = kept.aside.value(kept.placed)
    return rows


def _path(address: str) -> str:
    return address.lstrip("/")


def _document(make: Callable[[], Any]) -> bytes:
    return f"{json.dumps(make(), ensure_ascii=False, indent=1)}\n".encode()
