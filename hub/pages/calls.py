"""Calls: the list by state, and a page each."""

from __future__ import annotations

from collections.abc import Iterator

from hub.markup import states
from hub.model.call import CALL, Call, CallState
from hub.pages.page import Clues, Page, Pages
from hub.pages.publication import described, page

KIND = CALL
ORDER = (CallState.ouvert, CallState.a_venir, CallState.a_confirmer, CallState.clos, CallState.passe)


def pages(tools: Pages) -> Iterator[Page]:
    """The calls, those that are open first, and each of them."""
    calls = tools.hub.calls
    states = [(state, [call for call in calls if call.state(tools.today) is state]) for state in ORDER]
    states[0] = CallState.ouvert, tools.hub.open_calls(tools.today)
    yield tools.section_page(CALL.base, "appels.html", states=states)
    for call in calls:
        yield _page(tools, call)


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
