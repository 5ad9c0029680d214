"""A project over the meetings: what is left to be done of it, what each meeting said, what is done."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from hub.markup.plain import capital
from hub.markup.titles import title_of
from hub.model.event import NextMeeting
from hub.model.kinds import kind_of
from hub.model.minutes import OPEN, ActionState, Minutes
from hub.model.project import PROJECT, ProjectState
from hub.model.thread import Entry, Followed, Thread
from hub.model.walk import texts
from hub.pages import follow_up, follow_up_by, questionnaires, votes
from hub.pages.actions import Row, Who, by_year, row, whos
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.progress import progress, standing
from hub.pages.sheet import Sheet

KIND = PROJECT

_LINK = re.compile(rf"\]\({PROJECT.link}:([a-z0-9-]+)")


SHOWN = 100
"""Of its page: the meetings and the actions of a project, the latest ones, those that press; the minutes and
the open data have them all."""


class Said(NamedTuple):
    """What a meeting said of an action: `before` is its state until then, None where it decided it."""

    row: Row
    before: ActionState | None
    state: ActionState


class Meeting(NamedTuple):
    """A meeting, and what it said of a project."""

    minutes: Minutes
    said: list[Said]
    votes: list[votes.Told]


class Cited(NamedTuple):
    """What speaks of a project elsewhere on the site, with what it is: « Appel »."""

    kind: str
    title: str
    address: str


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The follow-up, in each of its orders, and each project that has a page."""
    yield from follow_up.sheets(tools)
    yield from follow_up_by.sheets(tools)
    for thread in tools.hub.threads.values():
        if thread.paged:
            yield Sheet(thread.address, _page, (thread.key,))


@shared
def _cited(tools: Pages) -> dict[str, list[Cited]]:
    """What speaks of each project that has a text: what links to it, but for itself and for minutes."""
    found: dict[str, dict[str, Cited]] = defaultdict(dict)
    for body in texts(tools.hub):
        thing = body.thing
        address = getattr(thing, "address", "")
        for key in _LINK.findall(body.words):
            if address and not isinstance(thing, Minutes) and address != f"{PROJECT.base}{key}/":
                found[key][address] = Cited(capital(kind_of(thing).one), title_of(thing), address)
    return {key: list(those.values()) for key, those in found.items()}


def _page(tools: Pages, key: str) -> Page:
    thread = tools.hub.threads[key]
    project = thread.project
    left = sorted(thread.open, key=_soonest)
    over = [one for one in thread.actions if not one.open]
    years = [one.date.year for one in thread.meetings]
    return tools.page(
        "projet.html",
        thread.address,
        f"Projet : {thread.name}",
        (project and project.resume) or _described(thread),
        PROJECT.base,
        shell=PROJECT.shell,
        modified=thread.meetings[-1].date.first if thread.meetings else None,
        clues=Clues(
            names=project.alias if project else (),
            when=standing(thread),
            years=tuple(dict.fromkeys(years)),
            over=bool(project and project.over(tools.today)),
        ),
        **({"thing": project} if project else {}),
        project=project,
        standing=standing(thread),
        tone=_TONES.get(project.etat, "") if project else "",
        text=tools.renderer.render(project.text) if project else None,
        bearers=_bearers(tools, thread),
        open=[_row(tools, thread, one) for one in left[:SHOWN]],
        left=len(left),
        progress=progress(thread.actions),
        done=by_year(_row(tools, thread, one) for one in over[-SHOWN:]),
        over=len(over),
        meetings=_meetings(tools, thread),
        met=thread.meetings,
        following=_following(tools, thread),
        cited=_spoken(tools, key),
    )


def _spoken(tools: Pages, key: str) -> list[Cited]:
    """What speaks of a project: the questionnaires from which something was decided of it, then what links to
    it."""
    asked = questionnaires.of_project(tools, key)
    found = [Cited(capital(questionnaires.KIND.one), one.title, one.address) for one in asked]
    return [*found, *(one for one in tools.once(_cited).get(key, []) if one not in found)]


def _bearers(tools: Pages, thread: Thread) -> list[Who]:
    """Who bears a project, as its text says: a commission, as it is when a meeting last spoke of it."""
    last = thread.meetings[-1].date.first if thread.meetings else dt.date.min
    return whos(tools, thread.project.porteurs, last) if thread.project else []


def _row(tools: Pages, thread: Thread, action: Followed) -> Row:
    return row(tools, Entry(thread.name, "", action))


def _soonest(action: Followed) -> str:
    return str(action.echeance or "9999")


_TONES = {
    ProjectState.en_pause: "calme",
    ProjectState.a_confirmer: "calme",
    ProjectState.abandonne: "abandonne",
}
"""How a state is coloured, beside its words; the others go well."""


def _described(thread: Thread) -> str:
    """« 3 actions, dont 1 ouverte, décidées en 2 réunions. »"""
    count, left, met = len(thread.actions), len(thread.open), len(thread.meetings)
    some = "s" if count > 1 else ""
    told = f"{left} ouverte{'s' if left > 1 else ''}" if left else "aucune ouverte"
    return f"{thread.name} : {count} action{some}, dont {told}, en {met} réunion{'s' if met > 1 else ''}."


def _meetings(tools: Pages, thread: Thread) -> list[Meeting]:
    """What the latest meetings said of a project, the last one first."""
    said = thread.said()
    latest = thread.meetings[: -SHOWN - 1 : -1]
    return [
        Meeting(
            one,
            [_said(tools, thread, told) for told in said[one.id]],
            [votes.told(tools, vote) for vote in thread.votes(one)],
        )
        for one in latest
    ]


def _said(tools: Pages, thread: Thread, told: Followed) -> Said:
    before = told.before.action.etat if told.before else None
    return Said(row(tools, Entry(thread.name, "", told)), before, told.etat)


def _following(tools: Pages, thread: Thread) -> NextMeeting | None:
    """The next meeting of the body that spoke of a project last, while something is open: it is yet to come,
    and no minutes of it are there."""
    if not thread.meetings or not any(one.etat in OPEN for one in thread.actions):
        return None
    hub, last = tools.hub, thread.meetings[-1]
    while after := hub.meeting_after.get(last.id):
        last = after
    found = hub.keys["agenda"].get(f"suite-{last.id}")
    coming = isinstance(found, NextMeeting) and not tools.reached(found.debut.last)
    return found if coming else None
