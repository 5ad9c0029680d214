"""A page, and the tools with which the sections make theirs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup

from hub.markup import Renderer, dates
from hub.markup.attached import offered
from hub.markup.plain import excerpt, plain
from hub.markup.templates import environment
from hub.markup.titles import event_title, minutes_title
from hub.markup.typography import french, french_html
from hub.model import Hub
from hub.model.association import Association
from hub.model.channels import Channel, association_channel, followed_from
from hub.model.event import Event, Occurrence
from hub.model.fields import TO_CONFIRM, Moment
from hub.model.publication import CallState
from hub.model.sections import BY_ADDRESS, Section


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `address` starts and ends with `/`. `title` and `description` are plain text, `body` is HTML whose
    links inside the site start with `/`. `section` is the address of the section it belongs to.
    `shell` names the kind of thing it shows: pages of one kind differ by their values only, and the
    engine renders their frame once; None for a page whose frame is its own.
    `modified` is the day its content last changed, where a source says so; never a day to come.
    """

    address: str
    title: str
    description: str
    body: str
    section: str
    shell: str | None = None
    modified: dt.date | None = None

    @property
    def path(self) -> str:
        """The file that holds it: `associations/malakfe/index.html`."""
        return self.address.lstrip("/") + "index.html"

    @property
    def feeds(self) -> tuple[Channel, ...]:
        """The feeds that tell what is new on the page, or around it."""
        return _feeds(self.address, self.title, self.section, self.shell)

    @property
    def depth(self) -> int:
        """How many folders lie between the root and the page."""
        return self.address.count("/") - 1


class Pages:
    """What a section needs to make its pages: the hub, the day, Markdown and the templates."""

    def __init__(self, hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> None:
        self.hub = hub
        self.today = today
        self.renderer = renderer
        self._templates = environment(templates)
        self._templates.filters.update(
            date=dates.date,
            moment=dates.moment,
            quand=dates.span,
            jour_long=lambda value: dates.moment(Moment(value.year, value.month, value.day)),
            mois_court=dates.short_month,
            repete=dates.recurrence,
            depuis=dates.since,
            le=dates.on,
            jusqu=dates.until,
            objet=lambda association: plain(self.renderer.render(association.objet).html),
            sans_protocole=_without_scheme,
            minuscule=_lower_first,
            capitalize_premiere=_upper_first,
            titre_appels=CALLS_BY_STATE.get,
            extrait=excerpt,
            titre_reunion=minutes_title,
            titre_date=event_title,
            documents=partial(offered, hub),
        )
        self._templates.globals.update(hub=hub, site=hub.site)

    def markdown(self, text: str) -> Markup:
        """A text as HTML, safe to print in a template."""
        return Markup(self.renderer.render(text).html)

    def named(self, names: Iterable[str]) -> list[tuple[str, Association | None]]:
        """Each name as its source spells it, with the association it means; an id becomes the name."""
        found = [(name, self.hub.named(name)) for name in names]
        words = {TO_CONFIRM: "à confirmer"}
        return [(one.nom if one and name == one.id else words.get(name, name), one) for name, one in found]

    def next_occurrence(self, event: Event) -> Occurrence | None:
        """The first time the event takes place that is neither over nor cancelled; None when all are.

        Of an event that is cancelled as a whole, the first that would have been.
        """
        horizon = self.today.replace(year=self.today.year + 10, day=1)
        times = event.occurrences(self.today, horizon)
        return next((one for one in times if event.annule or not one.annule), None)

    def when(self, event: Event, following: Occurrence | None) -> str:
        """When an event takes place, in words: its next time, or the time it took place."""
        return dates.span(following or Occurrence(event, event.debut, event.fin))

    def introduction(self, section: Section) -> Markup:
        """The text of `content/` that introduces a section, '' where there is none."""
        editorial = self.hub.editorials.get(section.id)
        return self.markdown(editorial.text) if editorial else Markup("")

    def section_page(self, address: str, template: str, **values: Any) -> Page:
        """The page of a section itself, with its introduction."""
        section = BY_ADDRESS[address]
        editorial = self.hub.editorials.get(section.id)
        return self.page(
            template,
            address,
            section.title,
            (editorial and editorial.resume) or section.description,
            address,
            introduction=self.introduction(section),
            **values,
        )

    def page(
        self,
        template: str,
        address: str,
        title: str,
        description: str,
        section: str,
        *,
        shell: str | None = None,
        modified: dt.date | None = None,
        **values: Any,
    ) -> Page:
        """A page made by a template of `theme/templates/`, in French spacing."""
        body = self._templates.get_template(template).render(
            title=title,
            address=address,
            trail=_trail(address, section),
            flux=next((c for c in _feeds(address, title, section, shell) if c.home == address != "/"), None),
            **values,
        )
        description = excerpt(description) or title
        return Page(
            address,
            french(title),
            french(description),
            french_html(body),
            section,
            shell,
            modified if modified and modified <= self.today else None,
        )


def _feeds(address: str, title: str, section: str, shell: str | None) -> tuple[Channel, ...]:
    """The feeds of a page; that of an association stands beside its page."""
    return followed_from(section, association_channel(address, title) if shell == "association" else None)


CALLS_BY_STATE = {
    CallState.ouvert: "Appels ouverts",
    CallState.a_venir: "Appels à venir",
    CallState.a_confirmer: "Date de clôture à confirmer",
    CallState.clos: "Appels clos",
}


def _without_scheme(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", address)


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _trail(address: str, section: str) -> list[Section]:
    """The pages above this one, from the home page down."""
    if address == "/":
        return []
    above = [BY_ADDRESS["/"]]
    if section not in (address, "/"):
        above.append(BY_ADDRESS[section])
    return above
