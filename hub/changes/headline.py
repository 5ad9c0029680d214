"""What a change does, in a sentence: « Quand ce changement sera publié : … »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hub.catalogue import Severity
from hub.changes.counting import by_kind, counted, quoted
from hub.changes.followers import Turn, When
from hub.changes.nouns import Changes, How, Told
from hub.changes.thing import Thing
from hub.markup.dates import day
from hub.model.french import joined
from hub.model.kinds import BY_ATTRIBUTE
from hub.model.wording import Wording

MOST = 8
"""Parts of the sentence."""

NOTHING = "Rien ne change sur le site."


def headline(changes: Changes) -> str:
    """The sentence; one more before it where the change cannot be published."""
    parts = list(_parts(changes))
    more = ["et d’autres choses changent"] if len(parts) > MOST else []
    told = f"Quand ce changement sera publié : {', '.join([*parts[:MOST], *more])}." if parts else NOTHING
    return " ".join(filter(None, (_stopped(changes.problems or Told()), told)))


def _stopped(problems: Told) -> str:
    if not problems.standing:
        return ""
    new = sum(one.severity is Severity.ERROR for one in problems.new)
    errors = counted(problems.standing, "erreur", "erreurs")
    of_these = f", dont {counted(new, 'nouvelle', 'nouvelles')}" if 0 < new < problems.standing else ""
    old = ", qui y était déjà" if not new and problems.standing == 1 else ""
    old = ", qui y étaient déjà" if not new and problems.standing > 1 else old
    return f"Ce changement ne peut pas encore être publié : {errors}{of_these}{old}."


def _parts(changes: Changes) -> Iterator[str]:
    yield from _verbs(changes.town, [one.thing for one in changes.arrived], "paraît", "paraissent")
    yield from _rows(changes)
    yield from _told(changes)
    yield from _verbs(changes.town, changes.gone, "disparaît", "disparaissent")
    moved = [one.thing for one in changes.changed if one.former]
    yield from _verbs(changes.town, moved, "change d’adresse", "changent d’adresse")
    yield from _verbs(
        changes.town, [one.thing for one in changes.changed if not one.former], "change", "changent"
    )
    if changes.settings:
        yield "les réglages du site changent"
    yield from (f"l’ordre des {many} change" for many in changes.reordered)
    yield from _files(changes)


def _verbs(town: Wording, things: Sequence[Thing], one: str, many: str) -> Iterator[str]:
    """« « Semer » paraît, 3 guides paraissent »: what is alone of its kind is named."""
    for kind, those in by_kind(things).items():
        if len(those) == 1:
            yield f"{quoted(those[0].title)} {one}"
        else:
            yield f"{counted(len(those), those[0].one, town.say(BY_ATTRIBUTE[kind].many))} {many}"


def _rows(changes: Changes) -> Iterator[str]:
    """« 3 actions s’ajoutent »: the rows of lists whose name is one word."""
    turned = [one for changed in changes.changed for one in changed.differences if one.row]
    added = Counter(row for one in changes.arrived for row in one.rows)
    added += Counter(one.row for one in turned if one.how is How.ADDED)
    removed = Counter(one.row for one in turned if one.how is How.REMOVED)
    for counts, verbs in ((added, ("s’ajoute", "s’ajoutent")), (removed, ("se retire", "se retirent"))):
        for row, number in counts.items():
            if row.isalpha():
                word = row.lower()
                yield f"{counted(number, word, f'{word}s')} {verbs[number > 1]}"


def _files(changes: Changes) -> Iterator[str]:
    if number := len(changes.files):
        verb = "changent" if number > 1 else "change"
        yield f"{counted(number, 'fichier joint', 'fichiers joints')} {verb}"


def _told(changes: Changes) -> Iterator[str]:
    now, later = ([one for one in changes.messages if one.when is when] for when in (When.NOW, When.LATER))
    if feeds := len(changes.feeds):
        yield f"{counted(feeds, 'abonnement', 'abonnements')} {_them(now)}annonce{'nt' if feeds > 1 else ''}"
    elif later:
        feeds = len({place for one in later for place in one.feeds})
        days = {one.day for one in later}
        when = f"le {day(days.pop())}" if len(days) == 1 else "plus tard"
        verb = "annonceront" if feeds > 1 else "annoncera"
        yield f"{counted(feeds, 'abonnement', 'abonnements')} {_them(later)}{verb} {when}"
    elif silent := [one for one in changes.arrived if BY_ATTRIBUTE[one.thing.kind].feed]:
        yield f"aucun abonnement ne {_them(silent)}annonce"
    turns = Counter(one.turn for one in changes.dates)
    moved = turns[Turn.MOVED] + turns[Turn.ELSEWHERE]
    told = [counted(moved, "date se déplace", "dates se déplacent")] if moved else []
    if cancelled := turns[Turn.CANCELLED]:
        told.append(counted(cancelled, "date est annulée", "dates sont annulées"))
    if told:
        yield f"dans les agendas, {joined(told)}"
    if lost := len(changes.lost):
        yield f"{counted(lost, 'adresse se perd', 'adresses se perdent')}"


def _them(things: Sequence[object]) -> str:
    return "les " if len(things) > 1 else "l’"
