"""What a PDF carries beside its pages, found by its names: nothing in it is run, drawn or followed.

A PDF reader's library would take longer to load than `check` takes, and walks wherever a file leads it; names
are found in one pass, in what is compressed as well, within limits.
"""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hub.sources.attachment import Attachment

_INFLATED = 20_000_000
"""Bytes that are looked at of what is compressed."""

_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
"""A sign of a name as its number (ISO 32000-1, 7.3.5): `/J#61vaScript`."""

_PROGRAM = re.compile(rb"/JavaScript(?![A-Za-z])")
_COMMAND = re.compile(rb"/Launch(?![A-Za-z])")
_FILE = re.compile(rb"/EmbeddedFile(?![A-Za-z])|/EF\s{0,8}<<")
_GOES_OUT = re.compile(
    rb"/OpenAction\s{0,8}<<[^>]{0,300}/S\s{0,8}/(?:URI|SubmitForm|ImportData|GoToR|GoToE)\b"
)

_AUTHOR = re.compile(rb"/Author\s{0,8}(?:\(((?:[^()\\]|\\.){0,400})\)|<([0-9A-Fa-f\s]{0,1600})>)", re.DOTALL)
_CREATOR = re.compile(rb"<dc:creator>[^<]{0,100}<rdf:Seq>[^<]{0,100}<rdf:li[^<>]{0,100}>([^<]{1,200})<")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Carried(NamedTuple):
    """What a PDF does when it is opened, or brings along, and who made it."""

    program: bool = False
    command: bool = False
    file: bool = False
    goes_out: bool = False
    authors: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def carried(document: Attachment) -> Carried:
    """What is found in a PDF. Raises OSError."""
    data = document.data()
    whole = b"\n".join((data, *_compressed(data)))
    named = _HEX.sub(lambda found: bytes([int(found[1], 16)]), whole)
    return Carried(
        program=_PROGRAM.search(named) is not None,
        command=_COMMAND.search(named) is not None,
        file=_FILE.search(named) is not None,
        goes_out=_GOES_OUT.search(named) is not None,
        authors=() if b"/Encrypt" in whole else tuple(dict.fromkeys(filter(None, _authors(whole)))),
    )


def _compressed(data: bytes) -> Iterator[bytes]:
    """The streams that hold objects (ISO 32000-1, 7.5.7), where a file of today has its names."""
    left, at = _INFLATED, data.find(b"/ObjStm")
    while at >= 0 and left > 0:
        begin = data.find(b"stream", at)
        end = data.find(b"endstream", begin)
        if begin < 0 or end < 0:
            return
        try:
            inflated = zlib.decompressobj().decompress(data[begin + 6 : end].lstrip(b"\r\n"), left)
        except zlib.error:  # not compressed so, or encrypted
            inflated = b""
        left -= len(inflated)
        yield inflated
        at = data.find(b"/ObjStm", end)


def _authors(data: bytes) -> Iterator[str]:
    for found in _AUTHOR.finditer(data):
        yield _text(_literal(found[1]) if found[1] is not None else _hexadecimal(found[2]))
    for found in _CREATOR.finditer(data):
        yield html.unescape(found[1].decode("utf-8", "replace")).strip()


def _literal(written: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: _sign(found[1]), written)


def _sign(escaped: bytes) -> bytes:
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8) & 0xFF])
    return _SIGNS.get(escaped, escaped)


def _hexadecimal(written: bytes) -> bytes:
    digits = b"".join(written.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _text(data: bytes) -> str:
    """A text string (ISO 32000-1, 7.9.2): UTF-16 or UTF-8 by its mark, else near enough to Latin-1."""
    if data.startswith(b"\xfe\xff"):
        return data[2:].decode("utf-16-be", "replace").strip()
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace").strip()
    return data.decode("latin-1").strip()
