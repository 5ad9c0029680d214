"""What Pagefind makes of an index: its files, and what they say of themselves."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence

ENTRY = "pagefind-entry.json"

_HEAD = '{"url":'
"""With which what a fragment holds begins, after the signature of Pagefind."""


def together(entries: Sequence[bytes]) -> bytes:
    """The entry of all bundles, from that of each: the first one, which names them all.

    Raises ValueError, KeyError, TypeError or AttributeError where one cannot be read.
    """
    if len(entries) == 1:
        return entries[0]
    read = [json.loads(one) for one in entries]
    languages = {name: known for entry in read for name, known in entry["languages"].items()}
    return as_json(read[0] | {"languages": languages})


def said(found: Mapping[str, bytes]) -> int:
    """How many pages Pagefind says that it kept: one without a word is left out."""
    try:
        entry = json.loads(found[ENTRY])
        return sum(language["page_count"] for language in entry["languages"].values())
    except (ValueError, KeyError, TypeError, AttributeError):
        return -1


def address(fragment: bytes) -> str:
    """The address of the page that a fragment shows, which stands at its head: the rest is left packed."""
    head = zlib.decompressobj(wbits=31).decompress(fragment, 4096).decode(errors="ignore")
    found, _ = json.JSONDecoder().raw_decode(head[head.index(_HEAD) + len(_HEAD) :])
    return str(found)


def as_json(values: object) -> bytes:
    """A file of ours beside them, without a blank."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
