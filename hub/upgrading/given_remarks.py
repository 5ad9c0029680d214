"""Remarks of the settings that the first version gave, with one space before their « # »: such a remark has
since been taken for words that were lost (T029). Those of anybody else stay: they may be."""

from __future__ import annotations

from collections.abc import Collection

from hub.upgrading.edits import Cut, Place, spaces
from hub.upgrading.migration import Migration

GIVEN = ("# adresse à confirmer", "# ne change jamais : les abonnés reconnaissent les messages par lui")


def _words(keys: list[str]) -> str:
    return "deux espaces sont mis devant les remarques que donnait la première version"


def _cuts(text: str, places: Collection[Place]) -> list[Cut]:
    lines = text.split("\n")
    own = [(line, at) for line, at in places if lines[line - 1][at - 1 :].rstrip() in GIVEN]
    return spaces(text, own)


MIGRATION = Migration("0.1.0", "T029", "mkdocs.yml", _words, _cuts)
