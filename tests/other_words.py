"""Towns that call their bodies otherwise, or are without some; and what a site says, file by file."""

from __future__ import annotations

import csv
import email
import email.policy
import gzip
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from hub.catalogue.rule import Content
from hub.catalogue.settings import WITHOUT_COLLEGES
from tests.towns import MINIATURE

MINUTES = "minutes/2026-03-10-bureau.md"
SETTINGS, DIRECTORY = "mkdocs.yml", "associations.yaml"


def _settings(mots: str, more: str = "") -> str:
    named = MINIATURE[SETTINGS].replace("Conseil local de la vie associative", "Maison des liens")
    return f"{named}    contact: liens@mini.example\n{more}    mots: {{{mots}}}\n"


def _directory(text: str) -> str:
    return text.replace(": voir le [bureau](/bureau/)", "")


CALLED_OTHERWISE: dict[str, Content] = {
    SETTINGS: _settings(
        "conseil: un office, bureau: une équipe d’animation, pleniere: une assemblée générale, "
        "commission: un atelier, groupe_de_travail: une équipe projet, college: une famille, "
        "titulaire: une élue, suppleant: une remplaçante"
    ),
    DIRECTORY: _directory(MINIATURE[DIRECTORY]),
}
"""A masculine that begins with a vowel, feminines with and without one."""

WITHOUT_COLLEGE: dict[str, Content] = {
    SETTINGS: _settings(
        "conseil: une commission, bureau: un comité, college: aucun, pleniere: un forum, "
        "titulaire: un membre, suppleant: une doublure"
    ),
    "bureau.yaml": WITHOUT_COLLEGES["bureau.yaml"],
    DIRECTORY: _directory(WITHOUT_COLLEGES[DIRECTORY]).replace("    college: a-confirmer\n", ""),
}

WITHOUT_BUREAU: dict[str, Content] = {
    **WITHOUT_COLLEGE,
    SETTINGS: _settings(
        "conseil: une halle, bureau: aucun, college: aucun, pleniere: un forum, commission: un pôle, "
        "titulaire: un membre, suppleant: une doublure"
    ),
    "bureau.yaml": None,
    MINUTES: None,
    "minutes/2026-03-10-commission.md": MINIATURE[MINUTES].replace(
        "instance: bureau", "instance: commission"
    ),
}

DEFAULT_WORDS = re.compile(
    r"\b(conseil|bureau|plénière|collège|titulaire|suppléant)(?:e?s|x)?\b", re.IGNORECASE
)
_PLACES = re.compile(
    r"https?://\S+|\S*\.example/\S*|\b[\w-]+\.(?:yaml|md|yml)\b|(?<![\w<])/[\w/.-]+|\bconseil pratique\b"
)
"""Addresses and files, whose names stay; and « conseil », a piece of advice, by which guides are found."""

_DATA = re.compile(r"donnees/(?!jeux|catalogue|index|[a-z]+\.schema)")
"""Rows, whose values are keys; the package of them repeats their schemas."""

_VALUES = re.compile(r"Valeurs\u00a0: .*")
"""The keys that a column may hold, each with the words of the town."""

_ATTRIBUTES = re.compile(r' (?:title|alt|aria-label|content|placeholder|data-titre)="([^"]*)"')


def default_words(site: Path) -> dict[str, set[str]]:
    """The usual words that a site says to people, each with the files that do."""
    found: dict[str, set[str]] = {}
    for path, words in said(site):
        for one in DEFAULT_WORDS.finditer(_PLACES.sub(" ", words)):
            found.setdefault(one[1].lower(), set()).add(path)
    return found


def said(site: Path) -> Iterator[tuple[str, str]]:
    """(path, words) of each file of a site that says something to people."""
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        way = _schema if path.endswith(".schema.json") else _WAYS.get(file.suffix)
        if file.is_file() and way and not _DATA.match(path) and path != "pagefind/mots.json":
            yield path, way(file.read_bytes())


def _html(data: bytes) -> str:
    text = data.decode().replace("<wbr>", "")
    text = re.sub(r"<code\b[^<>]*>[^<]*</code>|<style\b.*?</style>", " ", text, flags=re.DOTALL)
    shown = " ".join(found[1] for tag in re.findall(r"<[^<>]+>", text) for found in _ATTRIBUTES.finditer(tag))
    return unescape(f"{shown} {re.sub(r'<[^<>]*>', ' ', text)}")


def _xml(data: bytes) -> str:
    return _html(unescape(data.decode()).encode())


def _json(data: bytes) -> str:
    return " ".join(map(_xml_of_text, _texts(json.loads(data))))


def _xml_of_text(text: str) -> str:
    return _html(text.encode())


def _schema(data: bytes) -> str:
    told = json.loads(data)
    columns = [part for one in told["fields"] for part in (one["title"], _VALUES.sub("", one["description"]))]
    return _xml_of_text(" ".join((told["title"], told["description"], *columns)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)


def _calendar(data: bytes) -> str:
    return data.decode().replace("\r\n ", "").replace("\\n", " ")


def _mail(data: bytes) -> str:
    parcel = email.message_from_bytes(data, policy=email.policy.default)
    parts = [one.get_content() for one in parcel.walk() if not one.is_multipart()]
    return " ".join((str(parcel["Subject"]), *(_html(one.encode()) for one in parts)))


def _pdf(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def _fragment(data: bytes) -> str:
    """What is searched of a page and not shown; its words are the page's."""
    known = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
    return str(known["meta"].get("mots", ""))


_WAYS = {
    ".html": _html,
    ".xml": _xml,
    ".json": _json,
    ".jsonld": _json,
    ".ics": _calendar,
    ".vcf": _calendar,
    ".txt": bytes.decode,
    ".eml": _mail,
    ".pdf": _pdf,
    ".webmanifest": _json,
    ".pf_fragment": _fragment,
}


def columns(site: Path, name: str) -> list[str]:
    """The columns of a set of the open data."""
    with (site / f"donnees/{name}.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))
