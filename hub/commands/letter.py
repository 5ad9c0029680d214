"""`letter`: an issue of the newsletter as a mail, shown or sent."""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from hub.commands import BAD_SOURCES
from hub.commands.options import add_out, add_sources, today
from hub.commands.telling import inspected, report
from hub.mailing.options import add_options as add_sending
from hub.places import TEMPLATES


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `letter`."""
    add_sources(parser)
    add_out(parser)
    add_sending(parser)


def run(options: argparse.Namespace) -> int:
    """Show or send."""
    from hub.mailing.command import letter

    day = today(options)
    found = inspected(options, day)
    if not found.sound:
        report(found, options)
        print("Aucun courriel n'est parti : corrigez d'abord ces erreurs.", file=sys.stderr)
        return BAD_SOURCES
    return letter(found.hub, options, day, dt.datetime.now(found.hub.site.zone), TEMPLATES)
