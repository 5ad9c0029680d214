"""Rules of attached files: documents and images (D)."""

from __future__ import annotations

from base64 import b64decode

from hub.catalogue.rule import Content, Edit, Example, Rule, warned

GUIDE = "content/guides/semer.md"
PLAN, SEED = "content/documents/plan.pdf", "content/images/graine.png"

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
"""As much of a document as the rules look at."""

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

LINK, SHOWN = "Voir le [plan](document:plan.pdf).", "![Une graine](image:graine.png)"


def _said(words: str) -> dict[str, Content]:
    return {GUIDE: Edit("De la terre.", words)}


RIGHT_DOCUMENT: dict[str, Content] = {PLAN: PDF, **_said(LINK)}
RIGHT_IMAGE: dict[str, Content] = {SEED: PNG, **_said(SHOWN)}

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
        Example({PLAN: PDF[:-6] + b" " * 10_000_000 + b"%%EOF\n", **_said(LINK)}, RIGHT_DOCUMENT),
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
)
