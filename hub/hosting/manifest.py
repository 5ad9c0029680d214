"""The web manifest (W3C, appmanifest): the name, the colours and the icons of the site on a phone."""

from __future__ import annotations

import json

from hub.look import palette_of
from hub.model.site import Site

PATH = "site.webmanifest"
LIGHT, DARK = "#fbf9f5", "#12191d"
"""The paper of each theme, as the style sheets have it: what a phone paints around the page."""


def around(site: Site) -> tuple[str, str]:
    """What a phone paints around a page, in the light theme and in the dark one: the colour of the town, or
    paper for one that has none."""
    palette = palette_of(site)
    return (palette.ground.colour, palette.dark["marque-pale"]) if palette.is_own else (LIGHT, DARK)


_ICONS = ((192, "any"), (512, "any"), (512, "maskable"))


def manifest(site: Site) -> tuple[str, bytes]:
    """The manifest as a file; its addresses are relative, so that the site may stand in any folder."""
    icons = []
    for size, purpose in _ICONS:
        suffix = "-masque" if purpose == "maskable" else ""
        source = f"assets/icone-{size}{suffix}.png"
        icons.append({"src": source, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose})
    content = {
        "name": site.site_name,
        "short_name": site.commune,
        "description": site.site_description,
        "lang": "fr",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": LIGHT,
        "theme_color": around(site)[0],
        "icons": icons,
    }
    return PATH, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
