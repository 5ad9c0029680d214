"""French before a noun: what « le », « de » and « à » become before it; and several words in a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hub.model.names import fold

_ASPIRATED = tuple("ha hem hesin hettan hibou hoe homb honfl hong hors hou huel huit huni".split())
"""How the names and nouns begin whose h is a consonant: « de Haguenau », « la halle »."""

_MUTE = tuple(
    "habi hagetm hagond haill hallen hallu harfl harm haspar haubou hautmo hauteville hazebr "
    "hemev hemi houdain houpl".split()
)
"""How those begin that are otherwise: « d’Hazebrouck ». No rule is whole, and usage decides: whoever writes a
name may say better."""

_GERMAN = re.compile(r"\w+(?:heim|willer|dorf|stadt|bourg|felden|hoffen|hausen|lach)\b")
"""How the names of Alsace and Moselle end, whose h is heard: « de Herrlisheim »."""


def elides(words: str) -> bool:
    """Whether « le », « la » and « de » lose their vowel before these words: « l’office », « d’Hyères »."""
    letters = fold(words)
    if letters.startswith("h"):
        return letters.startswith(_MUTE) or not (letters.startswith(_ASPIRATED) or _GERMAN.match(letters))
    if letters.startswith("y"):  # « d’Yerres », and « de Yutz »
        return letters[1:2] not in tuple("aeiou") or letters.startswith("yer")
    return letters.startswith(tuple("aeiou")) and not letters.startswith("onz")


def joined(words: Sequence[str]) -> str:
    """« a, b et c »; '' for none."""
    return " et ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
