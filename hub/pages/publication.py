"""What has a title and a text of its own: its list and its pages, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hub.markup import dates
from hub.markup.plain import excerpt
from hub.model.fields import Meaning
from hub.model.kind import Kind
from hub.model.publication import Publication
from hub.model.walk import fields
from hub.pages.listing import listing
from hub.pages.page import Clues, Page, Pages
from hub.pages.sheet import Sheet


def sheets(tools: Pages, kind: Kind[Any]) -> Iterator[Sheet]:
    """The list of a kind, by the template `<section>.html`, and each thing, by `<shell>.html`.

    The first is given `things`, in `over` the ids of those that are, and `parts`, links to the pages of a
    long list; the second what `page` gives.
    """
    yield from lists(tools, kind)
    for thing in tools.hub.of(kind):
        yield Sheet(thing.address, page, (kind, thing))


def lists(tools: Pages, kind: Kind[Any]) -> Iterator[Sheet]:
    """The list of a kind, the first of what `sheets` makes."""
    assert kind.section
    yield from listing(kind, f"{kind.section.id}.html", tools.hub.of(kind), _shown)


def _shown(tools: Pages, kind: Kind[Any], things: Sequence[Any]) -> dict[str, Any]:
    return {"things": things, "over": {thing.id for thing in things if is_over(tools, kind, thing)}}


def page(
    tools: Pages,
    kind: Kind[Any],
    thing: Publication,
    description: str = "",
    clues: Clues | None = None,
    **values: Any,
) -> Page:
    """The page of a thing. Its template is given `thing`, its `text`, the `associations` that it names,
    whether it is `over`, and `values`, of which its `gestures` and a `map` may be; it says of itself what its
    summary says, unless there is a `description`."""
    text = tools.renderer.render(thing.text)
    revised = getattr(thing, "revu_le", None) or thing.publie_le
    over = is_over(tools, kind, thing)
    named = [one.value for one in fields(thing) if one.meaning is Meaning.ASSOCIATION]
    return tools.page(
        f"{kind.shell}.html",
        thing.address,  # type: ignore[attr-defined]
        thing.titre,
        description or described(tools, thing),
        kind.base,
        shell=kind.shell,
        modified=revised.first if revised else None,
        clues=clues or _clues(thing, over),
        thing=thing,
        text=text,
        associations=tools.named(named),
        **{"over": over, "gestures": (), "map": "", **values},
    )


def is_over(tools: Pages, kind: Kind[Any], thing: Publication) -> bool:
    """Whether a thing is over today, as its kind says."""
    return kind.over is not None and kind.over(thing, tools.today)


def described(tools: Pages, thing: Publication) -> str:
    """What a thing is about: its summary, or the beginning of its text."""
    return thing.resume or excerpt(tools.renderer.beginning(thing.text))


def _clues(thing: Publication, over: bool) -> Clues:
    """When a thing was published, and whether it is over."""
    published = thing.publie_le
    if not published:
        return Clues(over=over)
    return Clues(when=dates.date(published), years=(published.year,), over=over)
