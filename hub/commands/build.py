"""`build`: the problems, then the site, which other processes begin meanwhile."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from hub.called import called
from hub.commands import BAD_SOURCES, OK
from hub.commands.options import add_media, add_out, add_report, add_sources, today
from hub.commands.telling import progress, report, tell
from hub.destination import refuse_place
from hub.inspection import Inspected, found_once, inspected
from hub.published import published

if TYPE_CHECKING:
    from hub.kept.texts import Texts
    from hub.search.ahead import Ahead, Foresight


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `build`."""
    add_sources(parser)
    add_report(parser)
    add_out(parser)
    add_media(parser)


def run(options: argparse.Namespace) -> int:
    """Check, then build."""
    from hub.kept.cupboard import Cupboard, folder_of
    from hub.search.ahead import Foresight

    say = progress(options)
    say("Lecture et vérification")
    foresight = Foresight(options.source, Cupboard(folder_of(options.out)))
    with foresight.ahead() as ahead:
        return _build(options, foresight, ahead, say)


def _build(
    options: argparse.Namespace, foresight: Foresight, ahead: Ahead | None, say: Callable[[str], None]
) -> int:
    """What is told of a build, and its exit code."""
    from hub.build import build
    from hub.kept.program import fingerprint
    from hub.kept.texts import Texts

    day = today(options)
    inspection = _Inspection(options, day, Texts(foresight.cupboard, fingerprint()))
    try:
        refuse_place(options.out, options.source)
        built = build(
            inspection.hub,
            day,
            options.out,
            say,
            with_media=not options.no_media,
            meanwhile=inspection.require_sound,
            foresight=foresight,
            ahead=ahead,
        )
    except Exception as error:
        say("")
        if not inspection.result.sound:  # what is wrong in the sources may be why
            report(inspection.result, options)
        else:
            if options.format != "text":  # other programs always get an answer
                report(inspection.result, options)
            tell(error)
        _tell_unchanged(options)
        return BAD_SOURCES
    say("")
    report(inspection.result, options)
    for remark in built.remarks:
        print(f"{called().name} : {remark}", file=sys.stderr)
    if not options.quiet and options.format == "text":
        print(f"{built.pages} pages, {built.files} fichiers dans « {options.out} ».")
    return OK


class _UnsoundError(Exception):
    """The sources have errors: no site is made of them."""


class _Inspection:
    """What is found in the sources, which are read at once, with what is `kept` of them; when it is asked."""

    def __init__(self, options: argparse.Namespace, today: dt.date, kept: Texts) -> None:
        read = found_once(options.source, kept.heads)
        self.hub, self._today, self._kept = read.hub, today, kept
        self._find = partial(inspected, read, today, partial(published, options.out))

    @cached_property
    def result(self) -> Inspected:
        self._kept.recall(self.hub, self._today)
        result = self._find()
        if result.sound:
            self._kept.keep(self.hub)
        return result

    def require_sound(self) -> None:
        """Raises `_UnsoundError`."""
        if not self.result.sound:
            raise _UnsoundError
        self.hub.forget()  # what rules made of it weighs as much, and pages ask for little of it


def _tell_unchanged(options: argparse.Namespace) -> None:
    there = options.out.is_dir()
    print("Le site publié n'a pas changé." if there else "Aucun site n'a été publié.", file=sys.stderr)
