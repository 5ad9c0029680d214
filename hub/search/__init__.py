"""Search: Pages -> records of what is searched of them -> the files of a Pagefind index.

`pagefind` makes it; `ahead` begins it before the pages are known, and loads nothing that makes them.
"""
