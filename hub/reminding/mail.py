"""What is due, as a mail to the town's own contact; nothing sends it."""

from __future__ import annotations

import datetime as dt
import uuid
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

import css_inline

from hub.feeds.heads import WHOLE
from hub.look.mail import dress
from hub.markup.columns import WIDTH, wrapped
from hub.markup.templates import environment
from hub.markup.town import of_town
from hub.markup.typography import french_html
from hub.model.hub import Hub
from hub.places import TEMPLATES
from hub.reminding.words import Group, Told

EIGHT = dt.time(8)
"""The hour at which it is said to be written: a day has none."""


class AddresseeError(Exception):
    """There is nobody to write to; the message is a French sentence."""


def message(hub: Hub, said: Told, today: dt.date) -> bytes:
    """The message (RFC 5322): text first, then HTML, which is preferred (RFC 2046 5.1.4); the same bytes for
    the same day. A mail program opens it ready to be sent (`X-Unsent`). Raises `AddresseeError`."""
    site = hub.site
    if not site.contact:
        raise AddresseeError(
            "Ce courriel n'a pas de destinataire : donnez l'adresse du service dans « contact » (mkdocs.yml)."
        )
    name = site.guid("rappels", str(today)).removeprefix("urn:uuid:")
    parcel = EmailMessage(policy=WHOLE)
    parcel["Subject"] = f"{said.title} ({' '.join(site.site_name.split())})"
    parcel["From"] = Address(" ".join(site.site_name.split()), addr_spec=site.contact)
    parcel["To"] = site.contact
    parcel["Date"] = format_datetime(dt.datetime.combine(today, EIGHT, site.zone))
    parcel["Message-ID"] = f"<{name}@{site.host}>"
    parcel["X-Unsent"] = "1"
    parcel.set_content(_text(said), cte="quoted-printable")
    parcel.add_alternative(_html(hub, said), subtype="html", cte="quoted-printable")
    parcel.set_boundary(f"=_{uuid.UUID(name).hex}")
    return bytes(parcel)


def _text(said: Told) -> str:
    return "\n\n".join([wrapped(said.lead), *map(_group, said.groups)]) + "\n"


def _group(group: Group) -> str:
    rows = [
        "\n".join((wrapped(line.what, first="* "), wrapped(line.todo, first="  "), f"  {line.place}"))
        for line in group.lines
    ]
    more = [f"* … {group.rest}"] if group.rest else []
    return "\n\n".join([f"{wrapped(group.who)}\n{'-' * min(WIDTH, len(group.who))}", *rows, *more])


def _html(hub: Hub, said: Told) -> str:
    template = environment(TEMPLATES).get_template("rappels.html")
    page = template.render(said=said, site=hub.site, of_town=of_town(hub.site), **dress(hub))
    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(french_html(page))
