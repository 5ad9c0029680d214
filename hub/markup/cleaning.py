"""The second wall: whatever the writer of HTML did, nothing but this leaves it (ammonia's allow-list).

The list is what `hub.prose.html` writes and no more, so that the cleaner changes nothing of a text that was
written as it should be: a test holds it.
"""

from __future__ import annotations

from functools import cache

import nh3

TAGS = frozenset(
    "a blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img li ol p picture pre "
    "source span strong sup table tbody td th thead tr ul".split()
)

_ATTRIBUTES = {
    "a": {"href", "title", "aria-label"},
    "div": {"aria-labelledby"},
    "img": {"src", "alt", "width", "height"},
    "li": {"id"},
    "ol": {"start"},
    "source": {"type", "srcset", "sizes"},
    "sup": {"id"},
    "table": {"aria-labelledby"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}

_SIDES = {"left", "center", "right"}

_VALUES = {
    "a": {"role": {"doc-noteref", "doc-backlink"}},
    "div": {
        "class": {"tableau", "notes"},
        "role": {"region", "doc-endnotes"},
        "tabindex": {"0"},
        "aria-label": {"Tableau", "Notes"},
    },
    "img": {"loading": {"lazy"}, "decoding": {"async"}},
    "li": {"class": {"tache"}},
    "span": {"role": {"img"}, "aria-label": {"à faire", "fait"}},
    "table": {"aria-label": {"Tableau"}},
    "td": {"class": _SIDES},
    "th": {"class": _SIDES, "scope": {"col"}},
}

_SCHEMES = {"http", "https", "mailto", "tel"}


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        tag_attribute_values=_VALUES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def cleaned(html: str) -> str:
    """`html` without any element or attribute that is not ours."""
    return _cleaner().clean(html).replace("&nbsp;", "\u00a0")
