"""Projects: what the council follows from one meeting to the next, where somebody wrote a text of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.attachment import AttachedDocument, Picture
from hub.model.fields import TO_CONFIRM, Choice, Passage, Text
from hub.model.followed import followed
from hub.model.kind import Awaited, DataSet, Kind, Search, Section
from hub.model.minutes import MINUTES, OPEN
from hub.model.names import sort_key
from hub.model.publication import Publication
from hub.model.reminder import SERVICE, Look, Reminder, Urgency


class ProjectState(Choice):
    """How far a project is, as who writes its text says."""

    en_cours = "en-cours", "en cours"
    en_pause = "en-pause", "en pause"
    termine = "termine", "terminé"
    abandonne = "abandonne", "abandonné"
    a_confirmer = TO_CONFIRM, "état à confirmer"


OVER = (ProjectState.termine, ProjectState.abandonne)
"""Nothing is left to be done of it."""


class Project(Publication):
    """A project that has a text: minutes call it by its title, by one of its `alias` or by its key."""

    alias: tuple[Text, ...] = ()
    etat: ProjectState = ProjectState.en_cours
    porteurs: tuple[Text, ...] = ()
    image: Picture | None = None
    documents: tuple[AttachedDocument, ...] = ()
    source: Passage | None = None

    @property
    def address(self) -> str:
        return f"/suivi/{self.id}/"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it is called by."""
        return (self.titre, *self.alias, self.id)

    def over(self, today: dt.date) -> bool:
        """Whether its text says that it is over."""
        return self.etat in OVER


def late_actions(those: tuple[Project, ...], look: Look) -> Iterator[Reminder]:
    """An action is done by its day, or somebody says what became of it: the last meeting that spoke of it."""
    for thread in followed(look.of(MINUTES), those).values():
        for action in thread.actions:
            due, last = action.echeance, action.last
            if due is None or action.etat not in OPEN or not look.has_been(due.last, look.within.action):
                continue
            what = f"l’action « {last.action.projet} » : {last.action.quoi}"
            todo = "Dites où elle en est (« etat »), ou donnez-lui une autre échéance."
            at = last.minutes.origin.at("suivi", last.rank)
            for who in dict.fromkeys(look.named(name) for name in action.qui or (SERVICE,)):
                yield Reminder(Urgency.LATE, due.last, who, what, todo, at, last.minutes)


PROJECT = Kind(
    attribute="projects",
    model=Project,
    one="projet",
    many="projets",
    folder="content/projets",
    order=lambda project: sort_key(project.titre),
    awaited=(Awaited("qui porte le projet", ("porteurs",)),),
    reminders=(late_actions,),
    link="projet",
    section=Section(
        "/suivi/",
        "Suivi des actions",
        "Ce qui a été décidé, et où cela en est.",
        rank=40,
        under="/comptes-rendus/",
        words="décisions décidé avancement fait en cours projets",
        mapped=True,
        task="Lire ce qui a été décidé",
        drawing="decisions",
    ),
    shell="projet",
    frames={"suivi": 2},  # by project, by who, by term
    feed=None,  # each has its own (`hub.feeds.threads`): what a meeting says of it stands in the minutes
    search=Search("Projets et suivi", "projet suivi avancement action décision", 35),
    card=False,
    letter=None,
    data=(DataSet("projets", "Les projets suivis de réunion en réunion, et leurs actions comptées."),),
    over=Project.over,
)
