"""The picture of a thing in what is printed, or the tile that is drawn for it."""

from __future__ import annotations

from typing import Any, NamedTuple

from hub.look.depiction import depiction, is_drawn
from hub.look.pictograms import lines
from hub.look.tiles import LONG, Paint, arrangement, drawing, frieze
from hub.markup.picture import plan_of
from hub.markup.typography import french
from hub.media.look import Look
from hub.media.nodes import line
from hub.model import Hub
from hub.model.attachment import Emblem, picture_of
from hub.sources import Attachment


class Shown(NamedTuple):
    """What a template is told of the picture of a thing, and the images that this names."""

    told: dict[str, Any]
    pictures: tuple[tuple[str, Attachment], ...] = ()


NOTHING = Shown({"picture": "", "alt": "", "credit": [], "whole": False, "tile": ""})


def shown(hub: Hub, thing: Any, look: Look, *, wide: bool = False) -> Shown:
    """The picture of a thing, or its tile.

    `picture` names it, `alt` says what it shows, `credit` whose it is, `whole` that nothing of it may be cut;
    `tile` is a drawing, a `wide` one a band. Both are '' of a thing that is shown by neither.
    """
    picture = picture_of(thing)
    plan = plan_of(hub, picture)
    if picture and plan:
        name, image = plan.fallback.path, hub.images[picture.fichier]
        told = {
            "picture": name,
            "alt": picture.texte,
            "credit": line(french(f"Image : {picture.auteur}")),
            "whole": isinstance(picture, Emblem),
            "tile": "",
        }
        return Shown(told, ((name, image),))
    return Shown({**NOTHING.told, "tile": _tile(hub, thing, look, wide=wide)}) if is_drawn(thing) else NOTHING


def _tile(hub: Hub, thing: Any, look: Look, *, wide: bool) -> str:
    drawn, hue, number = depiction(hub, thing)
    shapes, size = (frieze(number), (LONG, 2)) if wide else (arrangement(number, tall=True), (3, 4))
    paint = Paint(*(look.colours[name] for name in (hue, "soleil", "feuille")))
    return drawing(shapes, *size, lines(drawn.value), paint)
