"""The program that makes a site, as a digest: what another one made is not kept."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import version

from hub.places import PROGRAM, THEME

LIBRARIES = (
    *("pydantic", "pyromark", "nh3", "jinja2", "markupsafe", "feedgen", "lxml", "icalendar", "css-inline"),
    *("segno", "pillow", "phonenumbers", "python-dateutil", "tzdata", "pyyaml", "pagefind"),
)
"""Those whose versions may change the bytes of a page or a feed; the engine's are in its frames' key."""


@cache
def fingerprint() -> str:
    """The digest of this program's code and templates, of Python and of the libraries."""
    digest = hashlib.sha256(platform.python_version().encode())
    digest.update(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for folder in (PROGRAM / "hub", THEME):
        for file in sorted(folder.rglob("*")):
            if file.suffix != ".pyc" and file.is_file():
                data = file.read_bytes()
                digest.update(f"{file.relative_to(PROGRAM).as_posix()} {len(data)} ".encode() + data)
    return digest.hexdigest()
