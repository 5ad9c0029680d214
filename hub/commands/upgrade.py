"""`upgrade`: what a new version of the program asks of a town's files, shown or done."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from hub import __version__
from hub.called import called
from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_sources, today
from hub.controls import visible
from hub.report import told
from hub.rewriting import Changed, write
from hub.upgrading import LaterError, Upgrade, upgrade

LEFT_BEHIND = (".site.medias",)
"""Folders beside the site that earlier versions filled, and that nothing reads any more."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `upgrade`."""
    add_sources(parser)
    words = "montre ce qui changerait, ligne par ligne, sans rien écrire"
    parser.add_argument("--dry-run", action="store_true", help=words)


def run(options: argparse.Namespace) -> int:
    """Change what must be; the exit code says whether something is left to a person."""
    try:
        found = upgrade(options.source, today(options))
    except LaterError as later:
        print(f"{called().name} : {later}", file=sys.stderr)
        return BAD_SOURCES
    if not options.dry_run:
        write(options.source, found.changed)
    for line in _said(found, options):
        print(line)
    return BAD_SOURCES if found.left else OK


def _said(found: Upgrade, options: argparse.Namespace) -> Iterator[str]:
    if not options.quiet:
        yield f"Fichiers de la version {found.noted}, programme de la version {__version__}."
        yield from found.done
    if options.dry_run:
        for one in found.changed:
            yield from _differences(one)
    if found.left:
        yield "À faire à la main :"
        yield from (
            map(visible, map(str, found.left)) if options.dry_run else told(list(found.left), options.source)
        )
    if not options.quiet:
        yield from _last(found, options)


def _differences(one: Changed) -> Iterator[str]:
    before, after = (data.decode("utf-8").splitlines() for data in (one.before, one.after))
    names = f"{one.path} (tel qu'il est)", f"{one.path} (tel qu'il serait)"
    yield from (visible(line) for line in unified_diff(before, after, *names, lineterm=""))


def _last(found: Upgrade, options: argparse.Namespace) -> Iterator[str]:
    for name in LEFT_BEHIND:
        if (Path(options.source) / name).is_dir():
            yield f"« {name}/ » ne sert plus : vous pouvez l'effacer."
    if not found.changed and not found.left:
        yield "Rien à changer."
    elif found.changed and options.dry_run:
        yield f"Rien n'est écrit. Pour le faire : {called().command} upgrade"
    elif found.changed:
        yield f"C'est écrit. Relisez la différence, puis : {called().command} check"
