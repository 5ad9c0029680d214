"""A file that programs read, and how to make it: one that nobody asks for need not be made."""

from __future__ import annotations

from collections.abc import Callable

Sheet = tuple[str, Callable[[], bytes]]
"""The path of a file in the site, `agenda/rss.xml`, and what makes its bytes.

The sheets of a step may be made in any order, or some of them alone: what several share (an item, an event)
is made once, by the first that needs it.
"""
