"""The mail server: `smtp://` with STARTTLS, `smtps://`, and one transaction a message (RFC 5321)."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from hub.controls import visible
from hub.mailing.journal import State
from hub.system import reason

TIMEOUT = 60.0
"""Seconds without an answer after which the server is taken for lost (RFC 5321 4.5.3.2 allows minutes)."""

LOCAL = ("localhost", "127.0.0.1", "::1")
"""The hosts to which nothing needs to be encrypted."""


class ServerError(Exception):
    """The server cannot be used, or went away; the message is a French sentence."""


class Server(NamedTuple):
    """Where a mail server listens, and who one is there; `user` is '' where it asks nobody."""

    host: str
    port: int
    encrypted: bool
    user: str = ""

    @classmethod
    def of(cls, url: str) -> Server:
        """Read `smtp://utilisateur@serveur:587` or `smtps://…`. Raises `ServerError`."""
        example = "par exemple smtp://utilisateur@smtp.ville.example:587"
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise ServerError(f"« {url} » n'est pas l'adresse d'un serveur : {example}.") from None
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ServerError(f"« {url} » n'est pas l'adresse d'un serveur : {example}.")
        if parts.password:
            raise ServerError(
                "N'écrivez pas le mot de passe dans l'adresse : il resterait dans l'historique du terminal. "
                "La commande le demande, ou le lit dans la variable HUB_SMTP_PASSWORD."
            )
        encrypted = parts.scheme == "smtps"
        return cls(
            parts.hostname, port or (465 if encrypted else 587), encrypted, unquote(parts.username or "")
        )

    def connect(self, password: str) -> smtplib.SMTP:
        """A session, encrypted, and signed in where there is a user.

        Raises `ServerError`.
        """
        context = ssl.create_default_context()
        try:
            if self.encrypted:
                session: smtplib.SMTP = smtplib.SMTP_SSL(
                    self.host, self.port, timeout=TIMEOUT, context=context
                )
            else:
                session = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
            session.ehlo()
            if not self.encrypted and session.has_extn("starttls"):
                session.starttls(context=context)
                session.ehlo()
            elif not self.encrypted and self.host not in LOCAL:
                raise ServerError(
                    f"{self.host} ne chiffre pas : les adresses et le mot de passe se liraient en chemin."
                )
            if self.user:
                session.login(self.user, password)
        except smtplib.SMTPAuthenticationError:
            raise ServerError(f"{self.host} refuse cet utilisateur ou ce mot de passe.") from None
        except UnicodeError:
            raise ServerError(
                f"Le nom du serveur ({self.host}), l'utilisateur ou le mot de passe a une lettre accentuée, "
                "que les serveurs ne comprennent pas."
            ) from None
        except (OSError, smtplib.SMTPException) as error:
            raise ServerError(
                f"{self.host}:{self.port} ne répond pas comme il faut ({reason(error)})."
            ) from None
        return session


class Lost(ServerError):
    """The server went away, maybe with the message."""

    def __init__(self, error: Exception | str) -> None:
        why = reason(error) if isinstance(error, OSError) else error
        super().__init__(f"Le serveur ne répond plus ({why}).")


class Answer(NamedTuple):
    """What the server made of a message, in its own words."""

    state: State
    detail: str


def deliver(
    session: smtplib.SMTP, sender: str, address: str, message: bytes, handing_over: Callable[[], None]
) -> Answer:
    """Give one message to the server; `handing_over` is called before the word that may send it.

    Raises `Lost` when the server goes away, and `ServerError` when it wants nothing from this sender: the
    next subscriber would fare no better.
    """
    try:
        code, words = session.mail(sender)
        if code != 250:
            _leave_if_asked(code, words)
            raise ServerError(f"Le serveur ne prend rien de {sender} : {_said(code, words)}")
        code, words = session.rcpt(address)
        if code not in (250, 251):
            session.rset()
            return _refusal(code, words)
        handing_over()
        code, words = session.data(message)
    except smtplib.SMTPDataError as refused:  # to the word DATA: the message did not leave
        return _refusal(refused.smtp_code, refused.smtp_error)
    except (OSError, smtplib.SMTPException) as error:
        raise Lost(error) from None
    return Answer(State.SENT, "") if code == 250 else _refusal(code, words)


def _refusal(code: int, words: bytes | str) -> Answer:
    """5xx is for ever, 4xx for now (RFC 5321 4.2.1); X.7.X is about who sends (RFC 3463 3.8)."""
    _leave_if_asked(code, words)
    said = _said(code, words)
    if re.match(r"\d{3} [45]\.7\.", said):
        raise ServerError(f"Le serveur ne veut pas envoyer pour vous : {said}")
    return Answer(State.REFUSED if code >= 500 else State.LATER, said)


def _leave_if_asked(code: int, words: bytes | str) -> None:
    """421 closes the session (RFC 5321 3.8)."""
    if code == 421:
        raise Lost(_said(code, words))


def _said(code: int, words: bytes | str) -> str:
    said = words.decode(errors="replace") if isinstance(words, bytes) else words
    return visible(f"{code} {' '.join(said.split())}")
