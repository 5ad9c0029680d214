"""Field types shared by the kinds of content."""

from __future__ import annotations

import re
from enum import StrEnum
from importlib import import_module
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, PrivateAttr, model_validator
from pydantic import StringConstraints as Text_
from pydantic_core import PydanticCustomError

from hub.model.dates import Moment, PartialDate
from hub.model.names import fold
from hub.sources import Origin

__all__ = ["TO_CONFIRM", "Choice", "Entity", "Id", "Markdown", "Moment", "PartialDate", "Text", "Url"]

TO_CONFIRM = "a-confirmer"
"""What a clerk writes where no source states a value: shown as « à confirmer », never guessed."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, Text_(pattern=ID_PATTERN, max_length=80)]
"""Address and key of a thing: lower-case ASCII letters, digits, single hyphens."""

Text = Annotated[str, Text_(strip_whitespace=True, min_length=1)]

YES_OR_NO = frozenset(("oui", "non", "yes", "no", "true", "false", "vrai", "faux"))


def _says_something(value: str) -> str:
    if fold(value) in YES_OR_NO:
        raise PydanticCustomError("yes_or_no", "a text is expected")
    return value


Phrase = Annotated[Text, AfterValidator(_says_something)]
"""Words that people read as they stand: « oui » says nothing."""
Markdown = Annotated[str, Text_(min_length=1)]


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or re.search(r"[\s\"'<>\\\\`{}|^]", value):
        raise PydanticCustomError("web_address", "not a web address")
    return value


Url = Annotated[str, AfterValidator(_web_address)]
"""An absolute http(s) address: anything else could carry a script into a link."""


def _matching(pattern: str, kind: str) -> AfterValidator:
    """Text that has the whole form `pattern`, else an error of type `kind`."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise PydanticCustomError(kind, "not of this form")
        return value

    return AfterValidator(check)


Email = Annotated[Text, _matching(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}", "email")]
"""One address, as people write it."""


def _phone_number(value: str) -> str:
    from phonenumbers import NumberParseException, is_valid_number, parse  # loaded where there is one

    try:
        good = re.fullmatch(r"\+?[\d .()-]+", value) and is_valid_number(parse(value, "FR"))
    except NumberParseException:
        good = False
    if not good:
        raise PydanticCustomError("phone", "not a number that rings")
    return value


Phone = Annotated[Text, AfterValidator(_phone_number)]
"""One number, national or international, in groups or not (the numbering plans of libphonenumber)."""

PostalCode = Annotated[Text, _matching(r"\d{5}", "postal_code")]
"""Five digits (La Poste)."""

Rna = Annotated[Text, _matching(r"W\d{9}|\d{3}P\d{8}", "rna")]
"""The number of the répertoire national des associations: W and 9 digits, or the older form."""


SIREN_AND_SIRET = 9 + 14
"""The digits of both numbers: what one has not, the other has."""


def _registered(number: str, length: int) -> AfterValidator:
    """A SIREN or SIRET whose control digit is right (La Poste's own rule included)."""

    def check(value: str) -> str:
        digits = value.replace(" ", "")
        if re.fullmatch(rf"\d{{{SIREN_AND_SIRET - length}}}", digits):
            raise PydanticCustomError("swapped", "the other of the two numbers")
        if not re.fullmatch(rf"\d{{{length}}}", digits):
            raise PydanticCustomError("siren" if length == 9 else "siret", "not of this form")
        if not import_module(f"stdnum.fr.{number}").is_valid(digits):  # loaded where there is one
            raise PydanticCustomError("luhn", "a digit is wrong")
        return value

    return AfterValidator(check)


Siren = Annotated[Text, _registered("siren", 9)]
Siret = Annotated[Text, _registered("siret", 14)]


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
        """A known key left empty (`rna:`), or optional and `a-confirmer`, is a field that is not given.

        An unknown key stays, to be refused: in `{quoi: un sommaire, un budget}` it is lost text.
        """
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if not cls._is_blank(key, value)}

    @classmethod
    def _is_blank(cls, key: str, value: Any) -> bool:
        if value != "" and value not in (TO_CONFIRM, [TO_CONFIRM]):
            return False
        field = cls.model_fields.get(key)
        return field is not None and (value == "" or not field.is_required())

    @property
    def origin(self) -> Origin:
        return self._origin
