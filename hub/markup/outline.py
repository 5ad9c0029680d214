"""What is said point by point, for a comment on a forge: words of anybody, shown and obeyed by nobody.

With the standard library alone, for a job of the main branch tells so what the job of a proposal found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.called import called
from hub.controls import visible
from hub.markup.forge import fenced, inert

LONGEST = 60_000
"""Characters of a comment: GitHub refuses one of 65,536."""

LONGEST_LINE = 2_000
"""Characters of one line that are read."""

SHOWN = 12
"""Lines of a section that are shown, and lines below one; the rest is counted."""

FEWER = (SHOWN, 6, 3, 1)
"""How many lines a section may have, until the comment is short enough."""

MANY = 20
"""Sections that are read: there are fewer of ours."""


class Row(NamedTuple):
    """A line; `more` are lines below it, `code` what is to be copied as it is."""

    words: str
    more: tuple[str, ...] = ()
    code: str = ""


class Part(NamedTuple):
    """A title and its lines; `left` are those that were counted and not given."""

    title: str
    rows: tuple[Row, ...] = ()
    left: int = 0


class Outline(NamedTuple):
    """A sentence, and what it stands for."""

    lead: str
    parts: tuple[Part, ...] = ()


def read(said: Any) -> Outline:
    """The outline that a stranger's JSON holds, in the words of `hub.changes.reports.brief`.

    Raises ValueError, TypeError or KeyError where it holds none."""
    parts = (
        Part(_words(part["titre"]), tuple(map(_row, part["lignes"][:SHOWN])), int(part["restants"]))
        for part in said["parties"][:MANY]
    )
    return Outline(_words(said["phrase"]), tuple(parts))


def _row(said: Any) -> Row:
    return Row(_words(said["mots"]), tuple(map(_words, said["suite"][:SHOWN])), _words(said["code"]))


def _words(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError("not words")
    return said[:LONGEST_LINE]


def text(said: Outline) -> Iterator[str]:
    """For a terminal, or the log of a job: line by line."""
    yield visible(said.lead)
    for part in said.parts:
        yield from ("", visible(part.title))
        for row in part.rows[:SHOWN]:
            yield f"- {visible(row.words)}"
            yield from (f"    {visible(words)}" for words in more(row.more, SHOWN))
            if row.code:
                yield f"    {visible(row.code)}"
        if left := rest(part, SHOWN):
            yield f"- {left}"


def markdown(said: Outline, longest: int = LONGEST) -> str:
    """For a comment, of `longest` characters at most."""
    made = ""
    for shown in FEWER:
        made = "\n".join(_markdown(said, shown)) + "\n"
        if len(made) <= longest:
            return made
    whole = made[:longest].rpartition("\n\n")[0]  # between two blocks: none is left open
    return f"{whole}\n\nLa suite : « {called().command} changes ».\n"


def _markdown(said: Outline, shown: int) -> Iterator[str]:
    yield inert(said.lead)
    for part in said.parts:
        yield from ("", f"#### {inert(part.title)}", "")
        for row in part.rows[:shown]:
            yield f"- {inert(row.words)}"
            yield from (f"  - {inert(words)}" for words in more(row.more, shown))
            if row.code:
                yield from ("", *(f"  {line}" for line in fenced(row.code, "yaml").split("\n")), "")
        if left := rest(part, shown):
            yield f"- {left}"


def more(lines: tuple[str, ...], shown: int) -> tuple[str, ...]:
    """The lines below one, cut where that spares more than a line."""
    left = len(lines) - shown
    if left <= 1:
        return lines
    return (*lines[:shown], f"et {left} autres")


def rest(part: Part, shown: int) -> str:
    """How many lines of a section are not shown; '' for none."""
    left = max(0, len(part.rows) - shown) + part.left
    return f"et {left} autre{'s' if left > 1 else ''}" if left else ""
