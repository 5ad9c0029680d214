"""Two things of one model -> the fields whose values are others, by the models alone: no kind is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache, partial
from typing import Any

from hub.changes.nouns import Difference, How
from hub.changes.rows import matched
from hub.changes.saying import NAMES, SHORT, Speech, meanings, plain, shown
from hub.changes.sentences import around, changed
from hub.checks.personal import personal
from hub.model.fields import Entity, Meaning
from hub.model.wording import DEFAULT, Wording
from hub.schemas.words import title_of, words_of

BODY = "texte"
"""The name that stands for the text below a header."""

BODY_WORDS = "Texte"

LONG = 120
"""Characters of a value beyond which the sentences that changed are told, and not the whole."""


class Differ:
    """Compares things of two hubs.

    What may be a person's (a name, a mobile, a private mailbox) is not repeated when it leaves, and neither
    when it comes to one of the files `faulty`, in which a rule of privacy finds fault.
    Fields are called as in the forms of the `town`.
    """

    def __init__(
        self, before: Speech, after: Speech, faulty: Collection[str] = (), town: Wording = DEFAULT
    ) -> None:
        self._before, self._after, self._faulty, self._town = before, after, faulty, town

    def of(self, old: Entity, new: Entity, but: tuple[str, ...] = ()) -> tuple[Difference, ...]:
        """The values that are others, those of the fields `but` left aside, in the order of the model; the
        text at the end."""
        if old is new:
            return ()
        found = [one for one in self._fields(old, new, _Where()) if one.field not in but]
        said, says = getattr(old, "text", ""), getattr(new, "text", "")
        if said != says:
            found += self._text(said, says, _Where(BODY, BODY_WORDS))
        faulty = new.origin.document.path in self._faulty
        return tuple(_discreet(one, faulty=faulty) for one in found)

    def _fields(self, old: Entity, new: Entity, where: _Where) -> Iterator[Difference]:
        for name, meaning in meanings(type(new)).items():
            one, other = getattr(old, name), getattr(new, name)
            if one is other or (meaning not in NAMES and isinstance(one, str) and one == other):
                continue
            if self._before.meant(one, meaning) != self._after.meant(other, meaning):
                yield from self._value(
                    one, other, meaning, where.inside(name, label(type(new), name, self._town))
                )

    def _value(self, one: Any, other: Any, meaning: Meaning | None, where: _Where) -> Iterator[Difference]:
        if meaning is Meaning.CONSENT:
            yield where.difference(How.HIDDEN)
        elif isinstance(one, Entity) and isinstance(other, Entity):
            yield from self._fields(one, other, where)
        elif isinstance(one, tuple) or isinstance(other, tuple):
            yield from self._list(one or (), other or (), meaning, where)
        elif meaning is Meaning.TEXT and one and other:
            yield from self._text(one, other, where)
        else:
            yield from self._scalar(
                self._before.words(one, meaning), self._after.words(other, meaning), where
            )

    def _scalar(self, said: str, says: str, where: _Where) -> Iterator[Difference]:
        if said and says and max(len(said), len(says)) > LONG:
            for pair in changed(said, says) or [(said, says)]:
                yield where.difference(How.CHANGED, *around(*pair))
        else:
            how = How.CHANGED if said and says else How.SET if says else How.UNSET
            yield where.difference(how, *around(said, says))

    def _text(self, said: str, says: str, where: _Where) -> Iterator[Difference]:
        """The sentences of a text that are others; where none is, its form may be."""
        if shown(said) == shown(says):
            return
        pairs = changed(plain(said), plain(says))
        for old, new in pairs:
            how = How.CHANGED if old and new else How.ADDED if new else How.REMOVED
            yield where.difference(how, *around(old, new))
        if not pairs:
            yield where.difference(How.FORM)

    def _list(self, one: Any, other: Any, meaning: Meaning | None, where: _Where) -> Iterator[Difference]:
        model = next((type(part) for part in (*other, *one) if isinstance(part, Entity)), None)
        if model is None:
            yield from self._values(one, other, meaning, where)
            return
        sides = [partial(side.meant, meaning=meaning) for side in (self._before, self._after)]
        rows = matched(one, other, sides, self._after.words)
        row = title_of(model, self._town)
        for old, new in rows.pairs:
            yield from self._fields(old, new, where.row(self._after.row(new)[:SHORT]))
        for part in rows.removed:
            yield where.difference(How.REMOVED, self._before.row(part), row=row)
        for part in rows.added:
            yield where.difference(How.ADDED, "", self._after.row(part), row=row)
        if rows.reordered:
            yield where.difference(How.ORDER)

    def _values(self, one: Any, other: Any, meaning: Meaning | None, where: _Where) -> Iterator[Difference]:
        """Values that came or left; of a list that has the same ones, that their order is another."""
        old = [self._before.meant(value, meaning) for value in one]
        new = [self._after.meant(value, meaning) for value in other]
        less, more = Counter(old) - Counter(new), Counter(new) - Counter(old)
        for value, meant in zip(one, old, strict=True):
            if less[meant] > 0:
                less[meant] -= 1
                yield where.difference(How.REMOVED, around(self._before.words(value, meaning), "")[0])
        for value, meant in zip(other, new, strict=True):
            if more[meant] > 0:
                more[meant] -= 1
                yield where.difference(How.ADDED, "", around("", self._after.words(value, meaning))[1])
        both = Counter(old) & Counter(new)
        if _only(old, both) != _only(new, both):
            yield where.difference(How.ORDER)


def _only(values: list[Any], counts: Counter[Any]) -> list[Any]:
    """The values that are among `counts`, as many of each, in their order."""
    left = Counter(counts)
    kept = []
    for value in values:
        if left[value] > 0:
            left[value] -= 1
            kept.append(value)
    return kept


def _discreet(one: Difference, *, faulty: bool) -> Difference:
    """A difference that repeats nobody's name nor number."""
    if any(personal(one.before)) or (faulty and any(personal(one.after))):
        return one._replace(
            how=How.HIDDEN, before="", after="", item="" if any(personal(one.item)) else one.item
        )
    return one


class _Where:
    """A place in two things: the names that lead there, their words, and in which row of a list it is."""

    def __init__(self, field: str = "", words: str = "", item: str = "") -> None:
        self._field, self._words, self._item = field, words, item

    def inside(self, name: str, words: str) -> _Where:
        """The field `name` there."""
        field = f"{self._field}.{name}" if self._field else name
        said = f"{self._words} › {words}" if self._words else words
        return _Where(field, said, self._item)

    def row(self, item: str) -> _Where:
        """The row `item` there."""
        return _Where(self._field, self._words, item)

    def difference(self, how: How, before: str = "", after: str = "", row: str = "") -> Difference:
        """What is other there."""
        return Difference(self._field, self._words, how, before, after, self._item, row)


@cache
def label(model: type[Entity], name: str, town: Wording = DEFAULT) -> str:
    """The French words of a field, in those of a town."""
    return words_of(model, name, town).title
