"""What is shown at one moment, and the texts that it is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hub.checks import Problem, Severity
from hub.checks.runner import FirstLook
from hub.model import Hub
from hub.model.published import Published
from hub.serving.edition import Edition
from hub.sources import Reading


def blamed(problems: Iterable[Problem]) -> frozenset[str]:
    """The files in which there is an error."""
    return frozenset(one.path for one in problems if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts as they are: read, assembled, and looked at for the first time."""

    reading: Reading
    hub: Hub
    today: dt.date
    looked: FirstLook
    before: Published

    @property
    def errors(self) -> frozenset[tuple[str, str]]:
        """The errors that the first look found, by their file and their code."""
        found = self.looked.problems
        return frozenset((one.path, one.code) for one in found if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class State:
    """What a request sees: one state, whole.

    `problems` are those of the texts as they are; `held` are the files that are shown as they were before;
    `whole` says whether every rule has looked at these texts; `outlook` what the edits do, as a panel is
    told, None where they do nothing or nobody has looked yet."""

    edition: Edition
    draft: Draft
    problems: tuple[Problem, ...]
    held: frozenset[str] = frozenset()
    whole: bool = False
    outlook: dict[str, Any] | None = None

    @property
    def faulty(self) -> frozenset[str]:
        """The files that have an error."""
        return blamed(self.problems)
