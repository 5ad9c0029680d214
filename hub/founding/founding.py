"""`Answers` -> a town in a folder: made beside it, tried by `check`, then moved there at once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from hub.checks.ready import lacking
from hub.founding.answers import Answers
from hub.founding.files import files
from hub.founding.laying import lay, prepared
from hub.founding.reading import RefusedError
from hub.inspection import inspect


class Founded(NamedTuple):
    """A new town: the name of its site, its files, and what is `left` to be done before it is published."""

    name: str
    files: int
    left: int


def found(answers: Answers, folder: Path, today: dt.date) -> Founded:
    """Make the town. Raises `RefusedError` where `check` would have something against it, `TakenError` where
    the folder was taken meanwhile: nothing is written then."""
    made = files(answers, today)
    with prepared(folder, made) as beside:
        looked = inspect(beside, today)
        if looked.problems:
            raise RefusedError(tuple(looked.problems))
        left = lacking(looked.hub, today)
        lay(beside, folder)
    return Founded(looked.hub.site.site_name, len(made), len(left))
