"""Field types shared by the kinds of content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from importlib import import_module
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr, model_validator
from pydantic import StringConstraints as Text_
from pydantic_core import PydanticCustomError

from hub.model.dates import End, Moment, PartialDate
from hub.model.names import fold
from hub.model.telephone import shown
from hub.model.web import mail_address, web_address
from hub.model.without_plugins import keep_plugins_out
from hub.sources import Origin
from hub.sources.limits import excess_of_markdown

keep_plugins_out()

__all__ = [
    "TO_CONFIRM",
    "Choice",
    "End",
    "Entity",
    "Id",
    "Markdown",
    "Moment",
    "OneOrMore",
    "PartialDate",
    "Passage",
    "Text",
    "Url",
]


class Meaning(Enum):
    """What a text of a field is, said by its type: the rules about words, persons and references walk every
    field of every model, and know by this what each holds. A text that has none is words people read."""

    TEXT = auto()
    """Markdown."""
    CONTACT = auto()
    """By which somebody may be reached."""
    NAME = auto()
    """The own name of a thing."""
    ASSOCIATION = auto()
    """An association, by its id or any of its names."""
    ORGANISER = auto()
    """The same, or the town."""
    THEME = auto()
    COLLEGE = auto()
    NUMBER = auto()
    """A number of a register, a key, an address of the site: no words."""
    CONSENT = auto()
    """An agreement, which is published nowhere."""

    __hash__ = object.__hash__
    """In C: Enum's own is a call to Python, and every field is filed under what it means."""


TO_CONFIRM = "a-confirmer"
"""What a clerk writes where no source states a value: shown as « à confirmer », never guessed."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, Text_(pattern=ID_PATTERN, max_length=80), Meaning.NUMBER]
"""Address and key of a thing: lower-case ASCII letters, digits, single hyphens."""

_Key = Annotated[str, Text_(pattern=ID_PATTERN, max_length=80)]
ThemeId = Annotated[_Key, Meaning.THEME]
CollegeId = Annotated[_Key, Meaning.COLLEGE]

ONE_LINE, PASSAGE, PURPOSE, WEB_ADDRESS = 300, 1_000, 10_000, 2_000
"""Characters, some five times what the longest real values have: beyond, a whole file was pasted there."""


@dataclass(frozen=True)
class Longest:
    """The check that a text has no more characters than `limit`, else an error of type `too_long`."""

    limit: int

    def __call__(self, value: str) -> str:
        if len(value) > self.limit:
            raise PydanticCustomError("too_long", "too long", {"limit": self.limit})
        return value


_Words = Annotated[str, Text_(strip_whitespace=True, min_length=1)]

Text = Annotated[_Words, AfterValidator(Longest(ONE_LINE))]
"""What stands on one line: a name, a title."""

Name = Annotated[Text, Meaning.NAME]
"""The own name of a thing of a register."""

AssociationName = Annotated[Text, Meaning.ASSOCIATION]
OrganiserName = Annotated[Text, Meaning.ORGANISER]

Passage = Annotated[_Words, AfterValidator(Longest(PASSAGE))]
"""Some sentences: a summary, a source."""

YES_OR_NO = frozenset(("oui", "non", "yes", "no", "true", "false", "vrai", "faux"))


def _says_something(value: str) -> str:
    if fold(value) in YES_OR_NO:
        raise PydanticCustomError("yes_or_no", "a text is expected")
    return value


Phrase = Annotated[Passage, AfterValidator(_says_something)]
"""Words that people read as they stand: « oui » says nothing."""

Contact = Annotated[Phrase, Meaning.CONTACT]
"""How to reach somebody, or who answers: it is public, and is no person's without consent."""


def _dated(value: str) -> str:
    if not re.search(r"\b(?:19|20)\d\d\b", value):
        raise PydanticCustomError("consent", "says no date")
    return value


Consent = Annotated[Phrase, AfterValidator(_dated), Meaning.CONSENT]
"""The agreement of a person, with its date: « à demander » is none."""


def _within_limits(value: str) -> str:
    if beyond := excess_of_markdown(value):
        raise PydanticCustomError("excess", "beyond a limit", {"code": beyond.code, "index": beyond.at})
    return value


Markdown = Annotated[
    str, Text_(min_length=1), AfterValidator(Longest(PURPOSE)), AfterValidator(_within_limits), Meaning.TEXT
]
"""A text in a register."""


def _web_address(value: str) -> str:
    address = web_address(value.strip(" "))
    if address is None:
        raise PydanticCustomError("web_address", "not a web address")
    return address


Url = Annotated[str, AfterValidator(Longest(WEB_ADDRESS)), AfterValidator(_web_address)]
"""An absolute http(s) address: anything else could carry a script into a link."""

Website = Annotated[Url, Meaning.NUMBER]
"""The address of a thing's own site: no words."""


@dataclass(frozen=True)
class Form:
    """The check that a text has the whole form `pattern`, else an error of type `kind`."""

    pattern: str
    kind: str

    def __call__(self, value: str) -> str:
        if not re.fullmatch(self.pattern, value):
            raise PydanticCustomError(self.kind, "not of this form")
        return value


def matching(pattern: str, kind: str) -> AfterValidator:
    """The validator of a text that has the whole form `pattern`, else an error of type `kind`."""
    return AfterValidator(Form(pattern, kind))


_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_PORT = "[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"  # up to 65535
_SEGMENT = r"(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+"

_SITE = rf"(?!.{{201}})[Hh][Tt][Tt][Pp][Ss]?://(?:{_LABEL}\.)+{_LABEL}(?::(?:{_PORT}))?(?:/{_SEGMENT})*/?"

SiteUrl = Annotated[Text, matching(_SITE, "site_url")]
"""The address under which a site stands (RFC 3986): it is written into the settings of servers, whose
languages give a sense to other signs, and before the address of every page."""


def is_site_url(value: str) -> bool:
    """Whether a site may stand at this address."""
    return re.fullmatch(_SITE, value) is not None


class MailForm(Form):
    """The form of one mail address, its machine in punycode."""

    def __call__(self, value: str) -> str:
        address = mail_address(super().__call__(value))
        if address is None:
            raise PydanticCustomError(self.kind, "not a mail address")
        return address


Email = Annotated[
    Text,
    AfterValidator(MailForm(r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@[\w-]+(?:\.[\w-]+)+", "email")),
    Meaning.CONTACT,
]
"""One address, as people write it."""

OfTown = Annotated[Text, matching(r"(?:de |du |des |d['’]).{1,200}", "of_town")]
"""The name of a town after « de »: « du Havre »."""


Colour = Annotated[Text, matching(r"#[0-9A-Fa-f]{6}", "colour"), Meaning.NUMBER]
"""A colour, red, green and blue in two hexadecimal digits each (CSS Color Module Level 4, 5.2)."""

LogoFile = Annotated[Text, matching(r"content/images/[^/]+\.(?:svg|png)", "logo"), Meaning.NUMBER]
"""A drawing (SVG) or a picture (PNG) among the images of the town, by its path in the sources."""


class PhoneForm(Form):
    """The form of one number that rings: it becomes what the site shows (`hub.model.telephone`)."""

    def __call__(self, value: str) -> str:
        number = shown(super().__call__(value))
        if number is None:
            raise PydanticCustomError(self.kind, "not a number that rings")
        return number


Phone = Annotated[
    Text,
    AfterValidator(PhoneForm(r"[+(]{0,2}[0-9](?:[ .()/‐-―-]{0,4}[0-9]){1,16}", "phone")),
    Meaning.CONTACT,
]
"""One number, national, international or short, in groups or not."""

PostalCode = Annotated[Text, matching(r"[0-9]{5}", "postal_code"), Meaning.NUMBER]
"""Five digits (La Poste)."""


class RegisterForm(Form):
    """The form of a number of the RNA, which becomes its own: capitals, no blanks."""

    def __call__(self, value: str) -> str:
        return super().__call__(value).replace(" ", "").upper()


_DEPARTMENT = r"(?:[0-9] ?[0-9]|2 ?[ABab]|9 ?[RGMCTNPSBFrgmctnpsbf])"
Rna = Annotated[
    Text,
    AfterValidator(
        RegisterForm(
            rf"[Ww] ?{_DEPARTMENT}(?: ?[0-9]){{7}}|{_DEPARTMENT} ?[0-9] ?[A-Za-z](?: ?[0-9]){{8,10}}", "rna"
        )
    ),
    Meaning.NUMBER,
]
"""The number of the répertoire national des associations: W, a department, seven digits; or the older form.

The department is of two signs: two digits, 2A and 2B in Corsica, 9R and others overseas.
"""

SIREN_AND_SIRET = 9 + 14
"""The digits of both numbers: what one has not, the other has."""


class RegisteredForm(Form):
    """The form of a SIREN or SIRET whose control digit is right (La Poste's own rule included)."""

    def __call__(self, value: str) -> str:
        digits = value.replace(" ", "")
        if len(digits) == SIREN_AND_SIRET - LENGTHS[self.kind] and re.fullmatch("[0-9]+", digits):
            raise PydanticCustomError("swapped", "the other of the two numbers")
        super().__call__(value)
        if not import_module(f"stdnum.fr.{self.kind}").is_valid(digits):  # loaded where there is one
            raise PydanticCustomError("luhn", "a digit is wrong")
        return digits


LENGTHS = {"siren": 9, "siret": 14}


def _registered(number: str) -> AfterValidator:
    return AfterValidator(RegisteredForm(rf" *(?:[0-9] *){{{LENGTHS[number]}}}", number))


Siren = Annotated[Text, _registered("siren"), Meaning.NUMBER]
Siret = Annotated[Text, _registered("siret"), Meaning.NUMBER]


T = TypeVar("T")


def _listed(value: Any) -> Any:
    """One word for a list of one."""
    return (value,) if isinstance(value, str) else value


OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_listed)]
"""A list, or the only value it would hold: `jour: mardi`, `jour: [mardi, jeudi]`."""


class Choice(StrEnum):
    """An enumeration whose members carry the words shown to people: `name = value, label`."""

    libelle: str

    def __new__(cls, value: str, libelle: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.libelle = libelle
        return member


def _says_so(annotation: Any) -> bool:
    """Whether « à confirmer » is one of the values of a field: it then says more than nothing."""
    known = isinstance(annotation, type) and issubclass(annotation, Choice)
    return known and TO_CONFIRM in annotation._value2member_map_


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
        return field is not None and (value == "" or not (field.is_required() or _says_so(field.annotation)))

    @property
    def origin(self) -> Origin:
        own = self.__pydantic_private__  # looked into at once: every thing is asked for its origin many times
        assert own is not None
        origin: Origin = own["_origin"]
        return origin
