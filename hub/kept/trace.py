"""What a file was made of."""

from __future__ import annotations

from typing import NamedTuple

from hub.remembered import Fact


class Trace(NamedTuple):
    """The digest of its maker and of what that was given, and the facts that it read with their digests."""

    made_by: str
    facts: tuple[tuple[Fact, str], ...]


AS_BEFORE = Trace("", ())
"""That of a file which is as the former build made it."""
