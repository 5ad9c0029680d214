"""Words of a cell -> Markdown that shows them as they are."""

from __future__ import annotations

import re

from hub.importing.directory.reading import accepted

_MARKS = re.compile(r"([\\`*_\[\]<>|~])|(&)(?=#?\w{1,31};)")
_AT_START = re.compile(r"(?:([-+#=:]+)|(\d{1,9})([.)]))(?=\s|$)|#")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"«»]+", re.IGNORECASE)
_AFTER = ".,;:!?)]}'’"
"""What ends a sentence after an address."""


def in_markdown(text: str) -> str:
    """A text on one line; an address of the web becomes a link, which nobody could follow otherwise."""
    parts, at = [], 0
    for found in _ADDRESS.finditer(text):
        written = found[0].rstrip(_AFTER)
        target = accepted("Url", written if "://" in written else f"https://{written}")
        if target and not re.search(r"[()\[\]\\]", target):
            name = re.sub(r"^https?://|/$", "", written, flags=re.IGNORECASE)
            parts += [escaped(text[at : found.start()]), f"[{_inside(name)}]({target})"]
            at = found.start() + len(written)
    parts.append(_inside(text[at:]) if parts else escaped(text[at:]))
    return "".join(parts)


def escaped(text: str) -> str:
    """Words that Markdown would take for marks, with its backslashes (CommonMark 2.4)."""
    start = _AT_START.match(text)
    if start is None:
        return _inside(text)
    before = f"{start[2]}\\{start[3]}" if start[2] else f"\\{start[0]}"
    return before + _inside(text[start.end() :])


def _inside(text: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[0]}", text)
