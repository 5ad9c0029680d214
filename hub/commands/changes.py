"""`changes`: what the sources do that others, or an earlier revision of them, did not."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from hub.called import called
from hub.changes.base import base, branch_of, changes
from hub.changes.reports import REPORTS
from hub.changes.unpacking import BaseError
from hub.commands import OK, WRONG_USAGE
from hub.commands.options import add_published, add_sources, today
from hub.published import published


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `changes`."""
    add_sources(parser)
    add_published(parser)
    words = "avec quoi comparer (par défaut : la branche publiée, là où ce travail l'a quittée)"
    parser.add_argument("--base", metavar="DOSSIER|RÉVISION", help=words)
    parser.add_argument("--format", choices=REPORTS, help="la forme de ce qui est dit (text)")


def run(options: argparse.Namespace) -> int:
    """Say what changes; the sources may have errors, which is one of the things to say."""
    day = today(options)
    try:
        with base(options.source, options.base, branch_of(options.source)) as before:
            found = changes(options.source, before, day, partial(published, options.out))
    except BaseError as error:
        print(f"{called().name} : {error}", file=sys.stderr)
        return WRONG_USAGE
    if not (options.quiet and options.format == "text" and found.nothing):
        print(REPORTS[options.format](found), end="")
    return OK
