"""Posters for paper boards: an A4 page an event to come, legible from two metres."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from hub.markup import Renderer, dates, rhythm, states
from hub.markup.plain import capital, excerpt
from hub.markup.titles import event_title, organiser
from hub.markup.typography import french
from hub.media.faces import shown
from hub.media.look import Look, numbers, page
from hub.media.nodes import line
from hub.media.work import Sheet, Work
from hub.model import Hub
from hub.model.event import Event, EventAudience, Occurrence
from hub.model.media import deserves_poster, poster_of

LEAD, FACT, TITLE = 300, 160, 160
"""At most so many letters: the page of the event has the rest."""

SIZES = ((24, 10, 84), (48, 12, 67), (90, 16, 52))
"""Up to how many letters, and of how many in its longest word, a title is set in how many points."""

SMALLEST = 40


SEVERAL = 4
"""How many days without the event can be told on a poster."""


class When(NamedTuple):
    """When an event takes place: the words that are read from afar, then those that complete them."""

    day: str
    hours: str


def works(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Work]:
    """The poster of each event that deserves one."""
    return (make() for _, make in sheets(hub, today, renderer, look))


def sheets(hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Iterator[Sheet]:
    """The same, each by its address, and none of them made."""
    announced = (event for event in hub.events if deserves_poster(event, today))
    return ((poster_of(event), partial(work, event, hub, today, renderer, look)) for event in announced)


def work(event: Event, hub: Hub, today: dt.date, renderer: Renderer, look: Look) -> Work:
    """The poster of one event of the hub."""
    picture = shown(hub, event, look, wide=True)
    told = {**_told(hub, event, today, renderer), **picture.told}
    code = hub.site.absolute(event.address)
    return look.work(poster_of(event), "affiche", told, code=code, pictures=picture.pictures)


def _told(hub: Hub, event: Event, today: dt.date, renderer: Renderer) -> dict[str, Any]:
    title = excerpt(event.titre, TITLE)
    reserved = " pour les associations" if event.public is EventAudience.associations else ""
    published = event.publie_le.first if event.publie_le else None
    day, hours = when(event, today)
    return {
        **page(hub.site, event.address),
        "heading": french(f"{event_title(event)} – {hub.site.site_name}"),
        "published": numbers(published) if published else None,
        "kind": line(capital(event.categorie.libelle) + reserved),
        "title": line(title),
        "size": size(title),
        "day": line(day),
        "hours": line(hours),
        "notes": [line(note) for note in _notes(event, today)],
        "place": line(excerpt(event.lieu.nom, FACT) if event.lieu else "Lieu à confirmer"),
        "street": line(excerpt(event.lieu.adresse or "", FACT) if event.lieu else ""),
        "lead": line(excerpt(event.resume or renderer.beginning(event.text), LEAD)),
        "facts": [(line(what), line(excerpt(words, FACT))) for what, words in _facts(hub, event) if words],
        "invitation": line("Tout savoir, et l’ajouter à son agenda"),
    }


def size(title: str) -> int:
    """In how many points a title is set."""
    longest = max(map(len, title.split()))
    fitting = (size for length, word, size in SIZES if len(title) <= length and longest <= word)
    return next(fitting, SMALLEST)


def when(event: Event, today: dt.date) -> When:
    """When to come: its next time, or the rule by which it comes back."""
    following = event.following(today) or Occurrence(event, event.debut, event.fin)
    if not event.recurrence:
        day, _, hours = dates.span(following).partition(", ")
        return When(capital(day), hours)
    every, until = rhythm.rhythm(event, today)
    hours = "" if event.daily else rhythm.hours(event)
    if event.recurrence and not event.recurrence.frequence:
        times = rhythm.listed(event, today)
        hours = rhythm.hours(event, times[0]) if len({at.time() for at in times}) == 1 else ""
    return When(capital(every), ", ".join(part for part in (hours, until) if part))


def _notes(event: Event, today: dt.date) -> Iterator[str]:
    """What differs from the rule on the days to come."""
    if not event.recurrence or not event.recurrence.frequence:
        return
    left_out = [day for day in event.recurrence.sauf if day.last >= today]
    moved = any(change.date.last >= today for change in event.recurrence.changements)
    if moved or len(left_out) > SEVERAL:
        yield "Certaines dates changent : elles sont sur la page de l’événement."
    elif left_out:
        *most, last = (dates.day(day.first, year=False) for day in left_out)
        yield f"Sauf le {', le '.join(most)} et le {last}." if most else f"Sauf le {last}."


def _facts(hub: Hub, event: Event) -> Iterator[tuple[str, str]]:
    organisers = ", ".join(states.association(*organiser(hub, name)) for name in event.organisateurs)
    yield "Qui organise", organisers
    yield "Tarif", event.tarif or ""
    yield "Inscription", event.inscription or ""
