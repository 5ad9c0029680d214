"""What a town calls its council, its bodies and their members: said once, and right in every sentence.

A sentence of the program names them by default words, in the forms that these take: « les réunions
{du conseil} » is « les réunions de la commission » where the council is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from hub.model.fields import Choice, Entity, Text, matching
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

_SAME = {
    **{form: key for key, forms in _DETERMINERS.items() for form in forms if form and form != "des"},
    **{"l'": "le", "du": "du", "de": "de", "de l'": "du", "d'": "de", "cet": "ce", "des": "du"},
}
_DETERMINER = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _SAME), key=len, reverse=True))})(?:(?<=['’])| )", re.IGNORECASE
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


class Wording(Entity):
    """`mots:` in `mkdocs.yml`. A town may be without colleges, without bureau, without yearly assembly: what
    a sentence then says of the bureau is said of the council."""

    conseil: NounText = "un conseil"
    bureau: OptionalNoun = "un bureau"
    pleniere: OptionalNoun = "une assemblée plénière"
    commission: NounText = "une commission"
    groupe_de_travail: NounText = "un groupe de travail"
    college: OptionalNoun = "un collège"
    titulaire: NounText = "un titulaire"
    suppleant: NounText = "un suppléant"

    def __call__(self, words: str) -> str:
        """« du bureau », « Les collèges », « le bureau élu »: what the town says for the default words;
        « il:bureau » is the pronoun.

        Raises KeyError for a noun that is none of `mots`.
        """
        pronoun, _, meant = words.partition(":")
        if pronoun == "il":
            return "elle" if self.noun(meant).feminine else "il"
        determiner, noun, plural, adjectives = _read(words)
        said = self.noun(noun).after(determiner, plural=plural, adjectives=adjectives)
        return said[0].upper() + said[1:] if words[0].isupper() else said

    def say(self, sentence: str) -> str:
        """A sentence of the program, whose `{du conseil}` is said as the town does; of `{si college:…|…}` a
        town without colleges has the second part."""
        if "{" not in sentence:
            return sentence
        return _CHOICE.sub(self._chosen, _PLACE.sub(self._said, sentence))

    def _chosen(self, found: re.Match[str]) -> str:
        return found[2] if self.has(found[1]) else found[3]

    def _said(self, found: re.Match[str]) -> str:
        """What stands between braces and is no noun of ours stays: « {nom: …} »."""
        try:
            return self(found[1])
        except KeyError:
            return found[0]

    def say_all(self, value: Any) -> Any:
        """The same of every text in lists and mappings."""
        if isinstance(value, str):
            return self.say(value)
        if isinstance(value, dict):
            return {key: self.say_all(one) for key, one in value.items()}
        return [self.say_all(one) for one in value] if isinstance(value, list) else value

    def has(self, noun: str) -> bool:
        """Whether the town has what that field names: a bureau, colleges."""
        return fold(getattr(self, noun)) not in NONE

    def offers(self, choice: Choice) -> bool:
        """Whether a member of an enumeration is one in this town: a body that it is without is none."""
        return choice.name not in type(self).model_fields or self.has(choice.name)

    def names(self, field: str) -> bool:
        """Whether a field of a model is one in this town: `college` is none where there are no colleges."""
        return field != "college" or self.has(field)

    def noun(self, name: str) -> Noun:
        """The noun of a field; that of the council for what the town is without."""
        return noun_of(getattr(self, name) if self.has(name) else self.conseil)

    def label(self, choice: Choice) -> str:
        """The word shown for a member of an enumeration: that of the town, if it has one for it."""
        named = choice.name in type(self).model_fields
        return self.noun(choice.name).one if named else choice.libelle


NONE = frozenset(("aucun", "aucune"))

_PLACE = re.compile(r"(?<!\{)\{([^\W\d_][^{}|]*)\}(?!\})")
_CHOICE = re.compile(r"\{si (bureau|college|pleniere):([^{}|]*)\|([^{}|]*)\}")

_NOUNS = {"plénière": "pleniere", "collège": "college", "suppléant": "suppleant"}
"""The nouns of sentences that are no fields' names."""

_SEVERAL = {
    "conseils": "conseil",
    "bureaux": "bureau",
    "plénières": "pleniere",
    "collèges": "college",
    "titulaires": "titulaire",
    "suppléants": "suppleant",
    "commissions": "commission",
}

DEFAULT = Wording()


@lru_cache(maxsize=512)
def _read(words: str) -> tuple[str, str, bool, str]:
    """« Les collèges voisins » -> (« le », « college », several, « voisins »)."""
    small = words[0].lower() + words[1:]
    found = _DETERMINER.match(small)
    determiner = _SAME[found[1]] if found else ""
    noun, _, adjectives = small[found.end() if found else 0 :].partition(" ")
    if noun in _SEVERAL:
        singular = " ".join(one.removesuffix("s") for one in adjectives.split())
        return determiner, _SEVERAL[noun], True, singular
    name = _NOUNS.get(noun, noun)
    if name not in Wording.model_fields:
        raise KeyError(words)
    return determiner, name, False, adjectives
