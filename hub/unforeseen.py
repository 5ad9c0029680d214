"""An exception that nobody foresaw: one sentence instead of a traceback."""

from __future__ import annotations

import sys
import traceback

from hub.controls import visible

TRACE = "HUB_TRACE"
"""The variable of the environment that asks for the traceback."""

LONGEST = 200
"""Characters of what an exception says of itself that are repeated."""


def sentence(error: BaseException) -> str:
    """What is said of it: that no file is to blame, what it was about, how to tell those who can mend it."""
    said = " ".join(visible(part) for part in (type(error).__name__, str(error)) if part)
    notes = [note for note in getattr(error, "__notes__", ()) if isinstance(note, str)]
    about = f" (avec {visible(notes[0])})" if notes else ""
    return (
        f"Une faute du programme, pas de vos fichiers : {said[:LONGEST]}{about}.\n"
        f"Signalez-la, s'il vous plaît ; {TRACE}=1 devant la même commande en montre le détail, à joindre."
    )


def print_trace(error: BaseException) -> None:
    """The traceback, for whoever mends the program."""
    traceback.print_exception(error, file=sys.stderr)
