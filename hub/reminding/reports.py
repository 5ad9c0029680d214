"""The forms of what is due, by the names of `--format`: what each prints, as bytes of UTF-8."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from hub.called import called
from hub.labels.sentences import in_form
from hub.labels.told import fields_near
from hub.markup.forge import code, inert
from hub.model.hub import Hub
from hub.model.reminder import Reminder
from hub.reminding.words import Group, Line, Told, told

MARKER = "<!-- build.py remind -->"
"""The first line of the issue: by it, whoever renews the issue knows which one it is."""

LONGEST_ISSUE = 50_000
"""Characters: GitHub takes 65 536 in the text of an issue."""

Report = Callable[[Hub, list[Reminder], dt.date], bytes]


def text(hub: Hub, due: list[Reminder], today: dt.date) -> bytes:
    """What one reads in a terminal."""
    said = told(hub, due, today)
    return (
        "\n".join([said.lead, *(line for group in said.groups for line in _in_text(group))]) + "\n"
    ).encode()


def _in_text(group: Group) -> Iterator[str]:
    yield from ("", group.who)
    for line in group.lines:
        yield from (f"  - {line.what}", f"    {line.todo}", f"    {line.place}")
    if group.rest:
        yield f"  … {group.rest}"


def markdown(hub: Hub, due: list[Reminder], today: dt.date) -> bytes:
    """The text of an issue of a forge, after its marker."""
    said = told(hub, _plainly(hub, due), today)
    parts, length = [MARKER, inert(said.lead)], 0
    for rank, group in enumerate(said.groups):
        part = _in_markdown(group)
        length += len(part)
        if length > LONGEST_ISSUE:
            parts.append(_left(said, rank))
            break
        parts.append(part)
    return ("\n\n".join(parts) + "\n").encode()


def _in_markdown(group: Group) -> str:
    rows = [f"### {inert(group.who)}", "", *map(_row, group.lines)]
    return "\n".join([*rows, f"- … {group.rest}"] if group.rest else rows)


def _row(line: Line) -> str:
    return f"- **{inert(line.what)}** {inert(line.todo)} {code(line.place)}"


def _left(said: Told, rank: int) -> str:
    left = sum(len(group.lines) + group.left for group in said.groups[rank:])
    return inert(f"Et encore {left} : « {called().command} remind » les dit tous.")


def message(hub: Hub, due: list[Reminder], today: dt.date) -> bytes:
    """A mail to the town's contact, ready to be sent. Raises `AddresseeError` where it has none."""
    from hub.reminding.mail import message as made  # email, css_inline: of this form alone

    return made(hub, told(hub, _plainly(hub, due), today), today)


def _plainly(hub: Hub, due: list[Reminder]) -> list[Reminder]:
    """The same for who fills in forms: what is to be done there is told by the labels of its fields."""
    town = hub.site.mots
    return [one._replace(todo=in_form(one.todo, fields_near(one.at.path, town), town)) for one in due]


REPORTS: Mapping[str, Report] = MappingProxyType({"text": text, "markdown": markdown, "eml": message})
