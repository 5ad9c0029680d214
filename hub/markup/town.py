"""« du Mans », « d’Hyères »: the name of a town after « de »."""

from __future__ import annotations

import re

from hub.model.names import fold
from hub.model.site import Site

_ASPIRATED = ("ha", "hem", "henin", "hoe", "homb", "honfleur", "hou", "huningue")
"""How the names begin whose h is a consonant (« de Haguenau »); the others follow « d’ » (« d’Hyères »).
Usage decides, and no rule is whole: `commune_de` overrules it."""


def of_town(site: Site) -> str:
    """« de Malakoff », « des Lilas », « de L’Haÿ »: the name of the town, after what is its own.

    An article that is a word of the name melts into « de » (Lexique des règles typographiques en usage à
    l'Imprimerie nationale, « Noms de villes »).
    """
    return site.commune_de or of(site.commune)


def of(name: str) -> str:
    """« de », « du », « des » or « d’ » and the name of a town."""
    if found := re.match(r"(Le|Les)[ \u00a0]", name):
        return f"{'du' if found[1] == 'Le' else 'des'} {name[found.end() :]}"
    letters = fold(name)
    mute = letters.startswith("h") and not letters.startswith(_ASPIRATED)
    article = re.match(r"L['’]", name)
    elided = not article and (mute or letters.startswith(tuple("aeiouy")))
    return f"d’{name}" if elided else f"de {name}"
