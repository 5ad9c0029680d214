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


CONSENT = Words(
    "Consentement",
    "L’accord qui couvre un nom, un portable ou une boîte personnelle ; il n’est pas publié.",
    ("Accord écrit du 3 mai 2026", "Courriel du 3 mai 2026"),
)
"""Of everything that may name a person, or say how to reach one."""
