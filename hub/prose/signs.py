"""Signs that are written with more than themselves: `\\*` is a star, `&eacute;` an « é »."""

from __future__ import annotations

import re
from html import unescape

_OTHERWISE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


def written_before(source: str, index: int) -> str:
    """What of `source` stands before the sign that is shown at `index`, its backslash included."""
    at = shown = 0
    for found in _OTHERWISE.finditer(source):
        plain = found.start() - at
        sign = unescape(found[0]) if found[0][0] == "&" else ""
        if sign == found[0]:  # no entity of that name
            continue
        if shown + plain + len(sign) > index:
            break
        shown += plain + len(sign)
        at = found.end()
    return source[: at + max(0, index - shown)]
