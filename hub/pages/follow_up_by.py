"""The follow-up read otherwise: by project, by who is in charge, by term of the bureau."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from hub.model.minutes import OPEN, PENDING, ActionState
from hub.model.names import fold, sort_key
from hub.model.thread import Entry
from hub.pages.actions import Row, Who, row
from hub.pages.follow_up import HOME, decided, ways
from hub.pages.follow_up_projects import Project, groups, projects
from hub.pages.page import Page, Pages
from hub.pages.portions import Portion, numbered, portions
from hub.pages.progress import Progress, progress
from hub.pages.sheet import Sheet

BY_PROJECT, BY_WHO, BY_TERM = f"{HOME}par-projet/", f"{HOME}par-qui/", f"{HOME}par-mandat/"

MOST_NAMED = 60
"""Projects that the page of the terms names of each; the page of the projects has them all."""


class Charged(NamedTuple):
    """Who is in charge of what is open, and how many actions they had in charge that are over."""

    who: Who
    rows: list[Row]
    done: int


class Named(NamedTuple):
    """A project in the list of a term: `words` are how far what that term decided of it is."""

    name: str
    address: str
    words: str


class OfTerm(NamedTuple):
    """What was decided during a term: `title` and `address` are those of the term, '' for none."""

    title: str
    address: str
    number: int
    counts: list[tuple[str, int]]
    progress: Progress | None
    projects: list[Named]
    left: int


def sheets(tools: Pages) -> Iterator[Sheet]:
    """A page each, and those that go on with it where there is much."""
    for part in portions(BY_PROJECT, tools.once(projects)):
        yield Sheet(part.address, _by_project, (part,))
    for share in portions(BY_WHO, tools.once(_pairs)):
        yield Sheet(share.address, _by_who, (share,))
    if tools.hub.site.mots.has("bureau"):
        yield Sheet(BY_TERM, _by_term)


def _page(tools: Pages, template: str, part: Portion[Any], title: str, told: str, **values: Any) -> Page:
    return tools.page(
        template,
        part.address,
        f"{title}{part.words}",
        f"{told}{part.words}.",
        HOME,
        shell="suivi" if part.number == 1 else "projet-liste",
        ways=ways(tools, part.base),
        parts=numbered(part),
        **values,
    )


def _by_project(tools: Pages, part: Portion[Project]) -> Page:
    told = tools.hub.site.mots.say("Ce que suit {le conseil}, projet par projet, et où cela en est")
    return _page(tools, "suivi-projets.html", part, "Suivi par projet", told, groups=groups(part.things))


def _by_who(tools: Pages, part: Portion[tuple[str, Entry | None]]) -> Page:
    charges = tools.once(_charges)
    found = [
        Charged(charges[key].who, [row(tools, entry) for _, entry in those if entry], charges[key].done)
        for key, those in groupby(part.things, key=lambda pair: pair[0])
    ]
    title, told = "Suivi par responsable", "Qui est chargé de quoi, et où cela en est"
    charged = [one for one in found if one.rows]
    free = [one for one in found if not one.rows]
    return _page(tools, "suivi-qui.html", part, title, told, charged=charged, free=free)


class _Named(NamedTuple):
    who: Who
    open: list[Entry]
    done: int


def _charges(tools: Pages) -> dict[str, _Named]:
    """Who is or was in charge of something, by name; of what nobody is in charge, last."""
    found: dict[str, _Named] = {}
    for entry in tools.once(decided):
        shown = row(tools, entry)
        for who in shown.who or [NOBODY]:
            key = who.association.id if who.association else fold(who.name)
            before = found.get(key) or _Named(who, [], 0)
            if entry.action.etat in OPEN:
                before.open.append(entry)
                found[key] = before
            else:
                found[key] = before._replace(done=before.done + (entry.action.etat is ActionState.fait))
    ordered = sorted(found.items(), key=lambda one: (one[1].who is NOBODY, sort_key(one[1].who.name)))
    return dict(ordered)


NOBODY = Who("À confirmer", None, "")
"""Who is in charge where no minutes say it."""


def _pairs(tools: Pages) -> list[tuple[str, Entry | None]]:
    """(who, an action that is open) of each, then (who, None) of those who have none left."""
    charges = tools.once(_charges)
    held = [(key, entry) for key, one in charges.items() for entry in one.open]
    return [*held, *((key, None) for key, one in charges.items() if not one.open)]


def _by_term(tools: Pages) -> Page:
    part: Portion[OfTerm] = Portion(BY_TERM, 1, 1, ())
    title, told = "Suivi par mandat", "Ce que chaque mandat a décidé, et où cela en est"
    return _page(tools, "suivi-mandats.html", part, title, told, terms=list(_terms(tools)))


def _terms(tools: Pages) -> Iterator[OfTerm]:
    """The terms, the last one first, then what was decided during none that is known."""
    bureau = tools.hub.bureau
    held: dict[str, list[Entry]] = {term.id: [] for term in bureau.mandats}
    for entry in tools.once(decided):
        term = bureau.term_on(entry.action.first.minutes.date.first)
        held.setdefault(term.id if term else "", []).append(entry)
    known = {term.id: term for term in bureau.mandats}
    for key in (*sorted(known, reverse=True), *(("",) if held.get("") else ())):
        title, address = (known[key].titre, known[key].address) if key else ("Hors d’un mandat connu", "")
        yield _term(title, address, held[key])


def _term(title: str, address: str, those: list[Entry]) -> OfTerm:
    counts = Counter(one.action.etat for one in those)
    states: dict[tuple[str, str], list[ActionState]] = {}
    for one in those:
        states.setdefault((one.project, one.address), []).append(one.action.etat)
    names = [Named(*name, _standing(held)) for name, held in states.items()]
    told = [(state.libelle, counts[state]) for state in ActionState if counts[state]]
    done = progress(one.action for one in those)
    return OfTerm(title, address, len(those), told, done, names[:MOST_NAMED], max(0, len(names) - MOST_NAMED))


def _standing(states: list[ActionState]) -> str:
    """How far what a term decided of a project is: as what is left of it is, else done where a part is."""
    if any(one in PENDING for one in states):
        return str(ActionState.en_cours.libelle)
    order = (ActionState.a_confirmer, ActionState.fait, ActionState.abandonne)
    return str(next(one for one in order if one in states).libelle)
