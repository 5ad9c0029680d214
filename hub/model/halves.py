"""What can be typed of a thing of which something cannot: its texts and its other fields are checked at once,
and whoever corrects the one is told of the others in the same round."""

from __future__ import annotations

import copy
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from hub.model.dates import Moment, PartialDate
from hub.model.fields import Choice, Entity, Meaning
from hub.model.typing_faults import owner_of
from hub.sources import Origin, Position
from hub.sources.document import Key

E = TypeVar("E", bound=Entity)

A_YEAR = "2000"
AGREED = A_YEAR
"""What stands for an agreement that cannot be read: that it is badly told is all that is wrong."""


class Half(NamedTuple):
    """What could be typed of a thing: `lost` are the places of the fields that it is without, `altered` says
    that others bear what stands for what they must have."""

    thing: Any
    lost: tuple[tuple[Key, ...], ...]
    altered: bool

    def speaks_of(self, position: Position) -> bool:
        """Whether what is found at a position may come of what the half is without: a field that is lost, or
        what holds it."""
        origin = self.thing.origin
        near = ((loc, loc[:-1]) for loc in self.lost)
        places = (origin.at(*loc, key=key) for both in near for loc in both for key in (True, False))
        return position.path == origin.document.path and (self.altered or position in places)


def half(model: type[E], data: Any, origin: Origin, error: ValidationError) -> Half | None:
    """The thing without the fields in which `error` is; None where it cannot be without them."""
    if not isinstance(data, dict):
        return None
    kept, lost, altered = copy.deepcopy(data), [], False
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        loc = _left_out(model, detail["loc"])
        if not loc:
            return None
        known = owner_of(model, loc[:-1]).model_fields.get(str(loc[-1]))
        said = _stand_in(known) if known is not None and known.is_required() else ""
        _write(kept, loc, said or (AGREED if loc[-1] == "consentement" and known is not None else ""))
        lost.append(loc)
        altered = altered or bool(said)
    try:
        entity = model.model_validate(kept)
    except ValidationError:
        return None
    entity._origin = origin
    return Half(entity, tuple(lost), altered)


def _left_out(model: type[Entity], loc: tuple[Key, ...]) -> tuple[Key, ...]:
    """The innermost field in which a place is, and that may be left out or replaced; () for none.

    The lines of a list keep their ranks: one that cannot be is none without its list.
    """
    for end in range(len(loc), 0, -1):
        name = loc[end - 1]
        if isinstance(name, str):
            known = owner_of(model, loc[: end - 1]).model_fields.get(name)
            if known is None or not known.is_required() or _stand_in(known):
                return loc[:end]
    return ()


def _write(data: Any, loc: tuple[Key, ...], value: str) -> None:
    """Take the field at `loc` out of `data`, or give it a value."""
    *outer, name = loc
    for step in outer:
        known = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        data = data[step] if known else None
    if isinstance(data, dict):
        data.pop(name, None)
        if value:
            data[name] = value


def _stand_in(field: FieldInfo) -> str:
    """A value for a field that must have one, of which no rule of what is written speaks; '' for none."""
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, Choice):
        return str(next(iter(kind)).value)
    if kind in (PartialDate, Moment):
        return A_YEAR
    is_words = kind is str and not any(isinstance(one, Meaning) for one in field.metadata)
    return "?" if is_words else ""
