"""A declaration that does not say all it must: the program does not start, and says which and what."""

from __future__ import annotations


class IncompleteError(Exception):
    """A kind of content whose declaration lacks something, in a French sentence that names both."""
