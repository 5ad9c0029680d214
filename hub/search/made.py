"""What Pagefind makes of an index: its files, and what they say of themselves."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence

ENTRY = "pagefind-entry.json"

_HEAD = '{"url":'
"""With which what a fragment holds begins, after the signature of Pagefind."""


def together(bundles: Sequence[Mapping[str, bytes]]) -> Mapping[str, bytes]:
    """The files of all bundles, under the entry of the first, which names them all; under none, where one of
    them has none that can be read."""
    files = {path: data for one in bundles for path, data in one.items()}
    if len(bundles) == 1:
        return files
    try:
        entries = [json.loads(one[ENTRY]) for one in bundles]
        languages = {name: known for entry in entries for name, known in entry["languages"].items()}
        return files | {ENTRY: as_json(entries[0] | {"languages": languages})}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {path: data for path, data in files.items() if path != ENTRY}


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
