"""Search: Pages -> records of what is searched of them -> the files of a Pagefind index."""

from hub.search.pagefind import Index, SearchError, indexing

__all__ = ["Index", "SearchError", "indexing"]
