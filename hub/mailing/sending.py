"""A sending: one message a subscriber, at a pace, and nobody twice however often it is begun again."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from hub.mailing.journal import Journal, State
from hub.mailing.server import Lost, ServerError, deliver

AT_FIRST = 3
"""Refusals that begin a sending, after which it stops: it is not so many people who moved."""

IN_A_SESSION = 50
"""Messages after which one connects again: many servers close a session at a hundred."""


class Plan(NamedTuple):
    """Who is still to be served, and what became of the others; addresses in the order of the list.

    `uncertain` are those whose message the server had without an answer.
    """

    waiting: tuple[str, ...]
    sent: tuple[str, ...]
    refused: tuple[str, ...]
    uncertain: tuple[str, ...]


def plan(addresses: tuple[str, ...], states: Mapping[str, State]) -> Plan:
    """Sort `addresses` by what the journal says of them, by address in lower case."""

    def those(*wanted: State | None) -> tuple[str, ...]:
        return tuple(one for one in addresses if states.get(one.lower()) in wanted)

    return Plan(those(None, State.LATER), those(State.SENT), those(State.REFUSED), those(State.TRIED))


class Sender(NamedTuple):
    """How messages leave.

    `connect` opens a session, `address` is the envelope's sender, `parcel` gives the message to an address,
    and `wait` passes the time between two of them.
    """

    connect: Callable[[], smtplib.SMTP]
    address: str
    parcel: Callable[[str], bytes]
    wait: Callable[[], None]


def send(addresses: tuple[str, ...], journal: Journal, sender: Sender) -> Iterator[tuple[str, State]]:
    """Serve each address in turn; what became of each, as it happens.

    A session that breaks is opened again, once for each address. Raises `ServerError` when the server
    cannot be used any more: the journal tells where to begin again.
    """
    session: smtplib.SMTP | None = None
    refused: list[str] = []
    served = False
    try:
        for index, address in enumerate(addresses):
            if index:
                sender.wait()
            if session and index % IN_A_SESSION == 0:
                _close(session)
                session = None
            for last_try in (False, True):
                session = session or sender.connect()
                try:
                    state = _serve(session, address, journal, sender)
                    served = served or state is State.SENT
                    refused += [address] if state is State.REFUSED else []
                    if not served and len(refused) == AT_FIRST:
                        _put_off(refused, journal)
                    yield address, state
                except Lost:
                    _close(session)
                    session = None
                    if journal.state(address) is State.TRIED:
                        yield address, State.TRIED
                    elif not last_try:
                        continue
                    else:
                        raise
                break
    finally:
        if session:
            _close(session)


def _put_off(refused: list[str], journal: Journal) -> None:
    """Nobody was served yet: it may be the server that refuses us, so these are to be tried again."""
    for address in refused:
        journal.write(address, State.LATER, "trois refus de suite")
    raise ServerError(
        f"Le serveur a refusé les {len(refused)} premières adresses ({', '.join(refused)}). Si elles "
        "n'existent plus, retirez-les de la liste ; sinon, vérifiez le serveur et l'expéditeur."
    )


def _serve(session: smtplib.SMTP, address: str, journal: Journal, sender: Sender) -> State:
    """Give the message to the server, and note what becomes of it."""
    message = sender.parcel(address)
    try:
        answer = deliver(
            session, sender.address, address, message, lambda: journal.write(address, State.TRIED)
        )
    except Lost:
        raise
    except ServerError as error:
        if journal.state(address) is State.TRIED:  # it was refused: it did not leave
            journal.write(address, State.LATER, str(error))
        raise
    journal.write(address, answer.state, answer.detail)
    return answer.state


def _close(session: smtplib.SMTP) -> None:
    """End a session politely; one that is broken already says nothing."""
    try:
        session.quit()
    except (OSError, smtplib.SMTPException):
        session.close()
