"""A page, and the tools with which the sections make theirs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from jinja2 import Template, TemplateNotFound
from markupsafe import Markup

from hub.at_hand import at_hand
from hub.incomplete import IncompleteError
from hub.look.depiction import is_drawn
from hub.look.pictograms import of_theme, pictogram
from hub.markup import Renderer, dates, rhythm, states
from hub.markup.addresses import breakable, followed
from hub.markup.attached import offered
from hub.markup.plain import ended, excerpt, opening
from hub.markup.running import running
from hub.markup.templates import environment
from hub.markup.titles import event_title, minutes_title, named, organiser
from hub.markup.typography import french, french_html, thousands
from hub.markup.weight import weight
from hub.model import Hub
from hub.model.association import Association
from hub.model.attachment import picture_of
from hub.model.call import Call, CallState
from hub.model.channels import (
    FEEDS,
    SUBSCRIBING,
    Channel,
    association_channel,
    feeds_of,
    followed_from,
    project_channel,
)
from hub.model.event import Event, Occurrence
from hub.model.fields import Entity, Moment
from hub.model.kinds import KINDS, kind_of
from hub.model.media import CARD, Weights, card_of
from hub.model.sections import BY_ADDRESS, Section
from hub.model.telephone import dialled
from hub.model.web import readable
from hub.pages.answering import service
from hub.pages.chosen import signs
from hub.pages.hemicycle import shade
from hub.pages.proposing import ways
from hub.pages.vignettes import depicted, pastille, vignette, with_symbols
from hub.parts import Parts
from hub.remembered import is_noted, note, noting, remembered

T = TypeVar("T")

CARDED = frozenset(kind.shell for kind in KINDS if kind.card)
"""The kinds of pages that have a card of their own; the site's stands for the others."""


DATED = frozenset(("/", "/donnees/", "/plan-du-site/"))
"""The pages that say on which day the site was built: on each, every page would be another every day."""


class Clues(NamedTuple):
    """What helps to find a page and to choose it among results, beside its own words.

    `names` are other names of what it shows; `when` says in words when it takes place or from when it
    dates; `years` are those it belongs to; `over` tells what took place, is closed
    or is old, from what is to come; `words` are what people call it, and it does not say; `spellings` find
    it, and are shown nowhere.
    """

    names: tuple[str, ...] = ()
    when: str = ""
    years: tuple[int, ...] = ()
    over: bool = False
    words: str = ""
    spellings: tuple[str, ...] = ()


NO_CLUES = Clues()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `address` starts and ends with `/`. `title` and `description` are plain text, `body` is HTML whose
    links inside the site start with `/`. `section` is the address of the section it belongs to.
    `shell` names the kind of thing it shows: pages of one kind differ by their values only, and the
    engine renders their frame once; None for a page whose frame is its own.
    `modified` is the day its content last changed, where a source says so; never a day to come. `clues` are
    for search. `foot` is the HTML of what stands below it: the ways to correct it. `silent` are the folders
    of the feeds that the town does not have.
    """

    address: str
    title: str
    description: str
    body: str
    section: str
    shell: str | None = None
    modified: dt.date | None = None
    clues: Clues = NO_CLUES
    foot: str = ""
    silent: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        """The file that holds it: `associations/malakfe/index.html`."""
        return self.address.lstrip("/") + "index.html"

    @property
    def card(self) -> str:
        """The address of the picture that stands for it where its link is shared."""
        return card_of(self.address) if self.shell in CARDED else f"/{CARD}"

    @property
    def feeds(self) -> tuple[Channel, ...]:
        """The feeds that tell what is new on the page, or around it."""
        told = _feeds(self.address, self.title, self.section, self.shell)
        return tuple(one for one in told if one.folder not in self.silent)

    @property
    def depth(self) -> int:
        """How many folders lie between the root and the page."""
        return self.address.count("/") - 1


class Download(NamedTuple):
    """A file to download: `details` are its format, weight and language (RGAA 4.1.2, 13.3)."""

    address: str
    details: str


SHARED: dict[str, Callable[[Pages], Any]] = {}
"""What is made once for many pages, and of which each reads a part."""


def shared(make: Callable[[Pages], T]) -> Callable[[Pages], T]:
    """Declare that pages depend on what they read of what `make` makes, rather than on all it is made of."""
    SHARED[_name(make)] = make
    return make


def _name(make: Callable[..., Any]) -> str:
    return f"{make.__module__}.{make.__qualname__}"


_UNKNOWN = 'class="a-confirmer"'
"""By which a template says that nobody knows: whoever does is asked at the foot of the page."""


class Pages:
    """What a section needs to make its pages: the hub, the day, Markdown, the templates, and `weights`, the
    files that were made to go with the pages."""

    def __init__(
        self, hub: Hub, today: dt.date, renderer: Renderer, templates: Path, weights: Weights
    ) -> None:
        self.hub = hub
        self.weights = weights
        self._today = today
        self.renderer = renderer
        self._templates = environment(templates)
        self._templates.filters.update(
            date=dates.date,
            moment=dates.moment,
            jour=dates.day,
            quand=rhythm.when,
            heures=rhythm.beneath,
            ensuite=rhythm.afterwards,
            en_cours=lambda once: running(once, self.today),
            jour_long=lambda value: dates.moment(Moment(value.year, value.month, value.day)),
            mois_court=dates.short_month,
            repete=rhythm.besides,
            depuis=dates.since,
            le=dates.on,
            jusqu=dates.until,
            objet=lambda association: self.renderer.beginning(association.objet or ""),
            sans_protocole=_without_scheme,
            minuscule=_lower_first,
            titre_appels=CALLS_BY_STATE.get,
            extrait=excerpt,
            debut=opening,
            coupable=breakable,
            millier=thousands,
            suivi_de_liens=followed,
            a_composer=dialled,
            teinte=shade,
            phrase=ended,
            reste=self.left,
            reste_part=self.left_part,
            dessin=of_theme,
            signes=lambda event: " ".join(signs(self.hub, event)),
            titre_reunion=minutes_title,
            titre_date=event_title,
            etat_date=states.of_event,
            etat_fois=states.of_time,
            etat_association=states.of_association,
            etat_formation=lambda training: states.of_training(training, self.today),
            etat_appel=lambda call: states.standing(call, self.today),
            documents=partial(offered, hub),
            vignette=partial(vignette, hub),
            pastille=partial(pastille, hub),
            duree_echange=lambda one: states.lasting(one, self.today),
            qui=partial(organiser, hub),
        )
        self._templates.globals.update(
            hub=hub, site=hub.site, mot=hub.site.mots, picto=pictogram, service=service(hub.site)
        )
        self._made: dict[Callable[[Pages], Any], Callable[[], Any]] = {}

    @property
    def today(self) -> dt.date:
        """The day."""
        note(("today",))
        return self._today

    def reached(self, day: dt.date) -> bool:
        """Whether a day has come: the same every day after it."""
        note(("reached", str(day)))
        return day <= self._today

    def once(self, make: Callable[[Pages], T]) -> T:
        """What `make` makes of these tools, made once for all the pages that ask for it.

        Of a mapping that is `shared`, a page depends on the parts that it reads.
        """
        if make not in self._made:
            self._made[make] = remembered(partial(make, self))
        name = _name(make)
        if name not in SHARED or not is_noted():
            made: T = self._made[make]()
            return made
        whole: Any = self.shared(name)
        if isinstance(whole, Mapping):
            return cast("T", Parts(whole, ("once", name)))
        note(("once", name))
        return cast("T", whole)

    def shared(self, name: str) -> Any:
        """What is `shared` under that name, made once. Raises KeyError."""
        make = SHARED[name]
        if make not in self._made:
            self._made[make] = remembered(partial(make, self))
        with noting():
            return self._made[make]()

    def line(self, thing: Any) -> int:
        """The line of its register on which a thing begins: another may push it down."""
        note(("line", kind_of(thing).attribute, thing.id))
        return thing.origin.at().line  # type: ignore[no-any-return]

    def markdown(self, text: str) -> Markup:
        """A text as HTML, safe to print in a template."""
        return Markup(self.renderer.render(text).html)

    def named(self, names: Iterable[str]) -> list[tuple[str, Association | None]]:
        """The name of each in the directory, with the association it means."""
        return named(self.hub, names)

    def left(self, call: Call) -> str:
        """What is left to answer a call, in words; '' for one that is not open, or without end."""
        open_ = call.cloture and call.state(self.today) is CallState.ouvert
        return dates.left(call.cloture.last, self.today) if call.cloture and open_ else ""

    def left_part(self, call: Call) -> float:
        """The same drawn, in hundredths of its time; 0 where its days are not known."""
        if not (self.left(call) and call.ouverture and call.cloture):
            return 0
        return dates.left_part(call.ouverture.first, call.cloture.last, self.today)

    def when(self, event: Event, following: Occurrence | None) -> str:
        """When an event takes place, in words: its next time, or its first once all are over; a meeting that
        was announced for a month took place on the day of its minutes."""
        if following is None and not event.debut.whole:
            held = self.hub.attested.get(event.id)
            return dates.dated(held.date) if held else dates.undated(event.debut)
        return rhythm.when(following or event.first)

    def download(self, address: str) -> Download | None:
        """The file at `address` as a page offers it; None where it was not made."""
        note(("weight", address))
        size = self.weights.get(address)
        return None if size is None else Download(address, f"PDF, {weight(size)}, en français")

    def section(self, address: str) -> Section:
        """The section at that address, in the words of the town."""
        return BY_ADDRESS[address].said(self.hub.site.mots)

    def introduction(self, section: Section) -> Markup:
        """The text of `content/` that introduces a section, '' where there is none."""
        editorial = self.hub.editorials.get(section.id)
        return self.markdown(editorial.text) if editorial else Markup("")

    def _trail(self, address: str, section: str) -> list[Section]:
        """The pages above this one, from the home page down."""
        if address == "/":
            return []
        return [self.section(one) for one in dict.fromkeys(("/", section)) if one != address]

    def _template(self, name: str) -> Template:
        """A template. Raises `IncompleteError` where nobody wrote it: the declaration of a kind names it."""
        try:
            return self._templates.get_template(name)
        except TemplateNotFound:
            raise IncompleteError(
                f"il manque le gabarit theme/templates/{name}, que demande la déclaration d'une sorte."
            ) from None

    def written(self, template: str, **values: Any) -> str:
        """The Markdown text that a template gives."""
        return self._template(template).render(**values)

    def section_page(self, address: str, template: str, **values: Any) -> Page:
        """The page of a section itself, with its introduction."""
        section = self.section(address)
        editorial = self.hub.editorials.get(section.id)
        return self.page(
            template,
            address,
            section.title,
            (editorial and editorial.resume) or section.description,
            address,
            introduction=self.introduction(section),
            pictured=editorial,
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
        under: str = "",
        modified: dt.date | None = None,
        clues: Clues = NO_CLUES,
        thing: Entity | None = None,
        pictured: Entity | None = None,
        **values: Any,
    ) -> Page:
        """A page made by a template of `theme/templates/`, in French spacing.

        `under` is the section that it stands under for its readers, where that is not `section`; `thing` is
        what it shows, where that is one thing: it is given to the template too. The picture at its head is
        that of `pictured`, else of `thing`.
        """
        with at_hand(address):
            body = self._template(template).render(
                title=title,
                address=address,
                trail=self._trail(address, under or section),
                built=self.today if address in DATED else None,
                image=self._image(pictured or thing),
                flux=next(
                    (c for c in _feeds(address, title, section, shell) if c.home == address != "/"), None
                ),
                **{"thing": thing} if thing is not None else {},
                **values,
            )
            foot = self._template("proposer.html").render(
                ways=ways(self, title, address, section, thing),
                unknown=_UNKNOWN in body,
            )
        description = excerpt(description) or title
        return Page(
            address,
            french(title),
            french(description),
            with_symbols(french_html(body)),
            section,
            shell,
            modified if modified and self.reached(modified) else None,
            clues._replace(when=french(clues.when)),
            foot.strip(),
            self._silent() if section == SUBSCRIBING else frozenset(),
        )

    def _image(self, thing: Entity | None) -> Markup:
        """What the head of a page shows of a thing: its picture, or its tile if its kind has one."""
        return depicted(self.hub, thing) if is_drawn(thing) or picture_of(thing) else Markup("")

    def _silent(self) -> frozenset[str]:
        """The folders of the feeds that a town may have, and this one has not."""
        own = {one.folder for one in feeds_of(self.hub.kinds)}
        return frozenset(one.folder for one in FEEDS if one.folder not in own)


def _feeds(address: str, title: str, section: str, shell: str | None) -> tuple[Channel, ...]:
    """The feeds of a page; that of an association, or of a project, stands beside its page."""
    own = _OWN_FEEDS.get(shell or "")
    return followed_from(section, own(address, title) if own else None)


_OWN_FEEDS: Mapping[str, Callable[[str, str], Channel]] = {
    "association": association_channel,
    "projet": project_channel,
}
"""By the frame of a page, the feed that stands beside it."""


CALLS_BY_STATE = {
    CallState.ouvert: "Appels ouverts",
    CallState.a_venir: "Appels à venir",
    CallState.a_confirmer: "Date de clôture à confirmer",
    CallState.passe: "Appels passés, dont la clôture est inconnue",
    CallState.clos: "Appels clos",
}


def _without_scheme(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", readable(address))


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
