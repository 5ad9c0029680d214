"""What one does with a page, as buttons under its title: write, call, sign up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from hub.markup.addresses import mails, pages, phones
from hub.markup.mailto import mailto
from hub.model.telephone import dialled
from hub.pages.page import Pages


class Gesture(NamedTuple):
    """A button: its drawing, its words and where it leads."""

    drawing: str
    words: str
    address: str


def gestures(
    tools: Pages, contact: str | None, title: str, address: str, signing_up: bool = False
) -> list[Gesture]:
    """What a sentence that says whom to ask lets one do about the thing of that `title`, at that `address` of
    the site: follow its first page where it is for `signing_up`, write to its first mail, call its first
    number. Nothing where it gives none."""
    words = contact or ""
    found = [Gesture("fichier", "S’inscrire", one) for one in pages(words)[:1] if signing_up]
    found += [
        Gesture("courriel", "Écrire", mailto(one, title, _begun(tools, title, address)))
        for one in mails(words)[:1]
    ]
    return found + [Gesture("telephone", "Appeler", f"tel:{dialled(one)}") for one in phones(words)[:1]]


def of_thing(tools: Pages, thing: Any, contact: str | None, signing_up: bool = False) -> list[Gesture]:
    """The same, of a thing that has its own page."""
    return gestures(tools, contact, thing.titre, thing.address, signing_up)


def _begun(tools: Pages, title: str, address: str) -> Sequence[str]:
    """The first lines of a mail: it says what it is about."""
    return "Bonjour,", "", f"J’écris au sujet de « {title} » :", tools.hub.site.absolute(address), ""
