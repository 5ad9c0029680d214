"""`serve`: the site as the sources are at every moment, on this machine only."""

from __future__ import annotations

import argparse
from functools import partial

from hub.commands.options import add_media, add_published, add_sources, port, today
from hub.commands.telling import words
from hub.published import published


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `serve`."""
    add_sources(parser)
    add_published(parser)
    add_media(parser)
    parser.add_argument("--port", type=port, default=8000, metavar="PORT", help="le port (8000)")


def run(options: argparse.Namespace) -> int:
    """Serve until one interrupts it."""
    from hub.serving.command import Town, serve

    town = Town(
        options.source,
        options.out,
        partial(published, options.out),
        partial(today, options),
        with_media=not options.no_media,
    )
    return serve(town, options.port, words, quiet=options.quiet)
