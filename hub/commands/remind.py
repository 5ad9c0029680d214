"""`remind`: what is due in a town, and whose it is."""

from __future__ import annotations

import argparse
import sys

from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_published, add_sources, today
from hub.commands.telling import inspected, report

FORMS = ("text", "markdown", "eml")
"""`hub.reminding.reports.REPORTS`, whose modules need not be loaded to say what there is."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `remind`."""
    add_sources(parser)
    words = "pour lire (text), pour une forge (markdown), comme un courriel au contact (eml)"
    parser.add_argument("--format", choices=FORMS, help=words)
    add_published(parser)


def run(options: argparse.Namespace) -> int:
    """Say what is due; it is no fault that something is."""
    from hub.model.reminders import reminders
    from hub.reminding.reports import REPORTS

    day = today(options)
    found = inspected(options, day)
    if not found.sound:
        asked, options.format = options.format, "text"
        report(found, options)
        options.format = asked
        print("Rien n'est rappelé : corrigez d'abord ces erreurs.", file=sys.stderr)
        return BAD_SOURCES
    due = reminders(found.hub, day)
    if options.quiet and not due:  # a forge closes the issue of which there is nothing to say
        return OK
    said = REPORTS[options.format](found.hub, due, day)
    sys.stdout.flush()
    sys.stdout.buffer.write(said)
    return OK
