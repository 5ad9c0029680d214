"""What a change does, as people and programs read it: text, Markdown for a comment on a forge, JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any

from hub.changes.headline import headline
from hub.changes.line import Line
from hub.changes.nouns import UNSAID, Changes, Told
from hub.changes.sections import sections
from hub.checks import Problem
from hub.labels.told import plainly
from hub.markup import outline
from hub.markup.outline import SHOWN, Outline, Part, Row, more
from hub.markup.typography import french

Report = Callable[[Changes], str]


def text(changes: Changes) -> str:
    """For a terminal: the sentence, then the sections."""
    return "\n".join(outline.text(_outline(changes))) + "\n"


def markdown(changes: Changes) -> str:
    """For a comment on a forge: whatever the sources say, it shows words and does nothing else."""
    return outline.markdown(_outline(_plainly(changes)))


def _plainly(changes: Changes) -> Changes:
    """The same, whose problems are told to those who fill in forms."""
    if (told := changes.problems) is None:
        return changes
    new, mended = (tuple(plainly(one, changes.town) for one in those) for those in (told.new, told.mended))
    return changes._replace(problems=told._replace(new=new, mended=mended))


def _outline(changes: Changes) -> Outline:
    parts = (Part(french(one.title), tuple(map(_row, one.lines))) for one in sections(changes))
    return Outline(french(headline(changes)), tuple(parts))


def _row(line: Line) -> Row:
    return Row(french(line.words), tuple(map(french, line.more)), line.code)


def as_json(changes: Changes) -> str:
    """A fixed form for programs (`schemas/changes.schema.json`): nothing of it is cut."""
    return json.dumps(plain(changes), ensure_ascii=False, indent=2) + "\n"


def plain(changes: Changes) -> dict[str, Any]:
    """What is said, the same in objects, lists and texts."""
    return {"summary": french(headline(changes)), "nothing": changes.nothing, **_plain(changes)}


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items() if name not in UNSAID}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def brief(changes: Changes, shown: int = SHOWN) -> dict[str, Any]:
    """What a page or a forge shows: the sentence, and the sections, cut (`hub.markup.outline.read`)."""
    return {
        "phrase": french(headline(changes)),
        "parties": [
            {
                "titre": french(section.title),
                "lignes": [
                    {
                        "mots": french(line.words),
                        "suite": [french(words) for words in more(line.more, shown)],
                        "code": line.code,
                    }
                    for line in section.lines[:shown]
                ],
                "restants": max(0, len(section.lines) - shown),
            }
            for section in sections(changes)
        ],
    }


def as_brief(changes: Changes) -> str:
    """The same for another program of this hub, which shows it (`hub.forge`) beside the problems of `check`:
    these are not told, but which of them are new, and which are told by what changes."""
    told = changes.problems or Told()
    beside = _plainly(changes._replace(problems=told._replace(new=(), standing=0)))
    new = [_place(one) for one in told.new]
    apart = [[by.path, by.line] for one in changes.cited for by in one.by]
    lost = [one.address for one in changes.lost]
    said = {**brief(beside), "nouveaux": new, "dits": apart, "perdues": lost}
    return json.dumps(said, ensure_ascii=False) + "\n"


def _place(one: Problem) -> list[str | int]:
    return [one.path, one.line, one.column, one.code]


REPORTS: Mapping[str, Report] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
    "brief": as_brief,
}
