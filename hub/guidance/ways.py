"""The ways by which a change reaches who reviews it, the easiest first, and what a gesture says of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from hub.markup.plain import capital
from hub.model.site import Site

if TYPE_CHECKING:
    from hub.guidance.gestures import Gesture


class Way(Enum):
    """By the forms of the workshop; by the page of the forge that edits a file; by a mail to the service.

    The value is the key of a gesture's header.
    """

    workshop = "atelier"
    editor = "page"
    mail = "courriel"


ENDS = {
    Way.workshop: (
        "En haut à droite, **« Enregistrer »**, puis « Proposer » si l’on vous le demande : c’est proposé. "
        "Quelqu’un relit, puis le site est mis à jour."
    ),
    Way.editor: "En bas de cette page, dites pourquoi en quelques mots, puis **proposez** le changement.",
    Way.mail: "Envoyez : le service le met en ligne pour vous.",
}
"""How a gesture ends."""

OTHERWISE = {
    Way.workshop: "",
    Way.editor: "**Sans l’atelier**, avec un compte",
    Way.mail: "**Sans compte**",
}
"""What tells a way that is not the first."""

NOBODY = "Dites-le au service qui tient ce site : comment lui écrire est encore à confirmer."
"""How one begins where a town has told no way."""


def ways_of(site: Site, *, workshop: bool) -> tuple[Way, ...]:
    """The ways that a site offers, the easiest first; `workshop` says whether it has one."""
    offered = {Way.workshop: workshop, Way.editor: site.depot, Way.mail: site.contact}
    return tuple(way for way, there in offered.items() if there)


def told(gesture: Gesture, ways: Sequence[Way]) -> str:
    """A gesture as Markdown where a site offers `ways`: it is told by the first, then how by the others."""
    return "\n\n".join(part for part in _parts(gesture, ways) if part) + "\n"


def _parts(gesture: Gesture, ways: Sequence[Way]) -> Iterator[str]:
    known = [way for way in ways if way in gesture.begun]
    steps = list(gesture.steps)
    if gesture.begun:
        first, last = (capital(gesture.begun[known[0]]), [ENDS[known[0]]]) if known else (NOBODY, [])
        steps = [first, *steps, *last]
    yield "\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))
    yield gesture.notes
    for way in known[1:]:
        yield f"{OTHERWISE[way]} : {gesture.begun[way]}"
