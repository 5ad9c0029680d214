"""The form of the tables of French words."""

from __future__ import annotations

from typing import Any, NamedTuple


class Words(NamedTuple):
    """What an editor shows of a field: a title, a sentence, values that show the form.

    Dates, numbers and enumerations need no examples here: their type gives some. The examples of a list
    are those of its elements.
    """

    title: str
    description: str
    examples: tuple[Any, ...] = ()


class Group(NamedTuple):
    """What an editor shows of a thing, and of its fields by name."""

    title: str
    fields: dict[str, Words]
