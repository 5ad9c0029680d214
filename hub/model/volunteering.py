"""What an association needs volunteers for: part of its card in the directory."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from hub.model.fields import Contact, Entity, PartialDate, Phrase, Text

VOLUNTEERING = "/benevolat/"
"""The page that lists the needs of all associations."""

GOING_ON = "benevolat-suite"
"""The frame of the pages that go on with it."""


class Need(Entity):
    """A need of volunteers: for one day (`date`), or all year, as long as `jusqu_a` if it says so.

    Without a `contact`, one writes to the association, as its card says.
    """

    quoi: Text
    date: PartialDate | None = None
    rythme: Text | None = None
    jusqu_a: PartialDate | None = None
    nombre: Annotated[int, Field(ge=1, le=10_000)] | None = None
    details: Phrase | None = None
    contact: Contact | None = None

    def over(self, today: dt.date) -> bool:
        """Whether its last day is past."""
        last = self.date or self.jusqu_a
        return last is not None and last.last < today
