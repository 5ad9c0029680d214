"""The tags of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hub.prose.event import Event, Kind

Tags = tuple[str, str]
"""How an element begins and ends."""


class Tables:
    """Writes the tables of a text, one after the other: none stands in another."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._alignments: Sequence[str] = ()
        self._columns: Iterator[str] = iter(())
        self._cell = ("", "")
        self.heading = ""
        """The anchor of the last heading, as an attribute, which names the tables below it."""
        self.cell_end = -1
        """The index of the end of the last cell."""

    def table(self, _: int, event: Event) -> Tags:
        """In a frame that scrolls by itself, named by the heading above (RGAA 5.4).

        A table wider than a phone would widen the whole page; a frame one may scroll must be
        reachable with the keyboard.
        """
        self._alignments = event.value
        name = f'aria-labelledby="{self.heading}"' if self.heading else 'aria-label="Tableau"'
        last = self._events[self._events[event.other - 1].other]
        return (
            f'<div class="tableau" role="region" {name} tabindex="0"><table {name}>\n',
            ("</tbody>\n" if last.kind is Kind.ROW else "") + "</table></div>\n",
        )

    def head(self, _: int, event: Event) -> Tags:
        """The heads, and the beginning of the body, where there is one."""
        self._columns, self._cell = iter(self._alignments), ('th scope="col"', "th")
        rows = self._events[event.other + 1].kind is Kind.ROW
        return "<thead>\n<tr>\n", "</tr>\n</thead>\n" + ("<tbody>\n" if rows else "")

    def row(self, _at: int, _: Event) -> Tags:
        """A row of the body."""
        self._columns, self._cell = iter(self._alignments), ("td", "td")
        return "<tr>\n", "</tr>\n"

    def cell(self, _: int, event: Event) -> Tags:
        """A cell, on its side of the column."""
        alignment = next(self._columns, "")
        self.cell_end = event.other
        begins, ends = self._cell
        return f'<{begins} class="{alignment}">' if alignment else f"<{begins}>", f"</{ends}>\n"
