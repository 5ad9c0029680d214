"""A draft -> a file that `check` has nothing against: tried beside the sources, which stay as they are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from hub.checks import Problem, Severity
from hub.inspection import Inspected, inspect
from hub.labels.told import plainly
from hub.model.wording import Wording
from hub.proposal import card, event, exchange
from hub.proposal.answers import read
from hub.proposal.form import AnswerError, Answers, Draft, Form, Remark
from hub.proposal.forms import CARD, EVENT, EXCHANGE
from hub.sources.opening import open_plain
from hub.trial import new_problems, tried

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
    after = tried({draft.path: draft.text.encode()}, source, today)
    new = list(new_problems(before, after))
    remarks = [_remark(problem, draft, after.hub.site.mots) for problem in new]
    if any(problem.severity is Severity.ERROR for problem in new):
        raise AnswerError(*remarks)
    return Proposed(form, draft, tuple(remarks))


def _drafted(form: Form, answers: Answers, before: Inspected, source: Path) -> Draft:
    hub = before.hub
    if form is CARD:
        with open_plain(source, card.REGISTER) as file:
            return card.corrected(answers, hub, file.read().decode("utf-8", "replace"))
    new: dict[str, Callable[..., Draft]] = {EVENT.name: event.announced, EXCHANGE.name: exchange.told}
    return new[form.name](answers, hub, frozenset(before.reading.sources.documents))


def _remark(problem: Problem, draft: Draft, town: Wording) -> Remark:
    """A problem, by the field of the form where it comes from."""
    said = plainly(problem, town)
    words = f"{said.message} {said.remedy}".strip()
    if problem.path != draft.path:
        return Remark(problem.path, words)
    lines = draft.text.split("\n")
    found = _KEY.match(lines[problem.line - 1]) if problem.line <= len(lines) else None
    return Remark(draft.keys.get(found[1], "") if found else "", words)
