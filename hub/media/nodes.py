"""What a tree for paper is made of: words, and what holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hub.markup.typography import changes_of
from hub.media.tables import columns

Cells = Sequence[list[Any]]
Node = Any
"""Words, or what holds nodes: a dictionary whose `k` says its kind, `c` what it holds."""


def line(told: str) -> list[Node]:
    """A line of words, in French spacing, with the letters of « 1er » raised."""
    made: list[Node] = []
    done = 0
    for change in changes_of(told):
        made.append(told[done : change.start])
        made.append({"k": "sup", "c": [change.written]} if change.raised else change.written)
        done = change.end
    return list(_joined((*made, told[done:])))


def _joined(nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes, words beside words as one."""
    waiting = ""
    for one in nodes:
        if isinstance(one, str):
            waiting += one
            continue
        if waiting:
            yield waiting
        waiting = ""
        yield one
    if waiting:
        yield waiting


def table(head: Cells, rows: Sequence[Cells], align: Sequence[str], *, headed: bool = False) -> Node:
    """A table of these cells; `align` is the side of each column, `headed` whether the first names the rows.

    With what says how wide each column must be, and how long the longest cell of a row is.
    """
    told = [[said(cell) for cell in row] for row in (head, *rows)]
    return {
        "k": "table",
        "align": list(align),
        "headed": headed,
        "head": head,
        "rows": [{"c": row, "size": max(map(len, words))} for row, words in zip(rows, told[1:], strict=True)],
        "columns": columns(told),
    }


def said(nodes: Iterable[Node]) -> str:
    """The words of nodes, without form."""
    return "".join(one if isinstance(one, str) else _said(one) for one in nodes)


def is_seen(nodes: Iterable[Node]) -> bool:
    """Whether these nodes say anything: a heading and a link of nothing are no use to anyone."""
    return any(sign.isprintable() and not sign.isspace() for sign in said(nodes))


def _said(node: dict[str, Any]) -> str:
    if "w" in node:
        return str(node["w"])
    if node["k"] == "br":
        return "\n"
    return said(node.get("c", ()))
