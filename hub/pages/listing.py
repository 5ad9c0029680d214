"""The list of a kind on the page of its section, and on the pages that follow it where it is long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from hub.model.kind import Kind
from hub.model.sections import BY_ADDRESS
from hub.pages.page import Page, Pages
from hub.pages.portions import numbered, portions

T = TypeVar("T")


def listing(
    tools: Pages,
    kind: Kind[Any],
    template: str,
    things: Sequence[T],
    shown: Callable[[Sequence[T]], dict[str, Any]],
) -> Iterator[Page]:
    """The pages that list `things`. The template is given what `shown` makes of those of a page, and `parts`,
    the links to all the pages. They stand in the folder `page` of the section: no thing's page is there.
    """
    for part in portions(kind.base, things, below="page/"):
        values = {"parts": numbered(part), **shown(part.things)}
        if part.number == 1:
            yield tools.section_page(kind.base, template, **values)
            continue
        section = BY_ADDRESS[kind.base]
        yield tools.page(
            template,
            part.address,
            f"{section.title}{part.words}",
            f"{section.description.rstrip('.')}{part.words}.",
            kind.base,
            shell=kind.listing,
            introduction="",
            **values,
        )
