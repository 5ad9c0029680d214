"""The program that makes a site, as a digest: what another one made is not kept."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

from hub.places import CARRIED, PACKAGE, THEME

LIBRARIES = (
    *(
        "pydantic",
        "pyromark",
        "nh3",
        "jinja2",
        "markupsafe",
        "feedgen",
        "lxml",
        "icalendar",
        "css-inline",
        "coloraide",
    ),
    *("zxing-cpp", "pillow", "phonenumbers", "python-dateutil", "tzdata", "pyyaml", "pagefind"),
)
"""Those whose versions may change the bytes of a page or a feed; the engine's are in its frames' key."""


@cache
def fingerprint() -> str:
    """The digest of this program's code and templates, of Python and of the libraries."""
    digest = hashlib.sha256(platform.python_version().encode())
    digest.update(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for path in _files():
        with open(path, "rb") as file:  # noqa: PTH123 (hundreds of them, at each build)
            data = file.read()
        digest.update(f"{path.removeprefix(f'{PACKAGE.parent}')} {len(data)} ".encode() + data)
    return digest.hexdigest()


def _files() -> Iterator[str]:
    """The files of the program and of its theme, in order, but for what is compiled of them."""
    for folder in (PACKAGE, THEME):
        for at, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name not in ("__pycache__", CARRIED.name))
            yield from (f"{at}/{name}" for name in sorted(names))
