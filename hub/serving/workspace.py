"""The workspace: the texts as they were last read, what is wrong in them, and what is shown."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from hub.checks import Problem
from hub.checks.runner import first_look, rounds
from hub.engine import Frames, frames_key
from hub.kept.cupboard import Cupboard, folder_of
from hub.kept.frames import frames_of
from hub.look.logo import logo_of
from hub.marker import MARKER
from hub.model import Hub, assemble
from hub.model.published import Published
from hub.places import ENGINE_CONFIG, THEME
from hub.serving.desk import Desk
from hub.serving.edition import Edition
from hub.serving.paper import Printer
from hub.serving.standing import Standing
from hub.serving.state import Draft, State, blamed
from hub.sources import Document, Reading, Sources
from hub.sources.stamp import stamp_at

Before = Callable[[str], Published]
"""A town's `identifiant` -> what it published before."""


class View(NamedTuple):
    """What there is to be shown: the last state, and why what came after could not be, '' where it was."""

    state: State | None = None
    failure: str = ""


class Workspace:
    """Reads `source` again and again, and makes a new state of it.

    `published` is the folder of the published site: images are taken there, and the engine's frames are kept
    beside it as a build does; `before` tells what was published. Whatever is made of a hub is made at the
    `desk`, with PDFs, posters and cards, if `with_media`.
    """

    def __init__(
        self,
        source: Path,
        published: Path,
        before: Before = lambda _: Published(),
        *,
        with_media: bool = False,
    ) -> None:
        self.desk = Desk()
        self._view = View()
        self._source, self._published, self._before = source, published, before
        self._with_media = with_media
        self._printed: tuple[object, Printer] | None = None
        self._cupboard = Cupboard(folder_of(published))
        self._framed: tuple[Document | None, str, Frames] | None = None
        self._compared: tuple[object, Published] | None = None
        self._standing = Standing()
        self._later: frozenset[Problem] = frozenset()
        self._news = threading.Condition()

    def read(self, today: dt.date) -> Draft:
        """The texts now; what did not change is neither read nor typed again."""
        former = self.state.draft if self.state else None
        reading = former.reading.again(self._source) if former else Reading.of(self._source)
        if former and reading.sources is former.reading.sources and today == former.today:
            return former
        with self.desk.at_once():
            hub, faults = assemble(reading.sources, former.hub if former else None)
            before = self._published_by(hub.site.identifiant)
            found = (*reading.sources.faults, *faults)
            looked = first_look(hub, found, today, before, read=former is not None)
            return Draft(reading, hub, today, looked, before)

    def _published_by(self, town: str) -> Published:
        """What the town published, looked at again when something else is."""
        key = town, stamp_at(self._published, MARKER)
        if self._compared is None or self._compared[0] != key:
            self._compared = key, self._before(town)
        return self._compared[1]

    def is_doubtful(self, draft: Draft) -> bool:
        """Whether it looks as when a file is being saved: it has a new error, or is not there."""
        if self.state is None:
            return False
        known = self.state.draft
        lost = known.reading.files.keys() - draft.reading.files.keys()
        return bool(lost or draft.errors - known.errors)

    def show(self, draft: Draft, *, theme_changed: bool = False) -> None:
        """Show these texts. Raises `EngineError`."""
        if self.state is None or draft is not self.state.draft or theme_changed or self._view.failure:
            with self.desk.at_once():
                self._set(draft, theme_changed=theme_changed)

    def judge(self, draft: Draft) -> Iterator[None]:
        """Let the other rules look at these texts, a rule at a time: the desk is free in between. At the end
        a new state says what they found, unless other texts are shown by then."""
        found: set[Problem] = set()
        steps = rounds(draft.looked, draft.today, draft.before)
        while True:
            with self.desk.in_time():
                problems = next(steps, None)
                if problems is None:
                    break
                found.update(problems)
            yield
        with self.desk.at_once():
            if self.state and self.state.draft is draft:
                self._later = frozenset(found)
                faulty = blamed(draft.looked.problems | self._later)
                self._standing = self._standing.after(draft.reading.sources, faulty)
                self._set(draft, whole=True)

    def _set(self, draft: Draft, *, whole: bool = False, theme_changed: bool = False) -> None:
        """A new state; what the other rules found before stands until they have looked again."""
        problems = tuple(sorted(draft.looked.problems | self._later))
        sources, held = self._standing.shown(draft.reading, blamed(problems))
        edition = self._edition(draft, sources, theme_changed=theme_changed)
        outlook = self.state.outlook if self.state else None
        self._publish(View(State(edition, draft, problems, held, whole, outlook)))

    def foresee(self, state: State, outlook: dict[str, Any] | None) -> None:
        """Say what the edits of `state` do, unless another is shown by then; until then, what they did before
        stands."""
        with self.desk.at_once():
            if self.state is state:
                self._publish(View(replace(state, outlook=outlook), self._view.failure))

    def fail(self, words: str) -> None:
        """Say that something could not be shown: what was shown stays."""
        self._publish(View(self.state, words))

    def _publish(self, view: View) -> None:
        with self._news:
            self._view = view
            self._news.notify_all()

    @property
    def state(self) -> State | None:
        """What is shown."""
        return self._view.state

    def ready(self, longest: float | None = None) -> View:
        """What there is to be shown, once there is something, or after `longest` seconds."""
        with self._news:
            self._news.wait_for(lambda: self._view != View(), longest)
            return self._view

    def after(self, known: View, longest: float | None = None) -> View:
        """What there is to be shown, once it is another than `known`, or after `longest` seconds."""
        with self._news:
            self._news.wait_for(lambda: self._view is not known, longest)
            return self._view

    def _edition(self, draft: Draft, sources: Sources, *, theme_changed: bool) -> Edition:
        """The edition of these sources; the present one where nothing of it would be another."""
        known = self.state.edition if self.state else None
        if known and not theme_changed and known.today == draft.today and _same(known.sources, sources):
            return known
        hub = draft.hub
        if sources is not draft.reading.sources:
            hub, _ = assemble(sources, known.hub if known else draft.hub)
        made = self._frames(hub, sources, theme_changed=theme_changed)
        printer = self._printer(hub, theme_changed=theme_changed) if self._with_media else None
        return Edition(hub, sources, draft.today, made, published=self._published, printer=printer)

    def _printer(self, hub: Hub, *, theme_changed: bool) -> Printer:
        """The printer of the town; another one when its look or the theme is."""
        look = hub.site.couleur, hub.logo
        if self._printed is None or self._printed[0] != look or theme_changed:
            self._printed = look, Printer(THEME, hub)
        return self._printed[1]

    def _frames(self, hub: Hub, sources: Sources, *, theme_changed: bool) -> Frames:
        """The frames of the town, rendered again when its settings or the theme are others."""
        settings = sources.documents.get("mkdocs.yml")
        if self._framed and self._framed[0] is settings and not (theme_changed or hub.site.logo):
            return self._framed[2]
        cards = self._with_media
        key = frames_key(hub.site, ENGINE_CONFIG, hub.sections, cards=cards, logo=logo_of(hub))
        known = self._framed[2] if self._framed and self._framed[1] == key else None
        made = known or frames_of(self._cupboard, key, hub, cards=cards)
        self._framed = settings, key, made
        return made

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of what is kept beside the published site: sentences."""
        return tuple(self._cupboard.remarks)


def _same(one: Sources, other: Sources) -> bool:
    """Whether these are the same documents, the same objects, with the same files beside them."""
    pairs = zip(one.documents.values(), other.documents.values(), strict=False)
    return (
        len(one.documents) == len(other.documents)
        and all(a is b for a, b in pairs)
        and (one.attached, one.beside) == (other.attached, other.beside)
    )
