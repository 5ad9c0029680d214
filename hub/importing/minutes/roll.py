"""A table of who came -> the lines of each part: labels at the heads of rows or of columns, marks, states."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hub.importing.minutes.labels import Part, label_of

LISTS = (Part.PRESENT, Part.EXCUSED, Part.ABSENT, Part.TOWN)
_MARK = re.compile(r"[xX✓✔☑1]|oui", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:noms?|pr[ée]noms?|repr[ée]sentant.*|associations?|structures?|membres?|fonctions?|qualit[ée]s?)",
    re.IGNORECASE,
)
_LETTERS = {"p": Part.PRESENT, "e": Part.EXCUSED, "a": Part.ABSENT}


@dataclass
class Roll:
    """What a table says of who came: the lines of each part; words that it says by that, and the others."""

    lines: list[tuple[Part, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def roll(rows: list[list[str]]) -> Roll | None:
    """Read the rows of a table; None where it is no table of who came."""
    if len(rows[0]) == 2 and all(part_of(row[0]) for row in rows):
        return _by_rows(rows)
    heads = [part_of(cell) for cell in rows[0]]
    if not {Part.PRESENT, Part.EXCUSED} & set(heads):
        return None
    found = Roll()
    for cell, part in zip(rows[0], heads, strict=True):
        (found.told if part or _NAMES.fullmatch(cell.strip()) else found.left).append(cell)
    for row in rows[1:]:
        if heads[0] is None and (states := _states(row, heads)):
            _marked(row, states, found)
        else:
            _listed(row, heads, found)
    return found


def part_of(cell: str) -> Part | None:
    """The part that a cell is the label of, and nothing more."""
    bare = cell.strip(" :")
    label = label_of(bare) if bare else None
    if label is None or label.end < len(bare):
        return None
    return label.part if label.part in (*LISTS, Part.PLACE, Part.DATE, Part.AGENDA) else None


def _by_rows(rows: list[list[str]]) -> Roll:
    found = Roll(told=[row[0] for row in rows])
    for row in rows:
        part = part_of(row[0])
        assert part
        found.lines += [(part, line) for line in row[1].split("\n") if line.strip()]
    return found


def _states(row: list[str], heads: list[Part | None]) -> dict[int, Part]:
    """The columns of a row that say how somebody came: a mark under a label, or « Excusé » under any."""
    states: dict[int, Part] = {}
    for index, (cell, part) in enumerate(zip(row, heads, strict=True)):
        said = part_of(cell) or _LETTERS.get(cell.strip().lower())
        if part and _MARK.fullmatch(cell.strip()):
            states[index] = part
        elif part and said in LISTS:
            states[index] = said
    return states


def _marked(row: list[str], states: dict[int, Part], found: Roll) -> None:
    """A name, who came for it, and how."""
    found.told += [row[index] for index in states]
    others = [cell.strip() for index, cell in enumerate(row[1:], 1) if index not in states and cell.strip()]
    line = f"{row[0]} ({', '.join(others)})" if others else row[0]
    found.lines.append((next(iter(states.values())), line.replace("\n", " ")))


def _listed(row: list[str], heads: list[Part | None], found: Roll) -> None:
    """Names under their labels."""
    for cell, part in zip(row, heads, strict=True):
        if part:
            found.lines += [(part, line) for line in cell.split("\n") if line.strip()]
        else:
            found.left.append(cell)
