"""Keys of the first towns' settings, `sigle` and `plateforme`, that no page ever shows any more (T059)."""

from __future__ import annotations

from hub.upgrading.migration import Migration, listed


def _words(keys: list[str]) -> str:
    return f"ce que plus rien ne lit est retiré ({listed(keys)})"


MIGRATION = Migration("0.1.0", "T059", "mkdocs.yml", _words)
