"""`letter`: what an issue would send, and its sending."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from hub.called import called
from hub.feeds.mail import Mail, mail
from hub.mailing.journal import JournalError, State, journal_of, opened, past
from hub.mailing.parcel import parcels
from hub.mailing.sending import Sender, plan, send
from hub.mailing.server import Server, ServerError
from hub.mailing.subscribers import ListError, read
from hub.mailing.words import FAILED, OK, tell_end, tell_plan
from hub.markup import Renderer, dates
from hub.model import Hub
from hub.model.issue import Issue, issue_of
from hub.model.web import mail_address

PASSWORD = "HUB_SMTP_PASSWORD"
"""The variable of the environment that holds the password, where nobody is there to type it."""

BAR = "{percentage:3.0f} % |{bar}| {n_fmt} sur {total_fmt}, encore {remaining}"


class Refusal(Exception):
    """Why nothing is sent; the message is a French sentence."""


class Writing(NamedTuple):
    """An issue, and what makes its mail from the address of a sender, '' for a tool's."""

    hub: Hub
    issue: Issue
    mail_of: Callable[[str], Mail]


def letter(hub: Hub, options: argparse.Namespace, today: dt.date, now: dt.datetime, templates: Path) -> int:
    """Show an issue, tell what would be sent, or send it; returns the exit code."""
    try:
        writing = _written(hub, options.letter, today, templates)
        if options.send is None and options.to is None:
            shown = writing.mail_of("")
            print(f"Objet : {shown.subject}\nAperçu : {shown.preheader}\n\n{shown.text}", end="")
            return OK
        return _to_subscribers(writing, options, today, now)
    except (Refusal, ListError, JournalError, ServerError) as error:
        print(f"{called().name} : {error}", file=sys.stderr)
        return FAILED


def _written(hub: Hub, name: str, today: dt.date, templates: Path) -> Writing:
    found = next((one for one in hub.letters if one.id == name), None)
    if found is None:
        known = ", ".join(one.id for one in hub.letters[:6]) or "aucun"
        raise Refusal(f"Il n'y a pas de numéro « {name} » dans content/lettre/ (les derniers : {known}).")
    issue = issue_of(hub, found, today)
    return Writing(hub, issue, partial(mail, hub, issue, Renderer(hub), templates))


def _to_subscribers(writing: Writing, options: argparse.Namespace, today: dt.date, now: dt.datetime) -> int:
    if options.send is None or options.to is None:
        raise Refusal("Pour envoyer, il faut le serveur et la liste : --send smtp://… --to FICHIER.")
    server = Server.of(options.send)
    subscribers = read(options.to)
    sender = _sender(writing.hub, options.sender)
    file = journal_of(options.to, writing.issue.letter.id)
    todo = plan(subscribers.addresses, past(file))
    _refuse_unpublished(writing, today)
    made = writing.mail_of(sender)
    tell_plan(made, todo, subscribers.repeated, options.pace)
    if not options.confirm:
        print(f"De : {sender}, par {server.host}.")
        print("Essai à blanc : rien n'a été envoyé. Ajoutez « --confirm » pour envoyer.")
        return OK
    password = _password(server) if todo.waiting else ""
    with opened(file) as journal:
        left = plan(subscribers.addresses, past(file)).waiting  # somebody may have just ended another sending
        leaving = Sender(
            connect=lambda: server.connect(password),
            address=sender,
            parcel=parcels(writing.hub, writing.issue, made, sender, now),
            wait=lambda: time.sleep(60 / options.pace),
        )
        served: dict[str, State] = {}
        try:
            with tqdm(total=len(left), bar_format=BAR, disable=options.quiet or None, leave=False) as bar:
                for address, state in send(left, journal, leaving):
                    served[address] = state
                    bar.update()
        except KeyboardInterrupt:
            print("\nInterrompu.", file=sys.stderr)
            served |= {one: State.TRIED for one in left if journal.state(one) is State.TRIED}
        except ServerError as error:
            print(f"{called().name} : {error}", file=sys.stderr)
            served |= {one: State.LATER for one in left if journal.state(one) is State.LATER}
    return tell_end(served, left, file)


def _sender(hub: Hub, given: str | None) -> str:
    written = given or hub.site.contact
    if not written:
        raise Refusal(
            "L'expéditeur n'est pas connu : donnez « --from ADRESSE », ou « contact » dans mkdocs.yml."
        )
    if (sender := mail_address(written)) is None:
        raise Refusal(f"« {written} » n'est pas une adresse électronique : « --from lettre@ville.example ».")
    return sender


def _refuse_unpublished(writing: Writing, today: dt.date) -> None:
    published = writing.issue.letter.publie_le
    if published is None or published.first > today:
        when = f"paraît {dates.on(published)}" if published else "n'a pas de « publie_le »"
        raise Refusal(
            f"La lettre {writing.issue.letter.id} {when} : publiez le site ce jour-là, puis envoyez-la."
        )


def _password(server: Server) -> str:
    """Asked of the person once, or of the environment; never written on the command line."""
    if not server.user:
        return ""
    if known := os.environ.get(PASSWORD):
        return known
    try:
        return getpass.getpass("Mot de passe du serveur d'envoi : ")
    except EOFError:
        raise Refusal(f"Personne n'est là pour taper le mot de passe : mettez-le dans {PASSWORD}.") from None
