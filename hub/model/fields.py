"""Field types shared by the kinds of content."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, PrivateAttr, model_validator
from pydantic import StringConstraints as Text_
from pydantic_core import PydanticCustomError

from hub.model.dates import Moment, PartialDate
from hub.sources import Origin

__all__ = ["TO_CONFIRM", "Choice", "Entity", "Id", "Markdown", "Moment", "PartialDate", "Text", "Url"]

TO_CONFIRM = "a-confirmer"
"""What a clerk writes where no source states a value: shown as « à confirmer », never guessed."""

Id = Annotated[str, Text_(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Address and key of a thing: lower-case ASCII letters, digits, single hyphens."""

Text = Annotated[str, Text_(strip_whitespace=True, min_length=1)]
Markdown = Annotated[str, Text_(min_length=1)]


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or any(c.isspace() for c in value):
        raise PydanticCustomError("web_address", "not a web address")
    return value


Url = Annotated[str, AfterValidator(_web_address)]
"""An absolute http(s) address: anything else could carry a script into a link."""


class Choice(StrEnum):
    """An enumeration whose members carry the words shown to people: `name = value, label`."""

    libelle: str

    def __new__(cls, value: str, libelle: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.libelle = libelle
        return member


class Entity(BaseModel):
    """A thing described by a source: frozen, without unknown keys, and knowing where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    _origin: Origin = PrivateAttr()

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        """A key left empty (`rna:`) is a field that is not given."""
        if isinstance(data, dict) and "" in data.values():
            return {key: value for key, value in data.items() if value != ""}
        return data

    @property
    def origin(self) -> Origin:
        return self._origin
