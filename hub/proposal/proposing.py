"""A draft -> a file that `check` has nothing against: tried beside the sources, which stay as they are."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from hub.checks import Problem, Severity
from hub.inspection import Inspected, inspect
from hub.labels.told import plainly
from hub.proposal import card, equipment, event
from hub.proposal.answers import read
from hub.proposal.form import AnswerError, Answers, Draft, Form, Remark
from hub.proposal.forms import CARD, EQUIPMENT, EVENT
from hub.scratch import scratch
from hub.sources.opening import open_plain
from hub.sources.tree import FOLDERS, OPTIONAL, REGISTERS

_KEY = re.compile(r"[\s{,-]*(\w+):")


class Proposed(NamedTuple):
    """A file that may be reviewed, and what `check` would still have one look at."""

    form: Form
    draft: Draft
    remarks: tuple[Remark, ...]


def proposed(body: str, source: Path, today: dt.date) -> Proposed | None:
    """What the answers in `body` make of the sources; None where they are of no form.

    Raises AnswerError with what to correct.
    """
    filled = read(body)
    if filled is None:
        return None
    form, answers = filled
    before = inspect(source, today)
    draft = _drafted(form, answers, before, source)
    new = list(_new(before, _tried(draft, source, today)))
    remarks = [_remark(problem, draft) for problem in new]
    if any(problem.severity is Severity.ERROR for problem in new):
        raise AnswerError(*remarks)
    return Proposed(form, draft, tuple(remarks))


def _drafted(form: Form, answers: Answers, before: Inspected, source: Path) -> Draft:
    hub = before.hub
    if form is CARD:
        with open_plain(source, card.REGISTER) as file:
            return card.corrected(answers, hub, file.read().decode("utf-8", "replace"))
    new: dict[str, Callable[..., Draft]] = {EVENT.name: event.announced, EQUIPMENT.name: equipment.told}
    return new[form.name](answers, hub, frozenset(before.reading.sources.documents))


def _tried(draft: Draft, source: Path, today: dt.date) -> Inspected:
    """The sources with the draft in them, in a folder of their own."""
    with scratch() as folder:
        for name in (*REGISTERS, *OPTIONAL):
            if (source / name).is_file():
                shutil.copy2(source / name, folder / name)
        for name in FOLDERS:
            if (source / name).is_dir():
                shutil.copytree(source / name, folder / name, symlinks=True, copy_function=_linked)
        (folder / draft.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / draft.path).unlink(missing_ok=True)
        (folder / draft.path).write_text(draft.text, encoding="utf-8", newline="")
        return inspect(folder, today)


def _linked(one: str, other: str) -> None:
    """The same file by another name where the disk allows it: photographs are heavy."""
    try:
        os.link(one, other, follow_symlinks=False)
    except OSError:
        shutil.copy2(one, other, follow_symlinks=False)


def _new(before: Inspected, after: Inspected) -> Iterator[Problem]:
    """What is wrong after and was not before, wherever its line is now."""
    known = Counter((one.path, one.code, one.message) for one in before.problems)
    for one in after.problems:
        said = one.path, one.code, one.message
        if known[said]:
            known[said] -= 1
        else:
            yield one


def _remark(problem: Problem, draft: Draft) -> Remark:
    """A problem, by the field of the form where it comes from."""
    said = plainly(problem)
    words = f"{said.message} {said.remedy}".strip()
    if problem.path != draft.path:
        return Remark(problem.path, words)
    lines = draft.text.split("\n")
    found = _KEY.match(lines[problem.line - 1]) if problem.line <= len(lines) else None
    return Remark(draft.keys.get(found[1], "") if found else "", words)
