"""Rules of a town's logo (C056 to C058, D013 to D015): it is there, safe, and can be seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import did_you_mean
from hub.look.logo import HEAVIEST, HIGH, TALLEST, WIDEST
from hub.markup.weight import weight
from hub.model.hub import Hub
from hub.model.picture import seen
from hub.sources import Attachment, Position

SIMPLE = (
    "Dans Inkscape, enregistrez-le en « SVG simple » ; dans Illustrator, exportez-le « pour écrans » ; ou "
    "prenez un PNG."
)


def logo_is_there(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The file that the settings name is among the images."""
    named = hub.site.logo
    if named and hub.logo is None:
        name = named.rpartition("/")[2]
        yield problem(
            "C056",
            hub.site.origin.at("logo"),
            f"Il n'y a pas de fichier « {name} » dans content/images/.",
            did_you_mean(name, list(hub.images), f"Mettez-y le logo, sous ce nom : {named}"),
        )


def logo_can_be_shown(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """It is light, whole and safe, and of proportions that leave something of it to be seen."""
    logo = hub.logo
    if logo is None:
        return
    if logo.extension == ".svg":
        yield from _drawing(logo)
    elif found := seen(logo):  # damaged or huge, it is told as any image is
        yield from _proportions(logo.position, found.width / found.height)
        if found.height < HIGH / 2 and not found.too_large:
            yield problem(
                "C058",
                logo.position,
                f"Ce logo n'a que {found.height} points de haut : il sera flou sur un téléphone.",
                f"Prenez-le plus grand, {2 * HIGH} points ou plus, ou en SVG.",
            )


def _drawing(logo: Attachment) -> Iterator[Problem]:
    if logo.size > HEAVIEST:
        yield problem(
            "D015",
            logo.position,
            f"Ce dessin pèse {weight(logo.size)} ; le plus lourd permis pour un logo est de "
            f"{weight(HEAVIEST)}.",
            "Simplifiez-le, ou enregistrez-le en PNG.",
        )
        return
    from hub.look.svg import Unfit, cleaned  # a library, where there is a drawing

    try:
        drawn = cleaned(logo.data())
    except Unfit as unfit:
        at = Position(logo.path, unfit.line, 1)
        if unfit.safe:
            yield problem("D014", at, f"Ce logo ne peut pas être dessiné : {unfit.words}.", SIMPLE)
        else:
            yield problem("D013", at, f"Ce logo n'est pas qu'un dessin : {unfit.words}.", SIMPLE)
        return
    except OSError:
        yield problem("D014", logo.position, "Ce logo ne se lit pas.", "Enregistrez-le de nouveau.")
        return
    yield from _proportions(logo.position, drawn.width / drawn.height)
    if drawn.has_words:
        yield problem(
            "C057",
            logo.position,
            "Ce logo contient un texte, que chaque machine écrirait dans une autre police.",
            "Changez ce texte en tracés : « Objet en chemin » dans Inkscape, « Vectoriser » dans "
            "Illustrator.",
        )


def _proportions(at: Position, ratio: float) -> Iterator[Problem]:
    if not 1 / TALLEST <= ratio <= WIDEST:
        way = "large que haut" if ratio > 1 else "haut que large"
        times = f"{max(ratio, 1 / ratio):.1f}".replace(".", ",").removesuffix(",0")
        yield problem(
            "D014",
            at,
            f"Ce logo est {times} fois plus {way} : rien n'en serait lisible à côté du nom.",
            f"Prenez-en une forme plus compacte : {WIDEST:.0f} fois plus large que haut, {TALLEST:.0f} fois "
            "plus haut que large, au plus.",
        )


CHECKS = (logo_is_there, logo_can_be_shown)
