"""What associations need volunteers for: one list, and the part of a page of the directory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.markup import dates
from hub.markup.plain import capital
from hub.model.association import Association
from hub.model.volunteering import GOING_ON, VOLUNTEERING, Need
from hub.pages.gestures import Gesture, gestures
from hub.pages.page import Page, Pages
from hub.pages.portions import Portion, numbered, portions
from hub.pages.sheet import Sheet


class Asked(NamedTuple):
    """A need, the association that has it, when in words ('' where nothing says so), and whom to write to
    ('' where nobody is known), with the buttons to do so."""

    need: Need
    association: Association
    when: str
    contact: str
    gestures: list[Gesture]


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The list, and the pages that go on with it; none in a town whose directory says no need."""
    if VOLUNTEERING in {one.address for one in tools.hub.sections}:
        for part in portions(VOLUNTEERING, tools.once(_needs)):
            yield Sheet(part.address, _page, (part,))


def of_association(tools: Pages, association: Association) -> list[Asked]:
    """What an association needs today, as its card has it; one that is no more needs nobody."""
    known = association.needs(tools.today) if association.benevoles else []
    return [_asked(tools, one, association) for one in known]


def _asked(tools: Pages, need: Need, association: Association) -> Asked:
    contact = _contact(need, association)
    buttons = gestures(tools, contact, need.quoi, association.address)
    return Asked(need, association, _when(need), contact, buttons)


def _needs(tools: Pages) -> list[Asked]:
    """What is for one day, in the order of the days; then what is for all year, by the names."""
    found = [one for association in tools.hub.associations for one in of_association(tools, association)]
    return sorted(found, key=lambda one: (one.need.date is None, str(one.need.date or "")))


def _when(need: Need) -> str:
    """« Le 12 décembre 2026 », « Un samedi sur deux, jusqu’en juin 2027 »."""
    day = dates.on(need.date) if need.date else ""
    until = dates.until(need.jusqu_a) if need.jusqu_a else ""
    often = need.rythme or ""
    often = often[:1].lower() + often[1:] if day else often
    return capital(", ".join(part for part in (day, often, until) if part))


def _contact(need: Need, association: Association) -> str:
    return need.contact or association.courriel or association.telephone or ""


def _page(tools: Pages, part: Portion[Asked]) -> Page:
    values: dict[str, Any] = {
        "parts": numbered(part),
        "dated": [one for one in part.things if one.need.date],
        "lasting": [one for one in part.things if not one.need.date],
    }
    if part.number == 1:
        return tools.section_page(VOLUNTEERING, "benevolat.html", **values)
    section = tools.section(VOLUNTEERING)
    return tools.page(
        "benevolat.html",
        part.address,
        f"{section.title}{part.words}",
        f"{section.description.rstrip('.')}{part.words}.",
        VOLUNTEERING,
        shell=GOING_ON,
        introduction="",
        **values,
    )
