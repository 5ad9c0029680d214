"""Elections and votes in French words: the same on pages, in feeds, in mails, on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

from hub.markup import dates
from hub.markup.plain import capital
from hub.markup.titles import listed
from hub.model import Hub
from hub.model.ballots import WON, Candidate, Contest, Elected, Turnout
from hub.model.bureau import Role
from hub.model.election import Election, ElectionState, elected
from hub.model.noun import Noun
from hub.model.vote import Counts, Vote
from hub.model.wording import DEFAULT, Wording

_FEMININE = {Role.titulaire: "élue titulaire", Role.suppleant: "élue suppléante"}
"""Associations are feminine; what a town calls a seat may be a masculine."""

_ROLES = {Elected.titulaire: Role.titulaire, Elected.suppleant: Role.suppleant}

FEW = "Moins de dix bulletins : seul le résultat est publié, pour que personne ne sache qui a voté quoi."


def plural(number: int, one: str, many: str = "") -> str:
    """« 1 voix », « 12 votants »."""
    return f"{number} {one if number < 2 else many or f'{one}s'}"


def percent(part: int, whole: int) -> str:
    """« 64,6 % », « 100 % »."""
    return f"{100 * part / whole:.1f}".rstrip("0").rstrip(".").replace(".", ",") + "\u00a0%"


def turnout(told: Turnout) -> str:
    """« 31 votants sur 48 inscrits, 64,6 % »; '' where nobody says how many voted."""
    if told.votants is None:
        return plural(told.inscrits, "inscrit") if told.inscrits else ""
    voted = plural(told.votants, "votant")
    if not told.inscrits:
        return voted
    return f"{voted} sur {plural(told.inscrits, 'inscrit')}, {percent(told.votants, told.inscrits)}"


def box(told: Turnout) -> str:
    """« 30 exprimés, 1 blanc, 0 nul »: what was in the ballot box, as far as it is told."""
    counts = ((told.exprimes, "exprimé"), (told.blancs, "blanc"), (told.nuls, "nul"))
    return ", ".join(plural(number, word) for number, word in counts if number is not None)


def outcome(election: Election, one: Candidate, words: Wording) -> str:
    """« élue titulaire », « non élue », « à confirmer »; '' before the day of the vote."""
    if not election.known:
        return ""
    role = _ROLES.get(one.elu)
    if role is None:
        return one.elu.libelle
    called = words.label(role)
    return _FEMININE[role] if called == DEFAULT.label(role) else f"élue, {called}"


def seats(contest: Contest, words: Wording) -> str:
    """« 4 titulaires et 1 suppléant, dont 1 non pourvu »; '' where nobody says how many."""
    told = ((contest.titulaires, Role.titulaire), (contest.suppleants, Role.suppleant))
    kinds = [_counted(number, words.noun(role.name)) for number, role in told if number]
    if contest.titulaires and not contest.suppleants:
        kinds = [plural(contest.titulaires, "siège")]
    empty = f"dont {plural(contest.non_pourvus, 'non pourvu')}" if contest.non_pourvus else ""
    return ", ".join(filter(None, (" et ".join(kinds), empty)))


def _counted(number: int, noun: Noun) -> str:
    return plural(number, noun.one, noun.several)


def standing(election: Election, today: dt.date) -> str:
    """Where an election stands, with its day: « à venir, le 8 décembre 2026 », « du 20 septembre 2025 »."""
    state, day = election.state(today), dates.date(election.date)
    if state is ElectionState.a_venir:
        return f"à venir, {dates.on(election.date)}"
    if state is ElectionState.depouille:
        return f"{'du' if election.date.day else 'de'} {day}"
    return f"{state.libelle}, {dates.on(election.date)}"


def told(hub: Hub, election: Election, today: dt.date) -> str:
    """An election in a sentence or two: who was elected, how many voted; or who stands."""
    state = election.state(today)
    if state is ElectionState.annule:
        return f"Annulé : {election.annule}"
    names = [one.association for _, one in elected(election)]
    if state is ElectionState.depouille:
        who = winners(hub, names)
        voted = turnout(election.turnout())
        return f"{who} {voted[0].upper()}{voted[1:]}." if voted else who
    stand = listed(hub, [one.association for one in election.candidats])
    when = (
        f"Vote {dates.on(election.date)}." if state is ElectionState.a_venir else f"{capital(state.libelle)}."
    )
    return f"{when} Candidates : {stand}." if stand else when


def winners(hub: Hub, names: Sequence[str], most: int = 6) -> str:
    """« Élues : A, B. », « 16 associations élues. » where they are many, « Aucune élue. »"""
    if not names:
        return "Aucune élue."
    if len(names) > most:
        return f"{len(names)} associations élues."
    return f"{'Élues' if len(names) > 1 else 'Élue'} : {listed(hub, names)}."


def html(hub: Hub, election: Election) -> str:
    """The result as HTML for who reads it in a message: contest by contest, each candidate in a line; before
    it is known, who stands."""
    if election.annule:
        return ""
    if not election.known:
        stand = listed(hub, [one.association for one in election.candidats])
        return f"\n<p>Candidates : {escape(stand, quote=False)}.</p>" if stand else ""
    words = hub.site.mots
    parts = [_contest(hub, election, contest, words) for contest in election.contests if election.of(contest)]
    return "".join(f"\n{part}" for part in parts)


def _contest(hub: Hub, election: Election, contest: Contest, words: Wording) -> str:
    college, discreet = hub.colleges.get(contest.college or ""), election.discreet(contest)
    rows = []
    for one in election.ranked(contest):
        counted = "" if discreet or one.voix is None else f", {one.voix} voix"
        said = f"{listed(hub, [one.association])} : {outcome(election, one, words)}{counted}"
        rows.append(f"<li>{escape(said, quote=False)}</li>")
    title = f"<h2>{escape(college.nom if college else 'Résultat', quote=False)}</h2>"
    note = f"\n<p>{FEW}</p>" if discreet else ""
    listed_ = "\n".join(rows)
    return f"{title}\n<ul>\n{listed_}\n</ul>{note}"


def voices(counts: Counts) -> str:
    """« 9 pour, 2 contre, 1 abstention »; of no abstention, nothing, as where nobody counted them."""
    words = [f"{counts.pour} pour", f"{counts.contre} contre"]
    if counts.abstention:
        words.append(plural(counts.abstention, "abstention"))
    if counts.ne_prend_pas_part:
        number = counts.ne_prend_pas_part
        words.append(f"{number} ne {'prend' if number < 2 else 'prennent'} pas part")
    return ", ".join(words)


def counted(one: Vote) -> str:
    """The voices of a vote as a table shows them: « 9 pour, 2 contre », « non comptées »."""
    if one.counts:
        return voices(one.counts)
    return "moins de dix, non publiées" if one.discreet else "non comptées"


def vote(one: Vote) -> str:
    """« adopté à la majorité : 9 pour, 2 contre, 1 abstention »."""
    return f"{one.outcome.libelle} : {voices(one.counts)}" if one.counts else one.outcome.libelle


def is_elected(one: Candidate) -> bool:
    """Whether a candidate was elected."""
    return one.elu in WON
