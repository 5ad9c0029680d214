"""The type of a field -> what a YAML value of it may look like, as JSON Schema.

The program reads every scalar as text and types it itself; an editor reads YAML 1.2, where `2000` is a
number and an empty value null. So a text may be a number or a boolean, and a field that is not required
may be left empty or say `a-confirmer`, whatever its type.

Keywords of JSON Schema bear on one type each (`pattern` on strings, `items` on lists), and are laid side
by side. `type` is avoided where it would name null or booleans: an editor would propose the words `null`
and `true`, which the program reads as text. `if`/`then` refuses the wrong types instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from hub.checks.wordings import WORDINGS
from hub.model.dates import EARLIEST, LATEST
from hub.model.fields import TO_CONFIRM, Choice, End, Form, Meaning, Moment, PartialDate, Url
from hub.model.typing_faults import CODES
from hub.model.wording import DEFAULT, Wording

Schema = dict[str, Any]

TYPES = ("string", "number", "boolean", "array", "object", "null")
TEXT = ("string", "number", "boolean")
BLANK = f"^(?:{TO_CONFIRM})?$"
"""What a list or a group that is not required may be instead."""

_YEAR = r"(?:1[89]\d\d|2[01]\d\d|2200)"
_MONTH = rf"{_YEAR}-(?:0[1-9]|1[0-2])"
_DAY = rf"{_MONTH}-(?:0[1-9]|[12]\d|3[01])"
_HOUR = r"[ T](?:[01]\d|2[0-3]):[0-5]\d"
_ENDING = rf"(?:{_HOUR}|[ T]24:00)"
_ADDRESS = r"""[Hh][Tt][Tt][Pp][Ss]?://[^ "'<>\\`{}|^]+"""
_INTEGER = r"\s*[+-]?\d[\d_]*(?:\.0*)?\s*"
_DECIMAL = r"\s*[+-]?(?:\d[\d_]*\.?|\d*\.\d+|\d+\.\d*)\s*"


@dataclass(frozen=True)
class Shape:
    """The JSON types a scalar may have, the form of the strings among them, what to do about others."""

    types: tuple[str, ...]
    remedy: str
    pattern: str = ""
    more: Schema = field(default_factory=dict)
    examples: tuple[Any, ...] = ()

    def schema(self, name: str, *, required: bool) -> Schema:
        """The schema of a value of this shape, in the field `name` that is required or not.

        The single alternative tells the language server that a value follows the key on its line.
        """
        types = self.types if required else (*self.types, "string", "null")
        message = refused(name, self.remedy)
        schema = {**only(types, message), **self.more, "errorMessage": message}
        if required:
            schema["pattern"] = f"^(?:{self.pattern})$" if self.pattern else r"\S"
        elif self.pattern:
            schema["pattern"] = f"^(?:{self.pattern}|{TO_CONFIRM})?$"
        return {"anyOf": [schema]}


def only(types: tuple[str, ...], message: str) -> Schema:
    """The schema that refuses, with these words, what is of another type."""
    others = [name for name in TYPES if name not in types]
    return {"if": {"type": others}, "then": {"type": types[0], "errorMessage": message}}


def refused(name: str, remedy: str) -> str:
    """What an editor says of a value that the field `name` cannot have: the remedy is the checks'."""
    return f"La valeur de « {name} » ne convient pas. {remedy}"


def choice(name: str, kind: type[Choice], town: Wording = DEFAULT, *, required: bool) -> Schema:
    """The members of an enumeration with their French words; `a-confirmer` or nothing if not required."""
    words = {member.value: town.label(member) for member in kind}
    message = refused(name, f"Possibles : {', '.join(words)}.")
    if not required:
        words.setdefault(TO_CONFIRM, "à confirmer (comme si la ligne manquait)")
    schema = {"enum": list(words), "enumDescriptions": list(words.values()), "errorMessage": message}
    if required:
        return {"type": "string", **schema}
    nothing = {"not": {"type": ["number", "boolean", "array", "object"]}, "maxLength": 0}
    return {"anyOf": [{"oneOf": [schema, nothing]}]}


def one_or_more(hint: Any) -> bool:
    """Whether it is a list, or the only value that it would hold."""
    return get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) is tuple


def inner(hint: Any) -> tuple[Any, bool]:
    """`(type, is it a list)`: `tuple[X, ...]` is a list of X, `X | None` is X."""
    if one_or_more(hint):
        hint = get_args(hint)[0]
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None)), False
    return hint, False


def scalar(hint: Any) -> Shape:
    """The shape of a text, a number or a date."""
    hint = _without_meaning(hint)
    if hint in (PartialDate, Moment, End):
        return _date(hint)
    if hint == Url:
        return Shape(("string",), _remedy("web_address"), _ADDRESS)
    base, *metadata = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    if base in (int, float):
        return _number(base, metadata)
    if base is str:
        return _text(metadata)
    raise TypeError(f"hub/schemas/shapes.py knows no shape for {hint!r}")


def _without_meaning(hint: Any) -> Any:
    """The type without what it says it holds, which changes nothing of its form."""
    if get_origin(hint) is not Annotated:
        return hint
    base, *metadata = get_args(hint)
    kept = [one for one in metadata if not isinstance(one, Meaning)]
    return Annotated[(base, *kept)] if kept else base


def _text(metadata: list[Any]) -> Shape:
    form = next((item.func for item in metadata if isinstance(getattr(item, "func", None), Form)), None)
    if form:
        # YAML takes a row of digits, 0146756000, for a number
        digits = any(re.fullmatch(form.pattern, "0" * length) for length in range(1, 21))
        pattern = rf"\s*(?:{_portable(form.pattern)})\s*"
        return Shape(("string", "number") if digits else ("string",), _remedy(form.kind), pattern)
    limits = next((item for item in metadata if isinstance(item, StringConstraints)), None)
    if limits and isinstance(limits.pattern, str):
        longest = f"(?!.{{{limits.max_length + 1}}})" if limits.max_length else ""
        pattern = longest + limits.pattern.removeprefix("^").removesuffix("$")
        return Shape(TEXT, _remedy("string_pattern_mismatch"), pattern)
    return Shape(TEXT, "On attend un texte.")


def _portable(pattern: str) -> str:
    r"""`pattern` in the regular expressions of editors, where `\w` knows no accent."""
    return pattern.replace(r"\w", r"\w\u00aa-\uffff")


def _date(hint: Any) -> Shape:
    hour, examples = "", ("2026-11-21", "2026-11", "2026")
    if hint in (Moment, End):
        hour, examples = f"(?:{_HOUR})?", ("2026-11-21 18:30", "2026-11-21", "2026-11")
    if hint == End:
        hour = f"{_ENDING}?"
    years = {"multipleOf": 1, "minimum": EARLIEST, "maximum": LATEST}
    pattern = f"{_YEAR}|{_MONTH}|{_DAY}{hour}"
    return Shape(("string", "number"), _remedy("date"), pattern, years, examples)


def _number(base: type, metadata: list[Any]) -> Shape:
    whole = base is int
    more: Schema = {"multipleOf": 1} if whole else {}
    for limit in (limit for item in metadata if isinstance(item, FieldInfo) for limit in item.metadata):
        more |= {"minimum": limit.ge} if hasattr(limit, "ge") else {}
        more |= {"maximum": limit.le} if hasattr(limit, "le") else {}
    if whole:
        return Shape(("number", "string"), _remedy("int_parsing"), _INTEGER, more, (1, 2))
    return Shape(("number", "string"), _remedy("float_parsing"), _DECIMAL, more, (48.8177, 2.2989))


def _remedy(kind: str) -> str:
    """What the checks advise for an error of that type: one place for these words."""
    return WORDINGS[CODES[kind]].remedy
