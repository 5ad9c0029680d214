"""Calls: the list by state, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from hub.markup import states
from hub.model.call import CALL, Call, CallState
from hub.pages.page import Clues, Page, Pages
from hub.pages.publication import described, page
from hub.pages.sheet import Sheet

KIND = CALL
ORDER = (CallState.ouvert, CallState.a_venir, CallState.a_confirmer, CallState.clos, CallState.passe)


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The calls, and each of them."""
    yield Sheet(CALL.base, _list)
    for call in tools.hub.calls:
        yield Sheet(call.address, _page, (call,))


def _list(tools: Pages) -> Page:
    """The calls by state, those that are open first."""
    calls = tools.hub.calls
    states = [(state, [call for call in calls if call.state(tools.today) is state]) for state in ORDER]
    states[0] = CallState.ouvert, tools.hub.open_calls(tools.today)
    return tools.section_page(CALL.base, "appels.html", states=states)


def _page(tools: Pages, call: Call) -> Page:
    """It tells first the state of a call that one may not answer; it is of the years in which one may."""
    today, published = tools.today, call.publie_le
    standing, over = states.standing(call, today), call.over(today)
    words = described(tools, call)
    days = {day.year for day in (call.ouverture, call.cloture) if day}
    years = tuple(sorted(days)) or ((published.year,) if published else ())
    return page(
        tools,
        CALL,
        call,
        f"Appel {standing}. {words}" if states.of_call(call, today) else words,
        Clues(when=standing, years=years, over=over),
        state=call.state(today),
        over=over,
    )
