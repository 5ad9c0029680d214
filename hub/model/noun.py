"""A noun that a town says with its article, « un office », in the forms that a sentence needs."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, NamedTuple

from hub.model.fields import Text, matching
from hub.model.french import elides
from hub.model.names import fold

_ONE = r"(?:[Uu]ne?)[ \u00a0](?:[^\W\d_][^,{}<>\[\]]*?)(?:, ?des[ \u00a0][^\W\d_][^,{}<>\[\]]*)?"


NounText = Annotated[Text, matching(_ONE, "noun")]
"""« un office », « une halle, des halles »: a noun, the article that tells its gender, its plural."""


OptionalNoun = Annotated[Text, matching(rf"[Aa]ucune?|{_ONE}", "noun_or_none")]
"""The same of what a town may be without: « aucun »."""


_UNCHANGED = ("de", "d'", "d’", "du", "des", "à", "au", "aux", "en", "pour", "sur")
"""The words after which a noun of several has no more plural: « groupes de travail »."""


_DETERMINERS = {
    "le": ("le", "la", "l’", "les"),
    "un": ("un", "une", "", "des"),
    "du": ("du", "de la", "de l’", "des"),
    "au": ("au", "à la", "à l’", "aux"),
    "de": ("de", "de", "d’", "de"),
    "d’un": ("d’un", "d’une", "", "de"),
    "ce": ("ce", "cette", "", "ces"),
    "aucun": ("aucun", "aucune", "", "aucun"),
    "tout": ("tout le", "toute la", "tout l’", "tous les"),  # « toute l’ », « toutes les »
}
"""Masculine, feminine, before a vowel ('' where that is one of the two), plural."""


SAME = {
    **{form: key for key, forms in _DETERMINERS.items() for form in forms if form and form != "des"},
    **{"l'": "le", "du": "du", "de": "de", "de l'": "du", "d'": "de", "cet": "ce", "des": "du"},
}


DETERMINER = re.compile(
    rf"({'|'.join(sorted(map(re.escape, SAME), key=len, reverse=True))})(?:(?<=['’])| )", re.IGNORECASE
)


class Noun(NamedTuple):
    """A noun: how one and several are called, and its gender."""

    one: str
    several: str
    feminine: bool

    def after(self, determiner: str, *, plural: bool = False, adjectives: str = "") -> str:
        """The noun after « le », « un », « du », « au », « de » or « ce », with adjectives that agree."""
        words = " ".join(
            (self.several if plural else self.one, *(self._agreed(one, plural) for one in adjectives.split()))
        )
        if not determiner:
            return words
        masculine, feminine, elided, many = _DETERMINERS[determiner]
        if plural:
            if determiner == "de" and elides(words):
                return f"d’{words}"
            return f"{'toutes les' if self.feminine and determiner == 'tout' else many} {words}"
        if elides(words):
            if determiner == "ce" and not self.feminine:
                return f"cet {words}"
            if elided:
                return f"{'toute l’' if self.feminine and determiner == 'tout' else elided}{words}"
        return f"{feminine if self.feminine else masculine} {words}"

    def _agreed(self, adjective: str, plural: bool) -> str:
        """A regular adjective, given in the masculine singular: « élu », « local »."""
        if self.feminine and not adjective.endswith("e"):
            adjective += "e"
        return f"{adjective}s" if plural and not adjective.endswith(("s", "x")) else adjective


@lru_cache(maxsize=256)
def noun_of(written: str) -> Noun:
    """« une assemblée plénière » -> its noun. Its plural is the regular one, where it is not given."""
    article, _, rest = written.replace("\u00a0", " ").partition(" ")
    one, _, plural = (part.strip() for part in rest.partition(","))
    several = plural.partition(" ")[2] or _plural(one)
    return Noun(one, several, fold(article) == "une")


def _plural(words: str) -> str:
    found = words.split(" ")
    end = next((at for at, one in enumerate(found) if at and _is_unchanged(one)), len(found))
    return " ".join([*map(_plural_of_one, found[:end]), *found[end:]])


def _is_unchanged(word: str) -> bool:
    return word in _UNCHANGED or word.startswith(("d'", "d’", "l'", "l’"))


def _plural_of_one(word: str) -> str:
    if word.endswith(("s", "x", "z")) or word.isupper():  # « des CLVA »
        return word
    if word.endswith(("eau", "au", "eu")):
        return f"{word}x"
    return f"{word[:-2]}aux" if word.endswith("al") else f"{word}s"
