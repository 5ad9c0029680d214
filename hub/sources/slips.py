"""What the writer did, rather than what the YAML parser felt: the slip behind a syntax error."""

from __future__ import annotations

import re
from itertools import islice

from hub.sources.document import Fault
from hub.sources.lost import COMMENT, remarks
from hub.sources.mistake import NEARBY, SILENT, Mistake

SPECIAL = "@`%*&!|>"
"""Signs that mean something to YAML at the beginning of a value."""

_KEY = r"^[ -]*(?P<cle>[\w-]+)"
_SLIPS = (
    ("T011", re.compile(r"^ *(?P<place>\t)")),
    ("T026", re.compile(_KEY + r"(?P<place>[\u00a0\u202f\u200b]+:|:[\u00a0\u202f\u200b]+)")),
    ("T028", re.compile(r"^[ -]*(?:[\w-]+: +)?(?P<place>[“„‟])(?P<valeur>[^“”„‟]*)[”“‟]? *$")),
    ("T025", re.compile(_KEY + r"(?P<place>:)(?P<valeur>[^\s/:\d][^:]*)$")),
    (
        "T027",
        re.compile(r"^ *(?P<place>(?P<signe>[–—•·]|-(?=[^\s-])|[*](?= )|\d+[.)](?= )))\s*(?P<valeur>.*)$"),
    ),
)
"""What a hurried hand writes: a tab, an invisible space, curly quotes, no space after a colon or a dash."""

_ENTRY = re.compile(r"^ *(?P<dashes>(?:- +|-$)*)(?P<key>[\w-]+\s*:(?: |$))?")
_ENTRY_KEY = re.compile(r"^ *(?:- +)*[\w-]+:(?: |$)")
_PLAIN = re.compile(r"^ *(?:- +)*(?P<cle>[\w-]+): +(?P<valeur>[^\s\"'|>\[{].*)$")
"""A key and the beginning of a value without quotes."""

ENTRY = 12
"""Lines of a long entry."""

_OPEN = re.compile(r"^\s*(?:[\[{](?!.*[\]}]$)|[\]}\"'])")
"""A line that begins with a quote, or with a bracket that another line closes or opened."""

_HALF = re.compile(r"^ *(?P<dashes>(?:- +)*)(?P<place>[\w-]+)$")
"""A word by itself: half a key, when what follows makes no sense."""


def slip(error: Mistake) -> Fault | None:
    """The slip on the line of the error or just above."""
    for near in error.nearby():
        for code, pattern in _SLIPS:
            if found := pattern.match(error.lines[near]):
                values = {name: text for name, text in found.groupdict().items() if name != "place"}
                return error.fault(code, near, found.start("place"), **values)
    return None


def hidden_margin(error: Mistake) -> Fault | None:
    """An invisible space in the margin of a remark, which makes words of it."""
    for near in range(error.row, -1, -1):
        if found := re.match(r"^ *(?=[\u00a0\u202f\u200b])", error.lines[near]):
            return error.fault("T010", near, found.end())
        if not SILENT.match(error.lines[near]) and near != error.row:
            return None
    return None


def stray(error: Mistake) -> Fault | None:
    """A line that belongs to nothing: no key, no dash, and as far left as the entry above it."""
    for near in (error.row, *islice(error.above(error.row), NEARBY)):
        line = error.lines[near]
        if SILENT.match(line) or _column(line) is not None or _OPEN.match(line):
            continue
        columns = (_column(error.lines[row]) for row in error.above(near))
        entry = next((column for column in columns if column is not None), len(line))
        margin = len(line) - len(line.lstrip())
        if margin <= entry:
            return error.fault("T023", near, margin)
    return None


def split(error: Mistake) -> Fault | None:
    """A line broken in its margin, after its dash or in the middle of its key; or made a remark."""
    for near in range(error.row - 1, max(error.row - 2 * NEARBY, -1), -1):
        line = error.lines[near]
        if line.isspace() or (line.strip() == "-" and near + 1 < error.row):
            return error.fault("T010", near + 1, 0)
        if near <= error.row - NEARBY:
            continue
        if line.startswith(" ") and next(remarks(line), None):
            return error.fault("T010", near, line.index("#"))
        rest = _column(error.lines[near + 1]) if near + 1 < error.row else None
        if rest is not None and (found := _HALF.match(line)) and rest < found.start("dashes"):
            return error.fault("T023", near, found.start("place"))
    return None


def _column(line: str) -> int | None:
    """Where an entry begins, from 0: its key, or else its last dash. None for a line that is no entry."""
    found = _ENTRY.match(line)
    if not found or not (found["key"] or found["dashes"]):
        return None
    return found.start("key") if found["key"] else found.start("dashes") + len(found["dashes"].rstrip()) - 1


def continued(error: Mistake) -> Fault | None:
    """A colon in the middle of a value of several lines, which begins above."""
    if "mapping values" not in (error.raised.problem or "") or _ENTRY_KEY.match(error.line):
        return None
    margin = len(error.line) - len(error.line.lstrip())
    for row in error.above(error.row):
        line = error.lines[row]
        if len(line) - len(line.lstrip()) >= margin:
            continue
        found = _PLAIN.match(line)
        if not found:
            return None
        value = " ".join(one.strip() for one in (found["valeur"], *error.lines[row + 1 : error.row + 1]))
        return error.fault("T012", row, found.start("valeur"), cle=found["cle"], valeur=value)
    return None


def special_sign(error: Mistake) -> Fault | None:
    """A value that begins with a sign that means something to YAML."""
    found = re.match(rf"^[\s-]*(?:[^\s:#]+: +)?(?![|>][+-]?\s*$)(?=[{re.escape(SPECIAL)}])", error.line)
    return error.fault("T013", error.row, found.end(), signe=error.line[found.end()]) if found else None


def second_colon(error: Mistake) -> Fault | None:
    """« mapping values are not allowed »: a second colon in a value, or a line set too far right."""
    if "mapping values" not in (error.raised.problem or ""):
        return None
    if found := re.match(r"^\s*(?:- +)?([^\s:#]+): +(.*:(?: .*|))$", error.line):
        return error.fault("T012", error.row, found.start(2), cle=found[1], valeur=found[2].strip())
    return split(error) or error.fault("T022", error.row, len(error.line) - len(error.line.lstrip()))


def lone_sign(error: Mistake) -> Fault | None:
    """A dash or a question mark for a value that is not known."""
    found = re.match(r"^[ -]*[\w-]+: +(?P<sign>[?-])(?: |$)", error.line)
    return error.fault("T013", error.row, found.start("sign"), signe=found["sign"]) if found else None


def uneven(error: Mistake) -> Fault | None:
    """A field or a dash that stands neither where its neighbours do, nor under one."""
    margin = len(error.line) - len(error.line.lstrip())
    near = (_column(error.lines[row]) for row in islice(error.above(error.row), ENTRY))
    columns = [column for column in near if column is not None]
    own = _column(error.line)
    if own is None or own in columns or margin in columns or not columns:
        return None
    return error.fault("T022", error.row, margin)


def cut_by_a_hash(error: Mistake) -> Fault | None:
    """A text of several lines that a ` #` ends."""
    for near in error.nearby():
        found = re.match(r"^[^\"'#]*\S(?P<place> +)#(?P<valeur>.*)$", error.lines[near])
        if found and not COMMENT.match(found["place"] + "#" + found["valeur"]):
            return error.fault("T029", near, found.end("place"), valeur="#" + found["valeur"])
    return None


def indented_start(error: Mistake) -> Fault | None:
    """A first line set to the right of all others."""
    first = min(error.above(error.row), default=error.row)
    if error.lines[first].startswith(" ") and not error.line.startswith(" "):
        return error.fault("T022", first, len(error.lines[first]) - len(error.lines[first].lstrip()))
    return None


def no_colon(error: Mistake) -> Fault | None:
    """A line that is no `key: value`."""
    start = error.raised.context_mark
    if "could not find expected ':'" in (error.raised.problem or "") and start:
        return error.fault("T023", start.line, start.column)
    return None
