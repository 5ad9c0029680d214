"""Events -> words without form: for descriptions, excerpts, calendars, contacts, alternatives of images."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hub.prose.event import Event, Kind
from hub.prose.notes import noted
from hub.prose.reading import Text

_BLOCKS = frozenset(
    (
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.LIST,
        Kind.ITEM,
        Kind.NOTE,
        Kind.ROW,
        Kind.TABLE_HEAD,
        Kind.CODE_BLOCK,
    )
)
_NO_NOTES: Mapping[str, int] = MappingProxyType({})


def words(events: Iterable[Event]) -> str:
    """What the events say, a line a block, without empty lines; the marks of notes are not said."""
    return "\n".join(_lines(events, _NO_NOTES))


def whole(text: Text) -> str:
    """What a text says, a line a block, without empty lines: « (note 1) » at a mark, the notes at the end."""
    numbers, body, notes = noted(text)
    lines = _lines(body, numbers)
    for number, note in notes:
        lines.append(f"Note {number} : {' '.join(_lines(note, numbers))}")
    return "\n".join(lines)


def box(task: Event) -> str:
    """The box of a task, as it is shown: ticked or empty."""
    return "☑ " if task.value else "☐ "


def _lines(events: Iterable[Event], numbers: Mapping[str, int]) -> list[str]:
    writer = _Writer(numbers)
    for event in events:
        writer.take(event)
    writer.end()
    return writer.lines


class _Writer:
    """Lines of words, one ended by each block; those of code are kept as they are."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self.lines: list[str] = []
        self._numbers = numbers
        self._said: list[str] = []
        self._code = False

    def end(self) -> None:
        """What was said since the last line is one."""
        said, self._said = "".join(self._said), []
        for line in said.split("\n"):
            if told := " ".join(filter(None, line.strip().split(" "))):
                self.lines.append(told)

    def take(self, event: Event) -> None:
        kind = event.value if event.kind is Kind.END else event.kind
        if kind in _BLOCKS:
            self.end()
            self._code = event.kind is Kind.CODE_BLOCK
        elif event.kind is Kind.WORDS and self._code:
            self.lines += filter(str.strip, map(str.rstrip, event.text.split("\n")))
        elif event.kind is Kind.CELL and self._said:
            self._said.append(" | ")
        else:
            self._said.append(self._inline(event))

    def _inline(self, event: Event) -> str:
        match event.kind:
            case Kind.WORDS | Kind.CODE:
                return event.text
            case Kind.SOFT_BREAK | Kind.HARD_BREAK:
                return " " if event.kind is Kind.SOFT_BREAK else "\n"
            case Kind.TASK:
                return box(event)
            case Kind.HTML if is_break(event):
                return " "
            case Kind.NOTE_MARK if number := self._numbers.get(event.text.casefold()):
                return f" (note {number})"
        return ""


def is_break(html: Event) -> bool:
    """Whether a piece of HTML is `<br>`, which cells of tables have for the end of a line."""
    return html.text.strip("</ >").lower() == "br"
