"""Rules of the minutes (M)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.publications import KEY
from hub.model.hub import Hub
from hub.model.minutes import LATE, PENDING, Body, MinutesStatus

SIX_MONTHS = 183
"""Days after which a draft has been forgotten."""


def named_by_date_and_body(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The file's name is the meeting's date and body: `2021-11-25-bureau.md`."""
    for minutes in hub.minutes:
        expected = f"{minutes.date}-{minutes.instance}"
        if not KEY.fullmatch(minutes.id) or not minutes.date.whole:
            continue  # P001 or M002 says it
        if minutes.id != expected and not minutes.id.startswith(f"{expected}-"):
            yield problem(
                "M001",
                minutes.origin.at("date"),
                f"Le fichier s'appelle « {minutes.id}.md » mais parle de la réunion {expected}.",
                f"Renommez-le « {expected}.md », ou corrigez « date » ou « instance ».",
            )


def held_already(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Minutes are those of a meeting that took place, on a known day."""
    for minutes in hub.minutes:
        if not minutes.date.whole:
            yield problem(
                "M002",
                minutes.origin.at("date"),
                f"Le jour de la réunion manque : « {minutes.date} ».",
                "Écrivez la date entière, dans « date » comme dans le nom du fichier : "
                f"{minutes.date.first}, si c'était le premier du mois.",
            )
        elif minutes.date.first > today:
            yield problem(
                "M003",
                minutes.origin.at("date"),
                f"La réunion du {minutes.date} n'a pas encore eu lieu.",
                "Corrigez la date, ou annoncez la réunion dans content/agenda/.",
            )


def present_or_excused(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association is present or excused, not both."""
    for minutes in hub.minutes:
        present = {a.id for name in minutes.presents if (a := hub.named(name))}
        for index, name in enumerate(minutes.excuses):
            association = hub.named(name)
            if association and association.id in present:
                yield problem(
                    "M004",
                    minutes.origin.at("excuses", index),
                    f"« {name} » est à la fois présente et excusée.",
                    "Retirez-la de l'une des deux listes.",
                )


def named_once(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An association is named once in a list, whatever its spellings."""
    for minutes in hub.minutes:
        for key in ("presents", "excuses"):
            seen: set[str] = set()
            for index, name in enumerate(getattr(minutes, key)):
                association = hub.named(name)
                if association and association.id in seen:
                    yield problem(
                        "M015",
                        minutes.origin.at(key, index),
                        f"« {name} » est déjà dans cette liste.",
                        "Gardez-la une seule fois.",
                    )
                seen |= {association.id} if association else set()


def next_after_this_one(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The next meeting comes after this one."""
    for minutes in hub.minutes:
        if minutes.prochaine and minutes.prochaine.last <= minutes.date.first:
            yield problem(
                "M005",
                minutes.origin.at("prochaine"),
                f"La prochaine réunion ({minutes.prochaine}) vient avant celle-ci ({minutes.date}).",
                "Corrigez l'année ou le mois.",
            )


def of_two_dates(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A meeting has one set of minutes."""
    seen: dict[tuple[str, str], str] = {}
    for minutes in sorted(hub.minutes, key=lambda m: m.id):
        meeting = (str(minutes.instance), str(minutes.date))
        if meeting in seen and minutes.instance in (Body.bureau, Body.pleniere):
            yield problem(
                "M006",
                minutes.origin.at("date"),
                f"« {seen[meeting]}.md » est déjà le compte rendu de cette réunion.",
                "Réunissez les deux textes dans un seul fichier.",
            )
        seen.setdefault(meeting, minutes.id)


def with_an_agenda(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Minutes give the meeting's agenda: it is how people find what was spoken of."""
    for minutes in hub.minutes:
        if not minutes.ordre_du_jour:
            yield problem(
                "M007",
                minutes.origin.missing("ordre_du_jour"),
                "Ce compte rendu n'a pas d'ordre du jour.",
                "Ajoutez « ordre_du_jour: […] » : c'est ce que montrent les listes.",
            )


def actions_with_somebody(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Somebody is to do an action that is pending."""
    for minutes in hub.minutes:
        for index, action in enumerate(minutes.suivi):
            if not action.qui and action.etat in PENDING:
                yield problem(
                    "M008",
                    minutes.origin.at("suivi", index),
                    f"Personne n'est chargé de « {action.projet} ».",
                    "Ajoutez « qui: […] ».",
                )


def adopted_in_time(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A draft is adopted at the next meeting, within six months."""
    for minutes in hub.minutes:
        if minutes.statut is MinutesStatus.projet and (today - minutes.date.last).days > SIX_MONTHS:
            yield problem(
                "M009",
                minutes.origin.at("statut"),
                "Ce compte rendu est un projet depuis plus de six mois.",
                "S'il a été adopté, écrivez « statut: adopte ».",
            )


def actions_with_a_deadline(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An action that is pending has a deadline."""
    for minutes in hub.minutes:
        for index, action in enumerate(minutes.suivi):
            if action.echeance is None and action.etat in PENDING:
                yield problem(
                    "M012",
                    minutes.origin.at("suivi", index),
                    f"« {action.projet} » n'a pas d'échéance.",
                    "Ajoutez « echeance: » et un mois (2027-01) : le suivi range les actions par date.",
                )


def announced(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Minutes have a day of publication, or nobody is told of them; of an archive nobody is anyhow."""
    for minutes in hub.minutes:
        if minutes.publie_le is None and today - LATE <= minutes.date.last <= today:
            yield problem(
                "M016",
                minutes.origin.missing("publie_le"),
                "Ce compte rendu n'a pas de « publie_le » : ni les flux ni la lettre ne l'annoncent.",
                f"Ajoutez « publie_le: {today} », ou le jour où il est mis en ligne ici.",
            )


CHECKS = (
    announced,
    actions_with_a_deadline,
    named_by_date_and_body,
    held_already,
    present_or_excused,
    named_once,
    next_after_this_one,
    of_two_dates,
    with_an_agenda,
    actions_with_somebody,
    adopted_in_time,
)
