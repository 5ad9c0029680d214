"""The form of the tables of French words."""

from __future__ import annotations

from typing import Any, NamedTuple

from hub.model.wording import Wording


class Words(NamedTuple):
    """What an editor shows of a field: a title, a sentence, values that show the form.

    Dates, numbers and enumerations need no examples here: their type gives some. The examples of a list
    are those of its elements.
    """

    title: str
    description: str
    examples: tuple[Any, ...] = ()

    def said(self, words: Wording) -> Words:
        """The same as a town says it: the tables name its bodies by default words, `{du conseil}`."""
        examples = tuple(words.say(one) if isinstance(one, str) else one for one in self.examples)
        return Words(words.say(self.title), words.say(self.description), examples)


class Group(NamedTuple):
    """What an editor shows of a thing, and of its fields by name."""

    title: str
    fields: dict[str, Words]


CONSENT = Words(
    "Consentement",
    "L’accord qui couvre un nom, un portable ou une boîte personnelle ; il n’est pas publié.",
    ("Accord écrit du 3 mai 2026", "Courriel du 3 mai 2026"),
)
"""Of everything that may name a person, or say how to reach one."""

IMAGE = Words(
    "Image",
    "La photo ou le dessin qui va avec : un fichier de « content/images/ », ce que l’on y voit, son auteur. "
    "Sans elle, le site en dessine une.",
)
"""Of what is shown by a picture."""

LOGO = Words(
    "Image",
    "Son logo, ou une photo : un fichier de « content/images/ », ce que l’on y voit, son auteur. Sans elle, "
    "le site en dessine une.",
)
"""Of an association."""

PICTOGRAM = Words(
    "Pictogramme",
    "Le petit dessin qui va avec les mots, parmi ceux du site. Sans lui, les mots en choisissent un.",
    ("musique", "agenda"),
)
"""Of what may have one."""
