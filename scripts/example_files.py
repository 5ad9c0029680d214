"""`python -m scripts.example_files`: the documents and the image of the fictional town, made here.

Nothing in them is copied from anywhere; they are committed, and drawn again only to be changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw

from tests.towns import EXAMPLE

SCALE = 2
"""Drawn larger, then reduced: Pillow smooths no edge by itself."""

NIGHT, HILL, GROUND, STALL, CLOTH = "#2b4a5e", "#3f6f6a", "#d9c79a", "#8a5a3c", "#f6f1e4"
AWNINGS = ("#c2412d", "#e0a526", "#0b6b6b", "#51626c")
BUNTING = ("#c2412d", "#e0a526", "#0b6b6b", "#f6f1e4")


def main() -> int:
    """Write the files in `examples/ville-exemple/content/`."""
    content = EXAMPLE / "content"
    for folder in ("documents", "images"):
        (content / folder).mkdir(exist_ok=True)
    _forum().save(content / "images" / "forum-2026.png", optimize=True)
    _write_pdf(
        content / "documents" / "formulaire-subvention-2027.pdf",
        "Demande de subvention 2027",
        (
            "Ville-Exemple n'existe pas, et ce formulaire non plus.",
            "",
            "Nom de l'association : ........................................",
            "Projet : ......................................................",
            "Montant : ....................... euros",
        ),
    )
    _write_pdf(
        content / "documents" / "bureau-2026-03-10-signe.pdf",
        "Compte rendu du bureau du 10 mars 2026",
        ("Ville-Exemple n'existe pas : ce document montre où va un compte rendu signé.",),
    )
    bilan = "stand;visiteurs\nAccueil;412\nJardins;187\nMusique;203\n"
    (content / "documents" / "forum-2026-frequentation.csv").write_bytes(bilan.encode())
    return 0


def _forum() -> Image.Image:
    """Stalls under bunting, in flat colours: a drawing, so that nobody looks for the place."""
    width, height = 1600 * SCALE, 900 * SCALE
    image = Image.new("RGB", (width, height), NIGHT)
    draw = ImageDraw.Draw(image)
    draw.ellipse((-width // 4, height // 2, width * 3 // 4, height * 3 // 2), fill=HILL)
    draw.rectangle((0, height * 3 // 4, width, height), fill=GROUND)
    for index in range(16):
        left, sag = index * width // 16, abs(index - 7.5) / 7.5
        top = height * (0.30 - 0.12 * sag * sag)
        points = ((left, top), (left + width // 18, top), (left + width // 36, top + height // 11))
        draw.polygon(points, fill=BUNTING[index % len(BUNTING)])
    for index in range(4):
        _stall(draw, width * (3 + 23 * index) // 100, height // 2, width // 5, AWNINGS[index])
    return image.resize((width // SCALE, height // SCALE)).quantize(32).convert("P")


def _stall(draw: ImageDraw.ImageDraw, left: int, top: int, width: int, colour: str) -> None:
    depth = width * 3 // 4
    for post in (left, left + width - width // 20):
        draw.rectangle((post, top, post + width // 20, top + depth), fill=STALL)
    draw.rectangle((left, top + depth * 2 // 3, left + width, top + depth), fill=CLOTH)
    for stripe in range(6):
        start = left + width * stripe // 6
        fill = colour if stripe % 2 else CLOTH
        draw.rectangle((start, top - depth // 4, start + width // 6, top), fill=fill)
        draw.pieslice((start, top - width // 12, start + width // 6, top + width // 12), 0, 180, fill=fill)


def _write_pdf(file: Path, title: str, lines: tuple[str, ...]) -> None:
    """One page of text (ISO 32000-1, 7.5): a header, objects, their table, where the table is."""
    shown = [f"BT /F1 20 Tf 60 770 Td ({_pdf_text(title)}) Tj ET"]
    shown += [
        f"BT /F1 12 Tf 60 {730 - 24 * rank} Td ({_pdf_text(line)}) Tj ET" for rank, line in enumerate(lines)
    ]
    stream = "\n".join(shown).encode("cp1252")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Title(%s)>>" % _pdf_text(title).encode("cp1252"),
    )
    written, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    file.write_bytes(
        written
        + f"xref\n0 {count}\n0000000000 65535 f \n{table}".encode()
        + b"trailer\n<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(written))
    )


def _pdf_text(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("'", "’")


if __name__ == "__main__":
    sys.exit(main())
