"""Amounts of money as they are read in French."""

from __future__ import annotations

from hub.markup.typography import thousands


def euros(cents: int) -> str:
    """2300000 -> « 23 000 € », 120050 -> « 1 200,50 € »: no line is broken inside."""
    whole, part = divmod(cents, 100)
    return f"{thousands(whole)}{f',{part:02}' if part else ''}\u00a0€"
