"""Rules of what a town says that it is without (C): colleges, a bureau, a yearly assembly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.checks.problem import Problem, problem
from hub.model.fields import Meaning
from hub.model.hub import Hub
from hub.model.walk import meaning
from hub.model.wording import DEFAULT
from hub.sources import Position


def no_college(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A town without colleges names none: said once, a directory has as many as cards."""
    if hub.site.mots.has("college"):
        return
    named = [one.origin.at() for one in hub.bureau.colleges]
    named += [one.thing.origin.at(*one.loc) for one in meaning(hub, Meaning.COLLEGE)]
    for path in dict.fromkeys(at.path for at in named):
        own = [at for at in named if at.path == path]
        many = f" ({len(own)} fois dans ce fichier)" if len(own) > 1 else ""
        yield problem(
            "C053",
            min(own, key=lambda at: (at.line, at.column)),
            f"« mots » (mkdocs.yml) dit qu'il n'y a pas de collège, et il en est nommé un ici{many}.",
            "Retirez ces lignes : le site ne les montre plus ; ou retirez « college: aucun ».",
        )


def no_such_body(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What a town is without has neither minutes nor terms."""
    words = hub.site.mots
    for minutes in hub.minutes:
        if not words.has(minutes.instance.name):
            yield _absent(
                minutes.instance.name,
                minutes.origin.at("instance"),
                "ce compte rendu est celui d'une de ses réunions",
            )
    if not words.has("bureau"):
        for term in hub.bureau.mandats[:1]:
            yield _absent("bureau", term.origin.at("debut"), "ce fichier en donne les mandats")


def _absent(name: str, at: Position, what: str) -> Problem:
    return problem(
        "C054",
        at,
        f"« mots » (mkdocs.yml) dit qu'il n'y a pas {DEFAULT.noun(name).after('de')}, et {what}.",
        f"Corrigez ce fichier, ou dites dans « mots » comment s'appelle {DEFAULT.noun(name).after('le')}.",
    )


CHECKS = (no_college, no_such_body)
