"""The problems that are new, and those that are mended: one whose line alone is another is neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from hub.changes.nouns import Told
from hub.checks import Problem, Severity
from hub.checks.discreet import masked

_LINE = re.compile(r"(:|lignes? )[0-9]+")
"""A line that a sentence names."""

PRIVATE = "V"
"""The letter of the rules of persons."""

APART = frozenset(("P009",))
"""What is said with the addresses that are lost."""


def told(before: Iterable[Problem], after: Iterable[Problem], moved: Mapping[str, str]) -> Told:
    """What is new in `after`, and what of `before` is mended; `moved` has the paths that are others now."""
    old, new = list(before), list(after)
    left = Counter(_key(one, moved.get(one.path, one.path)) for one in old)
    fresh = tuple(discreet(one) for one in new if not _taken(left, _key(one, one.path)))
    stay = Counter(_key(one, one.path) for one in new)
    mended = tuple(discreet(one) for one in old if not _taken(stay, _key(one, moved.get(one.path, one.path))))
    standing = sum(one.severity is Severity.ERROR for one in new)
    return Told(tuple(one for one in fresh if one.code not in APART), mended, standing)


def discreet(problem: Problem) -> Problem:
    """A problem that repeats nobody's name or number, but for what it takes to find it."""
    return problem._replace(message=masked(problem.message), remedy=masked(problem.remedy))


def _key(problem: Problem, path: str) -> tuple[str, str, str]:
    return path, problem.code, _LINE.sub(r"\1#", problem.message)


def _taken(left: Counter[tuple[str, str, str]], key: tuple[str, str, str]) -> bool:
    """Whether one of these is left to be matched; it is taken."""
    if left[key] <= 0:
        return False
    left[key] -= 1
    return True
