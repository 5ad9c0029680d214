"""Minutes: the list, a page a meeting, and the follow-up of actions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from hub.markup.titles import minutes_title
from hub.model.association import Association
from hub.model.media import pdf_of
from hub.model.minutes import Action, ActionState, Minutes
from hub.pages.page import Page, Pages

STATES = (
    ActionState.a_faire,
    ActionState.en_cours,
    ActionState.a_confirmer,
    ActionState.fait,
    ActionState.abandonne,
)


def pages(tools: Pages) -> Iterator[Page]:
    """The minutes, each meeting, the follow-up."""
    minutes = tools.hub.minutes
    years = [(year, list(group)) for year, group in groupby(minutes, lambda m: m.date.year)]
    yield tools.section_page("/comptes-rendus/", "comptes-rendus.html", years=years)
    for index, one in enumerate(minutes):
        newer = minutes[index - 1] if index else None
        older = minutes[index + 1] if index + 1 < len(minutes) else None
        yield _page(tools, one, older, newer)
    yield tools.section_page("/suivi/", "suivi.html", states=_by_state(tools))


def _page(tools: Pages, minutes: Minutes, older: Minutes | None, newer: Minutes | None) -> Page:
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
        minutes=minutes,
        text=tools.renderer.render(minutes.text),
        present=tools.named(minutes.presents),
        excused=tools.named(minutes.excuses),
        actions=[(action, tools.named(action.qui)) for action in minutes.suivi],
        older=older,
        newer=newer,
        pdf=tools.download(pdf_of(minutes)),
    )


def _by_state(
    tools: Pages,
) -> list[tuple[ActionState, list[tuple[Action, list[tuple[str, Association | None]], Minutes, bool]]]]:
    """(state, rows) where a row is (action, who, minutes, late), oldest first."""
    rows = [
        (action, tools.named(action.qui), minutes, _late(tools, action))
        for minutes in reversed(tools.hub.minutes)
        for action in minutes.suivi
    ]
    return [(state, [row for row in rows if row[0].etat is state]) for state in STATES]


def _late(tools: Pages, action: Action) -> bool:
    pending = action.etat in (ActionState.a_faire, ActionState.en_cours)
    return pending and action.echeance is not None and action.echeance.last < tools.today
