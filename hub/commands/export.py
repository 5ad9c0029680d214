"""`export`: the directory, the dates or the actions -> a spreadsheet, which `import` takes back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hub.called import called
from hub.commands import BAD_SOURCES, OK, WRONG_USAGE
from hub.commands.options import add_sources, today


def add_options(parser: argparse.ArgumentParser) -> None:
    """What may be said with `export`."""
    add_sources(parser)
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FICHIER",
        help="annuaire, agenda ou actions ; .xlsx, .ods ou .csv : son nom dit ce qu'on y met",
    )


def run(options: argparse.Namespace) -> int:
    """Make the spreadsheets, all or none."""
    from hub.commands.import_ import LIBRARIES
    from hub.exporting.files import FILES
    from hub.exporting.rows import SHEETS

    for path in options.files:
        if path.stem not in SHEETS or path.suffix.lower() not in FILES:
            names, ends = " ou ".join(SHEETS), " ou ".join(FILES)
            return _refused(f"« {path.name} » : appelez-le {names}, et finissez par {ends}.", WRONG_USAGE)
    try:
        return _run(options)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in LIBRARIES:
            raise
        return _refused(f"il manque « {error.name} », qui écrit ces fichiers : lancez « make import ».")


def _run(options: argparse.Namespace) -> int:
    from hub.exporting.files import FILES
    from hub.exporting.rows import SHEETS, left_out
    from hub.inspection import inspect
    from hub.system import reason

    found = inspect(options.source, today(options))
    if not found.sound:
        return _refused(f"ces fichiers ont des erreurs : « {called().command} check » dit lesquelles.")
    made = []
    for path in options.files:
        rows = list(SHEETS[path.stem](found.hub))
        made.append((path, FILES[path.suffix.lower()](path.stem, rows), len(rows) - 1))
    for path, data, number in made:
        try:
            path.write_bytes(data)
        except OSError as error:
            return _refused(f"« {path} » : {reason(error)}.")
        if not options.quiet:
            words = (f"{number} ligne{'s' * (number > 1)}.", left_out(found.hub, path.stem))
            print(f"{path} : {' '.join(filter(None, words))}")
    return OK


def _refused(why: str, code: int = BAD_SOURCES) -> int:
    """Say why nothing is made."""
    print(f"{called().name} : {why}", file=sys.stderr)
    return code
