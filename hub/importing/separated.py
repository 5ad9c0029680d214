"""Text separated by signs, in any alphabet -> rows: what `hub.sources.separated` does, and the detection of
alphabets that are of no spreadsheet in France."""

from __future__ import annotations

from collections.abc import Iterator

from hub.sources import separated as text

LATIN = text.OF_FRANCE[0]


def separated(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each row, and its number as a spreadsheet counts it, from 1: a cell may hold several lines."""
    for number, _, cells in text.separated(decoded(data)):
        yield number, cells


def decoded(data: bytes) -> str:
    """The text of a file whose alphabet nobody said."""
    return text.decoded(data, _detected)


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(data).best()
    return found.encoding if found else LATIN
