"""How a reader proposes a change of a page: the page of the forge where its file is corrected, or a mail.

Both ways lead to those who keep the files. A forge asks for an account, which few citizens have: the mail is
offered beside. A town that has no forge offers the mail, or the page that it names (`signalement`); one whose
contact is not known says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hub.atelier.place import form_of, is_made
from hub.model.editorial import EDITORIAL
from hub.model.fields import Entity
from hub.model.kinds import kind_of
from hub.model.legal import LEGAL
from hub.pages import mails
from hub.pages.additions import Addition, additions
from hub.schemas.headers import header
from hub.sources.tree import SETTINGS

if TYPE_CHECKING:
    from hub.pages.page import Pages

ALL = "/plan-du-site/"
"""The page that offers to add each kind of thing."""


class Ways(NamedTuple):
    """The ways to correct a page, None where there is none: on the `forge`, or in the workshop that writes
    there; by the page that the town names; by mail. And what may be added to it."""

    forge: str | None
    reporting: str | None
    mail: str | None
    additions: tuple[Addition, ...]


def ways(tools: Pages, title: str, address: str, section: str, thing: Entity | None) -> Ways:
    """The ways to correct the page at `address`, which is made of `thing`, or else of its section's text."""
    site = tools.hub.site
    offered: tuple[Addition, ...] = ()
    if thing is None and address in (section, ALL):
        offered = tuple(additions(tools) if address == ALL else additions(tools, section))
    return Ways(
        _file(tools, section, thing),
        None if site.depot else site.signalement,
        mails.correction(site, title, address),
        tuple(one for one in offered if one.forge or one.mail),
    )


def _file(tools: Pages, section: str, thing: Entity | None) -> str | None:
    """Where one corrects the file of a thing, or the text of a section, which begins if it has none yet."""
    depot = tools.hub.site.depot
    if depot is None:
        return None
    own = tools.section(section)
    if own.id in LEGAL:
        return form_of(tools.hub.site) if is_made(tools.hub.site) else depot.edit(SETTINGS)
    held = thing if thing is not None else tools.hub.editorials.get(own.id)
    if held is None:
        return depot.new(EDITORIAL.folder, f"{own.id}.md", header(EDITORIAL.model, {"titre": own.title}))
    if is_made(tools.hub.site):
        return form_of(held)
    if kind_of(held).register:
        return depot.edit(kind_of(held).register, tools.line(held) if depot.lines else None)
    return depot.edit(held.origin.document.path)
