"""Cells of numbers: those of registers, and postal codes, whose zeros a spreadsheet takes."""

from __future__ import annotations

import re

from hub.checks.spreadsheet import number_of
from hub.importing.directory.reading import Read, accepted
from hub.model.names import fold

_POSTAL = re.compile(r"(?<!\d)(?:F-?)?(?P<code>\d{5}|\d{2} \d{3}|\d{4})(?:\.0)?(?!\d)")


def postal_code(text: str) -> Read:
    """Five digits, whose zero a spreadsheet may have taken."""
    plain = text.replace("\u00a0", " ").strip()
    made = number_of(plain)
    digits = made.digits if made and made.known else re.sub(r"^F-?|\s", "", plain)
    if re.fullmatch(r"\d{5}|[1-9]\d{3}", digits):
        return Read(digits.zfill(5))
    found = _POSTAL.search(plain)
    if found and len(found["code"].replace(" ", "")) == 5:
        rest = (plain[: found.start()] + plain[found.end() :]).strip(" ,-")
        return Read(found["code"].replace(" ", ""), (rest,) if rest else ())
    return Read(doubt=f"« {text} » n'est pas un code postal.")


_RNA = re.compile(r"[Ww][ -]?(?:\d[ ]?\d|2 ?[ABab]|9 ?[A-Za-z])(?:[ .-]?\d){7}(?!\d)")


def rna(text: str) -> Read:
    """A number of the RNA; the W that a form of numbers took is put back."""
    if good := accepted("Rna", text):
        return Read(good)
    found = _RNA.search(text)
    if found and (good := accepted("Rna", re.sub(r"[ .-]", "", found[0]))):
        rest = (text[: found.start()] + text[found.end() :]).strip(" :n°N.-")
        return Read(good, (rest,) if re.search(r"\w{2}", rest) and fold(rest) != "rna" else ())
    digits = _digits(text)
    if len(digits) == 9 and (good := accepted("Rna", f"W{digits}")):
        return Read(good)
    if not re.search(r"\d", text):
        return Read(rest=(" ".join(text.split()),))  # « en cours »: nobody has a number to give
    return Read(doubt=f"« {text} » n'est pas un numéro du RNA (W et neuf chiffres).")


def _digits(text: str) -> str:
    made = number_of(text)
    if made:
        return made.digits if made.known else ""
    return re.sub(r"[ .\u00a0-]", "", text) if re.fullmatch(r"[\d .\u00a0-]+", text) else ""


def siret(text: str) -> Read:
    """Fourteen digits, or the nine of a SIREN: `value` has as many as were found."""
    made = number_of(text)
    if made and not made.known:
        words = "le tableur a perdu des chiffres de ce numéro, recopiez-le depuis l'avis de l'Insee."
        return Read(doubt=f"« {text} » : {words}")
    digits = _digits(text)
    if not digits and (
        found := re.search(r"(?<!\d)\d(?:[ .\u00a0]?\d){8}(?:(?:[ .\u00a0]?\d){5})?(?!\d)", text)
    ):
        digits = re.sub(r"\D", "", found[0])
    for length, name in ((14, "Siret"), (9, "Siren")):
        if length - 3 <= len(digits) <= length and (good := accepted(name, digits.zfill(length))):
            return Read(good)
    return Read(
        doubt=f"« {text} » n'est ni un SIRET (14 chiffres) ni un SIREN (9 chiffres) : un chiffre est faux."
    )
