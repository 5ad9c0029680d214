"""An issue addressed to one subscriber: a message of its own, by which one can leave."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from email.utils import format_datetime

from hub.feeds.item import guid
from hub.feeds.mail import Mail, message
from hub.model import Hub
from hub.model.issue import Issue


def parcels(hub: Hub, issue: Issue, made: Mail, sender: str, now: dt.datetime) -> Callable[[str], bytes]:
    """What gives the bytes (RFC 5322, CRLF) of the message to an address.

    `made` is the mail of `sender`, dated `now`. A message bears the same Message-ID however often it
    is made: a mailbox that gets it twice may keep one.
    """
    name = uuid.UUID(guid(hub, issue.letter))

    def parcel(address: str) -> bytes:
        sent = message(hub, issue, made, sender)
        headers = {
            "To": address,
            "Date": format_datetime(now),
            "Message-ID": f"<{uuid.uuid5(name, address.lower())}@{hub.site.host}>",
        }
        for header, value in headers.items():
            sent.replace_header(header, value)
        return bytes(sent)

    return parcel
