"""How a contact is mended from what was written: an address of the web or of the mail, a telephone number.

What a remedy offers is accepted, and is never what was refused; where nothing better is known it is None.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hub.model.telephone import shown
from hub.model.web import mail_address, web_address

_AT = re.compile(
    r"(?<!\s)(?:\s*+(?:\(at\)|\[at\]|\(a\)|\(arobase\))|\s++(?:at|arobase)(?=\s))\s*+", re.IGNORECASE
)
_LONGEST = 500
"""Characters of what was written that are looked at."""

_AROUND = ".,;:!?)]}>»”’'\""
"""What ends a sentence after an address, and is no part of it."""


def mended_web(written: str) -> str | None:
    """What to write for an address of the web that was refused."""
    found = re.search(r"https?://[^\s<>\"`\\]+", written, re.IGNORECASE)
    if found is None:
        whole = f"https://{written}"
        return (
            f"Écrivez-la en entier : {whole}"
            if re.match(r"[\w-]+\.", written) and web_address(whole)
            else None
        )
    if user := _without_user(found[0]):
        return user
    alone = _without_end(found[0])
    if alone != written and web_address(alone):
        return f"Écrivez l'adresse seule : {alone}"
    return "Ouvrez la page, et recopiez son adresse depuis la barre du navigateur."


def _without_end(address: str) -> str:
    """An address without the signs that end the sentence; a bracket opened in it is its own."""
    while address.endswith(tuple(_AROUND)):
        if address.endswith(")") and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address


def _without_user(address: str) -> str | None:
    """The site to which an address with « @ » would really lead."""
    try:
        machine = urlsplit(address).netloc
    except ValueError:
        return None
    user, at, host = machine.rpartition("@")
    real = address.replace(f"{user}{at}", "", 1) if at else ""
    if not real or web_address(real) is None:
        return None
    return f"Elle mènerait à « {host} », et non à ce qui est devant « @ ». Si c'est bien là, écrivez {real}"


def mended_mail(written: str) -> str | None:
    """What to write for a mail address that was refused."""
    with_sign = _AT.sub("@", written)
    if with_sign != written and mail_address(with_sign):
        return f"Écrivez-la avec son « @ » : {with_sign}."
    tidy = _linked(written) or re.sub(r"^mailto:|\s+|[.,;>]+$", "", written)
    if tidy != written and mail_address(tidy):
        return f"Écrivez l'adresse seule : {tidy}"
    if written.count("@") > 1:
        return "N'en gardez qu'une seule."
    local, at, domain = written.partition("@")
    if at and not local.isascii():
        return "Devant « @ », une adresse n'a ni accent ni lettre d'un autre alphabet : vérifiez-la."
    if at and "." not in domain and mail_address(f"{written}.fr"):
        return f"Il manque la fin de l'adresse : {written}.fr, par exemple."
    return None


def _linked(written: str) -> str | None:
    """The only address of what a rich editor made a link: `[a@b.fr](mailto:a@b.fr)`."""
    found = set(re.findall(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", written[:_LONGEST]))
    return found.pop() if len(found) == 1 and written[:1] in ("[", "<") else None


def mended_phone(written: str) -> str | None:
    """What to write for a telephone number that was refused."""
    if re.search(r"\d\s*(?:/|,|;|-|\bou\b|\bet\b)\s*(?:0|\+)\d", written):
        return "N'en gardez qu'un seul, entre guillemets : \"01 23 45 67 89\"."
    digits = re.sub(r"[^0-9]", "", written)
    for prefix in ("0", "00", "+"):  # a zero that a spreadsheet took, a code without its sign
        if digits and not written.strip().startswith(("0", "+")) and (number := shown(f"{prefix}{digits}")):
            lost = "le zéro" if prefix == "0" else "le signe"
            return f'Il manque {lost} du début : "{number}".'
    if digits.startswith("33") and (number := shown(f"0{digits[2:].lstrip('0')}")):
        return f'Écrivez-le comme on le compose en France : "{number}".'
    if digits and not written.strip().startswith("+") and len(digits) != 10:
        return f'Il a {len(digits)} chiffre{"s" * (len(digits) > 1)} au lieu de dix : "01 23 45 67 89".'
    return None
