"""Calls: for projects, candidates, grant applications, volunteers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.attachment import AttachedDocument
from hub.model.fields import TO_CONFIRM, Choice, Contact, PartialDate, Passage
from hub.model.kind import Awaited, Feed, Kind, Section
from hub.model.publication import TOLD, Publication, when_published
from hub.model.reminder import SERVICE, Look, Reminder, Urgency


class CallType(Choice):
    """What is called for."""

    projets = "projets", "appel à projets"
    candidatures = "candidatures", "appel à candidatures"
    subventions = "subventions", "demande de subvention"
    benevolat = "benevolat", "appel à bénévoles"


class CallState(Choice):
    """Where a call stands on a given day."""

    ouvert = "ouvert", "ouvert"
    a_venir = "a-venir", "à venir"
    clos = "clos", "clos"
    a_confirmer = TO_CONFIRM, "date de clôture à confirmer"
    passe = "passe", "passé, clôture inconnue"


A_YEAR = dt.timedelta(days=365)
"""How long a call may stand that says no closing: nobody waits longer for an answer."""


class Call(Publication):
    """A call: for projects, candidates, grant applications, volunteers."""

    type: CallType
    ouverture: PartialDate | None = None
    cloture: PartialDate | None = None
    contact: Contact | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/appels/{self.id}/"

    def over(self, today: dt.date) -> bool:
        """Whether one may not answer it any more."""
        return self.state(today) in (CallState.clos, CallState.passe)

    def state(self, today: dt.date) -> CallState:
        """Open to the end of its closing day; never said open where no closing is known.

        Without one it is past a year after its opening, or after it was published where none is known.
        """
        if self.ouverture and self.ouverture.first > today:
            return CallState.a_venir
        if self.cloture is None:
            opened = self.ouverture or self.publie_le
            past = opened is not None and opened.last + A_YEAR < today
            return CallState.passe if past else CallState.a_confirmer
        return CallState.ouvert if today <= self.cloture.last else CallState.clos


def closing_calls(those: tuple[Call, ...], look: Look) -> Iterator[Reminder]:
    """Whoever hesitates is told once more before a call closes."""
    for one in those:
        if one.state(look.today) is not CallState.ouvert or one.cloture is None:
            continue
        if look.is_near(one.cloture.last, look.within.appel):
            yield Reminder(
                Urgency.NOW,
                one.cloture.last,
                SERVICE,
                "cet appel va se fermer.",
                "Relancez celles et ceux qui hésitent, et vérifiez que quelqu’un reçoit les réponses.",
                one.origin.at("cloture"),
                one,
            )


CALL = Kind(
    attribute="calls",
    model=Call,
    one="appel",
    many="appels",
    folder="content/appels",
    order=when_published,
    newest=True,
    awaited=(Awaited("clôture", ("cloture",)), Awaited("contact", ("contact",))),
    reminders=(closing_calls,),
    link="appel",
    section=Section(
        "/appels/",
        "Appels",
        "Projets, candidatures, subventions, bénévolat.",
        rank=80,
        menu=True,
        entry="Participer",
        words="subventions candidatures bénévolat projets participer",
        drawing="appel",
    ),
    shell="appel",
    feed=Feed("Appels", "Un message à l’ouverture de chaque appel.", "Appel", "appel"),
    search=TOLD,
    card=True,
    letter="Appels ouverts",
    data=None,
    over=Call.over,
)
