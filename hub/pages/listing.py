"""The list of a kind on the page of its section, and on the pages that follow it where it is long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from hub.model.kind import Kind
from hub.pages.page import Page, Pages
from hub.pages.portions import Portion, numbered, portions
from hub.pages.sheet import Sheet

T = TypeVar("T")

Shown = Callable[[Pages, Kind[Any], Sequence[T]], dict[str, Any]]
"""What a template is given of the things of a page of their list."""


def listing(kind: Kind[Any], template: str, things: Sequence[T], shown: Shown[T]) -> Iterator[Sheet]:
    """The pages that list `things`. The template is given what `shown` makes of those of a page, and `parts`,
    the links to all the pages. They stand in the folder `page` of the section: no thing's page is there.
    """
    for part in portions(kind.base, things, below="page/"):
        yield Sheet(part.address, _page, (kind, template, part, shown))


def _page(tools: Pages, kind: Kind[Any], template: str, part: Portion[T], shown: Shown[T]) -> Page:
    values = {"parts": numbered(part), **shown(tools, kind, part.things)}
    if part.number == 1:
        return tools.section_page(kind.base, template, **values)
    section = tools.section(kind.base)
    return tools.page(
        template,
        part.address,
        f"{section.title}{part.words}",
        f"{section.description.rstrip('.')}{part.words}.",
        kind.base,
        shell=kind.listing,
        introduction="",
        **values,
    )
