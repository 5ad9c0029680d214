"""Rules of the picture of a thing (D040 to D042): what it shows is said, whose it is too, and it is sharp."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from hub.checks.problem import Problem, problem
from hub.model import walk
from hub.model.attachment import Emblem, Picture, picture_of
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.picture import seen

SHARP, SHARP_EMBLEM = 640, 160
"""Pixels: the least width of a picture at the head of a page, and of that of an association, shown small."""

SAYS_NOTHING = frozenset(
    "image photo photographie dessin logo visuel illustration affiche capture img une de la le du".split()
)
"""Words that say that there is a picture, and not what is seen on it."""

NOBODY = frozenset(
    map(
        fold,
        (
            "a-confirmer",
            "à confirmer",
            "inconnu",
            "auteur inconnu",
            "anonyme",
            "internet",
            "web",
            "google",
            "google images",
            "facebook",
            "instagram",
            "pinterest",
            "libre de droits",
            "droits réservés",
            "tous droits réservés",
            "dr",
        ),
    )
)
"""Answers that name no author."""


def _pictured(hub: Hub) -> Iterator[tuple[Any, Picture]]:
    """Each thing that has a picture, and this one."""
    for thing in walk.things(hub):
        if picture := picture_of(thing):
            yield thing, picture


def told_in_words(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The text of a picture says what is seen on it: neither that it is one, nor the name of its file."""
    for thing, picture in _pictured(hub):
        if _says_nothing(picture.texte, picture.fichier):
            yield problem(
                "D040",
                thing.origin.at("image", "texte"),
                f"« {picture.texte} » ne dit pas ce que l'on voit sur l'image.",
                "Décrivez-la en une phrase, comme au téléphone : « Des enfants plantent un pommier ».",
            )


def _says_nothing(words: str, file: str) -> bool:
    said = fold(words)
    return said in (fold(file), fold(PurePath(file).stem)) or set(said.split()) <= SAYS_NOTHING


def signed(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A picture says whose work it is."""
    for thing, picture in _pictured(hub):
        if fold(picture.auteur) in NOBODY:
            yield problem(
                "D041",
                thing.origin.at("image", "auteur"),
                f"« {picture.auteur} » n'est pas l'auteur de l'image.",
                "Nommez qui l'a faite et la laisse publier ; sinon retirez l'image : le site en dessine une.",
            )


def sharp(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A picture is wide enough for the place where it is shown."""
    for thing, picture in _pictured(hub):
        file = hub.images.get(picture.fichier)
        found = seen(file) if file else None  # damaged, or of another kind, it is told as any image is
        least = SHARP_EMBLEM if isinstance(picture, Emblem) else SHARP
        if found and found.width < least:
            yield problem(
                "D042",
                thing.origin.at("image", "fichier"),
                f"Cette image n'a que {found.width} points de large : elle sera floue.",
                f"Prenez-la plus grande : {least} points de large, ou davantage.",
            )


CHECKS = (told_in_words, signed, sharp)
