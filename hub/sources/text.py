"""Bytes -> text: encoding, size, conflict marks, front matter."""

from __future__ import annotations

import re
from pathlib import Path

from hub.sources.document import Fault, Position, line_and_column
from hub.sources.limits import excess

MAX_BYTES = {".md": 100_000, ".yaml": 64_000_000, ".yml": 100_000}
"""A text beyond these sizes is a mistake (an image saved as text, a database dump)."""

LIMITS = {100_000: "100\u00a0ko", 64_000_000: "64\u00a0Mo"}

CONFLICT = re.compile(r"^(?:<{7}(?: |$)|>{7}(?: |$)|\|{7}(?: |$))", re.MULTILINE)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff]")
MOJIBAKE = re.compile("Ã[\u0080-\u00bf©¨ªà§´®¹»¯€™‰Š¢]|â€[™œ“”¦]|Å“")
"""UTF-8 that was read as Latin-1 and saved again: « Ã©tÃ© » for « été »."""

_ALMOST_A_FENCE = re.compile(r"[-—–_=*]{1,8}[ \t]*|`{3}.*")
"""What stands for the fence in a text pasted from elsewhere, or below a blank line."""

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
MAIMED_FENCE = re.compile(r"^.?--.?$|^-.--?$|^---|---$|^.---|^-$|^--.-$", re.MULTILINE)
"""What a slip makes of a closing fence: a dash too few or too many, a letter in it, a line joined to it."""


class Unreadable(Exception):
    """A file that holds no text; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_text(file: Path, root: Path, path: str) -> str:
    """The text of `file`, with line feeds only.

    `path` is the file's name in messages. Raises `Unreadable` for a link that leaves `root`, a file
    that is no regular file, is too large, is not UTF-8, holds control characters, the marks
    of an unfinished merge, or what is longer than `hub.sources.limits` has it.
    """
    start = Position(path, 1, 1)
    try:
        if not file.resolve(strict=True).is_relative_to(root):
            raise Unreadable(Fault("T007", start))
        if not file.is_file():
            raise Unreadable(Fault("T008", start))
        limit = MAX_BYTES[file.suffix.lower()]
        if file.stat().st_size > limit:
            raise Unreadable(Fault("T006", start, {"limite": LIMITS[limit]}))
        raw = file.read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: a loop of symbolic links
        raise Unreadable(Fault("T008", start)) from None
    return decoded(raw, path)


def decoded(raw: bytes, path: str) -> str:
    """The text that the bytes of the file `path` hold; raises `Unreadable` as `read_text` does."""
    start = Position(path, 1, 1)
    if raw.startswith(b"\xef\xbb\xbf"):
        raise Unreadable(Fault("T003", start))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _with_line_feeds(raw[: error.start].decode("utf-8"))
        raise Unreadable(Fault("T002", Position(path, *line_and_column(before, len(before))))) from None
    text = _with_line_feeds(text)
    for code, pattern in (("T005", CONFLICT), ("T004", CONTROL), ("T042", MOJIBAKE)):
        if found := pattern.search(text):
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
        meant = MAIMED_FENCE.search(text, opening.end() + 1)
        place = line_and_column(text, meant.start()) if meant else (1, 1)
        raise Unreadable(Fault("T021", Position(path, *place)))
    head = text[opening.end() : closing.start()]
    return head, text[closing.end() + 1 :], head.count("\n") + 2
