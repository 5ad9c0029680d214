"""Every text and every field of every kind of thing, by what their types say they hold.

The rules about prose, persons and references walk the hub by these functions: a kind that is declared, and a
field that a model has, cannot be left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from hub.model.fields import Choice, Entity, Meaning
from hub.model.hub import Hub
from hub.model.kinds import KINDS
from hub.sources.document import Key


class Written(NamedTuple):
    """What a field of a thing says: where it stands under the thing, and what its type says it is.

    `meaning` is None for words that people read.
    """

    thing: Any
    loc: tuple[Key, ...]
    value: str
    meaning: Meaning | None = None


class Body(NamedTuple):
    """A Markdown text of a thing: that of its file, or of the field at `loc`."""

    thing: Any
    words: str
    loc: tuple[Key, ...] = ()


def things(hub: Hub) -> Iterator[Any]:
    """Every thing that has a place of its own in the sources; what another announces has its words there."""
    for kind in KINDS:
        yield from (thing for thing in hub.of(kind) if kind.register or not thing.origin.loc)


def texts(hub: Hub) -> Iterator[Body]:
    """Every Markdown text of the hub, bodies and fields."""
    for thing in things(hub):
        if body := getattr(thing, "text", ""):
            yield Body(thing, body)
    yield from (Body(one.thing, one.value, one.loc) for one in meaning(hub, Meaning.TEXT))


def meaning(hub: Hub, *wanted: Meaning | None) -> Iterator[Written]:
    """What the fields that hold one of these say, in every thing of the hub; None wants words."""
    written = hub.once(_by_meaning)
    for one in wanted:
        yield from written.get(one, ())


def walked(hub: Hub) -> None:
    """Walk the hub now: whoever asks for a meaning later, and a copy of this process too, finds it done."""
    hub.once(_by_meaning)


def said(hub: Hub, thing: Entity) -> dict[Meaning | None, list[Written]]:
    """What every field of a thing of the hub says, by what it is."""
    return hub.memory.of(_of_thing, thing)


def _by_meaning(hub: Hub) -> dict[Meaning | None, list[Written]]:
    """What every field of the hub says: it is walked once."""
    found: dict[Meaning | None, list[Written]] = defaultdict(list)
    for thing in things(hub):
        for meant, those in said(hub, thing).items():
            found[meant] += those
    return found


def _of_thing(thing: Entity) -> dict[Meaning | None, list[Written]]:
    found: dict[Meaning | None, list[Written]] = defaultdict(list)
    for one in fields(thing):
        found[one.meaning].append(one)
    return found


def fields(thing: Entity) -> Iterator[Written]:
    """What every field of a thing says, those of its parts included: words, and what is none."""
    return _inside(thing, thing, ())


def _inside(thing: Any, part: Entity, loc: tuple[Key, ...]) -> Iterator[Written]:
    for name, said in _plan(type(part)):
        value = getattr(part, name)
        if isinstance(value, tuple):
            for index, one in enumerate(value):
                yield from _value(thing, one, (*loc, name, index), said)
        else:
            yield from _value(thing, value, (*loc, name), said)


def _value(thing: Any, value: Any, loc: tuple[Key, ...], said: Meaning | None) -> Iterator[Written]:
    if isinstance(value, Entity):
        yield from _inside(thing, value, loc)
    elif isinstance(value, str) and not isinstance(value, Choice):
        yield Written(thing, loc, value, said)


@cache
def _plan(model: type[Entity]) -> tuple[tuple[str, Meaning | None], ...]:
    """The fields of a model that may hold a text, each with what it means."""
    hints = get_type_hints(model, include_extras=True)
    return tuple((name, meaning_of(hints[name])) for name in model.model_fields if _worded(hints[name]))


def meaning_of(hint: Any) -> Meaning | None:
    """What a type says a text is; None for words."""
    if get_origin(hint) is Annotated and (own := [one for one in hint.__metadata__ if type(one) is Meaning]):
        return own[-1]
    return next((found for part in get_args(hint) if (found := meaning_of(part))), None)


def _worded(hint: Any) -> bool:
    """Whether a field of that type may hold a text, or a part that does."""
    if isinstance(hint, type):
        return issubclass(hint, (str, Entity)) and not issubclass(hint, Choice)
    return any(map(_worded, get_args(hint)))


def parts(hint: Any) -> Iterator[type[Entity]]:
    """The models of the groups that a type holds."""
    if isinstance(hint, type) and issubclass(hint, Entity):
        yield hint
    for part in get_args(hint):
        yield from parts(part)
