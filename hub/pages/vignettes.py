"""What a list and a page show of a thing: its picture, or the tile that is drawn for it.

A tile is two references to symbols, which its page holds once (`with_symbols`): the arrangement of its
shapes, and its pictogram. Nothing is asked of the server, and the colours follow the reader's.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from markupsafe import Markup

from hub.look.depiction import depiction
from hub.look.pictograms import lines
from hub.look.skyline import HEIGHT, skyline
from hub.look.tiles import PICTOGRAM, SIDE, arrangement
from hub.markup.picture import markup, plan_of
from hub.markup.typography import french
from hub.model import Hub
from hub.model.attachment import Emblem, Picture, picture_of

SMALL = 480
"""Pixels of the widest variant of a picture that a list shows."""

WIDE = "(min-width: 60em) 24rem, 94vw"
"""How wide one is shown at the head of its page."""

_USED = re.compile(r'href="#_(tuile-[0-9]+|picto-[a-z]+)"')


def vignette(hub: Hub, thing: Any) -> Markup:
    """The picture of a thing, small and square, beside its title, which says what it is: silent for who
    listens. Its tile where it has none."""
    return pictured(hub, picture_of(thing)) or _tile(hub, thing)


def pictured(hub: Hub, picture: Picture | None) -> Markup:
    """A picture, small and square; '' where there is none that can be shown."""
    plan = plan_of(hub, picture)
    if plan is None:
        return Markup("")
    whole = " vignette-logo" if isinstance(picture, Emblem) else ""
    return Markup(f'<span class="vignette{whole}">{markup(plan, "", sizes="5rem", widest=SMALL)}</span>')


def pastille(hub: Hub, thing: Any) -> Markup:
    """The same in a long list: its picture, or its pictogram alone, on its colour."""
    drawn, hue, _ = depiction(hub, thing)
    return pictured(hub, picture_of(thing)) or Markup(
        f'<svg class="vignette pastille tuile-{hue}" viewBox="0 0 24 24" aria-hidden="true" '
        f'focusable="false">{lines(drawn.value)}</svg>'
    )


def depicted(hub: Hub, thing: Any) -> Markup:
    """The picture of a thing at the head of its page, with what it shows and whose work it is; its tile where
    it has none."""
    picture = picture_of(thing)
    plan = plan_of(hub, picture)
    if picture is None or plan is None:
        return _tile(hub, thing)
    kind, sizes = ("logo", "9rem") if isinstance(picture, Emblem) else ("photo", WIDE)
    shown = markup(plan, escape(french(picture.texte)), sizes=sizes, lazy=False)
    return Markup(f'<figure class="image image-{kind}">{shown}{_credit(picture)}</figure>')


def panorama(hub: Hub, home: Any) -> Markup:
    """The town below the first words of its home page: the picture of this page, or roofs that are drawn."""
    picture = picture_of(home)
    plan = plan_of(hub, picture)
    if picture and plan:
        shown = markup(plan, escape(french(picture.texte)), sizes="100vw", lazy=False)
        return Markup(f'<figure class="image ville">{shown}{_credit(picture)}</figure>')
    row = skyline(hub.site.identifiant)
    pattern = (
        f'<pattern id="_toits" width="{row.width}" height="{HEIGHT}" patternUnits="userSpaceOnUse">'
        f'<path class="tuile-pale" d="{row.faint}"/><path d="{row.full}"/>'
        f'<path class="tuile-vive" d="{row.bright}"/></pattern>'
    )
    return Markup(
        f'<div class="ville"><svg width="100%" height="{HEIGHT}" aria-hidden="true" focusable="false">'
        f'<defs>{pattern}</defs><rect width="100%" height="100%" fill="url(#_toits)"/></svg></div>'
    )


def _credit(picture: Picture) -> str:
    """Whose work a picture is."""
    return f"<figcaption>{escape(french(f'Image : {picture.auteur}'))}</figcaption>"


def _tile(hub: Hub, thing: Any) -> Markup:
    drawn, hue, number = depiction(hub, thing)
    shapes = arrangement(number)
    return Markup(
        f'<svg class="vignette tuile-{hue}" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true" focusable="false">'
        f'<use href="#_tuile-{number}"/><use href="#_picto-{drawn.value}" x="{shapes.left}" '
        f'y="{shapes.top}" width="{PICTOGRAM}" height="{PICTOGRAM}"/></svg>'
    )


def with_symbols(body: str) -> str:
    """A page, and after it the symbols that its tiles show."""
    used = dict.fromkeys(_USED.findall(body))
    if not used:
        return body
    held = "".join(map(_symbol, used))
    return (
        f'{body}<svg class="symboles" width="0" height="0" aria-hidden="true" focusable="false">{held}</svg>'
    )


def _symbol(name: str) -> str:
    kind, _, which = name.partition("-")
    if kind == "picto":
        return f'<symbol id="_{name}" viewBox="0 0 24 24" class="tuile-trait">{lines(which)}</symbol>'
    shapes = arrangement(int(which))
    return (
        f'<symbol id="_{name}" viewBox="0 0 {SIDE} {SIDE}">'
        f'<path class="tuile-fond" d="M0 0h{SIDE}v{SIDE}H0z"/>'
        f'<path class="tuile-pale" d="{shapes.faint}"/><path d="{shapes.full}"/>'
        f'<path class="tuile-vive" d="{shapes.bright}"/></symbol>'
    )
