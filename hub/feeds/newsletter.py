"""The mails of the newsletter, beside the page of each issue: what a mailing tool is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hub.feeds.sheet import Sheet
from hub.markup import Renderer
from hub.model import Hub
from hub.model.issue import Issue, issue_of
from hub.model.letter import Letter
from hub.remembered import remembered

if TYPE_CHECKING:
    from hub.feeds.mail import Mail


def sheets(hub: Hub, today: dt.date, renderer: Renderer, templates: Path) -> Iterator[Sheet]:
    """`courriel.html`, `courriel.txt` and `courriel.eml` of each issue, in the folder of its page."""
    for letter in hub.letters:
        draft = _Draft(hub, letter, today, renderer, templates)
        folder = letter.address.lstrip("/")
        yield f"{folder}courriel.html", draft.html
        yield f"{folder}courriel.txt", draft.text
        yield f"{folder}courriel.eml", draft.message


class _Draft:
    """An issue as a mail that nobody has sent; made when one of its files is."""

    def __init__(self, hub: Hub, letter: Letter, today: dt.date, renderer: Renderer, templates: Path) -> None:
        self._hub, self._letter, self._today = hub, letter, today
        self._renderer, self._templates = renderer, templates
        self.given = (letter,)
        self._issue = remembered(self._composed)
        self._mail = remembered(self._written)

    def _composed(self) -> Issue:
        return issue_of(self._hub, self._letter, self._today)

    def _written(self) -> Mail:
        from hub.feeds.mail import mail  # with email and css_inline: most builds keep the mails

        return mail(self._hub, self._issue(), self._renderer, self._templates)

    def html(self) -> bytes:
        return self._mail().html.encode()

    def text(self) -> bytes:
        return self._mail().text.encode()

    def message(self) -> bytes:
        """A mail program opens it ready to be sent (`X-Unsent`, which Outlook looks for)."""
        from hub.feeds.mail import message

        parcel = message(self._hub, self._issue(), self._mail())
        parcel["X-Unsent"] = "1"
        return bytes(parcel)
