"""Comparing and ordering names as French readers do."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SHORT = 100
"""Characters: the marks of a name take no time."""

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ß": "ss", "’": "'"})
_LEADING = re.compile(
    r"^(?:l'|la |le |les |une? |association (?:des? |du |d'|de la |de l'|pour (?:la |le |les |l')?)?)+"
)

_BREAKS = re.compile(r"[\s'’]+(?=\w)")
SKIPPED = 40
"""Characters of a name within which the words stand that the order skips."""


@lru_cache(maxsize=524_288)  # every spelling of 100,000 associations, which are folded several times
def fold(text: str) -> str:
    """`text` without accents, ligatures, case, punctuation: what two spellings have in common.

    « Mala'Café », « malacafe » and « MALACAFÉ » fold alike.
    """
    return " ".join(re.findall(r"[^\W_]+", _plain(text).replace("'", ""))) or text.strip()


def unaccented(text: str) -> str:
    """The text in lower case and without accents, sign for sign: what is found there stands at its place."""
    return "".join(
        plain
        if sign.isalpha() and len(plain := fold(sign)) == 1
        else sign.lower()
        if len(sign.lower()) == 1
        else sign
        for sign in text
    )


def slug(text: str) -> str:
    """`text` as an address: « Fête d'été » -> `fete-d-ete`."""
    return fold(re.sub(r"['’_\-·]", " ", text)).replace(" ", "-") or "sans-nom"


@lru_cache(maxsize=131_072)
def sort_key(name: str) -> str:
    """The alphabetical order of a directory: accents folded; « L' », « Les », « Association des » skipped."""
    plain = _plain(name)
    rest = _LEADING.sub("", plain)
    return " ".join(re.findall(r"[^\W_]+", rest)) or fold(name)


def filed(name: str) -> tuple[str, str]:
    """What the alphabetical order skips of a name, and the rest: its first word is the one it is filed under.

    « Les Licornes jardinières » -> (« Les », « Licornes jardinières »), the space kept with the first.
    """
    key = sort_key(name)
    begins = [0, *(met.end() for met in _BREAKS.finditer(name, 0, SKIPPED))]
    start = max(at for at in begins if at == 0 or sort_key(name[at:]) == key)
    return name[:start], name[start:]


def initial(name: str) -> str:
    """The capital letter under which `name` is filed; « 0-9 » for a digit."""
    first = sort_key(name)[:1]
    return first.upper() if first.isalpha() else "0-9"


class _Bare(dict[int, int | None]):
    """For `str.translate`: no accents. Each character is looked up once, when it first comes."""

    def __missing__(self, code: int) -> int | None:
        marks = unicodedata.normalize("NFKD", chr(code))
        self[code] = None if all(map(unicodedata.combining, marks)) else code
        return self[code]


_BARE = _Bare()


def _plain(text: str) -> str:
    if not text.isascii():
        # Python puts the marks of a letter in order one by one: thousands of them would take hours.
        bare = (
            text.translate(_LIGATURES).translate(_BARE) if len(text) > SHORT else text.translate(_LIGATURES)
        )
        text = unicodedata.normalize("NFKD", bare).translate(_BARE)
    return text.casefold().strip()
