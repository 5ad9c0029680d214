"""What can be typed of a thing of which something cannot: its texts and its other fields are checked at once,
and whoever corrects the one is told of the others in the same round."""

from __future__ import annotations

import copy
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from hub.model.dates import Moment, PartialDate
from hub.model.fields import Choice, Entity, Meaning
from hub.model.typing_faults import owner_of
from hub.sources import Origin
from hub.sources.document import Key

E = TypeVar("E", bound=Entity)

A_YEAR = "2000"
AGREED = A_YEAR
"""What stands for an agreement that cannot be read: that it is badly told is all that is wrong."""


def half(model: type[E], data: Any, origin: Origin, error: ValidationError) -> E | None:
    """The thing without the fields in which `error` is; None where it cannot be without them."""
    if not isinstance(data, dict):
        return None
    kept = copy.deepcopy(data)
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        if not _without(model, kept, detail["loc"]):
            return None
    try:
        entity = model.model_validate(kept)
    except ValidationError:
        return None
    entity._origin = origin
    return entity


def _without(model: type[Entity], data: Any, loc: tuple[Key, ...]) -> bool:
    """Take the innermost field in which the place is, and that may be left out or replaced, from `data`;
    False for none.

    The lines of a list keep their ranks: one that cannot be is none without its list.
    """
    for end in range(len(loc), 0, -1):
        name = loc[end - 1]
        if not isinstance(name, str):
            continue
        owner = owner_of(model, loc[: end - 1])
        known = owner.model_fields.get(name)
        needed = known is not None and known.is_required()
        other = _stand_in(known) if known is not None and needed else ""
        if needed and not other:
            continue
        held = data
        for step in loc[: end - 1]:
            held = held[step] if _has(held, step) else None
        if isinstance(held, dict):
            held.pop(name, None)
            if said := other or (AGREED if name == "consentement" and known is not None else ""):
                held[name] = said
        return True
    return False


def _stand_in(field: FieldInfo) -> str:
    """A value for a field that must have one, of which no rule of what is written speaks; '' for none."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Choice):
        return str(next(iter(kind)).value)
    if kind in (PartialDate, Moment):
        return A_YEAR
    is_words = kind is str and not any(isinstance(one, Meaning) for one in field.metadata)
    return "?" if is_words else ""


def _has(held: Any, step: Key) -> bool:
    return step in held if isinstance(held, dict) else isinstance(held, list) and isinstance(step, int)
