"""An issue of the newsletter as a mail: HTML for mail programs, text in columns, and the two as a message."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import css_inline
import nh3
from jinja2 import Environment
from markupsafe import Markup

from hub.feeds.heads import WHOLE
from hub.feeds.item import guid
from hub.look.mail import dress
from hub.markup import Renderer, dates
from hub.markup.alone import absolute
from hub.markup.cleaning import TAGS
from hub.markup.columns import WIDTH, columns, wrapped
from hub.markup.issue import Block, Entry, blocks, readers
from hub.markup.leads import in_full
from hub.markup.picture import height_at, plan_of
from hub.markup.plain import excerpt
from hub.markup.templates import environment
from hub.markup.titles import letter_title
from hub.markup.town import of_town
from hub.markup.typography import french, french_html
from hub.model.hub import Hub
from hub.model.issue import Issue
from hub.model.letter import Letter

UNSUBSCRIBE = "https://desinscription.invalid/"
"""Stands for the address by which one leaves: the mailing tool puts its own (docs/lettre.md).

`.invalid` leads nowhere, for ever (RFC 2606): a mail sent with it shows at once in a trial.
"""

LIMIT = 102_000
"""Bytes of HTML from which Gmail cuts a mail."""

SMALL = 120
"""Pixels of the width of a picture, beside what it shows."""

PREHEADER = 110
"""Characters: what a list of mails shows after the subject."""

_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "th": {"scope"}}
_FRAMES = {"div", "span"}
_CLEANER = nh3.Cleaner(tags=set(TAGS - _FRAMES), attributes=_ATTRIBUTES, link_rel=None)
"""What the page needs and a mail does not (anchors, frames of tables) goes."""

_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False)

EIGHT = dt.time(8)
"""The hour at which an issue is said to be written: its day has none."""


class Mail(NamedTuple):
    """An issue as a mail: `subject` and `preheader` are plain text, `text` has at most 72 columns."""

    letter: Letter
    subject: str
    preheader: str
    html: str
    text: str


class Beside(NamedTuple):
    """A picture as a mail shows it: where the site has it, its size in pixels."""

    address: str
    width: int
    height: int


class _Told(NamedTuple):
    """What there is to say: the editorial in HTML within our tags and in columns, the rest in blocks."""

    hub: Hub
    issue: Issue
    editorial: str
    columns: str
    blocks: list[Block]
    sender: str

    @property
    def online(self) -> str:
        return self.hub.site.absolute(self.issue.letter.address)


def leaving(sender: str) -> str:
    """How one leaves: a mail to `sender` (RFC 2369 3.2), or what stands for the tool's own address."""
    return f"mailto:{sender}?subject={quote('Ne plus recevoir la lettre')}" if sender else UNSUBSCRIBE


def mail(hub: Hub, issue: Issue, renderer: Renderer, templates: Path, sender: str = "") -> Mail:
    """The mail of an issue; `templates` is the folder of `courriel.html`.

    One leaves by writing to `sender`; without one, by what the mailing tool puts in its place.
    """
    letter = issue.letter
    editorial = french_html(absolute(renderer.render(letter.text).html, hub, letter.address))
    text = columns(renderer.read(letter.text), in_full(hub, letter.address))
    told = _Told(hub, issue, editorial, text, blocks(issue, renderer), sender)
    heads = Mail(
        letter,
        subject=french(_one_line(letter_title(letter))),
        preheader=french(excerpt(letter.resume or renderer.beginning(letter.text), PREHEADER)),
        html="",
        text=_text(told),
    )
    return heads._replace(html=_html(told, heads, templates))


def _html(told: _Told, heads: Mail, templates: Path) -> str:
    template = _environment(templates).get_template("courriel.html")
    site = told.hub.site
    page = template.render(
        mail=heads,
        letter=heads.letter,
        site=site,
        kicker=_kicker(told.issue),
        editorial=Markup(_CLEANER.clean(told.editorial)),
        blocks=told.blocks,
        picture=partial(_picture, told.hub),
        online=told.online,
        unsubscribe=leaving(told.sender),
        of_town=of_town(site),
        **dress(told.hub),
    )
    return _INLINER.inline(french_html(page))


def _picture(hub: Hub, entry: Entry) -> Beside | None:
    """The picture of an entry; None where it has none that can be shown: no tile is drawn instead, as on the
    pages. A mail program shows no SVG, asks first for whatever it shows, and a tile would say no more than
    the title of its block."""
    plan = plan_of(hub, entry.picture)
    if plan is None:
        return None
    address = hub.site.absolute(f"/{plan.small.path}")
    return Beside(address, SMALL, height_at(SMALL, plan.width, plan.height))


def _kicker(issue: Issue) -> str:
    """« Lettre aux associations n° 3, 2 novembre 2026 »."""
    number = f"{readers(issue.letter.public)} n°\u00a0{issue.letter.numero}"
    return f"{number}, {dates.day(issue.day)}"


def _text(told: _Told) -> str:
    """The issue in columns; an address has its own line, so that it can be followed."""
    letter = told.issue.letter
    above = [
        f"{told.hub.site.site_name}\n{_kicker(told.issue)}",
        _underlined(letter.titre, "="),
        wrapped(letter.resume) if letter.resume else "",
    ]
    below = [
        *(_block_text(told.hub, block) for block in told.blocks),
        "-" * WIDTH,
        f"Lire cette lettre sur le site :\n{told.online}",
        "Ne plus la recevoir :" + (f" écrivez à {told.sender}" if told.sender else f"\n{UNSUBSCRIBE}"),
    ]
    parts = [*map(french, above), told.columns, *map(french, below)]  # columns have theirs, code has none
    return "\n\n".join(part for part in parts if part) + "\n"


def _block_text(hub: Hub, block: Block) -> str:
    entries = [_entry_text(hub, entry) for entry in block.entries]
    more = [f"{block.more} :\n{hub.site.absolute(block.address)}"] if block.more else []
    return "\n\n".join([_underlined(block.title, "-"), *entries, *more])


def _entry_text(hub: Hub, entry: Entry) -> str:
    title = f"{entry.title} ({entry.label})" if entry.label else entry.title
    lines = [wrapped(title, first="* ", after="  ")]
    lines += [wrapped(words, first="  ") for words in (entry.fact, entry.summary) if words]
    return "\n".join([*lines, f"  {hub.site.absolute(entry.address)}"])


def _one_line(words: str) -> str:
    """A header has no line break: what follows one would be another header."""
    return re.sub(r"[\r\n\t ]+", " ", words)


def _underlined(title: str, sign: str) -> str:
    return f"{wrapped(title)}\n{sign * min(WIDTH, len(title))}"


def message(hub: Hub, issue: Issue, made: Mail, sender: str = "") -> EmailMessage:
    """The mail as a message (RFC 5322) to nobody yet, dated of its day: the same bytes at every build.

    `sender` is that of `made`; without one, the site's own sends it. The text comes first and the HTML last,
    which is the one preferred (RFC 2046 5.1.4).
    """
    site = hub.site
    name = guid(hub, issue.letter).removeprefix("urn:uuid:")
    parcel = EmailMessage(policy=WHOLE)
    parcel["Subject"] = made.subject
    parcel["From"] = Address(
        _one_line(site.site_name), addr_spec=sender or site.contact or f"a-confirmer@{site.host}"
    )
    parcel["To"] = "undisclosed-recipients:;"
    parcel["Date"] = format_datetime(dt.datetime.combine(issue.day, EIGHT, site.zone))
    parcel["Message-ID"] = f"<{name}@{site.host}>"
    parcel["List-Id"] = f"<lettre.{site.host}>"
    parcel["List-Unsubscribe"] = f"<{leaving(sender)}>"
    parcel.set_content(made.text, cte="quoted-printable")
    parcel.add_alternative(made.html, subtype="html", cte="quoted-printable")
    parcel.set_boundary(f"=_{uuid.UUID(name).hex}")
    return parcel


@cache
def _environment(templates: Path) -> Environment:
    return environment(templates)
