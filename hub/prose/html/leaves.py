"""What holds nothing and is said the same wherever it stands."""

from __future__ import annotations

from collections.abc import Callable

from hub.prose.event import Event, Kind
from hub.prose.html.escaping import text


def _words(event: Event) -> str:
    """Words, some letters of which may be raised: « 1er »."""
    parts: list[str] = []
    done = 0
    for start, end in event.value or ():
        parts += text(event.text[done:start]), f"<sup>{text(event.text[start:end])}</sup>"
        done = end
    return "".join((*parts, text(event.text[done:])))


def _code(event: Event) -> str:
    return f"<code>{text(event.text)}</code>"


def _soft_break(_: Event) -> str:
    return "\n"


def _hard_break(_: Event) -> str:
    return "<br>\n"


def _task(event: Event) -> str:
    name, box = ("fait", "☑") if event.value else ("à faire", "☐")
    return f'<span role="img" aria-label="{name}">{box}</span> '


SAID: dict[Kind, Callable[[Event], str]] = {
    Kind.WORDS: _words,
    Kind.CODE: _code,
    Kind.SOFT_BREAK: _soft_break,
    Kind.HARD_BREAK: _hard_break,
    Kind.TASK: _task,
}
