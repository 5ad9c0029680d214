"""The site as one leafs through it from a folder, without a server: a link to `agenda/` opens a list of files
there, so that each names its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_FOLDER = re.compile(r"""(<a\s[^<>]*?\bhref=")((?:[^":#?/]++/)*+)(#[^"]*+)?(?=")""")
"""A link to a folder of the site, from the page where it stands; one to the page itself ('') stays."""


def leafed(site: Path, out: Path) -> None:
    """A copy of `site` in the folder `out`, which is replaced; neither searches nor subscribes."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(site, out)
    for page in out.rglob("*.html"):
        written = page.read_text(encoding="utf-8")
        page.write_text(_FOLDER.sub(_named, written), encoding="utf-8")


def _named(found: re.Match[str]) -> str:
    before, folder, hash_sign = found[1], found[2], found[3] or ""
    return f"{before}{folder}index.html{hash_sign}" if folder else found[0]
