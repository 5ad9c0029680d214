"""The fonts of what is printed: there, whole, and the ones that they say, before anything is made with them.

WeasyPrint takes another font in silence where it cannot read one.
"""

from __future__ import annotations

from pathlib import Path

from hub.media.work import MediaError

FACES = (
    ("Literata", "Literata-Bold.ttf", 700, "normal"),
    ("Public Sans", "PublicSans-Regular.ttf", 400, "normal"),
    ("Public Sans", "PublicSans-Italic.ttf", 400, "italic"),
    ("Public Sans", "PublicSans-Bold.ttf", 700, "normal"),
    ("Public Sans", "PublicSans-BoldItalic.ttf", 700, "italic"),
)
"""The family, the file of `theme/fonts/`, the weight and the style of each face."""

_FAMILY = 1
"""The name of a font's family (OpenType, `name`)."""

_CHECKED = 2
"""fontTools: a table whose sum is not the one written is refused."""


def require(fonts: Path) -> None:
    """Raise `MediaError` where one of the fonts is missing, spoilt or another one."""
    for family, name, _, _ in FACES:
        if not _is_whole(fonts / name, family):
            raise MediaError(
                f"La police « {fonts / name} » manque, ou elle est abîmée : les PDF seraient faits avec une "
                "autre. Reprenez-la (git checkout -- theme/fonts)."
            )


def _is_whole(file: Path, family: str) -> bool:
    from fontTools.ttLib import TTFont

    try:
        with file.open("rb") as data, TTFont(data, checkChecksums=_CHECKED, lazy=True) as font:
            for table in font.reader.keys():  # noqa: SIM118 (a reader is no dictionary)
                font.reader[table]
            return family in str(font["name"].getDebugName(_FAMILY))
    except Exception:  # fontTools raises anything of a file that is no font
        return False
