"""Links inside the site, from a page: relative, so that the site works in any folder."""

from __future__ import annotations

from itertools import pairwise

_ROOT = '="/'
_LINKING = (" href", " src", " srcset")


def base(depth: int) -> str:
    """The way from a page to the root of the site, `../..`; `.` for a page that stands there."""
    return "/".join([".."] * depth) or "."


def relative(html: str, root: str) -> str:
    """`html` whose links that start with `/` go by `root`, the way to the root of the site.

    Attributes of tags alone: what looks like one in a text stays as it was written. Cut at `="/` rather than
    matched tag by tag: every page goes through here.
    """
    pieces = html.split(_ROOT)
    parts = pieces[:1]
    inside = False
    for before, after in pairwise(pieces):
        opened, closed = before.rfind("<"), before.rfind(">")
        inside = inside if opened == closed else opened > closed
        if not inside or not before.endswith(_LINKING) or after.startswith("/"):
            parts += _ROOT, after
        else:
            parts += '="', root, "/", _each(after, root) if before.endswith("srcset") else after
    return "".join(parts)


def _each(after: str, root: str) -> str:
    """The candidates of a `srcset` that follow its first, in the value that `after` begins with."""
    candidates, quote, rest = after.partition('"')
    return candidates.replace(", /", f", {root}/") + quote + rest
