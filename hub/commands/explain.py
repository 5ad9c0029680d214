"""`explain`: a rule of the catalogue, or the list of them."""

from __future__ import annotations

import argparse
import sys

from hub import explain
from hub.called import called
from hub.commands import OK, WRONG_USAGE


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `explain`."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="A012, par exemple (tous)")


def run(options: argparse.Namespace) -> int:
    """Explain a code, or list them all."""
    if options.code is None:
        print(explain.listing(), end="")
        return OK
    if (found := explain.explain(options.code)) is None:
        message = f"il n'y a pas de code « {options.code} » : sans code, « explain » les donne tous."
        print(f"{called().name} : {message}", file=sys.stderr)
        return WRONG_USAGE
    print(found, end="")
    return OK
