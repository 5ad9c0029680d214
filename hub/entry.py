"""How the program begins and ends, whoever calls it: `build.py`, the installed `hub`, `python -m hub`."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import NoReturn

from hub.called import called
from hub.incomplete import IncompleteError


def run(prepared: Path | None = None) -> NoReturn:
    """Do what the command line says, then end the process with its exit code.

    `prepared` is another Python, that is tried where this one has not the libraries.
    """
    gc.disable()  # nothing that is loaded is garbage, and looking for some takes time
    try:
        from hub.cli import leave, main
    except ModuleNotFoundError as missing:
        if prepared and prepared.exists() and Path(sys.prefix) != prepared.parent.parent:
            os.execv(prepared, [str(prepared), *sys.argv])
        _refuse(f"il manque {missing.name}. {called().mended}")
    except IncompleteError as incomplete:
        _refuse(str(incomplete))
    if sys.argv[1:2] != ["check"]:
        gc.freeze()
        gc.set_threshold(20_000)  # what a page leaves is little: it may wait
        gc.enable()
    leave(main())


def _refuse(why: str) -> NoReturn:
    print(f"{called().name} : {why}", file=sys.stderr)
    raise SystemExit(2)
