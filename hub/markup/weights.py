"""How heavy a file is, as people say it."""

from __future__ import annotations

UNITS = ("ko", "Mo", "Go")


def weight(size: int) -> str:
    """`size` bytes in decimal units (BIPM): « 84 ko », « 1,2 Mo »; never less than 1 ko."""
    number = max(size, 1_000) / 1_000
    unit = 0
    while number >= 999.5 and unit < len(UNITS) - 1:
        number, unit = number / 1_000, unit + 1
    words = f"{number:.1f}".replace(".", ",") if unit and number < 10 else f"{number:.0f}"
    return f"{words.removesuffix(',0')}\u00a0{UNITS[unit]}"
