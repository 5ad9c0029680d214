"""Search: Pages -> records of what is searched of them -> the files of a Pagefind index."""

from hub.search.pagefind import Index, SearchError, bundles_of, indexing

__all__ = ["Index", "SearchError", "bundles_of", "indexing"]
