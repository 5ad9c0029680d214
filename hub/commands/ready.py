"""`ready`: whether the site may be published, and what is to be done before."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from hub.called import called
from hub.checks import Problem, Severity
from hub.checks.ready import lacking
from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_published, add_sources, today
from hub.commands.telling import inspected
from hub.destination import town_of
from hub.inspection import Inspected
from hub.markup.forge import code, inert
from hub.markup.typography import french
from hub.report import as_json, gathered, told

WORD = "à faire"
SHOWN = 5
"""Places listed of what is to be done many times; the rest is counted."""

SAID_ON_ITS_PAGE = frozenset(("P054",))
"""What no publication is held back for: a card that was imported with where it was taken from says itself
that nobody has confirmed it. A town has three hundred of them, and their associations a year to answer."""

WAITING = SAID_ON_ITS_PAGE | {"P047"}
"""What a published site is not held back for: a card that was added yesterday, and whose association has not
read it yet, would stop every night's publication, and with it what the others have to say."""

MARKER = "<!-- build.py ready -->"
"""The first line of the text for a forge: by it, whoever renews that text knows which one it is."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `ready`."""
    add_sources(parser)
    words = "pour lire (text), pour une forge (markdown), pour un programme (json)"
    parser.add_argument("--format", choices=FORMS, help=words)
    parser.add_argument(
        "--again",
        action="store_true",
        help="pour un site déjà publié : ce qui peut attendre est dit, et n'arrête rien",
    )
    add_published(parser)


class Found(NamedTuple):
    """What is to be done: errors, what is asked before a site is published, and what one that is published
    already is not held back for."""

    of: Inspected
    errors: list[Problem]
    asked: list[Problem]
    waiting: list[Problem]

    @property
    def stopping(self) -> list[Problem]:
        return [*self.errors, *self.asked]

    @property
    def all(self) -> list[Problem]:
        return [*self.errors, *self.asked, *self.waiting]


def run(options: argparse.Namespace) -> int:
    """Say what is to be done; the exit code says whether there is anything to do first."""
    day = today(options)
    looked, former = inspected(options, day), town_of(options.out)
    errors = [one for one in looked.problems if one.severity is Severity.ERROR]
    rest = [one for one in lacking(looked.hub, day, former) if one not in errors]
    in_its_time = WAITING if options.again and former else SAID_ON_ITS_PAGE
    waiting = [one for one in rest if one.code in in_its_time]
    found = Found(looked, errors, [one for one in rest if one not in waiting], waiting)
    if found.all or options.format == "json" or not options.quiet:
        print(FORMS[options.format](found, options.source), end="")
    return BAD_SOURCES if found.stopping else OK


def _text(found: Found, source: Path) -> str:
    lines = [_verdict(found)]
    lines += ["", *told(found.errors, source)] if found.errors else []
    lines += ["", *told(found.asked, source, WORD)] if found.asked else []
    lines += ["", _IN_ITS_TIME, *told(found.waiting, source, WORD)] if found.waiting else []
    if found.all:
        lines += ["", f"Pour comprendre un code : {called().command} explain {found.all[0].code}"]
    return "\n".join([*lines, *_last(found)]) + "\n"


def _markdown(found: Found, source: Path) -> str:
    from hub.labels.told import plainly  # of this form alone

    town = found.of.hub.site.mots
    stopping, waiting = (
        [_row(row) for row in gathered(plainly(one, town) for one in those)]
        for those in (found.stopping, found.waiting)
    )
    lines = [MARKER, "", inert(_verdict(found))]
    lines += ["", *stopping] if stopping else []
    lines += ["", _IN_ITS_TIME, "", *waiting] if waiting else []
    return "\n".join([*lines, *(["", *map(inert, _last(found))] if _last(found) else [])]) + "\n"


_IN_ITS_TIME = french("À faire aussi, sans que cela arrête la publication :")


def _last(found: Found) -> list[str]:
    """Where a card alone is in the way: it will not be once the site is published."""
    if not any(one.code in WAITING for one in found.asked):
        return []
    words = (
        "Une fois le site publié, une fiche à confirmer ne l'arrête plus : « remind » la rappelle chaque "
        "semaine."
    )
    return [french(words)]


def _row(group: list[Problem]) -> str:
    first = group[0]
    places = ", ".join(code(f"{one.path}:{one.line}") for one in group[:SHOWN])
    more = len(group) - SHOWN
    rest = f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else ""
    return f"- {first.code} **{inert(first.message)}** {inert(first.remedy)} {places}{rest}"


def _json(found: Found, source: Path) -> str:
    return as_json(found.all, found.of)


Form = Callable[[Found, Path], str]
FORMS: Mapping[str, Form] = MappingProxyType({"text": _text, "markdown": _markdown, "json": _json})


def _verdict(found: Found) -> str:
    site = found.of.hub.site
    name = f"« {site.site_name} »" if site.is_known else "ce site"
    if not found.all:
        return french(f"Prêt : rien ne manque pour publier {name}.")
    if not found.stopping:
        return french(f"Prêt : rien n'empêche de publier {name}.")
    number = len(found.stopping)
    things = f"{number} choses" if number > 1 else "1 chose"
    cards = sum(one.code in WAITING for one in found.stopping)
    told = f", dont {cards} fiches à faire confirmer" if 1 < cards < number else ""
    return french(f"Pas encore prêt : {things} à faire avant de publier {name}{told}.")
