"""Elections: the list, and a page each, with its result drawn and in a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from hub.markup import dates, elections
from hub.model.association import Association
from hub.model.ballots import Candidate, Contest
from hub.model.bureau import TERM
from hub.model.election import ELECTION, Election, ElectionState
from hub.model.kind import Kind
from hub.model.minutes import MINUTES
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages, shared
from hub.pages.publication import page
from hub.pages.sheet import Sheet

KIND = ELECTION

WIDE = 100
"""Units of the drawing of a bar: all the ballots."""


class Row(NamedTuple):
    """A candidate as shown: `length` is the part of the ballots that it had, in units of the drawing, None
    where voices are not told."""

    name: str
    association: Association | None
    outcome: str
    elected: bool
    voices: int | None
    length: float | None


class Table(NamedTuple):
    """The result of a contest: the seats, how many voted for them, who stood."""

    key: str
    title: str
    seats: str
    turnout: str
    box: str
    discreet: bool
    counted: bool
    rows: list[Row]


class Standing(NamedTuple):
    """What an association's page says of an election in which it stood."""

    address: str
    title: str
    words: str


class Held(NamedTuple):
    """What the page of a term or of a meeting says of an election."""

    address: str
    title: str
    words: str


def sheets(tools: Pages) -> Iterator[Sheet]:
    """The elections, and each of them."""
    those = tools.hub.of(ELECTION)
    yield from listing(ELECTION, "scrutins.html", those, _shown)
    for election in those:
        yield Sheet(election.address, _page, (election,))


def _shown(tools: Pages, kind: Kind[Election], those: Sequence[Election]) -> dict[str, Any]:
    coming = [one for one in those if one.state(tools.today) is ElectionState.a_venir]
    held = [one for one in those if one not in coming]
    told = {one.id: elections.told(tools.hub, one, tools.today) for one in those}
    states = {one.id: one.state(tools.today) for one in those}
    return {"coming": coming[::-1], "held": held, "told": told, "states": states}


def _page(tools: Pages, election: Election) -> Page:
    hub = tools.hub
    state = election.state(tools.today)
    told = elections.told(hub, election, tools.today)
    term = next((one for one in hub.of(TERM) if one.id == election.mandat), None)
    call = hub.keys["appel"].get(election.appel) if election.appel else None
    turnout = election.turnout()
    return page(
        tools,
        ELECTION,
        election,
        election.resume or told,
        Clues(
            when=elections.standing(election, tools.today),
            years=(election.date.year,),
            over=state is not ElectionState.a_venir,
        ),
        state=state,
        told=told,
        body=_body(tools, election),
        tables=[_table(tools, election, contest, place) for place, contest in enumerate(election.contests)],
        turnout=elections.turnout(turnout),
        gauge=_part(turnout.votants, turnout.inscrits),
        box=elections.box(turnout),
        few=elections.FEW,
        departage=election.departage if not all(map(election.discreet, election.contests)) else None,
        term=term,
        call=call,
        minutes=tools.once(_meetings).get((str(election.instance), str(election.date))),
        data=next(one.name for one in ELECTION.data or ()),
    )


def _body(tools: Pages, election: Election) -> str:
    """What the town calls the body that votes."""
    return tools.hub.site.mots.noun(election.instance.name).one


def _table(tools: Pages, election: Election, contest: Contest, place: int) -> Table:
    hub, discreet = tools.hub, election.discreet(contest)
    college = tools.hub.colleges.get(contest.college or "")
    own = contest.ballots is not None and len(election.contests) > 1
    turnout = election.turnout(contest)
    rows = [_row(tools, election, contest, one) for one in election.ranked(contest)]
    return Table(
        f"resultat-{place + 1}",
        college.nom if college else contest.college or "",
        elections.seats(contest, hub.site.mots),
        elections.turnout(turnout) if own else "",
        elections.box(turnout) if own else "",
        discreet,
        any(row.voices is not None for row in rows),
        rows,
    )


def _row(tools: Pages, election: Election, contest: Contest, one: Candidate) -> Row:
    [(name, association)] = tools.named([one.association])
    voices = None if election.discreet(contest) else one.voix
    told = contest if contest.ballots is not None else election
    ballots = told.exprimes if told.exprimes is not None else told.ballots
    most = max((other.voix or 0 for other in election.of(contest)), default=0)
    return Row(
        name,
        association,
        elections.outcome(election, one, tools.hub.site.mots),
        elections.is_elected(one),
        voices,
        _part(voices, ballots if ballots and ballots >= most else most),
    )


def _part(part: int | None, whole: int | None) -> float | None:
    """So many of so many, in units of the drawing."""
    return None if part is None or not whole else round(WIDE * min(part, whole) / whole, 1)


@shared
def _meetings(tools: Pages) -> dict[tuple[str, str], str]:
    """The address of the minutes of each meeting, by its body and its day."""
    return {(str(one.instance), str(one.date)): one.address for one in reversed(tools.hub.of(MINUTES))}


@shared
def of_associations(tools: Pages) -> dict[str, list[Standing]]:
    """The elections in which each association stood, newest first, by its id."""
    hub, words = tools.hub, tools.hub.site.mots
    found: dict[str, list[Standing]] = {}
    for election in hub.of(ELECTION):
        for contest, one in election.results:
            association = hub.named(one.association)
            if association:
                said = elections.outcome(election, one, words) or "candidate"
                counted = one.voix is not None and not election.discreet(contest)
                voices = f", {one.voix} voix" if counted else ""
                found.setdefault(association.id, []).append(
                    Standing(election.address, election.titre, f"{said}{voices}, {dates.on(election.date)}")
                )
    return found


@shared
def of_terms(tools: Pages) -> dict[str, list[Held]]:
    """How each term was elected, by its id: the election that made it, then those of seats left empty."""
    return _held(tools, lambda one: one.mandat)


@shared
def of_calls(tools: Pages) -> dict[str, list[Held]]:
    """The election to which each call leads, by its id."""
    return _held(tools, lambda one: one.appel)


@shared
def of_meetings(tools: Pages) -> dict[str, list[Held]]:
    """The elections held at each meeting, by its body and its day."""
    return _held(tools, lambda one: f"{one.date}-{one.instance}")


def _held(tools: Pages, key: Any) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for one in reversed(tools.hub.of(ELECTION)):
        if name := key(one):
            words = elections.told(tools.hub, one, tools.today)
            found.setdefault(name, []).append(Held(one.address, one.titre, words))
    return found
