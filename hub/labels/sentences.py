"""A sentence that speaks of keys, files and lines -> the same for whoever fills in a form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic_core import PydanticCustomError

from hub.atelier.collections import ASSETS, told_of
from hub.atelier.words import REGISTERS
from hub.labels.fields import Field, Fields
from hub.markup.dates import date
from hub.model.dates import PartialDate
from hub.model.kinds import BY_FOLDER
from hub.model.wording import DEFAULT, Wording

_NAMED = re.compile(r"« (?P<dash>- )?(?P<key>[a-z][a-z_]*)(?P<value> ?:(?: [^«»]*)?)? »")
"""A key as sentences write it: « echeance », « echeance: », « statut: adopte », « qui: […] »."""

_SHAPE = re.compile(r"[\[{…].*")
"""A value that only shows how a list or a group is written."""

_LINE = re.compile(
    r" ?\([\w./-]+\.(?:ya?ml|md)(?::\d+)?\)|(?<=[\w-])\.md(?= »)| \(ligne \d+\)| à la ligne \d+"
)
"""The line of a file that a sentence names, and the end of a file's name."""

_ADDED = re.compile(r"\b(A|a)joutez (?=« [A-ZÀ-Þ])")
"""In a form the field is there already, and empty."""

_PLACES: Mapping[str, str] = {
    **{f"{folder}/": f"« {told_of(kind).label} »" for folder, kind in BY_FOLDER.items()},
    **{path: f"« {told.label} »" for path, told in REGISTERS.items()},
    **{f"{one['media_folder'].lstrip('/')}/": f"« {one['label']} »" for one in ASSETS},
}
"""The folders and registers, and what the workshop calls them."""

_PLACE = re.compile(
    r"(?:« ?)?(?<![\w/])("
    + "|".join(map(re.escape, sorted(_PLACES, key=len, reverse=True)))
    + r")(?![\w-])(?: ?»)?"
)


_DAY = re.compile(r"(?<![\w/-])(?<!« )\d{4}-\d\d-\d\d(?![\w/-])|(?<=\()\d{4}-\d\d(?=\))")
"""A day as files write it, or a month between parentheses; what stands between guillemets is a quotation."""


def in_days(sentence: str) -> str:
    """The sentence, whose days are said as one says them: « 10 mars 2026 »."""
    return _DAY.sub(_said, sentence)


def _said(found: re.Match[str]) -> str:
    try:
        return date(PartialDate.parse(found[0]))
    except PydanticCustomError:  # there is no such day: it is told as it was written
        return found[0]


def in_form(sentence: str, known: Fields, town: Wording = DEFAULT) -> str:
    """The sentence without a key, a file nor a line, in the words of a town; `known` are the fields that it
    may name."""
    without = _LINE.sub("", sentence)
    named = _NAMED.sub(lambda found: _label(found, known), without)
    placed = _PLACE.sub(lambda found: town.say(_PLACES[found[1]]), named)
    return _ADDED.sub(lambda found: "Remplissez " if found[1] == "A" else "remplissez ", placed)


def _label(found: re.Match[str], known: Fields) -> str:
    field = known.get(found["key"])
    if field is None:
        return found[0]
    value = (found["value"] or "").removeprefix(" ").removeprefix(":").strip()
    return f"« {field.label} : {_words(value, field)} »" if _says(value) else f"« {field.label} »"


def _says(value: str) -> bool:
    return bool(value) and not _SHAPE.fullmatch(value)


def _words(value: str, field: Field) -> str:
    bare = value.strip('"')
    return field.choices.get(bare, bare)
