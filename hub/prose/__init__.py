"""Prose: a Markdown text -> events with their places, from which all that is made of it is made."""

from hub.prose.event import Event, Kind, Reference, Target, until_end
from hub.prose.reading import Text, read

__all__ = ["Event", "Kind", "Reference", "Target", "Text", "read", "until_end"]
