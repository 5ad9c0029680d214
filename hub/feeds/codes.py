"""QR codes of the subscriptions, to be printed on posters and flyers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hub.feeds.sheet import Sheet
from hub.markup.qr import code
from hub.model import Hub
from hub.model.calendars import CALENDARS
from hub.model.channels import SUBSCRIBING, code_of, feeds_of


def sheets(hub: Hub) -> Iterator[Sheet]:
    """`abonnements/<anchor>.svg` for each feed and calendar of the town.

    A code leads to the page that says what to do, at the right place: a phone that opens a calendar's own
    address copies its dates once, and never hears of a change.
    """
    anchors = (*(feed.anchor for feed in feeds_of(hub.kinds)), *(calendar.anchor for calendar in CALENDARS))
    for anchor in anchors:
        yield code_of(anchor).lstrip("/"), partial(code, hub.site.absolute(f"{SUBSCRIBING}#{anchor}"))
