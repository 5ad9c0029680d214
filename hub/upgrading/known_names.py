"""Names of an association that differ by accents, capitals or punctuation alone (A014): the first directories
listed them, and the program has since recognised them by itself."""

from __future__ import annotations

from hub.upgrading.migration import Migration, listed


def _words(names: list[str]) -> str:
    return f"des noms que le programme reconnaît désormais de lui-même sont retirés ({listed(names)})"


MIGRATION = Migration("0.1.0", "A014", "associations.yaml", _words)
