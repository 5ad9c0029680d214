"""What pydantic refuses -> faults with a place, for `hub.checks` to put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from hub.model.fields import YES_OR_NO, Choice
from hub.model.names import fold
from hub.model.synonyms import meant_by
from hub.sources import Fault, Origin, Position
from hub.sources.document import Key

CODES = {
    "extra_forbidden": "C001",
    "missing": "C002",
    "string_type": "C003",
    "tuple_type": "C004",
    "model_type": "C005",
    "model_attributes_type": "C005",
    "enum": "C006",
    "date": "C007",
    "calendar": "C008",
    "int_parsing": "C009",
    "int_type": "C009",
    "float_parsing": "C028",
    "float_type": "C028",
    "finite_number": "C012",
    "greater_than_equal": "C012",
    "less_than_equal": "C012",
    "string_pattern_mismatch": "C010",
    "string_too_long": "C010",
    "web_address": "C011",
    "string_too_short": "C013",
    "hour": "C014",
    "email": "C016",
    "phone": "C017",
    "rna": "C018",
    "siren": "C019",
    "siret": "C020",
    "luhn": "C021",
    "yes_or_no": "C024",
    "swapped": "C025",
    "postal_code": "C026",
    "consent": "C027",
    "site_address": "C029",
    "shortcut_target": "C059",
    "site_url": "C041",
    "of_town": "C042",
    "branch": "C043",
    "noun": "C051",
    "noun_or_none": "C051",
    "zone": "C052",
    "colour": "C047",
    "logo": "C055",
    "zoned": "C045",
    "amount": "G001",
    "equipment": "H020",
}
"""Error types of pydantic and of `hub.model`, and the rule each breaks."""


_NOT_ANSWERED = ("C003", "C004", "C005", "C006", "C007", "C009", "C028")
"""What a yes or a no is no answer to."""

_TOLD = ("C007", "C012", "C045")
"""What says more of itself: whether an hour may follow, the bound of a number."""

_TOO_MUCH = ("too_long", "excess")

_OF_ONE_WORD = ("C006", "C007", "C009")
"""What a list or a group cannot be."""

_BULLET = re.compile(r"(?:[–—•·*-]|\d+[.)])[ \u00a0]*(?=\S)")
"""The sign of a list that YAML read as a text."""

_FILE = re.compile(r"[\w -]{1,80}\.\w{2,5}")

SAME_KEY = 0.75
"""The likeness (0 to 1) from which an unknown key is taken for the missing one."""


def faults_of(error: ValidationError, model: type[BaseModel], origin: Origin) -> Iterator[Fault]:
    """One fault for each thing `error` refuses in the source at `origin`.

    A key that is misspelt is one mistake, not an unknown key and a missing field.
    """
    details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    for detail in details:
        if detail["type"] != "missing" or not any(_is_misspelt(detail["loc"], key) for key in unknown):
            yield _fault(detail, model, origin)


def _is_misspelt(missing: tuple[Key, ...], unknown: tuple[Key, ...]) -> bool:
    if missing[:-1] != unknown[:-1]:
        return False
    lacking, key = str(missing[-1]), str(unknown[-1])
    if meant_by(key, (lacking,)) or key.startswith(f"{lacking}:"):
        return True
    from difflib import SequenceMatcher  # loaded where there is a mistake to explain

    return SequenceMatcher(None, fold(lacking), fold(key)).ratio() >= SAME_KEY


def _fault(detail: ErrorDetails, model: type[BaseModel], origin: Origin) -> Fault:
    loc: tuple[Key, ...] = detail["loc"]
    code = CODES.get(detail["type"], "C012")
    field = _field(loc)
    given = detail["input"]
    if code == "C002":
        return Fault(code, origin.missing(field, *loc[:-1]), {"champ": field})
    if code == "C001":
        owner = owner_of(model, loc[:-1])
        fault = _key_fault(field, given, tuple(owner.model_fields), origin.at(*loc, key=True))
        return _with_its_number(fault, owner, loc, origin) if fault.code == "C022" else fault
    if code in _OF_ONE_WORD and not isinstance(given, str):
        code = "C003"
    at = origin.at(*loc)
    whole = (*origin.loc, *loc)
    if given == "" and whole and isinstance(whole[-1], int):  # a line of a list, whatever it should hold
        return _empty_line(whole, origin, at)
    if detail["type"] in _TOO_MUCH:
        return _beyond(detail, field, origin)
    if isinstance(given, str):
        fault = _refused_text(code, field, given, at) or _refused(code, given, at, model, loc)
        return replace(fault, values={**fault.values, **detail.get("ctx", {})}) if code in _TOLD else fault
    return _cut_at_a_colon(code, field, given, at) or _refused(code, "", at, model, loc)


def _empty_line(whole: tuple[Key, ...], origin: Origin, at: Position) -> Fault:
    """A line of a list that says nothing, by the word for it that a form wrote, or by none."""
    line = origin.document.text.split("\n", at.line)[at.line - 1 : at.line]
    word = re.match(r"null\b|~", "".join(line)[at.column - 1 :], re.IGNORECASE)
    held: Any = origin.document.data
    for step in whole[:-1]:
        held = held[step]
    alone = "oui" if not any(held) else ""
    return Fault("C013", at, {"champ": _field(whole), "mot": word[0] if word else "", "seul": alone})


def _beyond(detail: ErrorDetails, field: str, origin: Origin) -> Fault:
    """A text that is longer, or deeper, than anybody writes."""
    limit, given, loc = detail["ctx"], detail["input"], detail["loc"]
    if "code" in limit:
        at = origin.document.inside(given, limit["index"], *origin.loc, *loc)
        return Fault(limit["code"], at)
    values = {"champ": field, "nombre": f"{len(given)}", "limite": f"{limit['limit']}"}
    return Fault("C050", origin.at(*loc), values)


def _key_fault(key: str, given: Any, allowed: tuple[str, ...], at: Position) -> Fault:
    """An unknown key, one glued to its value (`{nom:Parc}`), or the end of a text cut at a comma."""
    if given != "":
        return unknown_key(key, allowed, at)
    name, colon, rest = key.partition(":")
    return Fault("T025", at, {"cle": name, "valeur": rest}) if colon else Fault("C022", at, {"champ": key})


def _with_its_number(fault: Fault, owner: type[BaseModel], loc: tuple[Key, ...], origin: Origin) -> Fault:
    """The fault of digits that fell off at the comma of a number, with the field that the number is of."""
    held: Any = origin.document.data
    for step in (*origin.loc, *loc[:-1]):
        held = held[step]
    keys = list(held)
    before = keys[keys.index(loc[-1]) - 1]
    number, digits = str(held[before]).strip(), str(loc[-1])
    if not (digits.isdecimal() and number[-1:].isdecimal() and before in owner.model_fields):
        return fault
    degrees = "oui" if _inner(owner.model_fields[before].annotation, float) else ""
    return replace(fault, values={**fault.values, "cle": before, "avant": number, "degres": degrees})


def _refused_text(code: str, field: str, given: str, at: Position) -> Fault | None:
    """A yes or a no where something else is asked; lines of a list that begin with another sign."""
    if code == "C004" and (found := _BULLET.match(given)):
        first = given[found.end() :].split(found[0], maxsplit=1)[0].strip()
        return Fault("T027", at, {"signe": found[0].strip(), "valeur": first})
    if code in _NOT_ANSWERED and fold(given) in YES_OR_NO and code != "C006":
        return Fault("C024", at, {"champ": field, "valeur": given})
    return None


def _cut_at_a_colon(code: str, field: str, given: Any, at: Position) -> Fault | None:
    """A text that YAML took for a key and its value, at a colon."""
    if code != "C003" or not isinstance(given, dict) or len(given) != 1 or "" in given.values():
        return None
    ((name, rest),) = given.items()
    return Fault("C015", at, {"champ": field, "valeur": f"{name} : {rest}"})


def _refused(code: str, given: str, at: Position, model: type[BaseModel], loc: tuple[Key, ...]) -> Fault:
    values = {"champ": _field(loc), "valeur": given}
    if code == "C006":
        values["attendus"] = ", ".join(_choices(model, loc))
        code = "C024" if fold(given) in YES_OR_NO else code
    if code in ("C004", "C005"):
        values["forme"] = _form(model, loc, given, many=code == "C004")
    return Fault(code, at, values)


def _field(loc: tuple[Key, ...]) -> str:
    return str(next((step for step in reversed(loc) if isinstance(step, str)), ""))


def unknown_key(key: str, allowed: tuple[str, ...], position: Position) -> Fault:
    """A key that does not exist, or one that does but for its accents, capitals or spaces."""
    meant = next((name for name in allowed if _letters(name) == _letters(key)), None)
    if meant:
        return Fault("C023", position, {"champ": key, "cle": meant})
    values = {"champ": key, "attendus": ", ".join(allowed)}
    if synonym := meant_by(key, allowed):
        values["voulu"] = synonym
    return Fault("C001", position, values)


def _letters(key: str) -> str:
    return fold(key.replace("_", " ")).replace(" ", "")


def group_form(model: type[BaseModel]) -> str:
    """How a thing is written on one line: `{id: …, nom: …}`."""
    return f"{{{', '.join(f'{name}: …' for name in model.model_fields)}}}"


def _form(model: type[BaseModel], loc: tuple[Key, ...], given: str, *, many: bool) -> str:
    """How the field at `loc` is written: `[Malakfé]`, `{nom: …, adresse: …}` or a list of these."""
    owner = owner_of(model, loc[:-1]) if loc and isinstance(loc[-1], str) else None
    inner = _inner(owner.model_fields[str(loc[-1])].annotation, BaseModel) if owner else owner_of(model, loc)
    field = f"{loc[-1]}: " if owner else ""
    group = group_form(inner) if inner else given or "premier, deuxième"
    if inner and _FILE.fullmatch(given):  # a name alone, where its words are asked too
        group = group.replace("fichier: …", f"fichier: {given}")
    return f"{field}[{group}]" if many else f"{field}{group}"


def owner_of(model: type[BaseModel], loc: tuple[Key, ...]) -> type[BaseModel]:
    """The model of the mapping at `loc`."""
    for step in loc:
        if isinstance(step, str):
            model = _inner(model.model_fields[step].annotation, BaseModel)
    return model


def _choices(model: type[BaseModel], loc: tuple[Key, ...]) -> list[str]:
    """The values allowed at `loc`, a field whose type is an enumeration."""
    steps = [step for step in loc if isinstance(step, str)]
    field = owner_of(model, tuple(steps[:-1])).model_fields[steps[-1]]
    return [member.value for member in _inner(field.annotation, Choice)]


def _inner(annotation: Any, kind: type) -> Any:
    """The first class of `kind` inside an annotation such as `tuple[Seat, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    for part in get_args(annotation):
        if found := _inner(part, kind):
            return found
    return None
