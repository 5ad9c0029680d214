"""The engine's settings are a file of the program since a town's `mkdocs.yml` is read as data (C040)."""

from __future__ import annotations

from hub.upgrading.migration import Migration, listed


def _words(keys: list[str]) -> str:
    return f"les réglages du moteur sont retirés, le programme a désormais les siens ({listed(keys)})"


MIGRATION = Migration("0.1.0", "C040", "mkdocs.yml", _words)
