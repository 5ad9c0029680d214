"""A field of a model -> the part of a form by which it is filled (Sveltia's field types).

Dates are texts with a pattern: what is known of one may be a year. Every value is a text, as the program
reads it: `number` fields save one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_type_hints

from hub.atelier.choices import Choices
from hub.atelier.shapes import FILES, PICKED, is_typed, meaning
from hub.atelier.shapes import IMAGES as SHOWN
from hub.atelier.words import (
    DATE,
    DATED,
    DAY,
    DAYS,
    HINTS,
    LABELS,
    LINES,
    MOMENT,
    SUMMARIES,
    TIMED,
    UNKNOWN,
    UNLISTED,
    WRONG,
)
from hub.checks.wordings import WORDINGS
from hub.look.logo import HEAVIEST
from hub.model.attachment import DOCUMENTS, IMAGES
from hub.model.dates import End, Moment, PartialDate
from hub.model.fields import TO_CONFIRM, Choice, Entity, Markdown, Meaning, Passage, Phrase
from hub.model.imported import Imported
from hub.model.minutes import Minutes
from hub.model.site import Site
from hub.model.typing_faults import CODES
from hub.model.wording import Wording
from hub.schemas.shapes import inner, scalar
from hub.schemas.words import Words, title_of, words_of

Widget = dict[str, Any]

TODAY = "{{today}}"
"""What the workshop's program replaces with the day (`atelier/source/today.js`)."""

LATE = ("documents", "source", "annule", "modifie_le", "consentement", "origine")
"""The fields that come after all the others, and after the text."""

TICKED = 600
"""Things of a list that may be picked several at a time are boxes to tick, as long as they are no more."""

LONG = (Passage, Phrase, Markdown)
"""Texts of some sentences: several lines to write in."""


LOGOS = (".svg", ".png")
AS_IT_IS: Widget = {
    "media_libraries": {"default": {"config": {"max_file_size": HEAVIEST, "slugify_filename": True}}}
}
"""A logo is no photo: it is not made another image before it is sent (`hub.atelier.settings`)."""


def widgets_of(model: type[Entity], choices: Choices, *, without: tuple[str, ...] = ()) -> list[Widget]:
    """The fields of a form for a model: those that must be filled, then the others, in its order."""
    hints = get_type_hints(model, include_extras=True)
    names = (name for name in model.model_fields if model is Wording or choices.words.names(name))
    kept = [name for name in names if name not in without]
    made = [widget(model, name, hints[name], choices) for name in kept]
    return sorted(made, key=lambda one: _rank(one["name"], required=one.get("required", False)))


def _rank(name: str, *, required: bool) -> int:
    return LATE.index(name) + len(LATE) if name in LATE else int(not required)


def widget(model: type[Entity], name: str, hint: Any, choices: Choices) -> Widget:
    """The field of a form for the field `name` of a model."""
    words = words_of(model, name, choices.words)
    kind, many = inner(hint)
    if kind is Imported:  # a program writes it, and reads it again
        return {"name": name, "label": words.title, "widget": "hidden"}
    required = model.model_fields[name].is_required()
    made = {
        "name": name,
        "label": words.title,
        "required": required,
        **_of(model, name, kind, choices, many=many),
    }
    made["hint"] = _hint(model, name, kind, words, many=many)
    return made


def _of(model: type[Entity], name: str, kind: Any, choices: Choices, *, many: bool) -> Widget:
    if isinstance(kind, type) and issubclass(kind, Entity):
        return _cards(name, kind, choices) if many else _group(kind, choices)
    if (model, name) == (Site, "logo"):
        return _file(FILES[model, name], LOGOS) | AS_IT_IS
    if (model, name) in FILES:
        return _file(FILES[model, name], IMAGES if FILES[model, name] == SHOWN else DOCUMENTS)
    options = choices.meant(meaning(kind))
    if isinstance(kind, type) and issubclass(kind, Choice):
        options = [
            {"label": LABELS.get(one) or choices.words.label(one), "value": one.value}
            for one in kind
            if choices.words.offers(one)
        ]
    if options is not None:
        default = model.model_fields[name].default
        preset = {"default": default.value} if isinstance(default, Choice) else {}
        several: Widget = {"multiple": True, "dropdown_threshold": TICKED} if many else {}
        return {"widget": "select", "options": options, **several, **preset}
    return {"widget": "text", **_pattern(kind, many=True)} if many else _typed(kind)


def _cards(name: str, kind: type[Entity], choices: Choices) -> Widget:
    return {
        "widget": "list",
        "label_singular": title_of(kind, choices.words).lower(),
        "collapsed": True,
        "summary": _summary(name, kind, choices.words),
        "fields": widgets_of(kind, choices),
    }


def _summary(name: str, kind: type[Entity], words: Wording) -> str:
    """How a card is told when it is closed; two kinds may list cards of their own under one name."""
    first = next(iter(kind.model_fields))
    told = SUMMARIES.get(name, "")
    if not told or not set(re.findall(r"{{(\w+)}}", told)) <= kind.model_fields.keys():
        told = f"{{{{{first}}}}}"
    return told if words.has("college") else told.replace("{{college}}, ", "")


def _group(kind: type[Entity], choices: Choices) -> Widget:
    return {"widget": "object", "collapsed": False, "fields": widgets_of(kind, choices)}


def _file(folder: str, kinds: Iterable[str]) -> Widget:
    return {
        "widget": "file",
        "media_folder": f"/content{folder.rstrip('/')}",
        "public_folder": folder.rstrip("/"),
        "accept": ",".join(kinds),
        "choose_url": False,
    }


def _typed(kind: Any) -> Widget:
    if kind in LONG or meaning(kind) in (Meaning.TEXT, Meaning.CONSENT):
        return {"widget": "text"}
    return {"widget": "string", **_pattern(kind)}


def _pattern(kind: Any, *, many: bool = False) -> Widget:
    """The form that a text has, or each line of it, and what to do where it has another."""
    shape = scalar(kind)
    if not shape.pattern:
        return {}
    known = next((name for name, code in CODES.items() if WORDINGS[code].remedy == shape.remedy), "")
    message = {PartialDate: DATED, Moment: TIMED, End: TIMED}.get(kind) or WRONG.get(known, shape.remedy)
    pattern = rf"(?:{shape.pattern})(?:\s*\n\s*(?:{shape.pattern}))*" if many else shape.pattern
    return {"pattern": [f"^(?:{pattern})$", message]}


def _hint(model: type[Entity], name: str, kind: Any, words: Words, *, many: bool) -> str:
    """What a field is, how its value is written, and one such value."""
    owner = next((one for one in model.__mro__ if (one, name) in HINTS), None)
    told = HINTS[owner, name] if owner else words.description
    if many and is_typed(kind):
        told = f"{told} {LINES}"
    if kind in (PartialDate, Moment, End):
        return f"{told} {_dated(model, name, kind)}"
    if unknown := _to_confirm(kind):
        return f"{told} {UNKNOWN.format(unknown)}"
    what = meaning(kind)
    examples = [one for one in words.examples if one != TO_CONFIRM]
    if what in (Meaning.ASSOCIATION, Meaning.ORGANISER):
        return f"{told} {UNLISTED}"
    if what in PICKED or not examples or (model, name) in FILES or not isinstance(examples[0], str):
        return told
    return f"{told} Par exemple : {examples[0]}"


def _dated(model: type[Entity], name: str, kind: Any) -> str:
    if name in DAYS or (model, name) == (Minutes, "date"):
        return DAY
    return DATE if kind is PartialDate else MOMENT


def _to_confirm(kind: Any) -> str:
    """How a list offers « à confirmer », '' where it does not."""
    if meaning(kind) is Meaning.COLLEGE:
        return "à confirmer"
    choice = isinstance(kind, type) and issubclass(kind, Choice)
    return next((one.libelle for one in kind if one.value == TO_CONFIRM), "") if choice else ""
