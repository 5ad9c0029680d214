"""Bytes -> text: encoding, size, conflict marks, front matter."""

from __future__ import annotations

import os
import re
from pathlib import Path

from hub.controls import BIDI
from hub.sources.document import Fault, Position, line_and_column
from hub.sources.limits import excess
from hub.sources.opening import is_link, open_plain

MAX_BYTES = {".md": 100_000, ".yaml": 64_000_000, ".yml": 100_000, ".csv": 8_000_000}
"""A text beyond these sizes is a mistake (an image saved as text, a database dump)."""

LIMITS = {100_000: "100\u00a0ko", 8_000_000: "8\u00a0Mo", 64_000_000: "64\u00a0Mo"}

CONFLICT_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||")
CONFLICT = re.compile(r"^(?:<{7}(?: |$)|>{7}(?: |$)|\|{7}(?: |$))", re.MULTILINE)
CONFLICT_MIDDLE = re.compile(r"^={7}[ \t]*$", re.MULTILINE)
"""What parts two versions, where it cannot underline a title: in YAML, and above a text."""

CONTROL = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff{BIDI}]")
MOJIBAKE_SIGNS = ("Ã", "â€", "Å“")
MOJIBAKE = re.compile("Ã[\u0080-\u00bf©¨ªà§´®¹»¯€™‰Š¢]|â€[™œ“”¦]|Å“")
"""UTF-8 that was read as Latin-1 and saved again: « Ã©tÃ© » for « été »."""

_ALMOST_A_FENCE = re.compile(r"[-—–_=*]{1,8}[ \t]*|`{3}.*")
"""What stands for the fence in a text pasted from elsewhere, or below a blank line."""

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
MAIMED_FENCE = re.compile(r"^.?--.?$|^-.--?$|^---|---$|^.---|^-$|^--.-$", re.MULTILINE)
"""What a slip makes of a closing fence: a dash too few or too many, a letter in it, a line joined to it."""

_HEADER_LINE = re.compile(r"[ \t\"'{}\]-]|#(?!#)|\w[\w-]* ?:(?:[ \t]|$)")
"""How a line of a front matter begins; what is otherwise is of the text below it."""


class Unreadable(Exception):
    """A file that holds no text; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_bytes(root: Path, path: str) -> tuple[os.stat_result, bytes]:
    """What the file `path` of the folder `root` was when it was opened, and its bytes.

    Raises `Unreadable` for a link, for what is no regular file, and for what is too large to be a text.
    """
    start = Position(path, 1, 1)
    limit = MAX_BYTES[path[path.rindex(".") :].lower()]
    try:
        with open_plain(root, path) as file:
            known = os.fstat(file.fileno())
            raw = file.read(limit + 1)
    except OSError:
        raise Unreadable(Fault("T007" if is_link(root, path) else "T008", start)) from None
    if len(raw) > limit:
        raise Unreadable(Fault("T006", start, {"limite": LIMITS[limit]}))
    return known, raw


def decoded(raw: bytes, path: str) -> str:
    """The text that the bytes of the file `path` hold, with line feeds only.

    Raises `Unreadable` where they are not UTF-8, or hold control characters, the marks of an unfinished
    merge, or what is longer than `hub.sources.limits` has it.
    """
    start = Position(path, 1, 1)
    if raw.startswith(b"\xef\xbb\xbf"):
        raise Unreadable(Fault("T003", start))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _with_line_feeds(raw[: error.start].decode("utf-8"))
        raise Unreadable(Fault("T002", Position(path, *line_and_column(before, len(before))))) from None
    text = _with_line_feeds(text)
    for code, pattern, signs in (
        ("T005", CONFLICT, CONFLICT_SIGNS),
        ("T004", CONTROL, None),
        ("T042", MOJIBAKE, MOJIBAKE_SIGNS),
    ):
        met = signs is None or any(sign in text for sign in signs)  # found much faster
        if met and (found := pattern.search(text)):
            raise Unreadable(Fault(code, Position(path, *line_and_column(text, found.start()))))
    if not text.strip():
        raise Unreadable(Fault("T019", start))
    if beyond := excess(text):
        raise Unreadable(Fault(beyond.code, Position(path, *line_and_column(text, beyond.at))))
    return text


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split_front_matter(text: str, path: str) -> tuple[str, str, int]:
    """`(front matter, body, first line of the body)` of a Markdown file.

    The front matter keeps its opening fence as an empty line, so that its line numbers are the
    file's own. Raises `Unreadable` when it is missing or never closed.
    """
    opening = FENCE.match(text)
    if not opening:
        first = text.lstrip("\n ").partition("\n")[0]
        code = "T041" if _ALMOST_A_FENCE.fullmatch(first) else "T020"
        raise Unreadable(Fault(code, Position(path, 1, 1), {"valeur": first}))
    closing = FENCE.search(text, opening.end())
    if not closing:
        raise Unreadable(Fault("T021", Position(path, *_end_of_header(text))))
    head = text[opening.end() : closing.start()]
    return head, text[closing.end() + 1 :], head.count("\n") + 2


def _end_of_header(text: str) -> tuple[int, int]:
    """The line and column at which a front matter should be closed; the first where nothing tells.

    It is the first that looks like a fence, or else like the text: a fence far below is a table's.
    """
    after_blank = False
    for number, line in enumerate(text.split("\n")[1:], 2):
        if (meant := MAIMED_FENCE.search(line)) and not line.startswith("|"):
            return number, meant.start() + 1
        header = _HEADER_LINE.match(line)
        if line.strip() and (not header or (after_blank and header[0].endswith((" :", " : ")))):
            return number, 1
        after_blank = not line.strip()
    return 1, 1
