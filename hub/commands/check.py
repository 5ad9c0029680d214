"""`check`: the problems, and nothing written."""

from __future__ import annotations

import argparse

from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_published, add_report, add_sources, today
from hub.commands.telling import inspected_once, report


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `check`."""
    add_sources(parser)
    add_report(parser)
    add_published(parser)


def run(options: argparse.Namespace) -> int:
    """Check the sources."""
    found = inspected_once(options, today(options))
    report(found, options)
    return OK if found.sound else BAD_SOURCES
