"""Sources: text files -> plain values, each with its file, line and column. No meaning."""

from hub.sources.attachment import Attachment
from hub.sources.document import Document, Fault, Origin, Position, line_and_column
from hub.sources.reading import Reading, read
from hub.sources.tree import Sources

__all__ = [
    "Attachment",
    "Document",
    "Fault",
    "Origin",
    "Position",
    "Reading",
    "Sources",
    "line_and_column",
    "read",
]
