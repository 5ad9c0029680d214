"""What a change does, as people and programs read it: text, Markdown for a comment on a forge, JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from hub.changes.headline import headline
from hub.changes.line import Line
from hub.changes.nouns import Changes
from hub.changes.sections import Section, sections
from hub.markup.forge import fenced, inert
from hub.markup.typography import french
from hub.sources.text import visible

SHOWN = 12
"""Lines of a section that are shown, and lines below one; the rest is counted."""

LONGEST = 60_000
"""Characters of a comment: GitHub refuses one of 65,536."""

FEWER = (SHOWN, 6, 3, 1)
"""How many lines a section may have, until the comment is short enough."""

Report = Callable[[Changes], str]


def text(changes: Changes) -> str:
    """For a terminal: the sentence, then the sections."""
    return "\n".join(_text(changes)) + "\n"


def _text(changes: Changes) -> Iterator[str]:
    yield french(visible(headline(changes)))
    for section in sections(changes):
        yield from ("", french(section.title))
        for line in section.lines[:SHOWN]:
            yield f"- {french(visible(line.words))}"
            yield from (f"    {french(visible(words))}" for words in _more(line, SHOWN))
            if line.code:
                yield f"    {visible(line.code)}"
        if rest := _rest(section, SHOWN):
            yield f"- {rest}"


def markdown(changes: Changes) -> str:
    """For a comment on a forge: whatever the sources say, it shows words and does nothing else."""
    made, told, parts = "", headline(changes), sections(changes)
    for shown in FEWER:
        made = "\n".join(_markdown(told, parts, shown)) + "\n"
        if len(made) <= LONGEST:
            return made
    whole = made[:LONGEST].rpartition("\n\n")[0]  # between two blocks: none is left open
    return f"{whole}\n\nLa suite : « python build.py changes ».\n"


def _markdown(told: str, parts: Sequence[Section], shown: int) -> Iterator[str]:
    yield inert(french(told))
    for section in parts:
        yield from ("", f"#### {inert(french(section.title))}", "")
        for line in section.lines[:shown]:
            yield f"- {inert(french(line.words))}"
            yield from (f"  - {inert(french(words))}" for words in _more(line, shown))
            if line.code:
                yield from ("", *(f"  {part}" for part in fenced(line.code, "yaml").split("\n")), "")
        if rest := _rest(section, shown):
            yield f"- {rest}"


def _more(line: Line, shown: int) -> tuple[str, ...]:
    left = len(line.more) - shown
    if left <= 1:
        return line.more
    return (*line.more[:shown], f"et {left} autres")


def _rest(section: Section, shown: int) -> str:
    left = len(section.lines) - shown
    return f"et {left} autre{'s' if left > 1 else ''}" if left > 0 else ""


def as_json(changes: Changes) -> str:
    """A fixed form for programs (`schemas/changes.schema.json`): nothing of it is cut."""
    return json.dumps(plain(changes), ensure_ascii=False, indent=2) + "\n"


def plain(changes: Changes) -> dict[str, Any]:
    """What is said, the same in objects, lists and texts."""
    return {"summary": french(headline(changes)), "nothing": changes.nothing, **_plain(changes)}


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def brief(changes: Changes, shown: int = SHOWN) -> dict[str, Any]:
    """What the panel of a page shows: the sentence, and the sections, cut."""
    return {
        "phrase": french(headline(changes)),
        "parties": [
            {
                "titre": french(section.title),
                "lignes": [
                    {
                        "mots": french(line.words),
                        "suite": [french(words) for words in _more(line, shown)],
                        "code": line.code,
                    }
                    for line in section.lines[:shown]
                ],
                "restants": max(0, len(section.lines) - shown),
            }
            for section in sections(changes)
        ],
    }


REPORTS: Mapping[str, Report] = {"text": text, "markdown": markdown, "json": as_json}
