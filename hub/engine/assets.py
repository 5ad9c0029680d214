"""The site's own style sheets and scripts, in a folder named by what they hold.

A browser keeps such a file for ever and asks for it once; the first change gives all of them another address.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

OWN = "assets/hub/"
"""Where the theme has them, and where its pages look for them."""

SHEET = f"{OWN}hub.css"
_PARTS = f"{OWN}style/"
"""The parts of the sheet, in the order of their names: one file to ask for."""

_NAMED = re.compile(rb'(<[a-z][^<>]*? (?:href|src)="[^"<>]*?)' + OWN.encode())

Files = list[tuple[str, bytes]]


def named_by_content(html: dict[str, bytes], assets: Iterable[tuple[str, bytes]]) -> Files:
    """The theme's files as (path, bytes), our own under a digest; the pages of `html` follow them there."""
    others: Files = []
    own: dict[str, bytes] = {}
    parts: list[bytes] = []
    for path, data in sorted(assets):
        if path.startswith(_PARTS):
            parts.append(data)
        elif path.startswith(OWN):
            own[path] = data
        else:
            others.append((path, data))
    own[SHEET] = b"\n".join(parts)
    folder = f"{OWN}{_digest(own)}/"
    for path, page in html.items():
        html[path] = _NAMED.sub(rb"\1" + folder.encode(), page)
    return others + [(folder + path.removeprefix(OWN), data) for path, data in own.items()]


def _digest(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for path, data in sorted(files.items()):
        digest.update(f"{path} {len(data)} ".encode() + data)
    return digest.hexdigest()[:12]
