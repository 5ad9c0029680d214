"""`python -m scripts.fonts FOLDER`: the fonts of `theme/fonts/`, from the packages where they are published.

FOLDER holds the unpacked npm packages that `theme/fonts/LISEZMOI.md` names. Each font is reduced to the signs
that it is there for; those of letters are given the narrow no-break space of French (U+202F), a fifth of an
em, where they have none. `polices.json` then says what they are, and which signs they have together.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

FONTS = Path(__file__).resolve().parent.parent / "theme" / "fonts"
INVENTORY = "polices.json"

LATIN = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02C6-02DD,U+1E00-1EFF,U+2000-206F,U+20AC,U+2116,U+2122,"
    "U+2190-2193,U+2212,U+2260-2265"
)
LETTERS = (
    "U+0250-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1D00-1DBF,U+1F00-1FFF,U+2000-206F,U+2070-209F,"
    "U+20A0-20CF,U+2100-218F,U+2C60-2C7F,U+2DE0-2DFF,U+A720-A7FF,U+FB00-FB06,U+FFFD"
)
MATHEMATICS = "U+2032-2037,U+2100-214F,U+2190-22FF,U+27C0-27FF,U+2900-297F"
SIGNS = "U+2190-21FF,U+2300-23FF,U+2460-24FF,U+2500-27BF,U+2900-297F,U+2B00-2BFF"
CODE = "U+0020-007E,U+00A0-024F,U+2000-206F,U+20AC,U+2190-2193,U+2212,U+2260-2265,U+2500-257F"
EVERY = "*"


class Chosen(NamedTuple):
    """A font of a package, and the signs that are kept of it."""

    path: str
    kept: str


CHOSEN = {
    "Literata-Bold.ttf": Chosen("700Bold/Literata_700Bold.ttf", LATIN),
    "PublicSans-Regular.ttf": Chosen("400Regular/PublicSans_400Regular.ttf", LATIN),
    "PublicSans-Italic.ttf": Chosen("400Regular_Italic/PublicSans_400Regular_Italic.ttf", LATIN),
    "PublicSans-Bold.ttf": Chosen("700Bold/PublicSans_700Bold.ttf", LATIN),
    "PublicSans-BoldItalic.ttf": Chosen("700Bold_Italic/PublicSans_700Bold_Italic.ttf", LATIN),
    "NotoSans-Regular.ttf": Chosen("400Regular/NotoSans_400Regular.ttf", LETTERS),
    "NotoSansMono-Regular.ttf": Chosen("400Regular/NotoSansMono_400Regular.ttf", CODE),
    "NotoSansMath-Regular.ttf": Chosen("400Regular/NotoSansMath_400Regular.ttf", MATHEMATICS),
    "NotoSansSymbols2-Regular.ttf": Chosen("400Regular/NotoSansSymbols2_400Regular.ttf", SIGNS),
    "NotoEmoji-Regular.ttf": Chosen("400Regular/NotoEmoji_400Regular.ttf", EVERY),
}
OF_CODE = "NotoSansMono-Regular.ttf"
"""Sets code alone: no other text falls back to it."""

NARROW_SPACE = 0x202F


def main(folder: Path) -> None:
    """Write each font of `CHOSEN`, then what is there."""
    for name, chosen in CHOSEN.items():
        (source,) = folder.glob(f"**/{chosen.path}")
        font = TTFont(source, recalcTimestamp=False)
        if NARROW_SPACE not in font.getBestCmap() and chosen.kept in (LATIN, CODE):
            _add_narrow_space(font)
        _reduce(font, chosen.kept)
        font.save(FONTS / name)
    (FONTS / INVENTORY).write_text(json.dumps(inventory(), indent=1) + "\n", encoding="utf-8")


def inventory() -> dict[str, object]:
    """What `theme/fonts/` holds: the digest of each file, and the ranges of signs that can be printed."""
    files = sorted(FONTS.glob("*.ttf"))
    known = {sign for file in files if file.name != OF_CODE for sign in TTFont(file).getBestCmap()}
    return {
        "fichiers": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files},
        "signes": [f"{first:04X}-{last:04X}" for first, last in _ranges(known)],
    }


def _ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = -1
    for number in sorted(numbers):
        if number != last + 1:
            if first >= 0:
                yield first, last
            first = number
        last = number
    if first >= 0:
        yield first, last


def _add_narrow_space(font: TTFont) -> None:
    name, narrow = "uni202F", font["head"].unitsPerEm // 5
    metrics = [font[table].metrics for table in ("hmtx", "vmtx") if table in font]
    font["glyf"][name] = Glyph()  # which adds it to the order of glyphs
    for each in metrics:
        each[name] = (narrow, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW_SPACE] = name


def _reduce(font: TTFont, kept: str) -> None:
    options = subset.Options(hinting=False, recalc_timestamp=False, name_IDs=["*"], notdef_outline=True)
    options.drop_tables += ["MATH"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap() if kept == EVERY else subset.parse_unicodes(kept))
    subsetter.subset(font)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
