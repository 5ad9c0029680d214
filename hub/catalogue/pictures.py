"""Rules of the picture of a thing (D)."""

from __future__ import annotations

import struct
from zlib import compress, crc32

from hub.catalogue.attachments import GUIDE, SEED
from hub.catalogue.rule import Content, Edit, Example, Made, Rule, warned

WORDS, AUTHOR = "Une graine dans la terre", "Les Licornes jardinières"


def grey(width: int, height: int) -> bytes:
    """A grey picture (PNG, second edition, 5.2: a point in eight bits) of so many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x99" * width) * height
    parts = ((b"IHDR", head), (b"IDAT", compress(rows, 9)), (b"IEND", b""))
    written = (struct.pack(">I", len(data)) + kind + data + _sum(kind + data) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def _sum(data: bytes) -> bytes:
    return struct.pack(">I", crc32(data))


def shown(words: str = WORDS, author: str = AUTHOR, width: int = 960) -> dict[str, Content]:
    """The guide of the town with a picture."""
    said = f"image:\n  fichier: graine.png\n  texte: {words}\n  auteur: {author}\n"
    return {
        SEED: Made(lambda: grey(width, width // 2)),
        GUIDE: Edit("publie_le: 2026-02-01\n", f"publie_le: 2026-02-01\n{said}"),
    }


RULES = (
    warned(
        "D040",
        "Le texte d'une image dit ce que l'on y voit.",
        "Qui ne la voit pas l'écoute : « photo », ou le nom du fichier, ne lui apprend rien. (RGAA 1.3.)",
        Example(shown(words="Photo"), shown()),
    ),
    Rule(
        "D041",
        "Une image dit de qui elle est.",
        "Qui l'a faite doit être nommé, et avoir permis qu'elle soit publiée : trouvée sur internet, elle n'est pas libre pour autant. (Code de la propriété intellectuelle, L121-1 et L122-4.)",
        Example(shown(author="Internet"), shown()),
    ),
    warned(
        "D042",
        "Une image a au moins 640 points de large, et celle d'une association 160.",
        "Plus petite, elle est floue en tête de sa page.",
        Example(shown(width=320), shown()),
    ),
)
