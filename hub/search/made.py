"""What Pagefind makes of an index: its files, and what they say of themselves."""

from __future__ import annotations

import json
import zlib

ENTRY = "pagefind-entry.json"

_HEAD = '{"url":'
"""With which what a fragment holds begins, after the signature of Pagefind."""


def together(bundles: list[dict[str, bytes]]) -> dict[str, bytes]:
    """The files of all bundles, under the entry of the first, which names them all."""
    first, *others = bundles
    if not others:
        return first
    entry = json.loads(first[ENTRY])
    for other in others:
        entry["languages"] |= json.loads(other[ENTRY])["languages"]
    return {path: data for one in reversed(bundles) for path, data in one.items()} | {ENTRY: as_json(entry)}


def said(found: dict[str, bytes]) -> int:
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
