"""Rules of the minutes (M)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, error
from hub.checks.publications import KEY
from hub.model.hub import Hub


def named_by_date_and_body(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The file's name is the meeting's date and body: `2021-11-25-bureau.md`."""
    for minutes in hub.minutes:
        expected = f"{minutes.date}-{minutes.instance}"
        if not KEY.fullmatch(minutes.id):
            continue  # P001 says it
        if minutes.id != expected and not minutes.id.startswith(f"{expected}-"):
            yield error(
                "M001",
                minutes.origin.at("date"),
                f"Le fichier s'appelle « {minutes.id}.md » mais parle de la réunion {expected}.",
                f"Renommez-le « {expected}.md », ou corrigez « date » ou « instance ».",
            )


def held_already(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Minutes are those of a meeting that took place, on a known day."""
    for minutes in hub.minutes:
        if not minutes.date.whole:
            yield error(
                "M002",
                minutes.origin.at("date"),
                f"Le jour de la réunion manque : « {minutes.date} ».",
                "Écrivez la date entière.",
            )
        elif minutes.date.first > today:
            yield error(
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
                yield error(
                    "M004",
                    minutes.origin.at("excuses", index),
                    f"« {name} » est à la fois présente et excusée.",
                    "Retirez-la de l'une des deux listes.",
                )


def next_after_this_one(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The next meeting comes after this one."""
    for minutes in hub.minutes:
        if minutes.prochaine and minutes.prochaine.last <= minutes.date.first:
            yield error(
                "M005",
                minutes.origin.at("prochaine"),
                f"La prochaine réunion ({minutes.prochaine}) vient avant celle-ci ({minutes.date}).",
                "Corrigez l'année ou le mois.",
            )


CHECKS = (named_by_date_and_body, held_already, present_or_excused, next_after_this_one)
