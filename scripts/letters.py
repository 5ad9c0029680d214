"""`python -m scripts.letters`: the letters of the screen, from those of paper (`theme/fonts/`).

Each is reduced to the signs of French and written as WOFF2, under a name that says what it holds; the signs
of other languages of Europe are in a second file, which a browser asks for where a page has one of them.
The part `12-lettres.css` of the style sheet declares them; beside each, a face that every machine has,
stretched to the same widths and heights, so that nothing moves when ours arrives. Run it again when
`theme/fonts/` changes.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

from hub.engine.recipe import SELDOM
from hub.places import THEME
from tests import towns

FONTS = THEME / "fonts"
FOLDER = THEME / "overrides" / "assets" / "lettres"
SHEET = THEME / "overrides" / "assets" / "hub" / "style" / "12-lettres.css"

SIGNS = [
    *range(0x20, 0x7F),
    *map(ord, "\u00a0«»°·×€½²©ÀÂÆÇÈÉÊËÎÏÔÙÛÜŸŒàâæçèéêëîïôùûüÿœ’‘“”‐‑–—…→←‹›•−\u202f"),
]
"""What French is written with: the file that every page asks for."""

OTHERS = sorted({*range(0xA1, 0x180), *map(ord, "‚„†↑↓")} - {0xAD, *SIGNS})
"""Those of a name or of a word from elsewhere; any other is in the letters of the machine."""

FEATURES = ["kern", "tnum"]

UNREAD = ["DSIG", "GDEF", "gasp", "STAT"]
"""Tables of a font that no browser needs for these."""

NAMED = [0, 1, 2, 13, 14]
"""What its names keep: whose it is, what it is called, its licence."""


class Letter(NamedTuple):
    """A face: its `family`, its file in `theme/fonts/`, and what every machine has of the same shape."""

    family: str
    file: str
    weight: int
    style: str
    usual: str
    usual_style: str
    local: tuple[str, ...]


LETTERS = (
    Letter("Literata", "Literata-Bold", 700, "normal", "Liberation Serif", "Bold",
           ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold")),
    Letter("Public Sans", "PublicSans-Regular", 400, "normal", "Liberation Sans", "Regular",
           ("Arial", "ArialMT", "Liberation Sans")),
    Letter("Public Sans", "PublicSans-Bold", 700, "normal", "Liberation Sans", "Bold",
           ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold")),
)  # fmt: skip
"""Liberation has the widths of Arial and of Times New Roman, sign by sign. The few words in italics are
leaned by the browser: those of Public Sans are little else, and would weigh as much as the upright ones."""


def main() -> int:
    """Write the files and the part of the sheet."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.woff2"):
        old.unlink()
    frequency = _frequency()
    faces = [face for letter in LETTERS for face in _faces(letter, frequency)]
    SHEET.write_text("\n\n".join((HEAD, *faces)) + "\n", encoding="utf-8")
    return 0


HEAD = """\
/* The letters, made by `python -m scripts.letters`: ours, and beside each one that the machine has, stretched
   to the same widths and heights. Ours are asked for before all else; on a line so slow that they come after
   the words, those stay as they are until the next page: no line moves under the eyes of who reads. */"""


def _faces(letter: Letter, frequency: Counter[str]) -> Iterator[str]:
    source = TTFont(FONTS / f"{letter.file}.ttf")
    others = sorted({*OTHERS}.intersection(source.getBestCmap()))
    for name, within in (
        (_write(letter, SIGNS), {"font-display": "optional"}),
        (_write(letter, others, SELDOM), {"font-display": "swap", "unicode-range": _ranges(others)}),
    ):
        yield _face(
            letter,
            letter.family,
            [f'url("../../lettres/{name}") format("woff2")'],
            within,
        )
    usual = TTFont(_installed(letter.usual, letter.usual_style))
    ratio = _width(source, frequency) / _width(usual, frequency)
    head = source["hhea"]
    heights = {"ascent": head.ascent, "descent": -head.descent, "line-gap": head.lineGap}
    unit = source["head"].unitsPerEm * ratio
    yield _face(
        letter,
        f"{letter.family} (en attendant)",
        [f'local("{local}")' for local in letter.local],
        {
            "size-adjust": f"{ratio:.2%}",
            **{f"{edge}-override": f"{value / unit:.2%}" for edge, value in heights.items()},
        },
    )


def _face(letter: Letter, family: str, sources: list[str], more: dict[str, str]) -> str:
    told = {
        "font-family": f'"{family}"',
        "font-style": letter.style,
        "font-weight": str(letter.weight),
        "src": ", ".join(sources),
        **more,
    }
    return "@font-face {\n" + "".join(f"  {name}: {value};\n" for name, value in told.items()) + "}"


def _ranges(signs: Iterable[int]) -> str:
    """« U+A1-A6, U+A8 »: signs in order, as a style sheet names them."""
    runs: list[list[int]] = []
    for sign in signs:
        if runs and sign == runs[-1][-1] + 1:
            runs[-1].append(sign)
        else:
            runs.append([sign])
    return ", ".join(f"U+{run[0]:X}-{run[-1]:X}" if len(run) > 1 else f"U+{run[0]:X}" for run in runs)


def _write(letter: Letter, signs: Iterable[int], more: str = "") -> str:
    """The name of the file of these signs of a face, written."""
    options = subset.Options(
        flavor="woff2",
        layout_features=FEATURES,
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        name_IDs=NAMED,
    )
    options.drop_tables += UNREAD
    font = subset.load_font(FONTS / f"{letter.file}.ttf", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=signs)
    subsetter.subset(font)
    font["head"].modified = font["head"].created  # the same bytes whenever it runs
    held = io.BytesIO()
    font.recalcTimestamp = False
    subset.save_font(font, held, options)
    data = held.getvalue()
    name = f"{letter.file.lower()}{more}.{hashlib.sha256(data).hexdigest()[:8]}.woff2"
    (FOLDER / name).write_bytes(data)
    print(f"{name}: {len(data)} bytes")
    return name


def _frequency() -> Counter[str]:
    """How often each sign stands in the texts of the example town."""
    texts = (file.read_text(encoding="utf-8") for file in (towns.EXAMPLE / "content").rglob("*.md"))
    return Counter(sign for text in texts for sign in text if sign.isalpha() or sign == " ")


def _width(font: TTFont, frequency: Counter[str]) -> float:
    """The mean width of a sign of a text, in em."""
    named, widths = font.getBestCmap(), font["hmtx"]
    known = {sign: times for sign, times in frequency.items() if ord(sign) in named}
    whole = sum(widths[named[ord(sign)]][0] * times for sign, times in known.items())
    return float(whole / sum(known.values()) / font["head"].unitsPerEm)


def _installed(family: str, style: str) -> Path:
    """The file of a font of this machine."""
    asked = ("fc-match", "--format=%{family}\n%{file}", f"{family}:style={style}")
    found, _, file = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.partition("\n")
    if family not in found:
        sys.exit(f"{family}: not on this machine (fonts-liberation)")
    return Path(file)


if __name__ == "__main__":
    sys.exit(main())
