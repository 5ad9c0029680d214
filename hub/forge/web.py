"""A forge's API by HTTP: JSON in, JSON out, everything bounded."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import urlencode, urlsplit

from hub.forge.nouns import ForgeError

PATIENCE = 30
"""Seconds for one answer."""

LARGEST = 20_000_000
"""Bytes of an answer: a page of a hundred issues of the longest kind is half of it."""

PAGES = 10
"""Pages of a list that are read, of a hundred things each."""

A_PAGE = 100


class Web:
    """The API at `base`, asked with these headers, which no redirection takes elsewhere."""

    def __init__(self, base: str, headers: Mapping[str, str]) -> None:
        if urlsplit(base).scheme not in ("http", "https"):
            raise ForgeError(f"« {base} » n'est pas l'adresse d'une forge.")
        self._base = base.rstrip("/")
        self._headers = headers

    def get(self, path: str, **query: object) -> Any:
        """What is at `path`. Raises ForgeError."""
        return self.call("GET", path + (f"?{urlencode(query)}" if query else ""))

    def every(self, path: str, **query: object) -> Iterator[Any]:
        """The things of a list, page after page. Raises ForgeError."""
        for number in range(1, PAGES + 1):
            # GitHub and GitLab have `per_page`, Forgejo `limit`: each forgets what is not its own
            page = self.get(path, **query, page=number, per_page=A_PAGE, limit=A_PAGE)
            if not isinstance(page, list):
                raise ForgeError("La forge n'a pas répondu par une liste.")
            yield from page
            if len(page) < A_PAGE:
                return

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """What the forge answers, None for nothing. Raises ForgeError."""
        with self.opened(method, path, body) as answer:
            said = answer.read(LARGEST + 1)
        if len(said) > LARGEST:
            raise ForgeError("La forge a répondu par plus de texte qu'il n'est possible.")
        try:
            return json.loads(said) if said.strip() else None
        except (ValueError, RecursionError):
            raise ForgeError("La forge n'a pas répondu comme on l'attend d'elle.") from None

    def opened(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> IO[bytes]:
        """The answer, to be read and closed. Raises ForgeError."""
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self._base + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        request.add_header("User-Agent", "hub-vie-associative")
        for name, value in self._headers.items():
            request.add_unredirected_header(name, value)  # a token is for one machine
        try:
            answer: IO[bytes] = urllib.request.urlopen(request, timeout=PATIENCE)
        except urllib.error.HTTPError as error:
            error.close()
            raise ForgeError(
                f"La forge refuse ({method} {path.partition('?')[0]} : {error.code}).", error.code
            ) from None
        except (OSError, HTTPException, ValueError):
            raise ForgeError("La forge ne répond pas.") from None
        return answer
