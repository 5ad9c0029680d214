"""The workshop as files of the site: its page, its forms, its program."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from hub.atelier import place
from hub.atelier.told import explained, templates
from hub.hosting.workshop import policy_of
from hub.markup.typography import french_html
from hub.model.depot import Depot
from hub.model.hub import Hub
from hub.model.site import Site

FOLDER = place.ADDRESS.strip("/")


def files(hub: Hub) -> Iterator[tuple[str, bytes]]:
    """The files of the workshop of a town that says where its files are kept: path in the site, bytes."""
    from hub.atelier.settings import config

    assert hub.site.depot is not None  # `is_made` says so
    yield f"{FOLDER}/index.html", page(hub.site, hub.site.depot)
    yield f"{FOLDER}/config.json", config(hub)
    for file in sorted(place.PACKAGE.iterdir()):
        yield f"{FOLDER}/{file.name}", file.read_bytes()


def page(site: Site, depot: Depot) -> bytes:
    """The page in which the program of the forms opens."""
    name = escape(site.site_name)
    without = french_html("L’atelier a besoin de JavaScript. Sans lui, écrivez au contact du site.")
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(policy_of(depot))}">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<link rel="icon" href="../assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="atelier.css">
<script type="module" src="atelier.js"></script>
<title>L’atelier · {name}</title>
</head>
<body>
<header class="atelier-tete">
<p><a href="../">{name}</a> <b>L’atelier</b></p>
<details><summary>{french_html("Comment ça marche ?")}</summary>
{explained(site, depot)}
</details>
</header>
<div id="atelier-dit" role="status"></div>
<section id="nc-root" aria-label="L’atelier"></section>
{templates(site, depot)}
<noscript><p class="atelier-mot">{without}</p></noscript>
</body>
</html>
""".encode()
