"""The columns that each set of open data had, version after version: who reads one counts on its columns.

A column that changes its name, its type or its place is a new version, here and in CHANGELOG.md: 2.0.0 where
what read it no longer does, 1.1.0 where a column is added. `tests/test_open_data.py` compares the last one
with what is published, for a town that has everything.
"""

from __future__ import annotations

FIRST = "1.0.0"

RECORDED: dict[str, dict[str, str]] = {}
"""A set -> its versions, in their order -> its columns, `name:type`."""


def version_of(name: str) -> str:
    """The version of the columns of a set: the last one recorded."""
    return next(reversed(RECORDED.get(name) or {FIRST: ""}))
