"""Rules of the projects that are followed from one meeting to the next (M)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from hub.checks.problem import Problem, problem
from hub.checks.suggest import Candidate, Suggestions, spellings
from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.project import OVER, PROJECT
from hub.model.project_names import VIEWS, key_of
from hub.model.thread import Followed, Step, Thread
from hub.sources import Position
from hub.sources.document import Key

ALIKE = 88.0
"""From this similarity on (percent, on folded text) two texts are the same one, written twice."""

SHORTEST = 6
"""Letters of a name: of shorter ones, another letter often makes another project."""


BEGINNING = 2
"""Letters by which the names of projects are filed to be compared."""

RECENT = 30
"""Actions that are still open, decided before another, with which it is compared."""


def free_addresses(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A project is not called as a year, nor as another page of the follow-up, which has its address."""
    for one in hub.of(PROJECT):
        if one.id.isdigit() or one.id in VIEWS:
            yield problem(
                "M030",
                one.origin.document.position()._replace(line=1, column=1),
                f"Le suivi a déjà une page à l'adresse {one.address}.",
                f"Renommez le fichier : « projet-{one.id}.md », par exemple.",
            )


def one_name_one_project(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A name is that of one project: of two that bear it, none would know whose actions they are."""
    seen: dict[str, str] = {}
    for one in hub.of(PROJECT):
        keys = {key_of(one.titre): ("titre",), **{key_of(n): ("alias", i) for i, n in enumerate(one.alias)}}
        keys.setdefault(one.id, ("titre",))
        for key, loc in keys.items():
            other = seen.setdefault(key, one.origin.document.path)
            if other != one.origin.document.path:
                yield problem(
                    "M031",
                    one.origin.at(*loc),
                    f"« {other} » porte déjà ce nom.",
                    "Gardez-le à un seul des deux projets, ou réunissez leurs textes.",
                )


def called_as_before(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A project has one name from a meeting to the next: a name that is nearly that of another is a slip."""
    if PROJECT.attribute in hub.spoiled.unknown or hub.spoiled.keys.get(PROJECT.attribute):
        return  # its text may say that it has both
    threads = [one for one in hub.threads.values() if len(key_of(one.name)) >= SHORTEST]
    for rare, known in _pairs(threads):
        yield problem(
            "M032",
            _where(rare),
            f"Le projet « {rare.name} » n'est que là, et ressemble à « {known.name} ».",
            f"Vouliez-vous dire « {known.name} » ? Si c'est le même projet sous un autre nom, mettez ce nom "
            "dans les « alias » de son fichier (content/projets/). Si c'en est un autre, donnez-lui le sien.",
        )


def _where(thread: Thread) -> Position:
    """Where the one meeting that speaks of a project names it: by an action, else by a vote."""
    minutes = thread.meetings[0]
    if thread.actions:
        return minutes.origin.at("suivi", thread.actions[0].first.rank, "projet")
    return minutes.origin.at("votes", minutes.votes.index(thread.votes(minutes)[0]), "projet")


def _pairs(threads: list[Thread]) -> Iterator[tuple[Thread, Thread]]:
    """(a project of which one meeting spoke and no text tells, the one that is nearly called so): the second
    is known better, or was there before. Names are compared that begin alike: a slip seldom comes so soon."""
    names: dict[str, list[tuple[str, Thread]]] = defaultdict(list)
    for one in threads:
        for spelling in map(fold, _spellings(one)):
            names[spelling[:BEGINNING]].append((spelling, one))
    for one in threads:
        if one.project is None and len(one.meetings) == 1:
            known = _closest(one, names[fold(one.name)[:BEGINNING]])
            if known:
                yield one, known


def _closest(one: Thread, names: list[tuple[str, Thread]]) -> Thread | None:
    others = [(name, other) for name, other in names if other is not one and _is_before(other, one)]
    if not others:
        return None
    from rapidfuzz import fuzz, process  # loaded where there is something to compare

    own = fold(one.name)
    found = process.extractOne(own, [name for name, _ in others], scorer=fuzz.ratio, score_cutoff=ALIKE)
    return others[found[2]][1] if found and not _are_two(found[0], own) else None


def _spellings(one: Thread) -> tuple[str, ...]:
    return (one.project.titre, *one.project.alias) if one.project else (one.name,)


def _is_before(other: Thread, one: Thread) -> bool:
    """Whether a project is the one that is known: of two of which one meeting spoke, the older one."""
    if other.project or len(other.meetings) > 1:
        return True
    return (other.meetings[0].date, other.meetings[0].id) < (one.meetings[0].date, one.meetings[0].id)


def _are_two(one: str, other: str) -> bool:
    """Whether two texts that are nearly the same say two things: « Forum 2025 » and « Forum 2026 », « Salle
    A » and « Salle B »."""
    apart = set(one.split()) ^ set(other.split())
    return any(len(word) < SHORTEST // 2 or any(map(str.isdigit, word)) for word in apart)


def over_when_all_is(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Of a project that is over, nothing is left to be done."""
    for thread in hub.threads.values():
        if thread.project and thread.project.etat in OVER and thread.open:
            left = thread.open[0].last
            yield problem(
                "M033",
                thread.project.origin.at("etat"),
                f"Ce projet est dit « {thread.project.etat.libelle} », mais « {left.action.quoi[:80]} » ne "
                f"l'est pas ({left.minutes.origin.document.path}).",
                "Dites ce qu'est devenue cette action (« etat: fait » ou « abandonne »), ou que le projet "
                "est « en-cours ».",
            )


def told_in_the_same_words(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An action that comes back is written in the same words: else it is another, and the first stays."""
    for thread in hub.threads.values():
        left = thread.open
        for at, after in enumerate(left):
            earlier = left[max(0, at - RECENT) : at]
            before = next((one for one in earlier if _is_again(one, after.first)), None)
            if before:
                yield problem(
                    "M034",
                    after.first.minutes.origin.at("suivi", after.first.rank, "quoi"),
                    f"Cette action ressemble à « {before.last.action.quoi[:80]} », encore ouverte "
                    f"({before.last.minutes.origin.document.path}).",
                    "Si c'est la même, écrivez-la dans les mêmes mots : le suivi n'en fera qu'une.",
                )


def _is_again(before: Followed, after: Step) -> bool:
    """Whether a later meeting says nearly what an earlier one decided."""
    if any(step.minutes.id == after.minutes.id for step in before.steps):
        return False
    one, other = fold(before.last.action.quoi), fold(after.action.quoi)
    if _are_two(one, other) or not 0.8 < len(one) / len(other) < 1.25:
        return False
    from rapidfuzz import fuzz  # loaded where there is something to compare

    return fuzz.ratio(one, other) >= ALIKE


def known_in_charge(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association in charge is called as in the directory; a function is called as one likes."""
    near = Suggestions(lambda: spellings(hub))
    for thing, loc, name in _charged(hub):
        if hub.named(name) is None and not hub.spoiled.may_be(name) and len(fold(name)) >= SHORTEST:
            meant = near.closest(name)
            if meant and _is_slip(name, meant):
                yield problem(
                    "M035",
                    thing.origin.at(*loc),
                    f"« {name} » n'est pas dans l'annuaire, à une lettre près.",
                    f"Vouliez-vous dire {meant} ? Ses actions seront alors sur sa page.",
                )


def _charged(hub: Hub) -> Iterator[tuple[Any, tuple[Key, ...], str]]:
    """Where somebody is said to be in charge: the thing, the place under it, the name."""
    for minutes in hub.minutes:
        for index, action in enumerate(minutes.suivi):
            yield from ((minutes, ("suivi", index, "qui", at), who) for at, who in enumerate(action.qui))
    for one in hub.of(PROJECT):
        yield from ((one, ("porteurs", at), who) for at, who in enumerate(one.porteurs))


def _is_slip(name: str, meant: Candidate) -> bool:
    from rapidfuzz import fuzz  # loaded where there is something to compare

    return fuzz.ratio(fold(name), fold(meant.word)) >= ALIKE


CHECKS = (
    free_addresses,
    one_name_one_project,
    called_as_before,
    over_when_all_is,
    told_in_the_same_words,
    known_in_charge,
)
