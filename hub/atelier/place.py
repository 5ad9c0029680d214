"""Where the workshop is, and whether a site has one."""

from __future__ import annotations

from hub.hosting.workshop import ADDRESS
from hub.model.site import Site
from hub.places import PROGRAM

__all__ = ["ADDRESS", "PACKAGE", "is_made"]

PACKAGE = PROGRAM / "atelier" / "paquet"
"""What `make atelier` makes: the program of the forms, as files of the site."""


def is_made(site: Site) -> bool:
    """Whether the site has a workshop: the town says where its files are kept, and the program is there."""
    return site.depot is not None and (PACKAGE / "atelier.js").is_file()
