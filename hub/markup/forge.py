"""Words in the Markdown of a forge (GitHub, GitLab, Forgejo): what anybody wrote stays words there.

A forge makes links of more than CommonMark does: people, issues and milestones are told that they were named.
"""

from __future__ import annotations

import re

JOINER = "\N{WORD JOINER}"
"""Of no width: a name or a number that follows it is not one that a forge knows."""

_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~$#:!@+=()^]")
_NAMED = re.compile(r"([@#!$~%&])(?=[\w\"'`{\[(])|(:)(?=[a-z+-])", re.IGNORECASE)
_FIRST = re.compile(r"^(?:-|\d{1,9}(?=\.))")
_WWW = re.compile(r"\bwww\.", re.IGNORECASE)


def _line(words: str) -> str:
    """`words` on one line; blanks that join two words are no end of one."""
    return re.sub(r"[^\S\u00a0\u202f]+", " ", words).strip()


def escaped(words: str) -> str:
    """`words` on one line, as a forge shows them: no link, no picture, no list, nobody who is told."""
    line = _line(words)
    line = _WWW.sub(lambda found: f"{found[0][:-1]}{JOINER}.", _NAMED.sub(rf"\1\2{JOINER}", line))
    line = _MARKUP.sub(lambda found: f"\\{found[0]}", line)
    return _FIRST.sub(lambda found: rf"\{found[0]}" if found[0] == "-" else f"{found[0]}{JOINER}", line)


def code(words: str) -> str:
    """`words` on one line as code: a path and its line."""
    line = _line(words)
    longest = max((len(run) for run in re.findall("`+", line)), default=0)
    fence, space = "`" * (longest + 1), " " if longest else ""
    return f"{fence}{space}{line}{space}{fence}"
