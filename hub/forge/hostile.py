"""Words of strangers, shown as they are and obeyed by nobody: neither Markdown, nor a forge, nor a shell.

In a block of code nothing is a link, an image, a mention or a command of a forge (GitHub Flavored Markdown
4.5; `/close` at the beginning of a line is one to GitLab, but not in a block of code).
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 20_000
"""Characters of one text that are shown: a comment may have 65,536 at GitHub."""

_TICKS = re.compile(r"`+")


def plain(text: str, longest: int = LONGEST) -> str:
    """A text without the signs that steer what shows it, cut where it is too long."""
    kept = "".join(sign for sign in text.replace("\r\n", "\n") if sign in "\n\t" or _is_shown(sign))
    if len(kept) <= longest:
        return kept.strip("\n")
    return f"{kept[:longest].rstrip()}\n[… la suite est trop longue]"


def line(text: str, longest: int = 200) -> str:
    """The same on one line."""
    return " ".join(plain(text[: longest * 4], longest).split())


def fenced(text: str, longest: int = LONGEST) -> str:
    """A text in a block of code that it cannot leave."""
    shown = plain(text, longest)
    fence = "`" * max(3, *(len(run) + 1 for run in _TICKS.findall(shown) or ("",)))
    return f"{fence}text\n{shown}\n{fence}"


def code(text: str, longest: int = 200) -> str:
    """A few words between backticks that they cannot leave; never empty."""
    shown = line(text, longest) or "…"
    ticks = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    return f"{ticks} {shown} {ticks}" if "`" in shown else f"`{shown}`"


def _is_shown(sign: str) -> bool:
    """Not a control, a format that turns writing round, half a pair, nor a sign of nobody (UAX 44, C*)."""
    return not unicodedata.category(sign).startswith("C")
