"""Who knows where the links and the images of a text lead: it alone knows the site."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from hub.prose.event import Target


class Lead(NamedTuple):
    """Where a link leads: its address, '' where it may lead nowhere; `after` is said after its words."""

    address: str
    after: str = ""


class Leads(Protocol):
    """What the texts of a site may lead to and show."""

    def link(self, target: Target) -> Lead:
        """Where a link leads."""

    def image(self, target: Target, alternative: str) -> str:
        """The HTML of an image of ours; '' for any other. `alternative` is HTML already."""

    def caption(self, title: str) -> str:
        """The title of an image of ours as words below it."""
