"""A file to be made, and what may go wrong."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

QR = "qr"
"""The scheme of an image that is the QR code of the address behind it, drawn when the document is made."""


class MediaError(Exception):
    """A file could not be made; the message is a French sentence."""


class Work(NamedTuple):
    """A file to be made at `address`: `maker` names who makes it (`hub.media.workshop.MAKERS`), `content`
    is all that it is made of, as text."""

    address: str
    maker: str
    content: str

    def key(self, made_by: str) -> str:
        """What the file is known by: the same content, made by the same program, gives the same bytes."""
        words = "\0".join((made_by, self.maker, self.content))
        return hashlib.sha256(words.encode()).hexdigest()
