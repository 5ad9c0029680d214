"""A file that somebody gives -> its blocks, by what it really is."""

from __future__ import annotations

import io
import re
from zipfile import ZipFile

from hub.importing import from_html, from_odt, from_pdf, from_text, from_word
from hub.importing.blocks import Reading
from hub.importing.opening import Source
from hub.importing.outcome import ImportingError
from hub.importing.signature import Sort

TEXTS = (Sort.DOCX, Sort.ODT, Sort.HTML, Sort.TEXT, Sort.PDF)
"""The sorts of files that are texts."""

LONGEST = 20_000_000
"""Bytes of the words of a document, with what is said of their look: a page has some ten thousand."""

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)


def blocks_of(source: Source) -> Reading:
    """The blocks of a file that is a text. Raises ImportingError with a sentence where it cannot be read."""
    try:
        _short_enough(source)
        match source.sort:
            case Sort.DOCX:
                return from_word.read(source.data)
            case Sort.ODT:
                return from_odt.read(source.data)
            case Sort.PDF:
                return from_pdf.read(source.data)
            case Sort.HTML:
                return from_html.read(decoded(source.data))
            case Sort.TEXT:
                return from_text.read(decoded(source.data))
            case _:
                raise ImportingError(f"c'est {source.sort}, et non un texte.")
    except ImportingError as error:
        raise ImportingError(f"« {source.name} » : {error}") from error.__cause__


def _short_enough(source: Source) -> None:
    """Refuse a text of thousands of pages: its reader would take all the memory there is."""
    size = len(source.data) if source.sort is Sort.TEXT else 0
    if source.sort in (Sort.DOCX, Sort.ODT):
        with ZipFile(io.BytesIO(source.data)) as archive:
            size = max(part.file_size for part in archive.infolist() if part.filename.endswith(".xml"))
    if size > LONGEST:
        raise ImportingError("il a plus de mille pages : coupez-le.")


def decoded(data: bytes) -> str:
    """The text of these bytes: as a mark or the page says, else UTF-8, else what they look like, Windows'
    alphabet of Western Europe in doubt."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if said := _CHARSET.search(data[:2048]):
        try:
            return data.decode(said[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return _guessed(data)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=["cp1252", "mac_roman", "utf_16", "iso8859_15"]).best()
    return str(found) if found else data.decode("cp1252", "replace")
