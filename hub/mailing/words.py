"""What a sending tells the person who begins it: what would leave, what left, how to go on."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from hub.feeds.mail import LIMIT, Mail
from hub.mailing.journal import State
from hub.mailing.sending import Plan

OK, FAILED = 0, 1


def tell_plan(made: Mail, todo: Plan, repeated: int, pace: int) -> None:
    """Print what would be sent, and what was."""
    weight = len(made.html.encode())
    count = len(todo.waiting)
    print(f"{made.subject} ({math.ceil(weight / 1000)} ko)")
    if weight > LIMIT:
        print(f"Attention : Gmail coupe les courriels de plus de {LIMIT // 1000} ko.")
    if repeated:
        lines = some(repeated, "ligne répète", "lignes répètent")
        print(f"{lines} une adresse : elle ne compte qu'une fois.")
    if todo.sent:
        print(f"{some(len(todo.sent), 'personne l’a déjà reçue', 'personnes l’ont déjà reçue')}.")
    if todo.refused:
        refused = some(len(todo.refused), "adresse refusée", "adresses refusées")
        print(f"{refused} par le serveur : à corriger.")
    for address in todo.uncertain:
        print(uncertain(address))
    minutes = math.ceil(count / pace)
    if count:
        messages, time = some(count, "message", "messages"), some(minutes, "minute", "minutes")
        print(f"{messages} à envoyer, en {time} environ.")
    else:
        print("Il ne reste personne à servir.")


def uncertain(address: str) -> str:
    """What is said of an address whose message the server had without an answer."""
    return f"{address} : le serveur n'a pas répondu, elle l'a peut-être reçue ; on ne lui renvoie rien."


def some(count: int, one: str, several: str) -> str:
    """« 1 message », « 2 messages »; nothing is singular in French."""
    return f"{count} {one if count < 2 else several}"


def tell_end(served: Mapping[str, State], waiting: tuple[str, ...], file: Path) -> int:
    """What happened, and how to go on; returns the exit code."""
    counts = Counter(served.values())
    print(f"{some(counts[State.SENT], 'message parti', 'messages partis')}.")
    if counts[State.REFUSED]:
        print(f"{some(counts[State.REFUSED], 'adresse refusée', 'adresses refusées')} : voyez {file}.")
    for address, state in served.items():
        if state is State.TRIED:
            print(uncertain(address))
    left = sum(served.get(address, State.LATER) is State.LATER for address in waiting)
    if left:
        messages = some(left, "message reste", "messages restent")
        print(f"{messages} à envoyer : relancez la même commande, personne ne sera servi deux fois.")
    return OK if counts[State.SENT] == len(waiting) else FAILED
