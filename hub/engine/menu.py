"""The menu of every page: entries, and the sections that each names, of those that the town shows."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from hub.model.sections import MENU, Section, entries_of

PLACES = {address: place for place, address in enumerate(MENU)}
"""Where the menu's slots are, by the address of what each marks."""


def menu_of(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """The entries of a site that has these sections, as the header's template reads them: `title`, and
    `links`, each with its `title`, its `url` and its `place` among the slots. Words are escaped."""
    return [
        {
            "title": html.escape(entry.title),
            "place": PLACES[entry.section.address],
            "links": [
                {"title": html.escape(one.title), "url": one.address[1:], "place": PLACES[one.address]}
                for one in entry.within
            ],
        }
        for entry in entries_of(sections)
    ]
