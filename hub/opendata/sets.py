"""What a town publishes as open data, set by set: how many rows, of which days, since when.

No row is made here: the page of the open data and the catalogues ask for no more than this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.markup.typography import french
from hub.model import Hub
from hub.model.channels import data_sets_of
from hub.model.dates import PartialDate
from hub.model.kind import DataSet, Kind
from hub.opendata.columns import fields_of, referred
from hub.opendata.publisher import named
from hub.opendata.rows import DAYS, columns_of, count, sizes
from hub.opendata.versions import version_of

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
"""Licence Ouverte 2.0 (décret n° 2017-638 du 27 avril 2017)."""

LICENCE_NAME = "Licence Ouverte 2.0"

FORMS = {"csv": "text/csv", "json": "application/json"}
"""The formats of a set, with their media types."""

TELLING = ("publie_le", "modifie_le", "verifie_le")
"""The fields by which a source says on which day it changed."""

TAKING_PLACE = ("date", "debut", "fin")

KEYS = {
    "activites": ("association", "nom", "debut"),
    "mandats": ("mandat", "association", "debut"),
    "actions": ("reunion", "numero"),
    "votes": ("DELIB_ID",),
    "scrutins": ("scrutin", "association"),
    "subventions": ("dateConvention", "nomBeneficiaire", "objet", "montant"),
    "questionnaires": ("questionnaire", "numero", "rang"),
}
"""The columns that together tell one row from the others, in the sets that have no `id`."""


class Described(NamedTuple):
    """A set of a town: `modified` is the last day on which a source says that it changed, None where none
    does; `first` and `last` are the days that its rows speak of; `years`, those it has files of."""

    kind: Kind[Any]
    one: DataSet
    columns: tuple[str, ...]
    rows: int
    years: tuple[int, ...]
    published: dt.date | None
    modified: dt.date | None
    first: dt.date | None
    last: dt.date | None

    @property
    def name(self) -> str:
        return self.one.name

    @property
    def title(self) -> str:
        """« Les dates de l’agenda »: what its explanation begins with."""
        return french(self.one.explanation.partition(",")[0].rstrip("."))

    @property
    def explanation(self) -> str:
        return french(self.one.explanation)

    @property
    def version(self) -> str:
        return version_of(self.name)

    @property
    def address(self) -> str:
        """Where the page of the open data names it."""
        return f"/donnees/#_{self.name}"

    @property
    def page(self) -> str:
        """The address of the page that shows what is in it."""
        return f"/donnees/{self.name}/"

    @property
    def schema(self) -> str:
        """The address of its schema."""
        return f"/donnees/{self.name}.schema.json"

    def at(self, form: str, year: int | None = None) -> str:
        """The address of its file in a format, `csv` or `json`, whole or of a year."""
        return f"/donnees/{self.name}{f'-{year}' if year else ''}.{form}"

    @property
    def year(self) -> str:
        """The column whose text begins with the year of a row: the key of a meeting begins with its day."""
        return self.one.dated if self.one.dated in self.columns else "reunion"

    @property
    def keywords(self) -> list[str]:
        """What people look for it by."""
        return list(dict.fromkeys(("vie associative", "associations", self.kind.many.lower(), self.name)))

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell a row from the others."""
        return ("id",) if "id" in self.columns else KEYS.get(self.name, ())


def described(hub: Hub, today: dt.date) -> list[Described]:
    """Every set of a town, in the order of its kinds."""
    own = {one.name: one for one in data_sets_of(hub.site.mots, hub.kinds)}
    return [
        _described(hub, kind, own[one.name], today)
        for kind in hub.kinds
        for one in kind.data or ()
        if one.name in own and (not one.optional or count(hub, kind, one.name))
    ]


def _described(hub: Hub, kind: Kind[Any], one: DataSet, today: dt.date) -> Described:
    told = sorted(_days(hub, kind, TELLING, today))
    published = sorted(_days(hub, kind, TELLING[:1], today))
    spoken = sorted(_days(hub, kind, TAKING_PLACE)) or told
    return Described(
        kind,
        one,
        columns_of(hub, kind, one.name),
        count(hub, kind, one.name),
        _years(hub, kind, one),
        published[0] if published else None,
        told[-1] if told else None,
        spoken[0] if spoken else None,
        spoken[-1] if spoken else None,
    )


def _days(
    hub: Hub, kind: Kind[Any], names: tuple[str, ...], until: dt.date | None = None
) -> Iterator[dt.date]:
    """The days that these fields of its things say, none after `until`."""
    kept = [name for name in names if name in kind.model.model_fields]
    for thing in hub.of(kind):
        for name in kept:
            value = getattr(thing, name)
            if isinstance(value, PartialDate) and (until is None or value.first <= until):
                yield value.first if until is None else min(value.last, until)


def _years(hub: Hub, kind: Kind[Any], one: DataSet) -> tuple[int, ...]:
    """The years that have a row, the last one first."""
    if one.name in DAYS:
        return tuple(sorted({int(day[:4]) for day in DAYS[one.name](hub)}, reverse=True))
    if one.dated not in kind.model.model_fields:
        return ()
    things = zip(hub.of(kind), sizes(hub, kind, one.name), strict=True)
    said = one.dated if one.dated in columns_of(hub, kind, one.name) else "id"
    years = (str(getattr(thing, said) or "")[:4] for thing, size in things if size)
    return tuple(sorted({int(year) for year in years if year}, reverse=True))


def publisher(hub: Hub) -> str:
    """Who answers for the data: who publishes the site."""
    return named(hub.site)


def schema(hub: Hub, one: Described) -> dict[str, Any]:
    """The Table Schema 1.0 of a set, in the town's words, with what France adds to it (schema.data.gouv.fr).

    What refers to another set is said by the package of them all: alone, no program could follow it.
    """
    return {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "name": one.name,
        "title": one.title,
        "description": one.explanation,
        "countryCode": "FR",
        "version": one.version,
        "homepage": hub.site.absolute("/donnees/"),
        "path": hub.site.absolute(one.schema),
        "licenses": [{"name": "etalab-2.0", "title": LICENCE_NAME, "path": LICENCE}],
        "contributors": [{"title": publisher(hub), "role": "publisher"}],
        "fields": fields_of(one.kind, one.name, one.columns, hub.site.mots),
        "missingValues": [""],
        **({"primaryKey": list(one.key)} if one.key else {}),
    }


def foreign_keys(one: Described, sets: list[Described]) -> list[dict[str, Any]]:
    """What the columns of a set that hold the `id` of a row of another one refer to, in those of the town."""
    known = {other.name for other in sets if "id" in other.columns}
    return [
        {"fields": column, "reference": {"resource": other, "fields": "id"}}
        for column, other in referred(one.name, one.columns)
        if other in known
    ]
