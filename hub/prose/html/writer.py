"""Events -> HTML: the text's own HTML shows as the text it is, and no element is left open.

Linear, and without recursion: each event is written once, and what an element ends with is known when it
begins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hub.prose.event import INLINE, Event, Kind
from hub.prose.headings import Heading
from hub.prose.html import endnotes
from hub.prose.html.escaping import BREAKS, attribute, text, without_comments
from hub.prose.html.leads import Leads
from hub.prose.html.leaves import SAID
from hub.prose.html.tables import Tables, Tags
from hub.prose.words import words

DEEPEST = 60
"""Elements in elements, after which lists, quotations and emphasis are text alone. A browser stops at 512,
and takes a time that grows with the depth."""


def html(events: Sequence[Event], headings: Sequence[Heading], leads: Leads) -> str:
    """The HTML of a text; `headings` are its headings, `value` of WORDS the places of letters to raise."""
    return _Writer(events, headings, leads).whole()


class _Writer:
    def __init__(self, events: Sequence[Event], headings: Sequence[Heading], leads: Leads) -> None:
        self._events = events
        self._leads = leads
        self._anchors = {heading.index: heading.anchor for heading in headings}
        self._tables = Tables(events)
        self._notes = endnotes.Endnotes(events)
        self._back: dict[int, str] = {}
        self._link_end = -1
        self._written: list[str] = []
        self._ends: list[str] = []
        self._elements: dict[Kind, Callable[[int, Event], Tags]] = {
            Kind.PARAGRAPH: self._paragraph,
            Kind.HEADING: self._heading,
            Kind.LIST: self._list,
            Kind.ITEM: self._item,
            Kind.LINK: self._link,
            Kind.TABLE: self._tables.table,
            Kind.TABLE_HEAD: self._tables.head,
            Kind.ROW: self._tables.row,
            Kind.CELL: self._tables.cell,
        }

    def whole(self) -> str:
        """The HTML of all the events, the notes at the end."""
        self._write(0, len(self._events))
        if self._notes.listed:
            self._block(endnotes.BEGINS)
            for index, number in self._notes.listed:
                self._note(index, number)
            self._block(endnotes.ENDS)
        return "".join(self._written).strip("\n")

    def _write(self, at: int, end: int) -> None:
        while at < end:
            event = self._events[at]
            if event.kind is Kind.END:
                self._written.append(self._ends.pop())
            elif event.kind is Kind.RULE:
                self._block("<hr>\n")
            elif event.other < 0:
                self._written.append(self._leaf(at, event))
            elif event.kind in _WHOLE:
                self._whole(event, self._events[at + 1 : event.other])
                at = event.other
            else:
                self._begin(at, event)
            at += 1

    def _begin(self, at: int, event: Event) -> None:
        if event.kind in _NESTED and len(self._ends) >= DEEPEST:
            self._ends.append("")
            return
        element = self._elements.get(event.kind)
        begins, ends = element(at, event) if element else _PLAIN[event.kind]
        self._ends.append(ends)
        if event.kind in INLINE:
            self._written.append(begins)
        else:
            self._block(begins)

    def _block(self, begins: str) -> None:
        """A block begins a line."""
        if self._written and not self._written[-1].endswith("\n"):
            self._written.append("\n")
        self._written.append(begins)

    def _whole(self, event: Event, inside: Sequence[Event]) -> None:
        """What is written at once: an image, HTML; a note is not, it comes at the end."""
        if event.kind is Kind.IMAGE:
            alternative = " ".join(words(inside).split("\n"))
            image = self._leads.image(event.value, attribute(alternative))
            self._written.append(image or text(alternative))
        if event.kind is Kind.HTML_BLOCK:
            shown = without_comments("".join(one.text for one in inside)).strip()
            if shown:
                self._block(f"<p>{text(shown)}</p>\n")

    def _leaf(self, at: int, event: Event) -> str:
        if said := SAID.get(event.kind):
            return said(event)
        if event.kind is Kind.NOTE_MARK:
            return self._notes.call(event.text)
        in_cell = at < self._tables.cell_end
        return "<br>" if in_cell and event.text in BREAKS else text(without_comments(event.text))

    def _paragraph(self, at: int, event: Event) -> Tags:
        back = self._back.get(at, "")
        if caption := self._caption(at, event):
            after = f"<p>{back}</p>\n" if back else ""
            return "<figure>", f"<figcaption>{text(caption)}</figcaption></figure>\n{after}"
        return "<p>", f" {back}</p>\n" if back else "</p>\n"

    def _caption(self, at: int, event: Event) -> str:
        """The title of an image of ours, alone in its paragraph, as a link or not; '' for all else."""
        image, end = self._events[at + 1], event.other
        if image.kind is Kind.LINK and image.other == end - 1:
            image, end = self._events[at + 2], image.other
        alone = image.kind is Kind.IMAGE and image.other == end - 1
        if not (alone and image.value.title and self._leads.image(image.value, "")):
            return ""
        return self._leads.caption(image.value.title)

    def _heading(self, at: int, event: Event) -> Tags:
        """A page has one title of the first level, its own."""
        level = max(2, event.value)
        if at not in self._anchors:
            return f"<h{level}>", f"</h{level}>\n"
        anchor = attribute(self._anchors[at])
        self._tables.heading = anchor
        return f'<h{level} id="{anchor}">', f"</h{level}>\n"

    def _list(self, _: int, event: Event) -> Tags:
        if event.value is None:
            return "<ul>\n", "</ul>\n"
        return ("<ol>\n" if event.value == 1 else f'<ol start="{event.value}">\n'), "</ol>\n"

    def _item(self, at: int, _: Event) -> Tags:
        first = self._events[at + 1]
        if first.kind is Kind.PARAGRAPH:
            first = self._events[at + 2]
        return '<li class="tache">' if first.kind is Kind.TASK else "<li>", "</li>\n"

    def _link(self, at: int, event: Event) -> Tags:
        if at < self._link_end:  # an address between < and > in the words of a link
            return "", ""
        self._link_end = event.other
        lead = self._leads.link(event.value)
        address = f' href="{attribute(lead.address)}"' if lead.address else ""
        title = f' title="{attribute(event.value.title)}"' if event.value.title else ""
        return f"<a{address}{title}>", f"{text(lead.after)}</a>"

    def _note(self, index: int, number: int) -> None:
        """A note; where it was called from is said in its last paragraph, if it ends with one."""
        end, back = self._events[index].other, self._notes.back(number)
        last = self._events[end - 1]
        if in_paragraph := last.kind is Kind.END and last.value is Kind.PARAGRAPH:
            self._back[last.other] = back
        self._block(f'<li id="_note-{number}">')
        self._write(index + 1, end)
        self._block("</li>\n" if in_paragraph else f"<p>{back}</p>\n</li>\n")


_WHOLE = frozenset((Kind.IMAGE, Kind.HTML_BLOCK, Kind.NOTE))
_NESTED = frozenset((Kind.QUOTE, Kind.LIST, Kind.ITEM, Kind.EMPHASIS, Kind.STRONG, Kind.STRIKE))

_PLAIN: dict[Kind, Tags] = {
    Kind.QUOTE: ("<blockquote>\n", "</blockquote>\n"),
    Kind.CODE_BLOCK: ("<pre><code>", "</code></pre>\n"),
    Kind.EMPHASIS: ("<em>", "</em>"),
    Kind.STRONG: ("<strong>", "</strong>"),
    Kind.STRIKE: ("<del>", "</del>"),
}
