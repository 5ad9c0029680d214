"""Plain pages, and the introductions of sections."""

from __future__ import annotations

from hub.model.attachment import Picture
from hub.model.fields import Passage
from hub.model.kind import Kind
from hub.model.publication import Publication
from hub.model.shortcut import Shortcut


class Editorial(Publication):
    """A plain page, or the introduction of a section. That of the home page has `raccourcis`: what people
    come to do; its `image` shows the town."""

    image: Picture | None = None
    source: Passage | None = None
    raccourcis: tuple[Shortcut, ...] = ()

    @property
    def address(self) -> str:
        return "/" if self.id == "index" else f"/{self.id}/"


EDITORIAL = Kind(
    attribute="editorials",
    model=Editorial,
    one="page",
    many="pages",
    folder="content",
    link=None,
    section=None,
    shell=None,
    feed=None,
    search=None,
    card=False,
    letter=None,
    data=None,
    over=None,
)
