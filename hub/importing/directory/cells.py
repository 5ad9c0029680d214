"""A cell of a directory, as people fill it in -> the value of a field, and what of it no field takes.

Each reading says what it could not keep: words beside the value, a doubt as a French sentence, what is of
persons. Nothing is guessed where two answers are possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from hub.checks.commonplaces import STREETS
from hub.checks.french_dates import iso_form
from hub.checks.personal import Sort
from hub.checks.spreadsheet import day_of
from hub.importing.directory.mails import mail
from hub.importing.directory.numbers import postal_code, rna, siret
from hub.importing.directory.phones import phone
from hub.importing.directory.reading import Read, accepted, kept
from hub.model.names import fold
from hub.model.web import web_address

Reading = Callable[[str], Read]

_CEDEX = re.compile(r"(?<!\s)\s+cedex(?:\s+\d+)?$", re.IGNORECASE)


class Place(NamedTuple):
    """An address in its parts."""

    street: str
    code: str
    town: str


def place(text: str) -> Place:
    """« 2 rue Haute, 92240 MALAKOFF » in its parts: those that are not said are ''."""
    plain = ", ".join(line.strip(" ,;") for line in text.split("\n") if line.strip(" ,;"))
    for found in reversed(list(re.finditer(r"(?<!\d)(?:F-?)?(\d{5}|\d{2} \d{3})(?!\d)", plain))):
        town = _CEDEX.sub("", plain[found.end() :].strip(" ,-–"))
        if town and not re.search(r"\d", town) and fold(town).split()[0] not in STREETS:
            return Place(plain[: found.start()].strip(" ,-–"), found[1].replace(" ", ""), town)
        if not town:
            return Place(plain[: found.start()].strip(" ,-–"), found[1].replace(" ", ""), "")
    return Place(plain, "", "")


def town(text: str) -> Read:
    """A commune, without its « cedex »."""
    return Read(_CEDEX.sub("", " ".join(text.split())))


_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"|;,]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:/[^\s<>\"|;,]*)?(?![\w@])",
    re.IGNORECASE,
)


def site(text: str) -> Read:
    """The first address of the web; « www. » is `https://`, as browsers take it."""
    found = [one[0].rstrip(".,;)") for one in _SITE.finditer(text)]
    good = [address for one in found if (address := _address(one))]
    rest = _SITE.sub(" ", text)
    persons: list[Sort] = []
    words = kept(rest, persons)
    beside = tuple(f"autre adresse : {one}" for one in dict.fromkeys(good[1:]) if one != good[0])
    doubt = f"« {text} » n'est pas l'adresse d'un site." if found and not good else ""
    return Read(good[0] if good else "", (*beside, *(() if doubt else words)), doubt, tuple(persons))


def _address(written: str) -> str | None:
    whole = written if re.match("https?://", written, re.IGNORECASE) else f"https://{written}"
    return accepted("Url", whole) if web_address(whole) else None


def day(text: str) -> Read:
    """A day, known in part or not, in the form of the files."""
    written = day_of(text, hour=False) or iso_form(text) or text
    known = written.split(" ")[0]
    return Read(known) if accepted("PartialDate", known) else Read(doubt=f"« {text} » n'est pas une date.")


def words(text: str) -> Read:
    """A text on one line."""
    return Read(" ".join(text.split()))


_ELSEWHERE = frozenset(
    (
        "idem",
        "id",
        "voir site",
        "voir le site",
        "voir site internet",
        "voir notre site",
        "cf site",
        "voir ci dessus",
    )
)


def purpose(text: str) -> Read:
    """What an association is for; « idem » and « voir site » say it elsewhere, and are left."""
    said = " ".join(text.split())
    return Read(rest=(said,)) if fold(said.replace("-", " ")) in _ELSEWHERE else Read(said)


READINGS: Mapping[str, Reading] = {
    "objet": purpose,
    "telephone": phone,
    "courriel": mail,
    "code_postal": postal_code,
    "commune": town,
    "rna": rna,
    "siren": siret,
    "siret": siret,
    "site": site,
    "verifie_le": day,
    "publie_le": day,
}
"""How the cells of a field are read; those of any other are words."""
