"""What was opened and not closed, or goes on after it was: quotes, brackets, braces, and their commas."""

from __future__ import annotations

import re
from itertools import islice

import yaml

from hub.sources.document import Fault
from hub.sources.mistake import Mistake

_APOSTROPHE = re.compile(r"^[ -]*+(?:\w[\w-]*+: +)?(?:[\[{].*?)??(?P<quote>')[^']*'\w")
"""A text between apostrophes that holds one: 'l'eau'."""

_ENDED = re.compile(
    r"^ *(?:(?:- +)+(?:[\w-]+: +)?|[\w-]+: +)"
    r"(?P<value>(?:[\"'](?P<quoted>[^\"']+)[\"']|\[(?P<listed>[^\[\]]*)\])"
    r"(?P<rest> *[^\s,:#\]}\"'].*))$"
)
"""A value that is closed, and goes on."""


def hidden_backslash(error: Mistake) -> Fault | None:
    """A bar between quotes, as in a path of Windows: "C:\\Users"."""
    mark, felt = error.raised.problem_mark, error.raised.problem or ""
    if "escape" not in felt and "hexdecimal" not in felt:  # as libyaml spells it
        return None
    row = mark.line if mark else error.row
    column = error.lines[row].find("\\")
    return error.fault("T064", row, column) if column >= 0 else None


def unclosed_quote(error: Mistake) -> Fault | None:
    """A quote that is never closed, or closed by an apostrophe or by the next quote, lines below."""
    opened = error.raised.context_mark
    if "quoted scalar" in (error.raised.context or "") and opened:
        return error.fault("T014", opened.line, opened.column)
    if error.before.quoted and (begun := _quoted_down_to(error, error.before.quoted)):
        return error.fault("T014", *begun)
    apostrophe = _APOSTROPHE.match(error.line)
    return error.fault("T014", error.row, apostrophe.start("quote")) if apostrophe else None


def _quoted_down_to(error: Mistake, quoted: yaml.ScalarEvent) -> tuple[int, int] | None:
    """Where the quotes begin that end on the line of the error, or just above, when that is lines below."""
    start, end = quoted.start_mark, quoted.end_mark
    assert start and end  # libyaml marks every event
    reached = start.line < end.line and end.line in (error.row, error.row - 1)
    return (start.line, start.column) if reached else None


def open_bracket(error: Mistake) -> Fault | None:
    """A bracket opened here or on a line above, and never closed."""
    row, column = error.before.bracket or (error.row, 0)
    if row == error.row and not _is_open(error.line[column:]):
        return None
    return error.fault("T038", row, column, signe=error.lines[row][column : column + 1] or "[")


def _is_open(passage: str) -> bool:
    """Whether a bracket of the passage, which begins with one, is not closed in it."""
    return sum(map(passage.count, "[{")) > sum(map(passage.count, "]}"))


def rest_of_a_value(error: Mistake) -> Fault | None:
    """Words after the quote or the bracket that ends a value: « "Fête" des associations »."""
    for near in islice(error.nearby(), 2):
        if found := _ENDED.match(error.lines[near]):
            how, (before, value, after) = _whole(found)
            parts = {"ou": how, "avant": before, "valeur": value, "apres": after}
            return error.fault("T039", near, found.start("rest"), **parts)
    return None


def _whole(found: re.Match[str]) -> tuple[str, tuple[str, str, str]]:
    """Where the whole of the value goes, and how it stands there: in the brackets that were left empty, else
    between quotes."""
    if found["value"].startswith("[]"):
        return "tout entre les crochets", ("[", found["value"][2:].strip(" ,"), "]")
    value = f"« {found['quoted']} »{found['rest']}" if found["quoted"] else found["value"]
    return "toute la valeur entre guillemets droits", ('"', value.replace('"', ""), '"')


def no_comma(error: Mistake) -> Fault | None:
    """Two fields between braces, and nothing between them."""
    mark = error.raised.problem_mark
    if "expected ',' or" not in (error.raised.problem or "") or not mark:
        return None
    return error.fault("T040", error.row, mark.column)
