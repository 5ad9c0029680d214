"""News, calls, guides and newsletters: a list and a page each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

from hub.markup import dates, states
from hub.markup.issue import blocks, html, readers
from hub.markup.plain import beginning, excerpt
from hub.model.issue import issue_of
from hub.model.publication import Call, CallState, Guide, Publication
from hub.pages.page import Clues, Page, Pages

CALL_ORDER = (CallState.ouvert, CallState.a_venir, CallState.a_confirmer, CallState.clos, CallState.passe)


def pages(tools: Pages) -> Iterator[Page]:
    """News, calls, guides, newsletters."""
    yield from _news(tools)
    yield from _calls(tools)
    yield from _guides(tools)
    yield from _letters(tools)


def _news(tools: Pages) -> Iterator[Page]:
    hub = tools.hub
    yield tools.section_page("/actualites/", "actualites.html", news=hub.news)
    for news in hub.news:
        associations = tools.named(news.associations)
        yield _page(tools, news, "actualite", "/actualites/", associations=associations)


def _calls(tools: Pages) -> Iterator[Page]:
    calls = tools.hub.calls
    states = [(state, [call for call in calls if call.state(tools.today) is state]) for state in CALL_ORDER]
    states[0] = CallState.ouvert, tools.hub.open_calls(tools.today)
    yield tools.section_page("/appels/", "appels.html", states=states)
    for call in calls:
        over = call.over(tools.today)
        yield _page(tools, call, "appel", "/appels/", state=call.state(tools.today), over=over)


def _guides(tools: Pages) -> Iterator[Page]:
    hub, today = tools.hub, tools.today
    yield tools.section_page("/guides/", "guides.html", guides=hub.guides)
    for guide in hub.guides:
        stale = bool(guide.a_revoir_avant and guide.a_revoir_avant.last < today)
        themes = [hub.themes_by_id[theme] for theme in guide.themes]
        yield _page(tools, guide, "guide", "/guides/", stale=stale, themes=themes)


def _letters(tools: Pages) -> Iterator[Page]:
    letters = tools.hub.letters
    yield tools.section_page("/lettre/", "lettres.html", letters=letters, readers=readers)
    for letter in letters:
        issue = issue_of(tools.hub, letter, tools.today)
        composed = Markup(html(blocks(issue, tools.renderer)))
        yield _page(tools, letter, "lettre", "/lettre/", composed=composed, readers=readers(letter.public))


def _page(tools: Pages, thing: Publication, kind: str, section: str, **values: object) -> Page:
    text = tools.renderer.render(thing.text)
    revised = getattr(thing, "revu_le", None) or thing.publie_le
    return tools.page(
        f"{kind}.html",
        thing.address,  # type: ignore[attr-defined]
        thing.titre,
        _described(thing, tools.today, thing.resume or excerpt(beginning(text.html))),
        section,
        shell=kind,
        modified=revised.first if revised else None,
        clues=_clues(thing, tools.today),
        thing=thing,
        text=text,
        **values,
    )


def _described(thing: Publication, today: dt.date, words: str) -> str:
    """What it is about, after the state of a call that one may not answer."""
    state = states.of_call(thing, today) if isinstance(thing, Call) else ""
    return f"Appel {states.standing(thing, today)}. {words}" if isinstance(thing, Call) and state else words


def _clues(thing: Publication, today: dt.date) -> Clues:
    """When a thing was published; of a call where it stands and in which years, of a guide when it was
    reviewed."""
    published = thing.publie_le
    years = (published.year,) if published else ()
    if isinstance(thing, Call):
        own = tuple(sorted({day.year for day in (thing.ouverture, thing.cloture) if day}))
        return Clues(when=states.standing(thing, today), years=own or years, over=thing.over(today))
    if isinstance(thing, Guide) and thing.revu_le:
        return Clues(when=f"relu {dates.on(thing.revu_le)}")
    return Clues(when=dates.date(published) if published else "", years=years)
