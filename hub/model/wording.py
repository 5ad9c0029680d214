"""What a town calls its council, its bodies and their members: said once, and right in every sentence.

A sentence of the program names them by default words, in the forms that these take: « les réunions
{du conseil} » is « les réunions de la commission » where the council is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from hub.model.fields import Choice, Entity
from hub.model.names import fold
from hub.model.noun import DETERMINER, SAME, Noun, NounText, OptionalNoun, noun_of

__all__ = ["DEFAULT", "NONE", "Noun", "NounText", "OptionalNoun", "Wording", "noun_of"]


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
    found = DETERMINER.match(small)
    determiner = SAME[found[1]] if found else ""
    noun, _, adjectives = small[found.end() if found else 0 :].partition(" ")
    if noun in _SEVERAL:
        singular = " ".join(one.removesuffix("s") for one in adjectives.split())
        return determiner, _SEVERAL[noun], True, singular
    name = _NOUNS.get(noun, noun)
    if name not in Wording.model_fields:
        raise KeyError(words)
    return determiner, name, False, adjectives
