"""What comes of an entry of a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from hub.checks.personal import Sort
from hub.importing.directory.lines import label
from hub.importing.styled import styled
from hub.model.association import Association
from hub.sources import Position

LONGEST_SOURCE = 900


@dataclass(slots=True)
class Draft:
    """What comes of an entry: the `lines` of a new association, or the `changes` of a `known` one (a key, its
    value in YAML) and those of its address; `questions` by line of the file, `differences` by place of the
    directory; `unknown` are words that the town has not, `line` that of the entry, `key` the id of a
    new one, `credit` the source of a known one, and what is brought."""

    known: Association | None
    lines: list[str] = field(default_factory=list)
    changes: list[tuple[str, str]] = field(default_factory=list)
    address: list[tuple[str, str]] = field(default_factory=list)
    questions: list[tuple[int, str]] = field(default_factory=list)
    differences: list[tuple[Position, str]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    persons: tuple[Sort, ...] = ()
    themes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    line: int = 0
    key: str = ""
    credit: tuple[str, str] = ("", "")

    @property
    def credited(self) -> list[tuple[str, str]]:
        """The changes, and the source that says by what the card was completed."""
        added = [label(name) for name, _ in (*self.changes, *self.address)]
        if not added or any(name == "source" for name, _ in self.changes):
            return self.changes
        held, by = self.credit
        said = f"{', '.join(added)} : {by}"
        said = f"{said[:1].upper()}{said[1:]}"
        whole = f"{held.rstrip(' .')}. {said}" if held else said
        return self.changes if len(whole) > LONGEST_SOURCE else [*self.changes, ("source", styled(whole))]
