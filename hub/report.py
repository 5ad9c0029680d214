"""Problems as people and machines read them: text, JSON, annotations of a forge, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from urllib.parse import quote

from hub import __version__
from hub.called import called
from hub.catalogue import CATALOGUE
from hub.checks import Problem, Severity
from hub.checks.problem import word_of
from hub.code_quality import code_quality
from hub.controls import visible
from hub.inspection import Inspected
from hub.sources.attachment import DOCUMENTS, IMAGES
from hub.sources.opening import open_plain
from hub.sources.tree import TABLE

ATTACHED = (f"{DOCUMENTS}/", f"{IMAGES}/")

CONTEXT = 100
"""Characters of a source line shown under a problem."""

LONGEST_LINE = 1_000_000
"""Characters of a line that are read to quote a part of it."""

SHOWN_PLACES = 5
"""Places listed for a problem that comes back; the rest is counted."""

Report = Callable[[list[Problem], Path, int], str]
"""(problems by file and line, source folder, number of files read) -> what is printed."""

JSON = "json"
"""The name of the form that says more than the problems alone (`as_json`)."""


def text(problems: list[Problem], source: Path, documents: int) -> str:
    """A line a problem, the offending line under it with a caret, a count, and where to read more.

    A mistake made many times is told once, with its places.
    """
    lines = [*told(problems, source), _count(problems, documents)]
    if problems:
        gravest = min(problems, key=lambda problem: problem.severity)
        lines.append(f"Pour comprendre un code : {called().command} explain {gravest.code}")
    return "\n".join(lines) + "\n"


def again(problems: list[Problem], before: Iterable[Problem], source: Path, documents: int) -> str:
    """What is told of problems after those of `before` were: every error, the warnings that are new, a count.

    A warning whose line alone is another is not new.
    """
    known = {(one.path, one.code, one.message) for one in before if one.severity is Severity.WARNING}
    new = [one for one in problems if (one.path, one.code, one.message) not in known]
    return "\n".join((*told(new, source), _count(problems, documents))) + "\n"


def told(problems: list[Problem], source: Path, word: str = "") -> Iterator[str]:
    """The lines that tell these problems of the folder `source`; `word` is what each is, where that is not
    its severity."""
    groups = list(gathered(problems))
    lines = lines_of((first for first, *_ in groups), source)
    for first, *others in groups:
        yield visible(first.said(word) if word else str(first))
        yield from _quoted(first, lines.get((first.path, first.line), ""))
        if others:
            places = ", ".join(f"{p.path}:{p.line}:{p.column}" for p in others[:SHOWN_PLACES])
            more = len(others) - SHOWN_PLACES
            rest = f" et {_plural(more, 'autre endroit', 'autres endroits')}" if more > 0 else ""
            yield f"  de même : {places}{rest}"


def as_json(problems: list[Problem], inspected: Inspected) -> str:
    """`{"problems": [...]}`: a fixed form for other programs; paths are relative to the source folder.

    Each is told twice: as whoever writes the files reads it, and (`form`) as whoever fills in forms does.
    """
    from hub.labels.told import Telling  # of this form alone

    telling = Telling(inspected.hub, inspected.reading.sources)
    rows = [
        {**{name: getattr(problem, name) for name in JSON_FIELDS}, "form": telling.of(problem)._asdict()}
        for problem in problems
    ]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=2) + "\n"


JSON_FIELDS = ("path", "line", "column", "severity", "code", "message", "remedy")


def github(problems: list[Problem], source: Path, documents: int) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request.

    docs.github.com, « Workflow commands for GitHub Actions »: `%`, CR and LF are escaped, and in the
    properties `:` and `,` as well.
    """
    return "".join(_annotation(problem, source) for problem in problems)


def _annotation(problem: Problem, source: Path) -> str:
    properties = {
        "file": (source / problem.path).as_posix(),
        "line": str(problem.line),
        "col": str(problem.column),
        "endLine": str(problem.line),
        "title": f"{word_of(problem.severity)} {problem.code}",
    }
    named = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    words = _escaped(visible(f"{problem.message} {problem.remedy}".strip()))
    return f"::{problem.severity} {named}::{words}\n"


def _escaped(value: str, also: str = "") -> str:
    for sign in "%\r\n" + also:
        value = value.replace(sign, f"%{ord(sign):02X}")
    return value


def sarif(problems: list[Problem], source: Path, documents: int) -> str:
    """Static Analysis Results Interchange Format (OASIS, version 2.1.0)."""
    codes = sorted({problem.code for problem in problems})
    run = {
        "tool": {
            "driver": {"name": "hub", "version": __version__, "rules": [_sarif_rule(code) for code in codes]}
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes) for problem in problems],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(code: str) -> dict[str, Any]:
    rule = CATALOGUE[code]
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.reason},
        "help": {"text": f"{called().command} explain {code}"},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(problem: Problem, codes: list[str]) -> dict[str, Any]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": quote(problem.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": str(problem.severity),
        "message": {"text": f"{problem.message} {problem.remedy}".strip()},
        "locations": [{"physicalLocation": place}],
    }


REPORTS: Mapping[str, Report] = {
    "text": text,
    "github": github,
    "gitlab": code_quality,
    "sarif": sarif,
}


FORMATS = (*REPORTS, JSON)
"""What `--format` may be."""


def gathered(problems: Iterable[Problem]) -> Iterator[list[Problem]]:
    """Problems that say the same thing, together, in the order of the first of each."""
    together: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        together.setdefault((problem.code, problem.message, problem.remedy), []).append(problem)
    yield from together.values()


def lines_of(problems: Iterable[Problem], source: Path) -> dict[tuple[str, int], str]:
    """The lines of these problems by path and number; each file is read once, and what cannot be is left."""
    wanted: dict[str, set[int]] = {}
    for problem in problems:
        wanted.setdefault(problem.path, set()).add(problem.line)
    lines: dict[tuple[str, int], str] = {}
    for path, numbers in wanted.items():
        with (
            suppress(OSError, ValueError),
            open_plain(source, path) as raw,
        ):  # no link, no pipe: as it was read
            file = TextIOWrapper(raw, encoding="utf-8")
            for number, text in enumerate(islice(_limited(file), max(numbers)), 1):
                if number in numbers:
                    lines[path, number] = text
    return lines


def _limited(file: TextIO) -> Iterator[str]:
    """The lines of a text, of which the longest are cut: a file without any may be of any size."""
    while line := file.readline(LONGEST_LINE):
        yield line


class Quote(NamedTuple):
    """A part of the line of a problem: what stands before its column, and from there on."""

    before: str
    after: str


def quotation(problem: Problem, line: str) -> Quote | None:
    """The line of a problem as it is shown; None where that shows nothing, or what people answered: neither
    has a picture lines."""
    if problem.path.endswith(TABLE) or problem.path.startswith(ATTACHED):
        return None
    line = line.rstrip("\r\n").replace("\t", " ")
    column = problem.column - 1
    if not line.strip() or line.strip() == "---" or problem.column > len(line) + 1:
        return None
    start = max(0, problem.column - CONTEXT // 2) if len(line) > CONTEXT else 0
    return Quote(visible(line[start:column]), visible(line[column : start + CONTEXT]))


def _quoted(problem: Problem, line: str) -> list[str]:
    """The line of the problem and a caret under its column.

    The bar before it keeps it from being a command to the machine that runs the checks (`::stop-commands::`).
    """
    shown = quotation(problem, line)
    return [f"  | {shown.before}{shown.after}", f"    {' ' * len(shown.before)}^"] if shown else []


def _count(problems: list[Problem], documents: int) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    told = (
        _plural(errors, "erreur", "erreurs", "aucune"),
        _plural(len(problems) - errors, "avertissement", "avertissements"),
    )
    return f"{_plural(documents, 'fichier', 'fichiers')} : {', '.join(told)}."


def _plural(number: int, one: str, many: str, none: str = "aucun") -> str:
    return f"{number or none} {many if number > 1 else one}"
