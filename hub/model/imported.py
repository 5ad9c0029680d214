"""Where a thing was read, for it to be found again when its source is read once more."""

from __future__ import annotations

from typing import Annotated

from hub.model.fields import Entity, Meaning, Text

Uid = Annotated[Text, Meaning.NUMBER]
"""UID of a component of a calendar (RFC 5545 3.8.4.7)."""

Print = Annotated[Text, Meaning.NUMBER]
"""A mark of each field as the source had it: what changes there is told from what changes here. Anything else
marks nothing."""


class Imported(Entity):
    """A date of another calendar: its name there, and what was read of it last.

    The name is not that of the published calendar: this one never changes, and its SEQUENCE (RFC 5545
    3.8.7.4) is of this site. Two calendars that share a UID would each undo what the other says.
    """

    uid: Uid
    empreinte: Print
