"""The kinds of content -> a file of each to be copied: every field, what it is, what it may be.

Made from the same fields and words as the forms and the schemas: a field that a model gains is there too.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_type_hints

from pydantic import TypeAdapter, ValidationError

from hub.founding.quoting import yaml
from hub.markup.plain import capital
from hub.model.association import ASSOCIATION
from hub.model.bureau import TERM
from hub.model.fields import TO_CONFIRM, Entity, Meaning
from hub.model.kind import Kind
from hub.model.kinds import BY_FOLDER
from hub.model.letter import LETTER
from hub.model.minutes import MINUTES
from hub.model.names import slug
from hub.model.walk import meaning_of
from hub.model.wording import DEFAULT, Wording
from hub.schemas.headers import Field, fields_of
from hub.schemas.words import words_of

FOLDER = "modeles"
WIDTH = 110
TO_WRITE = "À compléter"
WRITTEN = "## Un premier sujet\n\nÉcrivez ici.\n"

OF_REGISTERS: Mapping[str, Kind[Any]] = {"association": ASSOCIATION, "mandat": TERM}
"""The kinds that are entries of a register, by the names of their files."""


class Model(NamedTuple):
    """A file to be copied: where it stands, where it goes under which name, what it is, its text."""

    path: str
    folder: str
    name: str
    many: str
    text: str

    @property
    def copied(self) -> str:
        """The path of its copy."""
        return f"{self.folder}/{self.name}"


def texts(today: dt.date, town: Wording = DEFAULT) -> Iterator[Model]:
    """A model of each kind that has a file of its own, in the words of a town; `today` is the day that they
    show."""
    for folder, kind in BY_FOLDER.items():
        name = _name(kind, today)
        about = f"{capital(kind.one)}. À copier dans {folder}/, sous un nom comme {name}"
        lines = ["---", *_remark(about), *_fields(kind.model, today, town), "---", "", WRITTEN]
        path = f"{FOLDER}/{slug(kind.one)}.md"
        yield Model(path, folder, name, kind.many, "\n".join(lines))


def entries(today: dt.date, town: Wording = DEFAULT) -> Iterator[tuple[str, str]]:
    """(path, text) of an entry of each register: its lines go under the key that the remark names."""
    for name, kind in OF_REGISTERS.items():
        about = f"{capital(kind.one)}. À copier dans {kind.register}, sous « {kind.attribute}: »"
        first, *others = _fields(kind.model, today, town)
        at = next(index for index, line in enumerate((first, *others)) if not line.startswith("#"))
        lines = [first, *others]
        lines[at] = f"- {lines[at]}"
        shown = [line if line.startswith("- ") else f"  {line}" for line in lines]
        yield f"{FOLDER}/{name}.yaml", "\n".join((*_remark(about), "", *(f"  {one}" for one in shown), ""))


def _name(kind: Kind[Any], today: dt.date) -> str:
    if kind is MINUTES:
        return f"{today}-bureau.md"
    return f"{today:%Y-%m}.md" if kind is LETTER else f"{slug(kind.one)}-a-renommer.md"


def _fields(model: type[Entity], today: dt.date, town: Wording) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    for field in (one for one in fields_of(model) if town.names(one.name)):
        yield from _remark(_about(model, field, town))
        if field.required:
            yield f"{field.name}: {_value(field, hints[field.name], today)}"
        else:
            yield f"# {field.name}: {_form(field, town) or ('[]' if field.many else '')}".rstrip()


def _form(field: Field, town: Wording) -> str:
    """The form of a group, without what the town is without."""
    if town.has("college"):
        return field.form
    return field.form.replace(" college: …,", "").replace("{college: …, ", "{")


def _about(model: type[Entity], field: Field, town: Wording) -> str:
    words = words_of(model, field.name, town)
    chosen = f" Au choix : {', '.join(field.values)}." if field.values else ""
    return f"{words.title} : {words.description}{chosen}"


def _remark(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _value(field: Field, hint: Any, today: dt.date) -> str:
    """A value that the field may have, which says that it is to be changed where words can."""
    if field.many:
        return "[]"
    if meaning_of(hint) is Meaning.COLLEGE:
        return TO_CONFIRM
    chosen = [one for one in field.values if one != TO_CONFIRM] or [TO_WRITE, slug(TO_WRITE), str(today), "1"]
    return next(yaml(one) if one == TO_WRITE else one for one in chosen if _is_one(hint, one))


def _is_one(hint: Any, value: str) -> bool:
    try:
        TypeAdapter(hint).validate_python(value)
    except ValidationError:
        return False
    return True
