"""« Contribuer »: what one does to fill the town's files, and what the fields are."""

from __future__ import annotations

from collections.abc import Iterator

from hub.atelier import place
from hub.guidance import fields
from hub.guidance.gestures import BASE, FIELDS, HEIGHT, SMALL, WIDTH, Gesture, gestures
from hub.guidance.ways import Way, told, ways_of
from hub.markup.mailto import mailto
from hub.model.kinds import BY_ATTRIBUTE
from hub.model.names import slug
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet
from hub.places import GESTURES
from hub.schemas.words import title_of

ENTERING = "entrer-dans-l-atelier"
"""The gesture that is for sites with a workshop: elsewhere none leads to its page, whose address stays."""


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The gestures, a page each; the fields, a page a thing that one fills in."""
    yield Sheet(BASE, _contributing)
    for gesture in tools.once(_gestures):
        yield Sheet(gesture.address, _gesture, (gesture.key,))
    yield Sheet(FIELDS, _all_fields)
    for thing in _filled(tools):
        yield Sheet(f"{FIELDS}{thing.key}/", _fields, (thing.key,))


def _gestures(tools: Pages) -> tuple[Gesture, ...]:
    return gestures(GESTURES, tools.hub.site.mots)


def _filled(tools: Pages) -> tuple[fields.Filled, ...]:
    return fields.filled(slug, tools.hub.site.mots)


def _contributing(tools: Pages) -> Page:
    site, workshop = tools.hub.site, _workshop(tools)
    return tools.section_page(
        BASE,
        "contribuer.html",
        gestures=[one for one in tools.once(_gestures) if workshop or one.key != ENTERING],
        fields=FIELDS,
        width=WIDTH // SMALL,
        height=HEIGHT // SMALL,
        workshop=workshop,
        accounts=site.depot.root if site.depot else "",
        writing=_writing(tools),
    )


def _ways(tools: Pages) -> tuple[Way, ...]:
    return ways_of(tools.hub.site, workshop=place.is_made(tools.hub.site))


def _workshop(tools: Pages) -> str:
    """The address of the workshop, '' where there is none."""
    return place.ADDRESS if Way.workshop in _ways(tools) else ""


def _writing(tools: Pages) -> str:
    """The address that opens a mail to who keeps the site, '' where it is not known."""
    contact = tools.hub.site.contact
    return mailto(contact, "Contribuer au site", ("Bonjour,", "")) if contact else ""


def _gesture(tools: Pages, key: str) -> Page:
    gesture = next(one for one in tools.once(_gestures) if one.key == key)
    title = title_of(BY_ATTRIBUTE[gesture.kind].model) if gesture.kind else ""
    return tools.page(
        "geste.html",
        gesture.address,
        gesture.title,
        gesture.summary,
        BASE,
        gesture=gesture,
        text=tools.renderer.render(told(gesture, _ways(tools))),
        workshop=_workshop(tools) if gesture.begun or gesture.key == ENTERING else "",
        shown=bool(_workshop(tools)) or not gesture.of_workshop,
        absent=gesture.key == ENTERING and not _workshop(tools),
        width=WIDTH,
        height=HEIGHT,
        filled=f"{FIELDS}{slug(title)}/" if title else "",
    )


def _all_fields(tools: Pages) -> Page:
    return tools.page(
        "champs.html",
        FIELDS,
        "Les champs, un par un",
        "À quoi sert chaque champ, et ce qu’on y écrit.",
        BASE,
        things=[(f"{FIELDS}{thing.key}/", thing.title) for thing in _filled(tools)],
    )


def _fields(tools: Pages, key: str) -> Page:
    thing = next(one for one in _filled(tools) if one.key == key)
    return tools.page(
        "champs-de.html",
        f"{FIELDS}{key}/",
        f"{thing.title} : les champs",
        "À quoi sert chaque champ, et ce qu’on y écrit.",
        BASE,
        filled=thing,
        anchor=slug,
        inline=tools.markdown,
    )
