"""Rules of attached files: documents and images (D)."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from io import BytesIO

from hub.catalogue.rule import Content, Edit, Example, Made, Rule, warned

GUIDE = "content/guides/semer.md"
PLAN, SEED = "content/documents/plan.pdf", "content/images/graine.png"

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
"""As much of a document as the rules look at."""


def archive(parts: Mapping[str, str], declared: int = 0) -> bytes:
    """A ZIP file of these parts, the same bytes each time; `declared` is the size that it gives to the last."""
    from zipfile import ZipFile, ZipInfo  # which only these examples need

    written = BytesIO()
    with ZipFile(written, "w") as file:
        for name, text in parts.items():
            file.writestr(ZipInfo(name), text)
        file.filelist[-1].file_size = declared or file.filelist[-1].file_size
    return written.getvalue()


WORD = {
    "[Content_Types].xml": '<Types><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "word/document.xml": "<w:document><w:body/></w:document>",
}
"""The parts of a document of Word."""

TABLE = "content/documents/table.csv"

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=="
)
"""One grey point."""

MOVING = b64decode(
    "R0lGODdhAQABAIAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAIfkEAQAAAQAsAAAAAAEAAQCB////AAAAAAAAAAAACAQAAQQEADs="
)
"""Two points, one after the other."""

HUGE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAAAAACluSqeAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg=="
)
"""An image that says it is sixty thousand points wide and high."""

LINK_TO_TEXT, LINK_TO_TABLE = "Voir le [plan](document:plan.docx).", "Voir la [table](document:table.csv)."
LINK, SHOWN = "Voir le [plan](document:plan.pdf).", "![Une graine](image:graine.png)"


def _said(words: str) -> dict[str, Content]:
    return {GUIDE: Edit("De la terre.", words)}


RIGHT_DOCUMENT: dict[str, Content] = {PLAN: PDF, **_said(LINK)}
RIGHT_IMAGE: dict[str, Content] = {SEED: PNG, **_said(SHOWN)}


def document(words: str) -> bytes:
    """A PDF whose catalogue holds `words`."""
    return PDF.replace(b"/Catalog", b"/Catalog" + words.encode())


def _pdf(words: str) -> dict[str, Content]:
    return {PLAN: document(words), **_said(LINK)}


def _word(**parts: str) -> dict[str, Content]:
    named = {name.replace("__", "/") + ".xml": text for name, text in parts.items()}
    return {
        "content/documents/plan.docx": Made(lambda: archive({**WORD, **named})),
        **_said(LINK_TO_TEXT),
    }


def _table(text: str) -> dict[str, Content]:
    return {TABLE: text, **_said(LINK_TO_TABLE)}


def _too_heavy() -> bytes:
    """A PDF that is whole, and holds ten million blanks."""
    return PDF[:-6] + b" " * 10_000_000 + b"%%EOF\n"


INSIDE: Mapping[str, Example] = {
    "V020": Example(_table("qui;ou\nMarie Terreau;ici\n"), _table("combien;ou\n12;ici\n")),
    "V021": Example(_pdf("/Author(Marie Terreau)"), _pdf("/Author(Ville de Mini)")),
    "V022": Example(_word(word__comments='<w:comment w:author="M"/>'), _word()),
}
"""What rules of privacy find inside documents."""

RULES = (
    Rule(
        "D001",
        "Un document ou une image que l'on cite est dans son dossier.",
        "Sans le fichier, le lien ne mènerait à rien.",
        Example(
            {PLAN: PDF, **_said("Voir le [plan](document:plans.pdf) et [l'autre](document:plan.pdf).")},
            RIGHT_DOCUMENT,
        ),
    ),
    warned(
        "D002",
        "Un document ou une image est cité dans un texte.",
        "Un fichier que rien ne montre n'est pas publié : quelqu'un croit l'avoir mis en ligne.",
        Example({PLAN: PDF}, RIGHT_DOCUMENT),
    ),
    Rule(
        "D003",
        "Un document est d'une sorte que tout le monde ouvre (PDF, OpenDocument, Word, Excel, PowerPoint, CSV, texte) ; une image est en JPEG, PNG, WebP, AVIF ou GIF.",
        "Les autres sortes demandent un logiciel que l'on n'a pas, ou peuvent contenir un programme.",
        Example(
            {"content/documents/plan.zip": b"PK\x03\x04", **_said("Voir le [plan](document:plan.zip).")},
            RIGHT_DOCUMENT,
        ),
    ),
    Rule(
        "D004",
        "Un fichier est entier, et de la sorte que dit la fin de son nom.",
        "Un fichier coupé par une copie interrompue ne s'ouvrirait chez personne.",
        Example({SEED: PNG[:40], **_said(SHOWN)}, RIGHT_IMAGE),
    ),
    Rule(
        "D005",
        "Un document pèse au plus 10 Mo, une image au plus 15 Mo.",
        "Au-delà, un téléphone mal capté n'en vient pas à bout. Une image, elle, est allégée pour la page.",
        Example({PLAN: Made(_too_heavy), **_said(LINK)}, RIGHT_DOCUMENT),
    ),
    Rule(
        "D006",
        "Le nom d'un document ou d'une image est fait de minuscules sans accent, de chiffres et de tirets.",
        "C'est une adresse ; et deux noms qui ne diffèrent que par une majuscule n'en font qu'un sur certaines machines.",
        Example(
            {"content/documents/Plan.pdf": PDF, **_said("Voir le [plan](document:Plan.pdf).")},
            RIGHT_DOCUMENT,
        ),
    ),
    Rule(
        "D007",
        "Une image a au plus 60 millions de points (24 en WebP et en AVIF), et 20 000 de côté.",
        "Une image démesurée, ou faite pour nuire, épuiserait la machine qui la lit.",
        Example({SEED: HUGE, **_said(SHOWN)}, RIGHT_IMAGE),
    ),
    Rule(
        "D008",
        "Une image ne bouge pas.",
        "Ce qui bouge sans que l'on puisse l'arrêter empêche de lire. (RGAA 13.8.)",
        Example(
            {
                "content/images/graine.gif": MOVING,
                **_said("![Une graine](image:graine.gif)"),
            },
            RIGHT_IMAGE,
        ),
    ),
    Rule(
        "D009",
        "Une image se montre, avec un « ! » ; un document se télécharge, par un lien.",
        "Un document n'est pas une image : le navigateur ne montrerait rien.",
        Example({PLAN: PDF, **_said("Voir le ![plan](document:plan.pdf).")}, RIGHT_DOCUMENT),
    ),
    warned(
        "D010",
        "Un document se lit : il ne lance rien, et ne contient ni macro ni fichier caché.",
        "Qui le télécharge fait confiance à la ville ; c'est par là que passent les virus.",
        Example(_pdf("/OpenAction<</S/JavaScript/JS(app.beep\\(\\))>>"), RIGHT_DOCUMENT),
    ),
    Rule(
        "D011",
        "Un document Word, Excel, PowerPoint ou OpenDocument fait au plus 200 Mo une fois ouvert.",
        "Comprimé, un fichier démesuré paraît petit : il bloquerait l'ordinateur de qui l'ouvre.",
        Example(
            {
                "content/documents/plan.docx": Made(lambda: archive(WORD, 300_000_000)),
                **_said(LINK_TO_TEXT),
            },
            RIGHT_DOCUMENT,
        ),
    ),
    warned(
        "D012",
        "Un tableau CSV donne des valeurs, pas des formules.",
        "Le tableur de qui l'ouvre les calculerait, et une formule peut appeler une adresse ou un programme.",
        Example(_table("combien;ou\n=1+1;ici\n"), _table("combien;ou\n2;ici\n")),
    ),
)
