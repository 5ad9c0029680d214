"""By which way a reader tells the town something: the page that it gives for that, else a mail."""

from __future__ import annotations

from urllib.parse import quote

from hub.model.site import Site


def reporting(site: Site, subject: str, body: str = "") -> str:
    """The address that leads to whoever answers for the site; '' where nobody is known yet."""
    if site.signalement:
        return site.signalement
    if not site.contact:
        return ""
    asked = "&".join(
        f"{name}={quote(words)}" for name, words in (("subject", subject), ("body", body)) if words
    )
    return f"mailto:{site.contact}?{asked}"
