"""Calls: the list by state, and a page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from hub.markup import states
from hub.model.call import CALL, Call, CallState
from hub.model.kind import Kind
from hub.pages import elections
from hub.pages.gestures import of_thing
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages
from hub.pages.publication import described, page
from hub.pages.sheet import Sheet

KIND = CALL
ORDER = (CallState.ouvert, CallState.a_venir, CallState.a_confirmer, CallState.clos, CallState.passe)


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The calls, and each of them."""
    yield from listing(CALL, "appels.html", _ordered(tools), _by_state)
    for call in tools.hub.calls:
        yield Sheet(call.address, _page, (call,))


def _ordered(tools: Pages) -> list[Call]:
    """The calls by state, those that are open in the order in which they close."""
    rank = {state: place for place, state in enumerate(ORDER)}
    others = [call for call in tools.hub.calls if call.state(tools.today) is not CallState.ouvert]
    others.sort(key=lambda call: rank[call.state(tools.today)])
    return [*tools.hub.open_calls(tools.today), *others]


def _by_state(tools: Pages, kind: Kind[Call], calls: Sequence[Call]) -> dict[str, Any]:
    """These calls, which are in the order of their states, by state; `closed` when none is open at all."""
    states = [(state, list(those)) for state, those in groupby(calls, lambda call: call.state(tools.today))]
    return {"states": states, "closed": not tools.hub.open_calls(tools.today)}


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
        gestures=[] if over else of_thing(tools, call, call.contact),
        elections=tools.once(elections.of_calls).get(call.id, ()),
    )
