"""Rules of attached files (D): there, used, whole, of a kind that everybody opens, of a usable name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from hub.checks.filenames import KINDS, files, is_misnamed, misnamed, plain_name, proposed_names
from hub.checks.known import Known
from hub.checks.missing_files import FOLDERS, INSTEAD, place
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.markup.attached import may_name, named_in, naming
from hub.markup.links import Destination, Kind
from hub.markup.weight import weight
from hub.model import walk
from hub.model.attachment import is_what_it_says, picture_of
from hub.model.hub import Hub
from hub.model.picture import MOST_SIDE, seen
from hub.prose import read
from hub.sources import Attachment, Position

HEAVIEST = {"document": 10_000_000, "image": 15_000_000}
"""Bytes: a document that a phone gets in the street; a photo as it comes out of a camera."""


def named_in_texts(prose: Prose, known: Known) -> Iterator[Problem]:
    """A document or an image that a text names is in its folder, and each is named as what it is."""
    for destination, found in naming(prose.links):
        at = prose.at(found.at(prose.text))
        shown = found.kind is Kind.IMAGE
        if found.kind is not Kind.BROKEN and shown != (destination.scheme == "image"):
            yield _other_way(destination, at)
        else:
            yield from _missing(known, destination.scheme, destination.rest, at)


def listed_files_exist(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A document that a header lists is in its folder, and its picture too."""
    known = Known(hub, today)
    for thing in walk.things(hub):
        if picture := picture_of(thing):
            yield from _missing(known, "image", picture.fichier, thing.origin.at("image", "fichier"))
        for index, one in enumerate(getattr(thing, "documents", ())):
            at = thing.origin.at("documents", index, "fichier")
            yield from _missing(known, "document", one.fichier, at)


def _missing(known: Known, scheme: str, name: str, at: Position) -> Iterator[Problem]:
    if not known.attached(scheme, name):
        there = known.files(scheme)
        if any(is_misnamed(one) and plain_name(one) == name for one in there):
            return  # the file is asked to bear this name
        yield problem(
            "D001",
            at,
            f"Il n'y a pas de fichier « {name} » dans {FOLDERS[scheme]}/.",
            place(scheme, name, there),
        )


def _other_way(destination: Destination, at: Position) -> Problem:
    name = destination.rest
    if destination.scheme == "image":
        message = f"« {name} » est une image : un lien n'y mène pas, elle se montre."
        remedy = f"Écrivez « ![ce qu'elle montre](image:{name}) », avec un « ! » devant."
    else:
        message = f"« {name} » est un document : il ne se montre pas dans la page, on le télécharge."
        remedy = f"Écrivez « [le titre du document](document:{name}) », sans le « ! »."
    return problem("D009", at, message, remedy)


def cited(hub: Hub) -> frozenset[tuple[str, str]]:
    """What the hub names, as (`document` or `image`, name): the only files that are published."""
    in_texts = {
        (one.scheme, one.rest)
        for _, written, _ in walk.texts(hub)
        if may_name(written)
        for one, _ in named_in(read(written))
    }
    listed = {("document", one.fichier) for t in walk.things(hub) for one in getattr(t, "documents", ())}
    depicted = {("image", one.fichier) for t in walk.things(hub) if (one := picture_of(t))}
    return frozenset(in_texts | listed | depicted)


def used_files(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A file that is kept in these folders is shown somewhere."""
    if hub.spoiled.keys or hub.spoiled.unknown:  # what cannot be read may name it
        return
    named = cited(hub) if hub.documents or hub.images else frozenset()
    meant = {(scheme, plain_name(name)) for scheme, name in named}
    for scheme, one in files(hub):
        if (scheme, plain_name(one.name)) not in meant and one is not hub.logo:
            sign, field = ("!", " dans un champ « image », ou") if scheme == "image" else ("", "")
            yield problem(
                "D002",
                one.position,
                "Aucun texte ne mène à ce fichier : il n'est pas publié.",
                f"Retirez-le, ou citez-le{field} dans un texte : {sign}[…]({scheme}:{one.name}).",
            )


def sound_files(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A file is of a permitted kind, as heavy as a visitor can bear, whole, and named as an address."""
    proposed = proposed_names(hub)
    for scheme, one in files(hub):
        if one in proposed:
            yield misnamed(one, proposed[one])
        elif one is not hub.logo or one.extension in KINDS[scheme]:  # a drawing has rules of its own
            yield from next((found for rule in _OF_A_FILE if (found := list(rule(scheme, one)))), ())


def _kind(scheme: str, one: Attachment) -> Iterator[Problem]:
    if one.extension not in KINDS[scheme]:
        yield problem(
            "D003",
            one.position,
            f"Un fichier « {one.extension or 'sans extension'} » n'est pas publié : tout le monde ne "
            "pourrait pas l'ouvrir sans risque.",
            _instead(scheme, one),
        )


def _instead(scheme: str, one: Attachment) -> str:
    other = "image" if scheme == "document" else "document"
    if one.extension in KINDS[other]:
        return f"Déplacez-le dans {FOLDERS[other]}/."
    return INSTEAD.get(one.extension, f"Possibles ici : {', '.join(KINDS[scheme])}.")


def _heavy(scheme: str, one: Attachment) -> Iterator[Problem]:
    if one.size > HEAVIEST[scheme]:
        yield problem(
            "D005",
            one.position,
            f"Ce fichier pèse {weight(one.size)} ; le plus lourd permis est de {weight(HEAVIEST[scheme])}.",
            "Enregistrez-le en plus léger : un PDF « taille réduite », une photo moins grande.",
        )


def _content(scheme: str, one: Attachment) -> Iterator[Problem]:
    try:
        sound = is_what_it_says(one) if scheme == "document" else seen(one) is not None
    except OSError:
        sound = False
    if not sound:
        yield problem(
            "D004",
            one.position,
            f"Ce fichier n'est pas un « {one.extension} » entier : il est abîmé, ou d'une autre sorte.",
            "Ouvrez-le, puis enregistrez-le de nouveau"
            + (" en UTF-8." if one.extension in (".csv", ".txt") else " dans ce format.")
            + " Changer la fin d'un nom ne change pas le fichier.",
        )


def _picture(scheme: str, one: Attachment) -> Iterator[Problem]:
    image = seen(one) if scheme == "image" else None
    if image and image.too_large:
        yield problem(
            "D007",
            one.position,
            f"Cette image a plus de {image.most_pixels // 1_000_000} millions de points : elle ne peut être "
            "lue.",
            "Réduisez-la : 2000 points de large suffisent partout.",
        )
    elif image and image.too_long:
        yield problem(
            "D007",
            one.position,
            f"Cette image a {max(image.width, image.height)} points de côté ; le plus permis est de "
            f"{MOST_SIDE}.",
            "Coupez-la en plusieurs, ou réduisez-la : 2000 points de large suffisent partout.",
        )
    elif image and image.animated:
        yield problem(
            "D008",
            one.position,
            "Cette image est animée : elle bouge sans que l'on puisse l'arrêter.",
            "Prenez-en une image fixe, ou menez par un lien à la vidéo.",
        )


_OF_A_FILE: tuple[Callable[[str, Attachment], Iterator[Problem]], ...] = (
    _kind,
    _heavy,
    _content,
    _picture,
)
"""The rules of one file; where one is broken, the next would only repeat it."""

CHECKS = (listed_files_exist, used_files, sound_files)
PROSE_RULES = (named_in_texts,)
