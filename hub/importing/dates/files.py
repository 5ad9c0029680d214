"""The files of `content/agenda/`: their names, their texts, and what a source brings to one that is there."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from hub.importing.dates.drafting import Draft
from hub.importing.dates.known import compared, own_uid
from hub.importing.header import changed
from hub.importing.outcome import Written
from hub.importing.people import UNKNOWN
from hub.model.calendars import RESERVED
from hub.model.event import Event
from hub.model.fields import ID_PATTERN
from hub.model.hub import Hub
from hub.model.names import slug
from hub.proposal.naming import plain as in_an_address
from hub.sources.opening import open_plain

FOLDER = "content/agenda"


def held(root: Path, key: str, changes: dict[str, object]) -> Written:
    """The file of a date, with these fields changed."""
    path = f"{FOLDER}/{key}.md"
    return Written(path, changed(text_of(root, path), changes))


def text_of(root: Path, path: str) -> str:
    """The text of a file of the town."""
    with open_plain(root, path) as file:
        return file.read().decode()


def completed(draft: Draft, event: Event, text: str, hub: Hub, today: dt.date) -> str:
    """The file with what the source brings to it."""
    found = compared(event, draft, hub)
    fields = {name: value for name, value in found.changes.items() if name != "texte"}
    if event.publie_le and found.told:
        fields["modifie_le"] = str(today)
    uid, held = own_uid(draft.given.uid), event.origine
    if uid and (held is None or (held.uid, held.empreinte) != (uid, found.marks)):
        fields["origine"] = {"uid": uid, "empreinte": found.marks}
    new = changed(text, fields) if fields else text
    if "texte" in found.changes:
        head = re.match(r"\ufeff?---\r?\n.*?\n---[ \t]*\r?\n?", new, re.DOTALL)
        new = f"{head[0] if head else new}\n{found.changes['texte']}"
    return new


def name_of(draft: Draft) -> str:
    """The name of a new file: what comes back has no day of its own."""
    if re.fullmatch(ID_PATTERN, held := draft.given.held):
        return held
    name = in_an_address(slug(draft.fields["titre"].replace(UNKNOWN, "")))
    day = str(draft.event.debut)[:10]
    usable = name and not name.isdigit() and name not in RESERVED and not name.startswith("suite-")
    return name if usable and draft.fields.get("recurrence") else f"{day}-{name}"
