"""Problems in the form that GitLab reads: a Code Quality report, shown beside a merge request.

docs.gitlab.com, « Code Quality », « Code Quality report format »: a list of objects of five required keys,
paths relative to the repository without « ./ », and no byte order mark.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hub.checks import Problem, Severity
from hub.controls import visible

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
"""What each of ours is there; « blocker » is kept for what nobody may pass over."""

_LINE = re.compile(r"(?<=\.md):\d+|(?<=\.yml):\d+|(?<=\.yaml):\d+")
"""The line of another file, which a message names: it changes while the fault stays."""


def code_quality(problems: list[Problem], source: Path, documents: int) -> str:
    """The report of these problems of the folder `source`, which is inside the repository."""
    return json.dumps(list(_rows(problems, source)), ensure_ascii=False, indent=2) + "\n"


def _rows(problems: Iterable[Problem], source: Path) -> Iterator[dict[str, Any]]:
    known: Counter[tuple[str, str, str]] = Counter()
    for one in problems:
        said = one.path, one.code, _LINE.sub("", one.message)
        known[said] += 1
        yield {
            "description": visible(f"{one.code} {one.message} {one.remedy}".strip()),
            "check_name": one.code,
            "fingerprint": _fingerprint(*said, str(known[said])),
            "severity": _SEVERITIES[one.severity],
            "location": {"path": _inside(source, one.path), "lines": {"begin": one.line}},
        }


def _fingerprint(*said: str) -> str:
    """What names a problem from one report to the next: where and what it is, never at which line."""
    return hashlib.sha256("\0".join(said).encode()).hexdigest()


def _inside(source: Path, path: str) -> str:
    """The path of a file from where the program runs, as the forge knows it."""
    return os.path.normpath(source / path).replace(os.sep, "/")
