"""An issue addressed to one subscriber: a message of its own, by which one can leave."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from email.utils import format_datetime
from urllib.parse import quote

from hub.feeds.item import guid
from hub.feeds.mail import LEAVING, UNSUBSCRIBE, Mail, message
from hub.markup.typography import french
from hub.model import Hub
from hub.model.issue import Issue


def parcels(hub: Hub, issue: Issue, made: Mail, sender: str, now: dt.datetime) -> Callable[[str], bytes]:
    """What gives the bytes (RFC 5322, CRLF) of the message to an address.

    One leaves by writing to `sender` (RFC 2369 3.2). A message bears the same Message-ID however often it
    is made: a mailbox that gets it twice may keep one.
    """
    leaving = f"mailto:{sender}?subject={quote('Ne plus recevoir la lettre')}"
    words = f"Ne plus la recevoir : écrivez à {sender}"
    own = made._replace(
        html=made.html.replace(UNSUBSCRIBE, leaving), text=made.text.replace(french(LEAVING), french(words))
    )
    name = uuid.UUID(guid(hub, issue.letter))

    def parcel(address: str) -> bytes:
        sent = message(hub, issue, own, sender)
        headers = {
            "To": address,
            "Date": format_datetime(now),
            "Message-ID": f"<{uuid.uuid5(name, address.lower())}@{hub.site.host}>",
            "List-Unsubscribe": f"<{leaving}>",
        }
        for header, value in headers.items():
            sent.replace_header(header, value)
        return bytes(sent)

    return parcel
