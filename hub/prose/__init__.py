"""Prose: a Markdown text -> events with their places, from which all that is made of it is made."""

from hub.prose.event import Event, Kind, Target
from hub.prose.reading import Text, read

__all__ = ["Event", "Kind", "Target", "Text", "read"]
