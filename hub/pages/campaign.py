"""How one asks for a grant: the steps of a campaign, its guide, who sits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.markup import dates, rhythm
from hub.markup.money import euros
from hub.markup.titles import event_title, named
from hub.model.call import Call
from hub.model.campaign import CAMPAIGN, Campaign
from hub.model.convention import THRESHOLD
from hub.model.event import Event
from hub.pages.page import Pages

LONGEST = dt.timedelta(days=500)
"""How long a campaign takes, from its first call to the last vote."""


class Step(NamedTuple):
    """A day of a campaign: when, what, and the page that says more; `over` once it is past."""

    when: str
    what: str
    address: str
    state: str
    over: bool


def asking(tools: Pages, campaign: Campaign) -> dict[str, Any]:
    """How one asks for a grant: the steps of the campaign, its guide, who sits. What is not known of one that
    is over is `silent`: nobody waits for it."""
    later = any(one.annee > campaign.annee for one in tools.hub.of(CAMPAIGN))
    return {
        "silent": later or tools.reached(dt.date(campaign.annee + 1, 1, 1)),
        "steps": list(_steps(tools, campaign)),
        "guide": tools.hub.keys["guide"].get(campaign.guide) if campaign.guide else None,
        "sitting": named(tools.hub, campaign.commission),
        "threshold": euros(THRESHOLD),
    }


def _steps(tools: Pages, campaign: Campaign) -> Iterator[Step]:
    """The days of a campaign, in order; what has no day comes last."""
    keys = tools.hub.keys
    calls = [call for key in campaign.appels if (call := keys["appel"].get(key))]
    events = [event for key in campaign.dates if (event := keys["agenda"].get(key))]
    rows = [row for call in calls for row in _of_call(tools, call)]
    opened = min((call.ouverture.first for call in calls if call.ouverture), default=None)
    since = opened or dt.date(campaign.annee - 1, 9, 1)
    rows += [_of_event(tools, event, since) for event in events]
    yield from (step for _, step in sorted(rows, key=lambda row: row[0]))


def _of_call(tools: Pages, call: Call) -> Iterator[tuple[str, Step]]:
    for day, words in ((call.ouverture, "ouverture"), (call.cloture, "clôture")):
        if day:
            over = _is_over(tools, day.last)
            yield str(day), Step(dates.date(day), f"{call.titre} : {words}", call.address, "", over)


def _of_event(tools: Pages, event: Event, since: dt.date) -> tuple[str, Step]:
    """A date of the calendar: of what comes back every year, the first time after the campaign begins."""
    once = next(event.occurrences(since, since + LONGEST), event.first)
    over = _is_over(tools, once.last_day)
    state = "annulé" if event.annule or once.annule else ""
    return str(once.debut), Step(rhythm.when(once), event_title(event), event.address, state, over)


def _is_over(tools: Pages, day: dt.date) -> bool:
    return tools.reached(day + dt.timedelta(days=1))
