"""`letter`: what an issue would send, and its sending."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import math
import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from hub.feeds.mail import LIMIT, Mail, mail
from hub.mailing.journal import JournalError, State, journal_of, opened, past
from hub.mailing.parcel import parcels
from hub.mailing.sending import Plan, Sender, plan, send
from hub.mailing.server import Server, ServerError
from hub.mailing.subscribers import ListError, read
from hub.markup import Renderer, dates
from hub.model import Hub
from hub.model.issue import Issue

PASSWORD = "HUB_SMTP_PASSWORD"
"""The variable of the environment that holds the password, where nobody is there to type it."""

OK, FAILED = 0, 1


class Refusal(Exception):
    """Why nothing is sent; the message is a French sentence."""


class Writing(NamedTuple):
    """An issue written as a mail."""

    hub: Hub
    issue: Issue
    mail: Mail


def letter(hub: Hub, options: argparse.Namespace, today: dt.date, now: dt.datetime, templates: Path) -> int:
    """Show an issue, tell what would be sent, or send it; returns the exit code."""
    try:
        writing = _written(hub, options.letter, today, templates)
        if options.send is None and options.to is None:
            print(
                f"Objet : {writing.mail.subject}\nAperçu : {writing.mail.preheader}\n\n{writing.mail.text}",
                end="",
            )
            return OK
        return _to_subscribers(writing, options, today, now)
    except (Refusal, ListError, JournalError, ServerError) as error:
        print(f"build.py : {error}", file=sys.stderr)
        return FAILED


def _written(hub: Hub, name: str, today: dt.date, templates: Path) -> Writing:
    found = next((one for one in hub.letters if one.id == name), None)
    if found is None:
        known = ", ".join(one.id for one in hub.letters[:6]) or "aucun"
        raise Refusal(f"Il n'y a pas de numéro « {name} » dans content/lettre/ (les derniers : {known}).")
    issue = hub.issue(found, today)
    return Writing(hub, issue, mail(hub, issue, Renderer(hub), templates))


def _to_subscribers(writing: Writing, options: argparse.Namespace, today: dt.date, now: dt.datetime) -> int:
    if options.send is None or options.to is None:
        raise Refusal("Pour envoyer, il faut le serveur et la liste : --send smtp://… --to FICHIER.")
    server = Server.of(options.send)
    subscribers = read(options.to)
    sender = _sender(writing.hub, options.sender)
    file = journal_of(options.to, writing.issue.letter.id)
    todo = plan(subscribers.addresses, past(file))
    _tell(writing, todo, subscribers.repeated, options.pace)
    if not options.confirm:
        print("Essai à blanc : rien n'a été envoyé. Ajoutez « --confirm » pour envoyer.")
        return OK
    _refuse_unpublished(writing, today)
    with opened(file) as journal:
        left = plan(subscribers.addresses, past(file)).waiting  # somebody may have just ended another sending
        leaving = Sender(
            connect=lambda: server.connect(_password),
            address=sender,
            parcel=parcels(*writing, sender, now),
            wait=lambda: time.sleep(60 / options.pace),
        )
        counts = dict.fromkeys(State, 0)
        try:
            with tqdm(total=len(left), unit=" message", disable=options.quiet or None, leave=False) as bar:
                for _, state in send(left, journal, leaving):
                    counts[state] += 1
                    bar.update()
        except KeyboardInterrupt:
            print("\nInterrompu.", file=sys.stderr)
            return _close(counts, file, FAILED)
        except ServerError as error:
            print(f"build.py : {error}", file=sys.stderr)
            return _close(counts, file, FAILED)
    return _close(counts, file, OK if counts[State.SENT] == len(left) else FAILED)


def _sender(hub: Hub, given: str | None) -> str:
    sender = given or hub.site.contact
    if not sender:
        raise Refusal(
            "L'expéditeur n'est pas connu : donnez « --from ADRESSE », ou « contact » dans mkdocs.yml."
        )
    return sender


def _refuse_unpublished(writing: Writing, today: dt.date) -> None:
    published = writing.issue.letter.publie_le
    if published is None or published.first > today:
        when = f"paraît {dates.on(published)}" if published else "n'a pas de « publie_le »"
        raise Refusal(
            f"La lettre {writing.issue.letter.id} {when} : « Lire sur le site » ne mènerait nulle part."
        )


def _tell(writing: Writing, todo: Plan, repeated: int, pace: int) -> None:
    weight = len(writing.mail.html.encode())
    count = len(todo.waiting)
    print(f"{writing.mail.subject} ({math.ceil(weight / 1000)} ko)")
    if weight > LIMIT:
        print(f"Attention : Gmail coupe les courriels de plus de {LIMIT // 1000} ko.")
    if repeated:
        print(
            f"{_some(repeated, 'ligne répète', 'lignes répètent')} une adresse : elle ne compte qu'une fois."
        )
    if todo.sent:
        print(f"{_some(len(todo.sent), 'personne l’a reçue', 'personnes l’ont reçue')} déjà.")
    if todo.refused:
        print(
            f"{_some(len(todo.refused), 'adresse refusée', 'adresses refusées')} par le serveur : à corriger."
        )
    for address in todo.uncertain:
        print(f"{address} : le serveur n'a pas répondu, elle l'a peut-être reçue ; on ne lui renvoie rien.")
    minutes = math.ceil(count / pace)
    print(
        f"{_some(count, 'message', 'messages')} à envoyer, en {_some(minutes, 'minute', 'minutes')} environ."
    )


def _some(count: int, one: str, several: str) -> str:
    return f"{count} {one if count < 2 else several}"


def _close(counts: dict[State, int], file: Path, code: int) -> int:
    """What happened, and how to go on."""
    print(f"{_some(counts[State.SENT], 'message parti', 'messages partis')}.")
    if counts[State.REFUSED]:
        print(f"{_some(counts[State.REFUSED], 'adresse refusée', 'adresses refusées')} : voyez {file}.")
    if counts[State.TRIED]:
        print(
            f"{_some(counts[State.TRIED], 'message sans réponse', 'messages sans réponse')} : voyez {file}."
        )
    if code:
        print("Relancez la même commande pour le reste : personne ne sera servi deux fois.")
    return code


def _password() -> str:
    """Asked of the person, or of the environment; never written on the command line."""
    return os.environ.get(PASSWORD) or getpass.getpass("Mot de passe du serveur d'envoi : ")
