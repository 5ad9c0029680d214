"""Mistakes of attached files (D)."""

from __future__ import annotations

from zlib import compress

from hub.catalogue.attachments import HUGE, LINK, MOVING, PDF, PLAN, PNG, SEED, SHOWN, WORD, archive, document
from hub.catalogue.rule import Content, Link
from tests.mistakes.case import CALL, GUIDE, MINUTES, Case
from tests.towns import edited

DOCX = archive(WORD)
ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": "<x/>",
    "META-INF/manifest.xml": "<manifest:manifest/>",
}

SCRIPT = "/OpenAction<</S/JavaScript/JS(1)>>"
INFLATED = b"1 0 obj<</Type/ObjStm/Length 99>>stream\n" + compress(SCRIPT.encode()) + b"\nendstream endobj"
AT_PAGE = "/OpenAction[1 0 R/XYZ null null 0]"


def _csv(text: str) -> dict[str, Content]:
    return _file("a.csv", text.encode())


def _docx(name: str, text: str = "x", kind: str = "a.docx") -> dict[str, Content]:
    return _file(kind, archive({**(WORD if kind == "a.docx" else ODT), name: text}))


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
        "HTML before a PDF",
        _file("a.pdf", b"<script>1</script>" + PDF),
        _at("D004", "content/documents/a.pdf"),
    ),
    ("an archive before a PDF", _file("a.pdf", archive(WORD) + PDF), _at("D004", "content/documents/a.pdf")),
    ("blank lines before a PDF", _file("a.pdf", b"\r\n\r\n" + PDF), []),
    (
        "any bytes by the name of a table",
        _file("a.xlsx", b"PK\x03\x04MZ xl/workbook.xml PK\x05\x06"),
        _at("D004", "content/documents/a.xlsx"),
    ),
    (
        "an archive without the parts of a document",
        _file("a.docx", archive({"word/document.xml": "x"})),
        _at("D004", "content/documents/a.docx"),
    ),
    (
        "a document of Word that was cut",
        _file("a.docx", archive({**WORD, "x": "y" * 9000})[:-4000] + b"PK\x05\x06"),
        _at("D004", "content/documents/a.docx"),
    ),
    ("a document of LibreOffice", _file("a.odt", archive(ODT)), []),
    (
        "an OpenDocument without a manifest",
        _file("a.odt", archive({"mimetype": ODT["mimetype"], "content.xml": "x"})),
        _at("D004", "content/documents/a.odt"),
    ),
    ("a PDF that runs a script", _file("a.pdf", document(SCRIPT)), _at("D010", "content/documents/a.pdf")),
    (
        "a PDF that hides the word",
        _file("a.pdf", document(SCRIPT.replace("Java", "#4aa#76a"))),
        _at("D010", "content/documents/a.pdf"),
    ),
    (
        "a PDF that runs a script, compressed",
        _file("a.pdf", PDF.replace(b"trailer", INFLATED + b"trailer")),
        _at("D010", "content/documents/a.pdf"),
    ),
    (
        "a PDF that runs a command",
        _file("a.pdf", document("/A<</S/Launch/F(cmd.exe)>>")),
        _at("D010", "content/documents/a.pdf"),
    ),
    (
        "a PDF with a file in it",
        _file("a.pdf", document("/Type/EmbeddedFile")),
        _at("D010", "content/documents/a.pdf"),
    ),
    (
        "a PDF that calls an address",
        _file("a.pdf", document("/OpenAction<</S/URI/URI(http://x.example)>>")),
        _at("D010", "content/documents/a.pdf"),
    ),
    ("a PDF that opens at a page", _file("a.pdf", document(AT_PAGE)), []),
    ("a document with macros", _docx("word/vbaProject.bin"), _at("D010", "content/documents/a.docx")),
    ("a table in a document", _docx("word/embeddings/Microsoft_Excel_Sheet.xlsx"), []),
    (
        "an object in a document",
        _docx("word/embeddings/oleObject1.bin"),
        _at("D010", "content/documents/a.docx"),
    ),
    ("a list of macros that is empty", _docx("Basic/Standard/script-lb.xml", kind="a.odt"), []),
    (
        "macros of LibreOffice",
        _docx("Basic/Standard/M.xml", kind="a.odt"),
        _at("D010", "content/documents/a.odt"),
    ),
    (
        "a document larger than a computer once it is open",
        _file("a.docx", archive(WORD, 300_000_000)),
        _at("D011", "content/documents/a.docx"),
    ),
    ("a formula", _csv("un;deux\n1;=1+1\n"), [("D012", "content/documents/a.csv", 2, 3)]),
    (
        "a formula between quotes",
        _csv('un,deux\n1,"=cmd|x!A0"\n'),
        [("D012", "content/documents/a.csv", 2, 4)],
    ),
    ("another sign of a formula", _csv("@SUM(1)\n"), [("D012", "content/documents/a.csv", 1, 1)]),
    ("what is no formula", _csv('-5;+33 1 99 00 10 01;- un;@ville;="012"\na=b;1 = 1\n'), []),
    ("persons in a table", _csv("qui;age\nMarie Terreau;8\n"), [("V020", "content/documents/a.csv", 2, 1)]),
    ("persons in two columns", _csv("x;TERREAU;Marie\n"), [("V020", "content/documents/a.csv", 1, 3)]),
    (
        "a mobile in a text",
        _file("a.txt", b"Le 06 12 34 56 78\n"),
        [("V020", "content/documents/a.txt", 1, 4)],
    ),
    ("a column of first names", _csv("n;Prénom\n1;Zo\n"), [("V020", "content/documents/a.csv", 1, 3)]),
    ("an author", _file("a.pdf", document("/Author(Marie Terreau)")), _at("V021", "content/documents/a.pdf")),
    (
        "an author in UTF-16",
        _file("a.pdf", document(f"/Author<FEFF{'Zoé T.'.encode('utf-16-be').hex()}>")),
        _at("V021", "content/documents/a.pdf"),
    ),
    (
        "an author of a document of Word",
        _docx("docProps/core.xml", "<cp:lastModifiedBy>mterreau</cp:lastModifiedBy>"),
        _at("V021", "content/documents/a.docx"),
    ),
    (
        "an author of a document of LibreOffice",
        _docx("meta.xml", "<meta:initial-creator>Marie T.</meta:initial-creator>", "a.odt"),
        _at("V021", "content/documents/a.odt"),
    ),
    ("the town as an author", _file("a.pdf", document("/Author(Ville de Mini)")), []),
    ("an association as an author", _file("a.pdf", document("/Author(Licornes)")), []),
    ("a machine as an author", _docx("docProps/core.xml", "<dc:creator>python-docx</dc:creator>"), []),
    (
        "changes that are followed",
        _docx("word/document.xml", '<w:ins w:author="M">x</w:ins>'),
        _at("V022", "content/documents/a.docx"),
    ),
    (
        "a folder in the folder of documents",
        {"content/documents/2026/plan.pdf": PDF},
        _at("T031", "content/documents/2026"),
    ),
]
