"""« du Mans », « aux Lilas », « d’Hyères »: the name of a town after « de » and « à »."""

from __future__ import annotations

import re

from hub.model.french import elides
from hub.model.site import Site

_ARTICLE = re.compile(r"(les?|la)[ \u00a0]|l['’]", re.IGNORECASE)
"""The article that is a word of a name: « Le Mans », « L’Haÿ-les-Roses »; not « Lens » nor « Lespinasse »."""


def of_town(site: Site) -> str:
    """« de Malakoff », « des Lilas », « de L’Haÿ »: the name of the town, after what is its own."""
    return site.commune_de or of(site.commune)


def of(name: str) -> str:
    """« de », « du », « des » or « d’ » and the name of a town."""
    if not _ARTICLE.match(name) and elides(name):
        return f"d’{name}"
    return _melted(name, "de", {"le": "du", "les": "des"})


def at(name: str) -> str:
    """« à », « au » or « aux » and the name of a town: « au Mans », « aux Lilas », « à La Rochelle »."""
    return _melted(name, "à", {"le": "au", "les": "aux"})


def _melted(name: str, preposition: str, melted: dict[str, str]) -> str:
    """An article that is a word of the name melts into the preposition; « La » and « L’ » stay (Lexique des
    règles typographiques en usage à l'Imprimerie nationale, « Noms de villes »)."""
    found = _ARTICLE.match(name)
    if found and (one := melted.get((found[1] or "").lower())):
        return f"{one} {name[found.end() :]}"
    return f"{preposition} {name}"
