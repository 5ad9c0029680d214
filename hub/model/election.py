"""Elections: who stood, how many voted, who was elected; one association one vote."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.attachment import AttachedDocument
from hub.model.ballots import WON, Candidate, Contest, Elected, Method, Turnout
from hub.model.bureau import Count
from hub.model.fields import TO_CONFIRM, Choice, Id, PartialDate, Passage, Phrase
from hub.model.kind import DataSet, Feed, Kind, Search, Section
from hub.model.minutes import LATE, Body
from hub.model.publication import Publication
from hub.model.reminder import SERVICE, Look, Reminder, Urgency
from hub.model.vote import LEAST


class ElectionState(Choice):
    """Where an election stands on a given day."""

    a_venir = "a-venir", "à venir"
    depouille = "depouille", "résultat connu"
    attendu = "attendu", "résultat attendu"
    a_confirmer = TO_CONFIRM, "résultat à confirmer"
    annule = "annule", "annulé"


class Election(Publication, Turnout):
    """An election, by the seats that are voted on; its turnout is that of them all."""

    date: PartialDate
    instance: Body
    methode: Method
    sieges: tuple[Contest, ...] = ()
    choix: Count | None = None
    candidats: tuple[Candidate, ...] = ()
    departage: Passage | None = None
    annule: Phrase | None = None
    appel: Id | None = None
    mandat: Id | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/scrutins/{self.id}/"

    @property
    def contests(self) -> tuple[Contest, ...]:
        """The seats that are voted on together: one contest, of unknown seats, where none is written."""
        return self.sieges or (Contest(),)

    def of(self, contest: Contest) -> tuple[Candidate, ...]:
        """Who stood in a contest; where there is but one, nobody need say of which college."""
        alone = len(self.contests) == 1
        return tuple(
            one
            for one in self.candidats
            if one.college == contest.college or (alone and None in (one.college, contest.college))
        )

    def contest_of(self, candidate: Candidate) -> Contest | None:
        """That in which a candidate stood, None where nobody says that it was held."""
        return next((one for one in self.contests if candidate in self.of(one)), None)

    @property
    def known(self) -> bool:
        """Whether somebody says what came of it."""
        elected = any(one.elu in WON for one in self.candidats)
        return elected or any(contest.non_pourvus for contest in self.sieges)

    def state(self, today: dt.date) -> ElectionState:
        """To come until its day is past, and on it unless its outcome is written."""
        if self.annule:
            return ElectionState.annule
        if self.known:
            return ElectionState.depouille
        if self.date.last >= today:
            return ElectionState.a_venir
        asked = any(one.elu is Elected.a_confirmer for one in self.candidats)
        return ElectionState.a_confirmer if asked else ElectionState.attendu

    def discreet(self, contest: Contest) -> bool:
        """Whether of a contest no more than the outcome is told: fewer than ten voted, or may have.

        Where no turnout is known, as many voices for one candidate say that as many voted. That of several
        contests tells nothing of each: a college may be small.
        """
        voted = contest.ballots
        if voted is None and len(self.contests) == 1:
            voted = self.ballots
        if voted is None:
            voted = max((one.voix or 0 for one in self.of(contest)), default=0)
        return voted < LEAST

    @property
    def veiled(self) -> bool:
        """Whether some contest is told by its outcome alone: the ballots of all of them, less those of the
        others, would tell its own."""
        return any(map(self.discreet, self.contests))

    def turnout(self, contest: Contest | None = None) -> Turnout:
        """The turnout as it is told, of a contest that votes apart or of all of them: of few ballots no more
        than their number."""
        own = contest if contest is not None and contest.ballots is not None else self
        hidden = self.veiled if own is self or contest is None else self.discreet(contest)
        told = {name: getattr(own, name) for name in Turnout.model_fields}
        return Turnout(**({name: told[name] for name in ("inscrits", "votants")} if hidden else told))

    def ranked(self, contest: Contest) -> tuple[Candidate, ...]:
        """Who stood, those who were elected first; in the order of their voices only where these are told."""
        states = list(Elected)

        def place(one: Candidate) -> tuple[int, int, int]:
            told = not self.discreet(contest)
            return states.index(one.elu), -(one.voix or 0) if told else 0, (one.rang or 0) if told else 0

        by_name = sorted(self.of(contest), key=lambda one: one.association)
        return tuple(sorted(by_name, key=place))

    @property
    def results(self) -> Iterator[tuple[Contest, Candidate]]:
        """Every candidate, contest by contest, in the order in which they are told."""
        for contest in self.contests:
            yield from ((contest, one) for one in self.ranked(contest))

    def over(self, day: dt.date) -> bool:
        """Whether its result is no news any more."""
        return self.date.last + LATE < day


def elected(election: Election) -> Iterator[tuple[Contest, Candidate]]:
    """Who was elected, contest by contest, as they are told."""
    return ((contest, one) for contest, one in election.results if one.elu in WON)


def untold(those: tuple[Election, ...], look: Look) -> Iterator[Reminder]:
    """Once an election has been held, somebody says what came of it."""
    for one in those:
        if one.state(look.today) in (ElectionState.a_confirmer, ElectionState.attendu):
            yield Reminder(
                Urgency.LATE,
                one.date.last,
                SERVICE,
                "son résultat n’est pas écrit.",
                "Écrivez qui a été élu (« elu »), les votants, et les voix si plus de neuf ont voté.",
                one.origin.at("date"),
                one,
            )


ELECTION = Kind(
    attribute="elections",
    model=Election,
    one="scrutin",
    many="scrutins",
    folder="content/scrutins",
    optional=True,
    order=lambda election: (election.date, election.id),
    newest=True,
    reminders=(untold,),
    link="scrutin",
    section=Section(
        "/scrutins/",
        "Scrutins",
        "Qui a été élu, par combien de voix, et qui se présente.",
        rank=22,
        under="/conseil/",
        words="élection élections vote votes voix résultats résultat candidats candidates élus dépouillement",
        drawing="vote",
    ),
    shell="scrutin",
    feed=Feed("Scrutins", "Un message par élection, avec son résultat.", "Scrutin", "scrutin"),
    search=Search(
        "Scrutins", "élection vote voix résultat candidats candidates élus élues participation", 35
    ),
    card=True,
    letter="Élections",
    data=(DataSet("scrutins", "Les candidatures aux élections, une par ligne, avec leur résultat."),),
    over=Election.over,
)
