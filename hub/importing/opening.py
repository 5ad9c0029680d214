"""A path -> the bytes of a file that somebody gives, within limits; what cannot be read is a sentence."""

from __future__ import annotations

import io
import re
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from hub.importing.outcome import ImportingError
from hub.importing.signature import ENDINGS, Sort, signature
from hub.system import reason

LARGEST, UNPACKED, PARTS = 100_000_000, 300_000_000, 10_000
"""Bytes of a file, and of what it holds once unpacked; parts of a package. The minutes of a meeting with
thirty photographs are a tenth of that."""

_MACROS = re.compile(r"[^/]+/vbaProject\.bin|Basic/[^/]+/(?!script-l|dialog-l).+|Scripts/.+", re.IGNORECASE)
_OFFICE = (Sort.DOCX, Sort.ODT, Sort.XLSX, Sort.ODS)
_OLD = "Ouvrez-le dans Word ou LibreOffice, puis « Enregistrer sous » {} : c'est celui-là qu'il faut donner."
_REFUSED = {
    Sort.DOC: f"C'est {Sort.DOC}, qui ne se lit pas ici. {_OLD.format('.docx')}",
    Sort.RTF: f"C'est {Sort.RTF}, qui ne se lit pas ici. {_OLD.format('.docx')}",
    Sort.ENCRYPTED: "Il est protégé par un mot de passe : enlevez-le dans le programme qui l'a fait.",
    Sort.DAMAGED: "Il est abîmé : ouvrez-le dans le programme qui l'a fait, et enregistrez-le de nouveau.",
    Sort.ZIP: "C'est une archive : décompressez-la, puis donnez les fichiers qu'elle contient.",
    Sort.OTHER: "Ce n'est ni un document, ni un tableau, ni un agenda que l'on sache lire.",
}

_TOO_MUCH = (
    f"Décompressé, il dépasserait {UNPACKED // 1_000_000} Mo ou {PARTS} morceaux : ce n'est pas un document."
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that somebody gives: its name, its bytes, what it really is, and what is worth saying of it."""

    name: str
    data: bytes
    sort: Sort
    remarks: tuple[str, ...] = ()


def opened(path: Path) -> Source:
    """The file at `path`. Raises ImportingError with a sentence where it cannot be read."""
    data = _bytes(path)
    if not data.strip():
        raise _refusal(path, "Il est vide.")
    sort = signature(data)
    if sort in _REFUSED:
        raise _refusal(path, _REFUSED[sort])
    remarks = list(_renamed(path, sort))
    if sort in _OFFICE:
        remarks += _looked_into(path, data)
    return Source(path.name, data, sort, tuple(remarks))


def _refusal(path: Path, words: str) -> ImportingError:
    return ImportingError(f"« {path.name} » : {words[0].lower()}{words[1:]}")


def _bytes(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _refusal(path, "Ce n'est pas un fichier.")
        if about.st_size > LARGEST:
            raise _refusal(path, _too_large(about.st_size))
        return path.read_bytes()
    except OSError as error:
        raise _refusal(path, f"{reason(error)}.") from None


def _too_large(size: int) -> str:
    return f"Il pèse {size // 1_000_000} Mo, et plus de {LARGEST // 1_000_000} Mo ne se lisent pas : \
retirez-en les photos, ou coupez-le."


def _renamed(path: Path, sort: Sort) -> list[str]:
    if path.suffix.lower() in ENDINGS.get(sort, ()):
        return []
    return [f"Son nom finit par « {path.suffix} », mais c'est {sort} : il est lu comme tel."]


def _looked_into(path: Path, data: bytes) -> list[str]:
    """What a package carries besides its words; raises ImportingError of one that is no office file."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise _refusal(path, _TOO_MUCH)
            if any(part.flag_bits & 1 for part in parts) or _is_protected(archive):
                raise _refusal(path, _REFUSED[Sort.ENCRYPTED])
            if archive.testzip() is not None:
                raise _refusal(path, _REFUSED[Sort.DAMAGED])
            if any(_defines(archive, part.filename) for part in parts):
                raise _refusal(path, "Il définit des entités XML, ce qu'aucun traitement de texte ne fait.")
    except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise _refusal(path, _REFUSED[Sort.DAMAGED]) from None
    if any(_MACROS.fullmatch(part.filename) for part in parts):
        return ["Il contient des macros : elles ne sont ni lues, ni lancées."]
    return []


def _is_protected(archive: ZipFile) -> bool:
    """ISO/IEC 26300-3, 4.4: an OpenDocument file that is encrypted says so in its list of parts."""
    name = "META-INF/manifest.xml"
    return name in archive.namelist() and b"encryption-data" in archive.read(name)


def _defines(archive: ZipFile, name: str) -> bool:
    """Whether a part begins with a DTD, where an entity may stand for thousands of others."""
    if not name.endswith((".xml", ".rels", ".rdf")):
        return False
    with archive.open(name) as part:
        return b"<!ENTITY" in part.read(100_000)
