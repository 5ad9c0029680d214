"""An address that is no more, and the one that took its place."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from hub.hosting.policy import CONTENT_SECURITY_POLICY
from hub.model.site import Site


class Moved(NamedTuple):
    """`old` leads to `new`; both are addresses in the site, `/guides/semer/`. `dated` says that a calendar
    stands beside the page, `/agenda/yoga.ics`, and moves with it."""

    old: str
    new: str
    dated: bool = False


def page(moved: Moved, site: Site) -> tuple[str, bytes]:
    """The file that stands at the old address, for servers that know no redirections.

    It bears no style and no script: the browser has left before it is read.
    """
    up = "../" * (moved.old.count("/") - 1)
    link = escape(up + moved.new.lstrip("/"))
    whole = escape(site.absolute(moved.new))
    return (
        f"{moved.old.strip('/')}/index.html",
        f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="robots" content="noindex">
<link rel="canonical" href="{whole}">
<title>Cette page a changé d’adresse</title>
</head>
<body>
<h1>Cette page a changé d’adresse</h1>
<p><a href="{link}">Aller à sa nouvelle adresse</a></p>
</body>
</html>
""".encode(),
    )
