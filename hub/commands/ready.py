"""`ready`: whether the site may be published, and what is to be done before."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

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

MARKER = "<!-- build.py ready -->"
"""The first line of the text for a forge: by it, whoever renews that text knows which one it is."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `ready`."""
    add_sources(parser)
    words = "pour lire (text), pour une forge (markdown), pour un programme (json)"
    parser.add_argument("--format", choices=FORMS, help=words)
    add_published(parser)


def run(options: argparse.Namespace) -> int:
    """Say what is to be done; the exit code says whether there is anything."""
    day = today(options)
    found = inspected(options, day)
    errors = [one for one in found.problems if one.severity is Severity.ERROR]
    rest = [one for one in lacking(found.hub, day, town_of(options.out)) if one not in errors]
    if errors or rest or options.format == "json" or not options.quiet:
        print(FORMS[options.format](found, errors, rest, options.source), end="")
    return BAD_SOURCES if errors or rest else OK


def _text(found: Inspected, errors: list[Problem], rest: list[Problem], source: Path) -> str:
    lines = [_verdict(found, errors, rest)]
    lines += ["", *told(errors, source)] if errors else []
    lines += ["", *told(rest, source, WORD)] if rest else []
    if both := [*errors, *rest]:
        lines += ["", f"Pour comprendre un code : python build.py explain {both[0].code}"]
    return "\n".join(lines) + "\n"


def _markdown(found: Inspected, errors: list[Problem], rest: list[Problem], source: Path) -> str:
    rows = [_row(group) for group in gathered([*errors, *rest])]
    return (
        "\n".join([MARKER, "", inert(_verdict(found, errors, rest)), *(["", *rows] if rows else [])]) + "\n"
    )


def _row(group: list[Problem]) -> str:
    first = group[0]
    places = ", ".join(code(f"{one.path}:{one.line}") for one in group[:SHOWN])
    more = len(group) - SHOWN
    rest = f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else ""
    return f"- {first.code} **{inert(first.message)}** {inert(first.remedy)} {places}{rest}"


def _json(found: Inspected, errors: list[Problem], rest: list[Problem], source: Path) -> str:
    return as_json([*errors, *rest], source, found.documents)


Form = Callable[[Inspected, list[Problem], list[Problem], Path], str]
FORMS: Mapping[str, Form] = MappingProxyType({"text": _text, "markdown": _markdown, "json": _json})


def _verdict(found: Inspected, errors: list[Problem], rest: list[Problem]) -> str:
    site = found.hub.site
    name = f"« {site.site_name} »" if site.is_known else "ce site"
    if not errors and not rest:
        return french(f"Prêt : rien ne manque pour publier {name}.")
    number = len(errors) + len(rest)
    things = f"{number} choses" if number > 1 else "1 chose"
    return french(f"Pas encore prêt : {things} à faire avant de publier {name}.")
