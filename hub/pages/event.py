"""A page an event: when and where, the times to come, and how to put it in one's own calendar."""

from __future__ import annotations

from itertools import islice

from hub.markup import dates, rhythm, states
from hub.markup.addresses import on_a_map
from hub.markup.plain import excerpt
from hub.markup.running import running
from hub.markup.titles import event_title, organiser
from hub.model import Hub
from hub.model.event import Event, NextMeeting, Occurrence, TrainingSession
from hub.model.media import poster_of
from hub.model.minutes import Minutes
from hub.model.months import AHEAD
from hub.model.names import fold
from hub.model.room import ROOM
from hub.model.training import Training
from hub.pages import jsonld
from hub.pages.add_to_calendar import links
from hub.pages.beside import Gathered, beside
from hub.pages.page import Clues, Page, Pages, shared

NEXT_SHOWN = 8


def page(tools: Pages, event: Event, gathered: Gathered) -> Page:
    """The page of an event; `gathered` holds the times to come, by what they share."""
    hub = tools.hub
    text = tools.renderer.render(event.text)
    lead = tools.renderer.beginning(event.text)
    following = event.following(tools.today)
    upcoming = event.upcoming(tools.today)
    ahead = _next_times(tools, event)
    when = tools.when(event, upcoming)
    state = states.of_time(upcoming) if upcoming else states.of_event(event)
    minutes = _announcing(hub, event)
    hours = _shared_hours(event, ahead)
    told = [day.first for day in (event.publie_le, event.modifie_le) if day]
    return tools.page(
        "evenement.html",
        event.address,
        event_title(event),
        _described(event, when, excerpt(lead, 90)),
        "/agenda/",
        shell="evenement",
        modified=max(told, default=None),
        clues=Clues(when=states.said(when, state), years=_years(event, ahead), over=upcoming is None),
        thing=event,
        event=event,
        text=text,
        when=when,
        state="" if event.annule else state,
        instead=states.instead(upcoming) if upcoming and not event.annule else "",
        cancelled=[] if event.annule else states.cancelled(ahead, tools.today),
        over=upcoming is None,
        running=running(following, tools.today) if following else None,
        adding=links(hub, following) if following and event.debut.whole and not event.annule else [],
        organisers=[organiser(hub, name) for name in event.organisateurs],
        map=_map(hub, event),
        room=tools.once(_rooms).get(fold(event.lieu.nom)) if event.lieu else None,
        beside=beside(event, ahead, gathered),
        dates=[states.told(once, hours) for once in ahead] if event.recurrence else [],
        hours=hours,
        otherwise=any(_hours_of(once) != hours for once in ahead if not once.annule),
        data=jsonld.script(jsonld.events(hub, event, ahead or [event.first], lead)),
        excluded=_left_out(tools, event, ahead),
        announced_by=minutes,
        training=_programmed(hub, event),
        held=hub.attested.get(event.id),
        poster=tools.download(poster_of(event)),
    )


@shared
def _rooms(tools: Pages) -> dict[str, str]:
    """The page of each room of the town, by its folded name: a date that takes place there leads to it."""
    return {fold(room.titre): room.address for room in tools.hub.of(ROOM)}


def _map(hub: Hub, event: Event) -> str:
    """Where a map shows the place; '' for one whose address is not known, or where nothing takes place."""
    street = event.lieu.adresse if event.lieu and not event.annule else None
    return on_a_map((street, hub.site.commune)) if street else ""


def _next_times(tools: Pages, event: Event) -> list[Occurrence]:
    """The next times that an event takes place."""
    return list(islice(event.occurrences(tools.today, tools.today + AHEAD), NEXT_SHOWN))


def _hours_of(once: Occurrence) -> str:
    return dates.span(once).partition(", ")[2]


def _shared_hours(event: Event, ahead: list[Occurrence]) -> str:
    """« de 18 h à 20 h », which the next times share, but for those that are moved; '' where two do not."""
    hours = rhythm.hours(event)
    return hours if hours and sum(_hours_of(once) == hours for once in ahead) > 1 else ""


def _years(event: Event, ahead: list[Occurrence]) -> tuple[int, ...]:
    """The years in which people look for an event: of its first time, and of the next ones."""
    return tuple(sorted({event.debut.year, *(once.debut.year for once in ahead)}))


def _described(event: Event, when: str, text: str) -> str:
    """What it is, after its state: it is what results and shared links show."""
    words = event.resume or f"{event.titre} : {when}. {text}"
    return f"Annulé. {words}" if event.annule else words


def _left_out(tools: Pages, event: Event, ahead: list[Occurrence]) -> list[str]:
    """« Pas de rendez-vous le 24 décembre 2026 », « Annulé le … »: the days to come on which it does not take
    place, left out, or cancelled after those `ahead`. A list of dates does not have those that are left out.
    """
    rule = event.recurrence
    if rule is None or event.annule:
        return []
    days = {day.first for day in rule.sauf if day.last >= tools.today} if rule.frequence else set()
    off = [once for once in (*event.changed(), *event.apart()) if once.annule and once not in ahead]
    gone = {once.debut.first for once in off if once.last_day >= tools.today}
    both = (("Pas de rendez-vous", sorted(days)), ("Annulé", sorted(gone)))
    return [f"{words} {rhythm.each_of(those)}." for words, those in both if those]


def _programmed(hub: Hub, event: Event) -> Training | None:
    """The training of the programme that a date is a session of."""
    return hub.keys["formation"].get(event.announced_by) if isinstance(event, TrainingSession) else None


def _announcing(hub: Hub, event: Event) -> Minutes | None:
    return hub.keys["cr"].get(event.announced_by) if isinstance(event, NextMeeting) else None
