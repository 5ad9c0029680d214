"""`python -m scripts.fonts FOLDER`: the fonts of `theme/fonts/`, from the packages where they are published.

FOLDER holds the unpacked npm packages that `theme/fonts/LISEZMOI.md` names. Each font is reduced to Latin
letters and common signs, and given the narrow no-break space of French (U+202F), which none of them has: a
fifth of an em.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

FONTS = Path(__file__).resolve().parent.parent / "theme" / "fonts"
KEPT = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02C6-02DD,U+1E00-1EFF,U+2000-206F,U+20AC,U+2116,U+2122,"
    "U+2190-2193,U+2212,U+2260-2265"
)
CHOSEN = {
    "Literata-Bold.ttf": "700Bold/Literata_700Bold.ttf",
    "PublicSans-Regular.ttf": "400Regular/PublicSans_400Regular.ttf",
    "PublicSans-Italic.ttf": "400Regular_Italic/PublicSans_400Regular_Italic.ttf",
    "PublicSans-Bold.ttf": "700Bold/PublicSans_700Bold.ttf",
    "PublicSans-BoldItalic.ttf": "700Bold_Italic/PublicSans_700Bold_Italic.ttf",
}
NARROW_SPACE = 0x202F


def main(folder: Path) -> None:
    """Write each font of `CHOSEN`."""
    for name, path in CHOSEN.items():
        (source,) = folder.glob(f"**/{path}")
        font = TTFont(source, recalcTimestamp=False)
        _add_narrow_space(font)
        _reduce(font)
        font.save(FONTS / name)


def _add_narrow_space(font: TTFont) -> None:
    name, narrow = "uni202F", font["head"].unitsPerEm // 5
    metrics = [font[table].metrics for table in ("hmtx", "vmtx") if table in font]
    font["glyf"][name] = Glyph()  # which adds it to the order of glyphs
    for each in metrics:
        each[name] = (narrow, 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW_SPACE] = name


def _reduce(font: TTFont) -> None:
    options = subset.Options(hinting=False, recalc_timestamp=False, name_IDs=["*"], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(KEPT))
    subsetter.subset(font)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
