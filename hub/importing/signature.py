"""What a file is by its bytes, whatever its name: people rename, and programs lie."""

from __future__ import annotations

import io
import re
from enum import StrEnum
from zipfile import BadZipFile, ZipFile


class Sort(StrEnum):
    """The sorts of files that people have; the value is what they call one."""

    DOCX = "un document Word (.docx)"
    ODT = "un document LibreOffice (.odt)"
    XLSX = "un classeur Excel (.xlsx)"
    ODS = "un classeur LibreOffice (.ods)"
    XLS = "un classeur Excel d'avant 2007 (.xls)"
    DOC = "un document Word d'avant 2007 (.doc)"
    RTF = "un document RTF (.rtf)"
    PDF = "un PDF"
    HTML = "une page web"
    ICS = "un agenda (.ics)"
    JSON = "un fichier JSON"
    TEXT = "un texte"
    ENCRYPTED = "un fichier protégé par un mot de passe"
    DAMAGED = "un fichier abîmé"
    ZIP = "une archive (.zip)"
    OTHER = "un fichier d'une sorte inconnue"


ENDINGS = {
    Sort.DOCX: (".docx", ".docm", ".dotx"),
    Sort.ODT: (".odt", ".ott"),
    Sort.XLSX: (".xlsx", ".xlsm"),
    Sort.ODS: (".ods",),
    Sort.XLS: (".xls",),
    Sort.DOC: (".doc", ".dot"),
    Sort.RTF: (".rtf",),
    Sort.PDF: (".pdf",),
    Sort.HTML: (".html", ".htm", ".xhtml"),
    Sort.ICS: (".ics",),
    Sort.JSON: (".json",),
    Sort.TEXT: (".txt", ".csv", ".tsv", ".md"),
}
"""The ends of their names."""

_PARTS = {"word/document.xml": Sort.DOCX, "xl/workbook.xml": Sort.XLSX, "xl/workbook.bin": Sort.XLSX}
_TYPES = {b"opendocument.text": Sort.ODT, b"opendocument.spreadsheet": Sort.ODS}
_STREAMS = {
    "EncryptedPackage": Sort.ENCRYPTED,  # MS-OFFCRYPTO, 2.3
    "WordDocument": Sort.DOC,
    "Workbook": Sort.XLS,
    "Book": Sort.XLS,
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""MS-CFB, 2.2: how the files of Office 97 to 2003 begin, and those that are protected since."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|meta)\b", re.I | re.S
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def signature(data: bytes) -> Sort:
    """What these bytes are."""
    if data[:4] == b"PK\x03\x04" or data[:4] == b"PK\x05\x06":
        return _package(data)
    if data[:8] == _COMPOUND:
        return _compound(data)
    start = data[:4096]
    if b"%PDF-" in start[:1024]:
        return Sort.PDF
    if start[:5] == b"{\\rtf":
        return Sort.RTF
    return _text(data, start)


def _text(data: bytes, start: bytes) -> Sort:
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16, as Excel's « texte Unicode »
        return Sort.TEXT
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(bare):
        return Sort.HTML
    if _CONTROLS.search(data[:100_000]):
        return Sort.OTHER
    if bare[:15].upper() == b"BEGIN:VCALENDAR":
        return Sort.ICS
    return Sort.JSON if bare[:1] in (b"{", b"[") and _is_json(data) else Sort.TEXT


def _is_json(data: bytes) -> bool:
    import json

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _package(data: bytes) -> Sort:
    """ISO/IEC 29500 and 26300: known by their parts."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 1000:
                kind = archive.read("mimetype")
                return next((sort for said, sort in _TYPES.items() if said in kind), Sort.ZIP)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Sort.DAMAGED
    return next((sort for part, sort in _PARTS.items() if part in names), Sort.ZIP)


def _compound(data: bytes) -> Sort:
    """MS-CFB, 2.6: the names of its streams are in UTF-16, one an entry of 128 bytes."""
    for name, sort in _STREAMS.items():
        written = name.encode("utf-16-le") + b"\0\0"
        if written in data:
            return sort
    return Sort.OTHER
