"""Equal texts of things, held once: a register says the same town and the same themes thousands of times."""

from __future__ import annotations

from typing import Any

from hub.model.fields import Entity


class Alike:
    """The texts met so far, and the sets of fields that things were given."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._given: dict[frozenset[str], set[str]] = {}

    def share(self, thing: Entity) -> None:
        """Put into a thing, and into its parts, what others hold already in the place of what is equal."""
        texts, fields = self._texts, thing.__dict__
        for name, value in fields.items():
            kind = type(value)
            if kind is str:
                fields[name] = texts.setdefault(value, value)
            elif kind is tuple and value:
                fields[name] = tuple(map(self._shared, value))
            elif isinstance(value, Entity):
                self.share(value)
        given = thing.__pydantic_fields_set__
        held = self._given.setdefault(frozenset(given), given)
        if held is not given:
            object.__setattr__(thing, "__pydantic_fields_set__", held)

    def _shared(self, value: Any) -> Any:
        if type(value) is str:
            return self._texts.setdefault(value, value)
        if isinstance(value, Entity):
            self.share(value)
        return value
