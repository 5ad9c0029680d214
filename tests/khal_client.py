"""khal, a calendar in the terminal: a client that is not ours, with the libraries of its own system."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.ical_client import Shown

CONFIGURATION = """\
[calendars]
[[agenda]]
path = {folder}/agenda
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = agenda
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def shown(calendar: bytes, since: dt.date, until: dt.date) -> Shown:
    """The times that begin from `since` to before `until`, once for each event, after an import."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "agenda").mkdir()
        (folder / "config").write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
        (folder / "agenda.ics").write_bytes(calendar)
        _khal(folder, "import", "--batch", "-a", "agenda", str(folder / "agenda.ics"))
        form = "{uid}|{start-date-full} {start-time-full}|{status}"
        days = (since.isoformat(), (until - dt.timedelta(days=1)).isoformat())
        listed = _khal(folder, "list", "--format", form, "--day-format", "", *days)
    rows = {line for line in listed.splitlines() if line}  # what lasts several days is listed on each
    times = (row.split("|")[1:] for row in rows)
    begun = ((dt.datetime.fromisoformat(start), status.strip()) for start, status in times)
    return sorted((start, status) for start, status in begun if since <= start.date() < until)


def _khal(folder: Path, *arguments: str) -> str:
    program = shutil.which("khal")
    assert program, "khal manque : sudo apt-get install khal, ou make test"
    environment = {"HOME": str(folder), "LC_ALL": "C.UTF-8", "PATH": os.defpath}
    done = subprocess.run(
        [program, "-c", str(folder / "config"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
