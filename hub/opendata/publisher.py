"""Who publishes the data, as national schemas name them."""

from __future__ import annotations

from hub.markup.plain import capital
from hub.markup.town import of_town
from hub.model.site import Site


def named(site: Site) -> str:
    """Who answers for the data: who publishes the site."""
    return site.editeur.nom or capital(f"commune {of_town(site)}")
