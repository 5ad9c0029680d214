"""What a published site holds, read from its folder: which pages, and their titles."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from hub.checks.permanence import SECTIONS
from hub.model.channels import RESERVED
from hub.publish import town_of

_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


class PublishedPages(Mapping[str, str]):
    """The pages of things of a published site: address -> title.

    A title is read from its page when it is asked for: only pages that are gone are.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._addresses = frozenset(_addresses(out))

    def __getitem__(self, address: str) -> str:
        if address not in self._addresses:
            raise KeyError(address)
        try:
            page = (self._out / address.strip("/") / "index.html").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return address
        found = _TITLE.search(page)
        return html.unescape(_TAG.sub("", found[1])).strip() if found else address

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)


def _addresses(out: Path) -> Iterator[str]:
    for section in SECTIONS:
        folder = out / section.strip("/")
        for page in folder.iterdir() if folder.is_dir() else ():
            listing = section == "/agenda/" and (page.name.isdigit() or page.name in RESERVED)
            if not listing and (page / "index.html").is_file():
                yield f"{section}{page.name}/"


def published(out: Path, town: str) -> Mapping[str, str]:
    """The pages that `town` (its `identifiant`) published in the folder `out`; none of another town's."""
    return PublishedPages(out) if town_of(out) == town else {}
