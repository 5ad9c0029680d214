"""The fonts of what is printed: there, whole, and the signs that they have.

Typst leaves out in silence a font that it cannot read, and makes no document (PDF/UA) of a sign that no font
has.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hub.media.work import MediaError
from hub.sources.text import CONTROL

INVENTORY = "polices.json"
"""What `scripts/fonts.py` says of the fonts: the digest of each file, the ranges of their signs."""

UNKNOWN = "\ufffd"
"""What stands for a sign that no font has (Unicode, replacement character)."""

_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\U000e0020-\U000e007f\n\t"
"""Signs that no font needs to have: they say how others are set."""

_FORBIDDEN = "\ufeff"
"""The mark of the order of bytes, which is no letter and which no PDF may hold (ISO 14289-1, 7.21)."""


def require(fonts: Path) -> None:
    """Raise `MediaError` where one of the fonts is missing, spoilt or another one."""
    for name, digest in _inventory(fonts)["fichiers"].items():
        try:
            found = hashlib.sha256((fonts / name).read_bytes()).hexdigest()
        except OSError:
            found = ""
        if found != digest:
            raise _spoilt(fonts / name)


class Signs:
    """The signs that the fonts have."""

    def __init__(self, fonts: Path) -> None:
        ranges = (part.split("-") for part in _inventory(fonts)["signes"])
        known = "".join(f"{_escaped(first)}-{_escaped(last)}" for first, last in ranges)
        self._others = re.compile(f"[^{known}{_UNSEEN}]")

    def have_all(self, words: str) -> bool:
        """Whether all of `words` can be printed as it is."""
        whole = unicodedata.is_normalized("NFC", words) and _FORBIDDEN not in words
        return whole and not CONTROL.search(words) and not self._others.search(words)

    def others(self, words: Iterable[str]) -> str:
        """The signs of these words that no font has, in order."""
        return "".join(sorted({sign for one in words for sign in self._others.findall(_composed(one))}))

    def shown(self, words: str) -> str:
        """`words`, with a mark instead of each sign that no font has."""
        return self._others.sub(UNKNOWN, _composed(words))


def _composed(words: str) -> str:
    """As fonts have letters: « é » is one sign rather than two (Unicode, NFC)."""
    return unicodedata.normalize("NFC", CONTROL.sub("", words).replace(_FORBIDDEN, ""))


def _escaped(number: str) -> str:
    return re.escape(chr(int(number, 16)))


@functools.lru_cache(maxsize=4)
def _inventory(fonts: Path) -> dict[str, Any]:
    try:
        found = json.loads((fonts / INVENTORY).read_text(encoding="utf-8"))
        return {name: found[name] for name in ("fichiers", "signes")}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise _spoilt(fonts / INVENTORY) from error


def _spoilt(file: Path) -> MediaError:
    return MediaError(
        f"La police « {file} » manque, ou elle est abîmée : les PDF seraient faits avec une autre. "
        "Reprenez-la (git checkout -- theme/fonts)."
    )
