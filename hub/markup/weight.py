"""The weight of a file in French words."""

from __future__ import annotations


def weight(size: int) -> str:
    """« 84 ko », « 1,2 Mo »: `size` bytes in decimal units, never told lighter than they are."""
    kilobytes = max(1, -(-size // 1000))
    if kilobytes < 1000:
        return f"{kilobytes}\u00a0ko"
    tenths = -(-size // 100_000)
    return f"{tenths // 10},{tenths % 10}\u00a0Mo"
