"""The problems of a town of which one file changed, without checking again what cannot have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from hub.checks import (
    Problem,
    activities,
    anchors,
    attachments,
    attendance,
    bureau,
    coincidences,
    directory,
    elected,
    grants,
    minutes,
    outcomes,
    prose,
    publications,
    questionnaires,
    redirections,
    references,
    runner,
    seats,
    spots,
    trainings,
    votes,
)
from hub.checks.faults import worded
from hub.checks.texts import Rule
from hub.markup.attached import named_in
from hub.model import Hub, assemble
from hub.model.assembly import REGISTER_KEYS
from hub.model.association import Association
from hub.model.call import Call
from hub.model.campaign import CAMPAIGN
from hub.model.editorial import Editorial
from hub.model.event import Event, NextMeeting, TrainingSession
from hub.model.hub import Spoiled
from hub.model.kinds import BY_FOLDER
from hub.model.minutes import Minutes
from hub.prose import read as read_prose
from hub.sources import Document, Fault, Sources, read
from hub.sources.reading import parsed
from hub.sources.text import Unreadable, decoded

DIRECTORY, BUREAU, SETTINGS = "associations.yaml", "bureau.yaml", "mkdocs.yml"
REDIRECTIONS = "redirections.yaml"
GRANTS = CAMPAIGN.register

Rules = Iterable[Callable[[Hub, dt.date], Iterable[Problem]]]


def _of_texts(*rules: Rule) -> Callable[[Hub, dt.date], Iterable[Problem]]:
    return partial(runner.of_texts, rules=rules)


FOLLOWING = (prose.links_that_lead, *anchors.PROSE_RULES)
NAMING = (*publications.PROSE_RULES, *attachments.PROSE_RULES)

LINKED: Rules = (_of_texts(*FOLLOWING),)
"""Rules of a text that follow its links."""

COMPARING: Rules = (
    *bureau.CHECKS,
    *seats.CHECKS,
    directory.unique_ids,
    directory.unambiguous_names,
    directory.distinct_names,
    directory.alive_on_the_bureau,
    spots.near_the_others,
    spots.quarters_written_alike,
    minutes.of_two_dates,
    attendance.bureau_meets,
    attendance.plenary_every_year,
    *coincidences.CHECKS,
    publications.letters_by_month,
    publications.required_pages,
    attachments.used_files,
    *redirections.CHECKS,
    *grants.CHECKS,
    *trainings.CHECKS,
    *elected.CHECKS,
    votes.adopted_by_a_meeting,
    questionnaires.answers_have_their_questionnaire,
)
"""Rules about several things: none of them speaks of a thing whose face is the same as before."""

LOOKING_UP: Rules = (
    *directory.CHECKS,
    *references.CHECKS,
    *attendance.CHECKS,
    minutes.present_or_excused,
    activities.offered_by_somebody,
    outcomes.candidates_stand_once,
    questionnaires.outcomes_are_in_minutes,
    votes.votes_of_who_was_there,
    _of_texts(*NAMING),
    attachments.listed_files_exist,
    attachments.sound_files,
)
"""Rules about a thing and those that it names."""

TOGETHER: Rules = tuple(dict.fromkeys((*COMPARING, *LOOKING_UP)))
ALONE: Rules = (
    *(rule for rule in runner.CHECKS if rule not in TOGETHER),
    _of_texts(*(rule for rule in runner.PROSE_RULES if rule not in (*FOLLOWING, *NAMING))),
)
"""Rules that look at one thing, and at nothing else."""

OF_ONE: Rules = tuple(rule for rule in (*runner.CHECKS, runner.of_texts) if rule not in COMPARING)

FACE = (
    *(
        "id",
        "nom",
        "alias",
        "statut",
        "instance",
        "date",
        "prochaine",
        "debut",
        "fin",
        "numero",
        "annule",
        "adresse",
    ),
    *(
        "categorie",
        "public",
        "documents",
        "sieges",
        "candidats",
        "mandat",
        "appel",
        "adopte_le",
        "adopte_par",
    ),
)
"""The fields of a thing by which others see it, with its place, its recurrence and its headings."""

TYPES: dict[str, tuple[type, ...]] = {
    "associations": (Association,),
    **{kind.attribute: (kind.model,) for kind in BY_FOLDER.values() if kind.model is not Editorial},
    "events": (Event, NextMeeting, TrainingSession),
}
ATTRIBUTES = tuple(TYPES)


class Rechecker:
    """The town in `root`, checked once; then again, one file of it being other."""

    def __init__(self, root: Path, today: dt.date) -> None:
        self.root, self.today = root, today
        sources = read(root)
        self.hub, faults = assemble(sources)
        assert not self.hub.spoiled.keys
        self.problems = runner.check(self.hub, [*sources.faults, *faults], today)
        self._before = {path: list(_things(self.hub, path)) for path in sources.documents}
        self._known: dict[Any, list[Problem]] = {}

    def recheck(self, path: str, text: str) -> list[Problem]:
        """The problems of the town when `text` is in the file `path`; of the old ones, perhaps not all."""
        document, found = _read(path, text)
        documents = {path: document} if document else {}
        part, typing = assemble(Sources(self.root, documents, tuple(found)))
        hub = self._grafted(path, part)
        faults = {worded(fault, hub) for fault in (*found, *typing)}
        return sorted({*faults, *self._checked(path, hub, text.count("\n"))})

    def _grafted(self, path: str, part: Hub) -> Hub:
        """The town's hub, with what `path` holds now."""
        if path == SETTINGS:
            return replace(self.hub, site=part.site)
        changes: dict[str, Any] = {}
        if path == DIRECTORY:
            changes |= {"themes": part.themes, "associations": part.associations}
        elif path == BUREAU:
            changes |= {"colleges": part.bureau.colleges, "mandats": part.bureau.mandats}
        elif path == REDIRECTIONS:
            changes["redirections"] = part.redirections
        elif path == GRANTS:
            changes[CAMPAIGN.attribute] = part.of(CAMPAIGN)
        elif path.rpartition("/")[0] == "content":
            others = [e for e in self.hub.editorials.values() if e.origin.document.path != path]
            changes["editorials"] = [*others, *part.editorials.values()]
        else:
            for attribute in {BY_FOLDER[path.rpartition("/")[0]].attribute, "events"}:
                other = [t for t in self.hub.things.get(attribute, ()) if t.origin.document.path != path]
                changes[attribute] = tuple(
                    sorted(
                        [*other, *part.things.get(attribute, ())], key=_order, reverse=attribute == "minutes"
                    )
                )
        return replace(self.hub.having(**changes), spoiled=_spoiled_by(path, part.spoiled))

    def _checked(self, path: str, hub: Hub, lines: int) -> list[Problem]:
        before = {thing.id: thing for thing in self._before[path]}
        changed = [t for t in _things(hub, path) if _content(t) != _content(before.get(t.id))]
        alone = _only(self.hub, changed)
        if _seen(hub, path) == _seen(self.hub, path):  # nobody else sees what changed
            own = self._run(OF_ONE, self._indexed(alone))
            return [problem for problem in own if problem.path == path]
        if hub.spoiled.keys and not changed:  # what is wrong in it may differ, the rest is the same
            key = (path, lines, repr(hub.spoiled))
            if key not in self._known:
                self._known[key] = self._run((*TOGETHER, *LINKED), hub)
            return self._known[key]
        moved = hub.addresses != self.hub.addresses or hub.spoiled != self.hub.spoiled
        links = self._run(LINKED, hub if moved else self._indexed(alone))
        return [*self._run(ALONE, alone), *links, *self._run(TOGETHER, hub)]

    def _indexed(self, hub: Hub) -> Hub:
        """The same, which knows the names and addresses of the whole town."""
        for name in ("by_id", "by_name", "colleges", "themes_by_id", "keys", "addresses"):
            hub.__dict__[name] = getattr(self.hub, name)
        return hub

    def _run(self, rules: Rules, hub: Hub) -> list[Problem]:
        return [problem for rule in rules for problem in rule(hub, self.today)]


def _read(path: str, text: str) -> tuple[Document | None, list[Fault]]:
    try:
        return parsed(decoded(text.encode(), path), path)
    except Unreadable as unreadable:
        return None, [unreadable.fault]


def _things(hub: Hub, path: str) -> Iterator[Any]:
    """What stands in the file `path`, the bureau and the themes apart."""
    for attribute in ATTRIBUTES:
        yield from (t for t in hub.things.get(attribute, ()) if t.origin.document.path == path)
    yield from (e for e in hub.editorials.values() if e.origin.document.path == path)


def _only(hub: Hub, things: list[Any]) -> Hub:
    """These things alone, in the same town, with its calls: pages must not send people to a closed one."""
    calls = tuple(thing for thing in things if isinstance(thing, Call)) or hub.calls
    parts: dict[str, Any] = {a: tuple(t for t in things if type(t) in TYPES[a]) for a in ATTRIBUTES}
    editorials = [thing for thing in things if isinstance(thing, Editorial)]
    return hub.having(**{**parts, "calls": calls, "editorials": editorials})


def _spoiled_by(path: str, spoiled: Spoiled) -> Spoiled:
    """What `path` spoils: the registers that were not read again are not unknown."""
    missing = {key for register, keys in REGISTER_KEYS.items() if register != path for key in keys}
    return Spoiled(spoiled.keys, spoiled.names, spoiled.unknown - missing)


def _content(thing: Any) -> Any:
    return thing and (thing.__dict__, getattr(thing, "text", ""))


def _seen(hub: Hub, path: str) -> Any:
    """What others see of the things in `path`."""
    register: tuple[Any, ...] = ()
    if path == BUREAU:
        register = tuple(thing.__dict__ for thing in (*hub.bureau.colleges, *hub.bureau.mandats))
    if path == REDIRECTIONS:
        register = tuple(one.__dict__ for one in hub.redirections)
    if path == GRANTS:
        register = tuple(one.__dict__ for one in hub.of(CAMPAIGN))
    if path == DIRECTORY:
        register = tuple(theme.__dict__ for theme in hub.themes)
    return register, hub.spoiled, [_face(thing) for thing in _things(hub, path)]


def _face(thing: Any) -> tuple[Any, ...]:
    fields = tuple(getattr(thing, name, None) for name in FACE)
    place, text = getattr(thing, "lieu", None), getattr(thing, "text", "")
    headings = [line for line in text.split("\n") if line[:1] in ("#", "=", "-")]
    closing = (thing.ouverture, thing.cloture) if isinstance(thing, Call) else ()
    named = [found.written for _, found in named_in(read_prose(text))]
    return (
        *fields,
        getattr(place, "nom", None),
        getattr(thing, "recurrence", None),
        headings,
        closing,
        named,
    )


def _order(thing: Any) -> tuple[Any, ...]:
    """Newest first is what the checks rely on, for minutes alone."""
    return (thing.date, thing.id) if isinstance(thing, Minutes) else (thing.id,)
