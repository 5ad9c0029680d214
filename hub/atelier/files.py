"""The workshop as files of the site: its page, its forms, its program."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from hub.atelier import place
from hub.atelier.backend import signs_in_with_token
from hub.hosting.workshop import policy_of
from hub.markup.typography import french_html
from hub.model.depot import Depot, Forge
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
{french_html(_explained(depot))}
</details>
</header>
<div id="nc-root"></div>
<noscript><p class="atelier-mot">{without}</p></noscript>
</body>
</html>
""".encode()


def _explained(depot: Depot) -> str:
    """What somebody who comes here for the first time must know, in a few sentences."""
    one_by_one = (
        "Ce que vous enregistrez devient une proposition ; quand elle est prête, faites passer son état de "
        "« Brouillon » à « En révision »."
    )
    together = "Ce que vous enregistrez rejoint une proposition, que quelqu’un relit avant de publier."
    return f"""\
<p>Ici, on change le site en remplissant des formulaires. Rien ne paraît avant d’avoir été relu.
{together if depot.forge is Forge.forgejo else one_by_one}</p>
<p>{_entering(depot)}</p>
<p>Une date se tape année-mois-jour : 2026-11-21. Une photo est réduite avant d’être envoyée, et l’endroit où
elle a été prise en est effacé.</p>"""


def _entering(depot: Depot) -> str:
    """How one enters: by the forge, or by a token that it gives."""
    forge = escape(depot.forge.libelle)
    account = (
        f'Pour entrer, il faut un compte chez <a href="{escape(depot.root)}">{forge}</a>, où sont gardés les '
        "fichiers"
    )
    if signs_in_with_token(depot):
        return (
            f"{account}, et un jeton : une suite de signes que {forge} vous donne une fois, et que vous "
            "collez ici. Demandez l’un et l’autre au service qui tient le site."
        )
    return f"{account} : demandez-le au service qui tient le site, puis suivez le bouton de connexion."
