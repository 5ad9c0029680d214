"""A file to be made, and what may go wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from hub.sources import Attachment


class MediaError(Exception):
    """A file could not be made; the message is a French sentence."""


class Work(NamedTuple):
    """A file to be made at `address`.

    `template` names who makes it (`hub.media.press`); `content` is what it tells, as JSON; `code` the address
    that its QR code holds, '' without one; `pictures` the images that it shows, by the names that `content`
    has for them, which say what they hold; `headed` whether each row of its last table has a head. `lost` are
    the signs of its words that no font has.
    """

    address: str
    template: str
    content: str
    code: str = ""
    pictures: tuple[tuple[str, Attachment], ...] = ()
    headed: bool = False
    lost: str = ""

    def key(self, made_by: str) -> str:
        """What the file is known by: the same content, made by the same program, gives the same bytes."""
        words = "\0".join((made_by, self.template, self.code, self.content))
        return hashlib.sha256(words.encode()).hexdigest()


Sheet = tuple[str, Callable[[], Work]]
"""The address of a file, and what gives the work that makes it."""
