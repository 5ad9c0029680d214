"""The time zones of towns, by the names of the IANA's database: `Indian/Reunion`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from hub.model.dates import PARIS
from hub.model.fields import Form, Meaning, Text

DEFAULT_ZONE = PARIS.key

FRENCH = (
    *("Europe/Paris", "Indian/Reunion", "Indian/Mayotte", "America/Guadeloupe", "America/Martinique"),
    *("America/Cayenne", "America/Miquelon", "America/St_Barthelemy", "America/Marigot", "Pacific/Tahiti"),
    *("Pacific/Marquesas", "Pacific/Gambier", "Pacific/Noumea", "Pacific/Wallis", "Indian/Kerguelen"),
)
"""Those of the towns of France, as the database names them (its file `zone.tab`, FR and what is overseas)."""

ALIASES = {
    "saint-denis": "Indian/Reunion",
    "la reunion": "Indian/Reunion",
    "guyane": "America/Cayenne",
    "guyana": "America/Cayenne",
    "nouvelle-caledonie": "Pacific/Noumea",
    "polynesie": "Pacific/Tahiti",
    "saint-pierre-et-miquelon": "America/Miquelon",
    "saint-pierre": "America/Miquelon",
    "saint-barthelemy": "America/St_Barthelemy",
    "saint-martin": "America/Marigot",
    "wallis-et-futuna": "Pacific/Wallis",
    "metropole": "Europe/Paris",
    "france": "Europe/Paris",
}
"""What people call them."""


@cache
def names() -> frozenset[str]:
    """Every name of the database."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


@cache
def zone_of(name: str) -> ZoneInfo:
    """The zone so named, as the database that is installed with this program has it: machines differ."""
    if name == DEFAULT_ZONE:
        return PARIS
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def is_zone(name: str) -> bool:
    """Whether the database has a zone so named."""
    return name in FRENCH or name in names()


class ZoneForm(Form):
    """The form of a name of the database, which has it."""

    def __call__(self, value: str) -> str:
        if not is_zone(super().__call__(value)):
            raise PydanticCustomError(self.kind, "no such zone")
        return value


ZoneName = Annotated[
    Text,
    AfterValidator(ZoneForm("[A-Za-z][A-Za-z0-9_+-]{0,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}", "zone")),
    Meaning.NUMBER,
]
"""The name of a zone of the database."""
