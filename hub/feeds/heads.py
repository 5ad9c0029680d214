"""The heads of a mail, where Python's own folding would spoil them (RFC 5322)."""

from __future__ import annotations

import re
from base64 import b64encode
from email.policy import EmailPolicy
from typing import Any


def _phrase(name: str) -> str:
    """The name of a sender: between quotes (RFC 5322, 3.2.4), or encoded (RFC 2047, 5) where it has accents.

    Python forgets the quotes of a long name that holds a comma: what follows it would be another sender.
    """
    if re.fullmatch(r"[A-Za-z0-9 ]+", name):
        return name
    if name.isascii() and "=?" not in name:
        return '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    pieces = (name[at : at + 10] for at in range(0, len(name), 10))  # at most 40 bytes, 56 signs of base 64
    return "\r\n ".join(f"=?utf-8?b?{b64encode(piece.encode()).decode()}?=" for piece in pieces)


class _Whole(EmailPolicy):
    """Headers as RFC 5322 has them, but for those that hold an address between angles: Python would encode a
    long one in words (RFC 2047), and no mail program would find it."""

    KEPT = frozenset(("list-id", "list-unsubscribe", "message-id"))

    def fold(self, name: str, value: Any) -> str:
        if name.lower() == "from":
            (one,) = value.addresses
            return f"{name}: {_phrase(one.display_name)} <{one.addr_spec}>\r\n"
        return f"{name}: {value}\r\n" if name.lower() in self.KEPT else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        own = name.lower() in self.KEPT or name.lower() == "from"
        return self.fold(name, value).encode() if own else super().fold_binary(name, value)


WHOLE = _Whole(linesep="\r\n")
