"""An association in words and in lines: labels of its fields, its text in the register."""

from __future__ import annotations

from hub.importing.directory.register import ORDER, PARTS
from hub.importing.directory.values import Value
from hub.importing.styled import styled, styled_flow
from hub.model.association import Association, LocatedAddress
from hub.schemas.words import words_of
from hub.sources import Position


def label(name: str) -> str:
    """How a field is called in a sentence."""
    title = words_of(LocatedAddress if name in PARTS else Association, name).title
    return title if title.isupper() else title[:1].lower() + title[1:]


def place_of(known: Association, name: str) -> Position:
    """Where a field of an association stands in the directory."""
    return known.origin.at(*(("adresse", name) if name in PARTS else (name,)))


def lines_of(values: dict[str, Value]) -> list[str]:
    """A new association, a line a field."""
    address = {name: str(values[name]) for name in PARTS if values.get(name)}
    lines = []
    for name in ORDER:
        if name == "adresse" and address:
            lines.append(f"adresse: {styled_flow(address)}")
        elif values.get(name):
            lines.append(f"{name}: {in_yaml(values[name])}")
    return lines


def in_yaml(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return styled(value)
    return "[" + ", ".join(styled(one, inside=True) for one in value) + "]"
