"""Rules of the votes of meetings, and of the meeting that adopts the minutes of another (M)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.checks.suggest import Candidate, Suggestions
from hub.model.adoption import adopting
from hub.model.hub import Hub
from hub.model.minutes import Minutes, MinutesStatus
from hub.model.vote import ADOPTED, LEAST, Outcome, Vote


def adopted_later(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Minutes are adopted by a meeting that came after theirs, and then they are no draft."""
    for minutes in hub.minutes:
        day = minutes.adopte_le
        if day is not None and (day.last <= minutes.date.first or day.first > today):
            when = "n'a pas encore eu lieu" if day.first > today else "ne vient pas après celle-ci"
            yield problem(
                "M041",
                minutes.origin.at("adopte_le"),
                f"La réunion qui adopte ce compte rendu ({day}) {when}.",
                "Corrigez « adopte_le ».",
            )
        elif (day or minutes.adopte_par) and minutes.statut is not MinutesStatus.adopte:
            yield problem(
                "M040",
                minutes.origin.at("statut"),
                f"Ce compte rendu est « statut: {minutes.statut} », et dit qui l'a adopté.",
                "Écrivez « statut: adopte », ou retirez « adopte_le » et « adopte_par ».",
            )


def adopted_by_a_meeting(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The meeting that adopted minutes has its own, of that day."""
    known = {minutes.id: minutes for minutes in hub.minutes}
    near = Suggestions(lambda: (Candidate(key) for key in known))
    for minutes in hub.minutes:
        key, day = minutes.adopte_par, minutes.adopte_le
        other = adopting(hub).get(minutes.id)
        if key and key not in known:
            if not hub.spoiled.has("minutes", key):
                yield problem(
                    "M042",
                    minutes.origin.at("adopte_par"),
                    f"Aucun compte rendu ne s'appelle « {key} ».",
                    near.did_you_mean(key, "C'est le nom d'un fichier de minutes/, sans « .md »."),
                )
        elif key and other and (other.date.last <= minutes.date.first or (day and day != other.date)):
            yield problem(
                "M042",
                minutes.origin.at("adopte_par"),
                f"« {key} » est du {other.date}, et ne peut pas avoir adopté ce compte rendu"
                f"{f' le {day}' if day else ''}.",
                "Corrigez « adopte_par » ou « adopte_le ».",
            )
        elif day and day.whole and not key and other is None and day.first > minutes.date.last:
            yield from _without_minutes(hub, minutes, today)


def _without_minutes(hub: Hub, minutes: Minutes, today: dt.date) -> Iterator[Problem]:
    day = minutes.adopte_le
    unread = any(key.startswith(str(day)) for key in hub.spoiled.keys.get("minutes", ()))
    if unread or "minutes" in hub.spoiled.unknown or day is None or day.first > today:
        return
    others = [one.id for one in hub.minutes if one.date == day]
    yield problem(
        "M043",
        minutes.origin.at("adopte_le"),
        f"Aucune réunion {minutes.body.after('du')} du {day} n'a de compte rendu.",
        f"Si c'est une autre instance qui l'a adopté, écrivez « adopte_par: {others[0]} »."
        if others
        else "Corrigez « adopte_le », ou ajoutez le compte rendu de cette réunion.",
    )


def votes_of_who_was_there(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """One association one vote: no more voices than associations were present."""
    for minutes in hub.minutes:
        there = len({a.id if (a := hub.named(name)) else name for name in minutes.presents})
        for index, vote in enumerate(minutes.votes):
            voices = sum(
                one or 0 for one in (vote.pour, vote.contre, vote.abstention, vote.ne_prend_pas_part)
            )
            if there and voices > there:
                yield problem(
                    "M044",
                    minutes.origin.at("votes", index),
                    f"« {vote.objet} » : {voices} voix, pour {there} "
                    f"association{'s' if there > 1 else ''} présente{'s' if there > 1 else ''}.",
                    "Une association, une voix : corrigez les voix, ou la liste « presents ».",
                )


def counted_whole(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Where voices are counted, those for and those against are both said."""
    for minutes in hub.minutes:
        for index, vote in enumerate(minutes.votes):
            given = (vote.pour, vote.contre, vote.abstention)
            if vote.counted is None and any(one is not None for one in given):
                yield problem(
                    "M045",
                    minutes.origin.at("votes", index),
                    f"« {vote.objet} » : les voix ne sont comptées qu'en partie.",
                    "Écrivez « pour » et « contre », 0 compris ; ou « resultat » seul.",
                )


def outcome_of_its_voices(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What came of a vote is what its voices say."""
    for minutes in hub.minutes:
        for index, vote in enumerate(minutes.votes):
            if (wrong := _contradicted(vote)) is not None:
                yield problem(
                    "M046",
                    minutes.origin.at("votes", index, "resultat"),
                    f"« {vote.objet} » : « resultat: {vote.resultat} », avec {wrong}.",
                    "Corrigez « resultat », ou les voix.",
                )


def _contradicted(vote: Vote) -> str | None:
    """The voices that its outcome contradicts. One may be rejected that has more voices for than against,
    where a rule asks for two thirds."""
    voices = vote.counted
    if voices is None:
        return None
    if vote.resultat is Outcome.unanimite and voices.contre:
        return f"{voices.contre} voix contre"
    if vote.resultat in ADOPTED and voices.pour < voices.contre:
        return f"{voices.pour} voix pour et {voices.contre} contre"
    if vote.resultat is Outcome.rejete and voices.pour and not voices.contre + (voices.abstention or 0):
        return f"{voices.pour} voix pour et aucune contre"
    return None


def quorum_reached(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A meeting votes where as many are present as its rule asks."""
    for minutes in hub.minutes:
        there = len(minutes.presents)
        if minutes.quorum and minutes.votes and 0 < there < minutes.quorum:
            yield problem(
                "M047",
                minutes.origin.at("quorum"),
                f"Le quorum est de {minutes.quorum}, {there} association"
                f"{'s étaient là' if there > 1 else ' était là'}, et il y a eu un vote.",
                "Complétez « presents », ou dites dans le texte pourquoi le vote a pu se tenir.",
            )


def few_voices_are_not_told(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Of fewer than ten voices the outcome alone is written: the file is public as well."""
    for minutes in hub.minutes:
        for index, vote in enumerate(minutes.votes):
            if vote.counted and vote.discreet:
                yield problem(
                    "M048",
                    minutes.origin.at("votes", index),
                    f"« {vote.objet} » : moins de {LEAST} voix diraient qui a voté quoi. Le site ne "
                    "montre que le résultat.",
                    "Retirez les voix, et gardez « resultat ».",
                )


CHECKS = (
    adopted_later,
    adopted_by_a_meeting,
    votes_of_who_was_there,
    counted_whole,
    outcome_of_its_voices,
    quorum_reached,
    few_voices_are_not_told,
)
