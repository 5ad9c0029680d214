"""The drafts beside the sources, under the rules of `check`, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from hub.checks import Problem, Severity
from hub.importing.outcome import Asked, ImportingError, Outcome, Question
from hub.inspection import Inspected
from hub.sources.tree import REGISTERS
from hub.trial import new_problems, tried

MANY = 5
"""Places of a file beyond which one question is asked for all: a directory of 1,000 cards without themes."""


def questioned(
    outcomes: Sequence[Outcome],
    same: frozenset[str],
    before: Inspected,
    asked: Asked,
    names: Sequence[str],
) -> tuple[Outcome, ...]:
    """The outcomes, with a question for each warning that their files give; those of `same` are there as they
    would be written, and what was asked of a whole file of an import is asked again. `names` are those of the
    files that gave the outcomes.

    Raises ImportingError where one gives an error: what is written must pass.
    """
    files = {one.path: one.data for outcome in outcomes for one in outcome.written if one.path not in same}
    again = [one for one in before.problems if one.path in same and one.path not in REGISTERS]
    new = list(new_problems(before, tried(files, asked.root, asked.today))) if files else []
    if errors := [problem for problem in new if problem.severity is Severity.ERROR]:
        of = zip(outcomes, names, strict=True)
        raise ImportingError(
            _refused(errors, {one.path: name for found, name in of for one in found.written})
        )
    new += [one for one in again if one not in new]
    return tuple(_with(outcome, new, first=index == 0) for index, outcome in enumerate(outcomes))


def _refused(errors: Iterable[Problem], names: Mapping[str, str]) -> str:
    """`names` say which file each path is made of: the reader knows that one."""
    said = "\n".join(
        f"- {f'« {names[one.path]} » → ' if one.path in names else ''}{one.path}:{one.line} "
        f"{one.message} {one.remedy}"
        for one in errors
    )
    return f"ce qui serait écrit ne passerait pas la vérification :\n{said}"


def _with(outcome: Outcome, new: Sequence[Problem], *, first: bool) -> Outcome:
    """The outcome with the questions of its own files; the first has those of no file of any."""
    own = {one.path for one in outcome.written}
    mine = [one for one in new if one.path in own or (first and not one.path.startswith("minutes/"))]
    said = {(one.path, one.line) for one in outcome.questions}
    more = _once([one for one in mine if (one.path, one.line) not in said])
    return replace(outcome, questions=tuple(sorted((*outcome.questions, *more))))


def _once(problems: Iterable[Problem]) -> Iterator[Question]:
    """A question for each problem; of those that say the same of many places, one that counts them."""
    alike: dict[tuple[str, str], list[int]] = {}
    for one in problems:
        alike.setdefault((one.path, f"{one.message} {one.remedy}".strip()), []).append(one.line)
    for (path, words), lines in alike.items():
        if len(lines) > MANY:
            yield Question(
                path, min(lines), f"{words} ({len(lines)} fois dans ce fichier ; ici la première.)"
            )
        else:
            yield from (Question(path, line, words) for line in lines)
