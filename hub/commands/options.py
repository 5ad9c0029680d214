"""The options that several commands share, and the types of their values."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from pathlib import Path

from hub.model.dates import EARLIEST, LATEST
from hub.model.settings import zone_at
from hub.model.zone import DEFAULT_ZONE, zone_of
from hub.report import FORMATS

ANY_PORT = 0
"""The port that means: one that is free."""


def add_sources(parser: argparse.ArgumentParser) -> None:
    """`--source`, `--today` and `--quiet`: what is read, as on which day, and how much is said of it."""
    parser.add_argument(
        "--source", type=Path, default=Path(), metavar="DOSSIER", help="les fichiers à lire (ici)"
    )
    parser.add_argument(
        "--today", type=day, default=None, metavar="AAAA-MM-JJ", help="la date du jour à supposer"
    )
    parser.add_argument("--quiet", action="store_true", help="ne dire que les problèmes")
    parser.set_defaults(format="text")


def add_report(parser: argparse.ArgumentParser) -> None:
    """`--format`: the form of the problems."""
    parser.add_argument("--format", choices=FORMATS, help="la forme des problèmes (text)")


def add_out(parser: argparse.ArgumentParser, words: str = "le site (site/)") -> None:
    """`--out`: the folder of the site; `words` say what it is to this command."""
    parser.add_argument("--out", type=Path, default=Path("site"), metavar="DOSSIER", help=words)


def add_published(parser: argparse.ArgumentParser) -> None:
    """`--out` where the site is only compared with."""
    add_out(parser, "le site déjà publié, dont les adresses restent (site/)")


def add_media(parser: argparse.ArgumentParser) -> None:
    """`--no-media`."""
    words = "sans PDF, ni affiches, ni cartes : bien plus court"
    parser.add_argument("--no-media", action="store_true", help=words)


def today(options: argparse.Namespace) -> dt.date:
    """The day in the town, in Paris where there is none yet; it and the hour of a sending are all that is
    read of the clock."""
    given: dt.date | None = options.today
    zone = zone_at(options.source) if "source" in options else DEFAULT_ZONE
    return given or dt.datetime.now(zone_of(zone)).date()


def day(text: str) -> dt.date:
    """A day that the site can speak of; raises `argparse.ArgumentTypeError`."""
    try:
        found = dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas une date AAAA-MM-JJ") from None
    if not EARLIEST <= found.year <= LATEST:
        words = f"« {text} » n'est pas un jour dont le site peut parler (de {EARLIEST} à {LATEST})"
        raise argparse.ArgumentTypeError(words)
    return found


def port(text: str) -> int:
    """A port that needs no privilege, or `ANY_PORT`; raises `argparse.ArgumentTypeError`."""
    found = int(text) if re.fullmatch("[0-9]{1,5}", text) else -1
    if found not in (ANY_PORT, *range(1024, 65536)):
        words = f"« {text} » n'est pas un port possible (de 1024 à 65535, ou 0 pour un port libre)"
        raise argparse.ArgumentTypeError(words)
    return found
