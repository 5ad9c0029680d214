"""The mails of the newsletter, beside the page of each issue: what a mailing tool is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from hub.feeds.mail import mail, message
from hub.markup import Renderer
from hub.model import Hub
from hub.model.issue import issue_of


def files(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[tuple[str, bytes]]:
    """`courriel.html`, `courriel.txt` and `courriel.eml` of each issue, in the folder of its page.

    The message is a draft: a mail program opens it ready to be sent (`X-Unsent`, which Outlook looks for).
    """
    for letter in hub.letters:
        issue = issue_of(hub, letter, today)
        made = mail(hub, issue, renderer, templates)
        draft = message(hub, issue, made)
        draft["X-Unsent"] = "1"
        folder = letter.address.lstrip("/")
        yield f"{folder}courriel.html", made.html.encode()
        yield f"{folder}courriel.txt", made.text.encode()
        yield f"{folder}courriel.eml", bytes(draft)
