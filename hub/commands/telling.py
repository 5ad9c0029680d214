"""What the commands print: problems, what went wrong, where one stands."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable
from functools import partial

from hub import unforeseen
from hub.called import called
from hub.inspection import Inspected, inspect, inspect_once
from hub.published import published
from hub.report import REPORTS
from hub.system import refusal


def inspected(options: argparse.Namespace, today: dt.date) -> Inspected:
    """The sources that `options` name and their problems, beside the site that is published."""
    return inspect(options.source, today, partial(published, options.out))


def inspected_once(options: argparse.Namespace, today: dt.date) -> Inspected:
    """The same, where only the problems are asked for: what else it takes is let go."""
    return inspect_once(options.source, today, partial(published, options.out))


def report(found: Inspected, options: argparse.Namespace) -> None:
    """The problems in the form asked for; in text, nothing when all is well and one is asked to be quiet."""
    if options.quiet and options.format == "text" and not found.problems:
        return
    print(REPORTS[options.format](found.problems, options.source, found.documents), end="")


def tell(error: Exception) -> None:
    """What went wrong, on the error output: in its own words where it was foreseen."""
    print(f"{called().name} : {words(error)}", file=sys.stderr)


def words(error: Exception) -> str:
    """One sentence for what went wrong; with `HUB_TRACE=1` the rest is printed."""
    if os.environ.get(unforeseen.TRACE):
        unforeseen.print_trace(error)
    if isinstance(error, OSError):
        return refusal(error)
    return str(error) if isinstance(error, _foreseen()) else unforeseen.sentence(error)


def _foreseen() -> tuple[type[Exception], ...]:
    """What the steps of a build raise with a sentence; loaded when there is something to tell."""
    from hub.beside import BesideError
    from hub.engine.mkdocs import EngineError
    from hub.images.making import ImageError
    from hub.incomplete import IncompleteError
    from hub.media import MediaError
    from hub.publish import PublishError
    from hub.reminding.mail import AddresseeError
    from hub.search.pagefind import SearchError

    return (
        AddresseeError,
        BesideError,
        EngineError,
        ImageError,
        IncompleteError,
        MediaError,
        PublishError,
        SearchError,
    )


def progress(options: argparse.Namespace) -> Callable[[str], None]:
    """One line renewed on a terminal, plain lines elsewhere; on the error output, '' at the end."""
    if options.quiet or options.format != "text":
        return lambda _: None
    if sys.stderr.isatty():
        return lambda step: print(f"\r\033[K{step and step + '…'}", end="", file=sys.stderr, flush=True)
    return lambda step: print(f"{step}…", file=sys.stderr, flush=True) if step else None
