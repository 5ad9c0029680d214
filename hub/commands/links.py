"""`links`: the addresses of others that no longer answer. It blocks nobody."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from hub.called import called
from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_sources

FORMS = ("text", "markdown")


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `links`."""
    add_sources(parser)
    parser.add_argument("--format", choices=FORMS, help="la forme de ce qui est dit (text)")
    parser.add_argument(
        "--minutes", type=_minutes, default=10.0, metavar="N", help="le temps qu'elle peut prendre (10)"
    )


def run(options: argparse.Namespace) -> int:
    """Ask every address of others that the files lead to."""
    from hub.inspection import found
    from hub.outside import words
    from hub.outside.addresses import cited
    from hub.outside.asking import Manners, ask
    from hub.outside.round import Pace, round_of

    hub = found(options.source).hub
    addresses = cited(hub)
    manners = Manners(f"hub-vie-associative (liens d'une fois par mois; {hub.site.site_url})")
    heard = round_of(addresses, partial(ask, manners=manners), Pace(whole=options.minutes * 60))
    if heard and not any(answer.reached for answer in heard.values()):
        message = "aucun site n'a pu être joint. Cette machine est-elle reliée à Internet ?"
        print(f"{called().name} : {message}", file=sys.stderr)
        return BAD_SOURCES
    print(getattr(words, options.format)(addresses, heard), end="")
    return OK


def _minutes(text: str) -> float:
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de minutes") from None
    if not 0 < found <= 120:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de minutes de 1 à 120")
    return found
