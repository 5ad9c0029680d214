"""Mistakes of attached files (D)."""

from __future__ import annotations

from hub.catalogue.attachments import HUGE, LINK, MOVING, PDF, PLAN, PNG, SEED, SHOWN
from hub.catalogue.rule import Content, Link
from tests.mistakes.case import CALL, GUIDE, MINUTES, Case
from tests.towns import edited

DOCX = b"PK\x03\x04" + b"word/document.xml" + b"PK\x05\x06"


def _file(name: str, content: bytes, words: str = "") -> dict[str, Content]:
    """A file in its folder, and a text that names it."""
    folder = "images" if words.startswith("!") else "documents"
    scheme = folder.removesuffix("s")
    said = words or "Voir [le plan]"
    return {
        f"content/{folder}/{name}": content,
        **edited(GUIDE, "De la terre.", f"{said}({scheme}:{name})."),
    }


def _at(code: str, path: str) -> list[tuple[str, str, int, int]]:
    return [(code, path, 1, 1)]


IMAGE = "![Une graine]"

CASES: list[Case] = [
    ("a document, and a text that leads to it", {PLAN: PDF, **edited(GUIDE, "De la terre.", LINK)}, []),
    ("an image, and a text that shows it", {SEED: PNG, **edited(GUIDE, "De la terre.", SHOWN)}, []),
    ("an image with a caption", {SEED: PNG, **edited(GUIDE, "De la terre.", f'{SHOWN[:-1]} "De près")')}, []),
    ("a document that is not there", edited(GUIDE, "De la terre.", LINK), [("D001", GUIDE, 11, 16)]),
    ("an image that is not there", edited(GUIDE, "De la terre.", SHOWN), [("D001", GUIDE, 11, 15)]),
    (
        "a document of the minutes",
        {
            PLAN: PDF,
            **edited(
                MINUTES,
                "ordre_du_jour: [Arrosoirs]",
                "documents: [{titre: Le plan, fichier: plan.pdf}]\nordre_du_jour: [Arrosoirs]",
            ),
        },
        [],
    ),
    (
        "a document of a call that is not there",
        edited(CALL, "publie_le:", "documents: [{titre: Le plan, fichier: plan.pdf}]\npublie_le:"),
        [("D001", CALL, 6, 39)],
    ),
    ("a document that nothing names", {PLAN: PDF}, _at("D002", PLAN)),
    (
        "a document named in a text that cannot be read",
        {PLAN: PDF, **edited(GUIDE, "titre: Semer", "titre: Semer : la terre")},
        [("T012", GUIDE, 2, 8)],
    ),
    ("an archive", _file("plan.zip", b"PK\x03\x04"), _at("D003", "content/documents/plan.zip")),
    ("an old document of Word", _file("plan.doc", b"\xd0\xcf"), _at("D003", "content/documents/plan.doc")),
    (
        "a drawing that may hold a script",
        _file("a.svg", b"<svg/>", IMAGE),
        _at("D003", "content/images/a.svg"),
    ),
    ("a photo among documents", _file("a.jpg", PNG), _at("D003", "content/documents/a.jpg")),
    ("a text among documents", _file("a.md", b"---\n---\n"), _at("D003", "content/documents/a.md")),
    ("a file without an end to its name", _file("plan", PDF), _at("D003", "content/documents/plan")),
    ("a page of HTML by another name", _file("a.pdf", b"<html>"), _at("D004", "content/documents/a.pdf")),
    ("a document that was cut", _file("a.pdf", PDF[:-7]), _at("D004", "content/documents/a.pdf")),
    ("a document of Word", _file("a.docx", DOCX), []),
    ("a table by the name of a text", _file("a.xlsx", DOCX), _at("D004", "content/documents/a.xlsx")),
    ("a table in UTF-8", _file("a.csv", "nom;âge\n".encode()), []),
    (
        "a table in another coding",
        _file("a.csv", "âge\n".encode("latin-1")),
        _at("D004", "content/documents/a.csv"),
    ),
    ("an image of another kind", _file("a.jpg", PNG, IMAGE), _at("D004", "content/images/a.jpg")),
    ("an image that was cut", _file("a.png", PNG[:-20], IMAGE), _at("D004", "content/images/a.png")),
    ("an empty image", _file("a.webp", b"", IMAGE), _at("D004", "content/images/a.webp")),
    ("a heavy document", _file("a.csv", b"a" * 10_000_001), _at("D005", "content/documents/a.csv")),
    ("a name with capitals", _file("Plan.PDF", PDF), _at("D006", "content/documents/Plan.PDF")),
    ("a name with an accent", _file("été.pdf", PDF), _at("D006", "content/documents/été.pdf")),
    (
        "a name with a space, in its text too",
        _file("ma photo.png", PNG, "![Une graine]"),
        _at("D006", "content/images/ma photo.png"),
    ),
    (
        "a name with a space, that the text writes as a browser does",
        {
            "content/images/ma photo.png": PNG,
            **edited(GUIDE, "De la terre.", "![Une graine](image:ma%20photo.png)"),
        },
        _at("D006", "content/images/ma photo.png"),
    ),
    (
        "a name longer than a disk bears with what is added",
        _file(f"{'a' * 120}.png", PNG, IMAGE),
        _at("D006", f"content/images/{'a' * 120}.png"),
    ),
    (
        "a document that is a link inside the folder",
        {
            "content/documents/reglement.txt": Link("../../mkdocs.yml"),
            **edited(GUIDE, "De la terre.", "[Le règlement](document:reglement.txt)"),
        },
        _at("T007", "content/documents/reglement.txt"),
    ),
    ("an image too large to be read", _file("a.png", HUGE, IMAGE), _at("D007", "content/images/a.png")),
    ("an image that moves", _file("a.gif", MOVING, IMAGE), _at("D008", "content/images/a.gif")),
    (
        "a document shown as an image",
        {PLAN: PDF, **edited(GUIDE, "De la terre.", f"!{LINK[8:]}")},
        [("D009", GUIDE, 11, 9)],
    ),
    (
        "an image that one would download",
        {SEED: PNG, **edited(GUIDE, "De la terre.", SHOWN[1:])},
        [("D009", GUIDE, 11, 14)],
    ),
    (
        "an image without words",
        {SEED: PNG, **edited(GUIDE, "De la terre.", "![](image:graine.png)")},
        [("L011", GUIDE, 11, 1)],
    ),
    (
        "a folder in the folder of documents",
        {"content/documents/2026/plan.pdf": PDF},
        _at("T031", "content/documents/2026"),
    ),
]
