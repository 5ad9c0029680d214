"""A problem as it is told to whoever fills in forms: of which page, in which field, what to do there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

from hub.atelier.collections import told_of
from hub.atelier.words import BODY, REGISTERS
from hub.checks import Problem
from hub.checks.discreet import masked
from hub.checks.tables import written_out
from hub.labels.fields import Fields, form_of, known, labels
from hub.labels.finding import Passage, field_at, is_below_head, passage_at
from hub.labels.remedies import BUTTONS, REMEDIES, TABLE, TABLE_BY_HAND
from hub.labels.sentences import in_days, in_form
from hub.markup.titles import title_of
from hub.markup.typography import french
from hub.model import Hub
from hub.model.kinds import BY_FOLDER, KINDS, WRITTEN
from hub.model.wording import Wording
from hub.sources import Document, Sources
from hub.sources.document import Key
from hub.sources.tree import TABLE as ANSWERS

OF_THE_FILE = ("T0", "C001", "C015", "C022", "C023", "C040")
"""Rules of how a file is written, which no form does: their place is no field."""

_QUOTES = re.compile(r'"([^"«»]+)"')
_QUOTED_SO = ", entre guillemets"


OF_FIELDS = frozenset(("T060", "T061", "T062", "T063"))
"""Rules of what was pasted in a field."""


class Told(NamedTuple):
    """A problem in the words of the forms: the page or the entry that it is `of`, the labels that lead to its
    field (`place`, '' for the whole), the sentences, and `code`, what to write there instead ('' for none).
    """

    of: str
    place: str
    message: str
    remedy: str
    code: str = ""


class Telling:
    """Tells the problems of the sources from which a hub was made."""

    def __init__(self, hub: Hub, sources: Sources) -> None:
        self._hub, self._documents = hub, sources.documents
        self._town = hub.site.mots

    def of(self, problem: Problem) -> Told:
        """The problem, in which nobody's name or number is repeated whole."""
        form = form_of(problem.path, self._town)
        document = self._documents.get(problem.path)
        loc = self._loc(problem, document, form)
        fields = {**_anywhere(self._town), **known(form, loc)}
        place = self._place(problem, document, form, loc)
        code = _table(problem, document)
        remedy = self._remedy(problem, form, loc, code)
        message, told = (
            french(in_form(masked(_bare(problem.code, one)), fields, self._town))
            for one in (in_days(problem.message), remedy)
        )
        return Told(self._title(problem.path, loc), french(place), message, told, code)

    def _loc(self, problem: Problem, document: Document | None, form: Fields) -> tuple[Key, ...]:
        if document is None or is_of_the_file(problem.code) or is_below_head(document, problem.line):
            return ()
        return field_at(document, form, problem.line, problem.column)

    def _place(self, problem: Problem, document: Document | None, form: Fields, loc: tuple[Key, ...]) -> str:
        if problem.path.endswith(ANSWERS):  # nobody's words are repeated
            return f"ligne {problem.line}"
        if document and is_below_head(document, problem.line):
            return ", ".join(_in_text(passage_at(document, problem.line)))
        return ", ".join(labels(form, loc)[_entry(problem.path) :])

    def _remedy(self, problem: Problem, form: Fields, loc: tuple[Key, ...], code: str) -> str:
        workshop = self._hub.site.depot is not None
        if code:
            return TABLE if workshop else TABLE_BY_HAND
        other = (workshop and BUTTONS.get(problem.code)) or REMEDIES.get(problem.code, "{remedy}")
        field = (labels(form, loc) or ("",))[-1]
        return other.replace("{remedy}", problem.remedy).replace("{field}", field)

    def _title(self, path: str, loc: tuple[Key, ...]) -> str:
        """What the file, or the entry of a register, is called; where it could not be read, where it is."""
        if thing := self._things.get((path, loc[: _entry(path)])):
            return title_of(thing)
        if kind := BY_FOLDER.get(path.rpartition("/")[0]):
            return f"{self._town.say(told_of(kind).label)}, {path.rpartition('/')[2].removesuffix('.md')}"
        if path in REGISTERS:
            entry = labels(form_of(path, self._town), loc[: _entry(path)])
            return ", ".join((self._town.say(REGISTERS[path].label), *entry))
        return path

    @cached_property
    def _things(self) -> dict[tuple[str, tuple[Key, ...]], Any]:
        """The things of the hub by where they stand."""
        found = ((one.origin, one) for kind in WRITTEN for one in self._hub.of(kind))
        return {(origin.document.path, origin.loc): one for origin, one in found}


def fields_near(path: str, town: Wording) -> Fields:
    """The fields that a sentence about the file at `path` may name, those of its own form first."""
    return {**_anywhere(town), **known(form_of(path, town))}


def plainly(problem: Problem, town: Wording) -> Problem:
    """A problem whose sentences speak of no key, where nothing else is known of its sources."""
    fields = fields_near(problem.path, town)
    remedy = REMEDIES.get(problem.code, "{remedy}").replace("{remedy}", problem.remedy)
    message, remedy = (
        in_form(masked(_bare(problem.code, one)), fields, town) for one in (in_days(problem.message), remedy)
    )
    return problem._replace(message=message, remedy=remedy)


def is_of_the_file(code: str) -> bool:
    """Whether a rule is of how a file is written, which somebody who fills in forms never breaks."""
    return code.startswith(OF_THE_FILE) and code not in OF_FIELDS


def _entry(path: str) -> int:
    """How many steps lead to an entry of a register: its list, and its rank."""
    return 2 if any(kind.register == path for kind in KINDS) else 0


@cache
def _anywhere(town: Wording) -> Fields:
    """The fields of every form: a sentence may speak of another file."""
    found: dict[str, Any] = {}
    for kind in WRITTEN:
        found = {**known(form_of(kind.register or f"{kind.folder}/x.md", town)), **found}
    return found


def _bare(code: str, sentence: str) -> str:
    """A value without the quotes of YAML."""
    return _QUOTES.sub(r"\1", sentence.replace(_QUOTED_SO, "")) if code.startswith("C") else sentence


def _in_text(at: Passage) -> Iterator[str]:
    yield BODY[0]
    if at.title:
        yield f"titre « {at.title} »" if at.is_title else f"sous « {at.title} »"
    if at.beginning:
        yield f"à « {at.beginning} »"


def _table(problem: Problem, document: Document | None) -> str:
    """A pasted table as it should be."""
    if problem.code != "L017" or document is None or not is_below_head(document, problem.line):
        return ""
    return written_out(document.body.split("\n")[problem.line - document.body_line :])
