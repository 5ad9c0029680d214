"""Minutes: the list, a page a meeting, and the follow-up of actions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from hub.markup import dates
from hub.markup.titles import minutes_title
from hub.model.association import Association
from hub.model.media import pdf_of
from hub.model.minutes import MINUTES, Action, ActionState, Minutes
from hub.pages.page import Clues, Page, Pages
from hub.pages.sheet import Sheet

STATES = (
    ActionState.a_faire,
    ActionState.en_cours,
    ActionState.a_confirmer,
    ActionState.fait,
    ActionState.abandonne,
)

PENDING = (ActionState.a_faire, ActionState.en_cours)

LATEST = "dernier dernière récent récente"
"""What people call the newest minutes of each body."""

KIND = MINUTES


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The minutes, each meeting, the follow-up."""
    minutes = tools.hub.minutes
    yield Sheet(KIND.base, _list)
    latest = {one.instance: one for one in reversed(minutes)}
    for index, one in enumerate(minutes):
        newer = minutes[index - 1] if index else None
        older = minutes[index + 1] if index + 1 < len(minutes) else None
        words = LATEST if one is latest[one.instance] else ""
        yield Sheet(one.address, _page, (one, older, newer, words))
    yield Sheet("/suivi/", _follow_up)


def _list(tools: Pages) -> Page:
    years = [(year, list(group)) for year, group in groupby(tools.hub.minutes, lambda m: m.date.year)]
    return tools.section_page("/comptes-rendus/", "comptes-rendus.html", years=years)


def _follow_up(tools: Pages) -> Page:
    return tools.section_page("/suivi/", "suivi.html", states=_by_state(tools))


def _page(tools: Pages, minutes: Minutes, older: Minutes | None, newer: Minutes | None, words: str) -> Page:
    agenda = ", ".join(minutes.ordre_du_jour)
    published = minutes.publie_le
    return tools.page(
        "compte-rendu.html",
        minutes.address,
        minutes_title(minutes),
        f"{minutes_title(minutes)} : {agenda}" if agenda else minutes_title(minutes),
        "/comptes-rendus/",
        shell="compte-rendu",
        modified=published.first if published else None,
        clues=Clues(when=dates.date(minutes.date), years=(minutes.date.year,), words=words),
        minutes=minutes,
        text=tools.renderer.render(minutes.text),
        present=tools.named(minutes.presents),
        excused=tools.named(minutes.excuses),
        actions=[(action, tools.named(action.qui)) for action in minutes.suivi],
        older=older,
        newer=newer,
        pdf=tools.download(pdf_of(minutes)),
    )


class Followed(NamedTuple):
    """An action as the follow-up shows it: `age` says how long ago it was decided, while it is pending."""

    action: Action
    who: list[tuple[str, Association | None]]
    minutes: Minutes
    late: bool
    age: str


def _by_state(tools: Pages) -> list[tuple[ActionState, list[Followed]]]:
    """The actions of each state, oldest first."""
    rows = [
        Followed(action, tools.named(action.qui), minutes, _late(tools, action), _age(tools, action, minutes))
        for minutes in reversed(tools.hub.minutes)
        for action in minutes.suivi
    ]
    return [(state, [row for row in rows if row.action.etat is state]) for state in STATES]


def _age(tools: Pages, action: Action, minutes: Minutes) -> str:
    return dates.ago(minutes.date.first, tools.today) if action.etat in PENDING else ""


def _late(tools: Pages, action: Action) -> bool:
    return action.etat in PENDING and action.echeance is not None and action.echeance.last < tools.today
