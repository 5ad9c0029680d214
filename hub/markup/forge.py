"""Words of anybody -> Markdown that a forge shows as they are, and that does nothing.

What a proposal says ends in a comment that the forge signs: it may hold no link, no image, no HTML, call
nobody (`@name`), cite nothing (`#12`, `!12`, `~label`), and give no order to GitLab (`/close`).
With the standard library alone: jobs that hold a token have nothing else."""

from __future__ import annotations

import re

from hub.controls import visible

BREAK = "\u200b"
"""ZERO WIDTH SPACE: forges look for names, numbers and addresses in the words once they are read, where a
backslash is seen no more."""

_MEANT = re.compile(r"[\\`*_{}\[\]<>()#+!|~^$=&-]|(?<=\d)[.)]")
"""Signs that Markdown may obey (CommonMark 2.4), or an extension of it."""

_CALLS = re.compile(
    r"(?<=[@#!~%$&^])(?=[\w\"'\[{])|(?<=:)(?=[a-zA-Z/+-])|(?<=\w)(?=@)|(?<=[wW][wW][wW])(?=\.)|(?<=[gG][hH])(?=-)"
)
"""Where a word would follow a sign that calls: `@name`, `#12`, `https://`, `:tada:`, `www.`, `GH-12`."""

_HEXADECIMAL = re.compile(r"(?<![^\W_])(?=[0-9]*[a-f])[0-9a-f]{7,64}(?![^\W_])")
"""What may be the name of a commit."""


def line(words: str, longest: int | None = None) -> str:
    """`words` on one line, cut at `longest` characters; a blank that joins two words is no end of one."""
    flat = visible(re.sub(r"[^\S\u00a0\u202f]+", " ", words).strip())
    return flat if longest is None or len(flat) <= longest else f"{flat[:longest].rstrip()}…"


def inert(words: str) -> str:
    """One line of Markdown that shows `words`."""
    apart = _CALLS.sub(BREAK, line(words))
    apart = _HEXADECIMAL.sub(lambda found: f"{found[0][:4]}{BREAK}{found[0][4:]}", apart)
    return _MEANT.sub(r"\\\g<0>", apart)


def fenced(code: str, language: str = "") -> str:
    """A line of code, to be copied, in a block that it cannot leave."""
    return "\n".join(block([line(code)], language))


def block(rows: list[str], language: str = "") -> list[str]:
    """The lines of a block that shows these rows, to be copied, and that they cannot leave."""
    runs = [len(found) for row in rows for found in re.findall("`+", row)]
    fence = "`" * max(3, *(one + 1 for one in runs), 3)
    return [f"{fence}{language}", *rows, fence]


def code(words: str) -> str:
    """`words` on one line as code: a path and its line; never empty."""
    shown = line(words) or "…"
    longest = max((len(run) for run in re.findall("`+", shown)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{shown}{space}{fence}"
