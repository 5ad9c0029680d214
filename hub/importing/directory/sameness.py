"""Whether what a spreadsheet says is what the directory says already, written otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from hub.importing.sheets import clean
from hub.model.names import fold
from hub.opendata.rows import unguarded


def plain(text: str) -> str:
    """A text on one line, with ordinary blanks and apostrophes."""
    return " ".join(unguarded(clean(text)).replace("’", "'").split())


def _site(text: str) -> str:
    """The machine and the path: « http », « www. » and a last bar make no other site."""
    parts = urlsplit(text if "//" in text else f"//{text}")
    machine = parts.netloc.lower().removeprefix("www.")
    return f"{machine}{parts.path.rstrip('/')}?{parts.query}"


def _sentences(text: str) -> str:
    """Words without the backslashes of Markdown."""
    return fold(re.sub(r"\\(?=[^\w\s])", "", text))


def _digits(text: str) -> str:
    return re.sub(r"\W", "", text).upper()


def _lower(text: str) -> str:
    return plain(text).lower()


_FORMS: Mapping[str, Callable[[str], str]] = {
    "nom": fold,
    "objet": _sentences,
    "source": fold,
    "voie": fold,
    "commune": fold,
    "quartier": fold,
    "courriel": _lower,
    "site": _site,
    "telephone": _digits,
    "code_postal": _digits,
    "rna": _digits,
    "siren": _digits,
    "siret": _digits,
}


def same(field: str, one: str, other: str) -> bool:
    """Whether two values of a field say the same."""
    if plain(one) == plain(other):
        return True
    form = _FORMS.get(field, plain)
    return form(one) == form(other) != ""
