"""A cell of a directory, as people fill it in -> the value of a field, and what of it no field takes.

Each reading says what it could not keep: words beside the value, a doubt as a French sentence, what is of
persons. Nothing is guessed where two answers are possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from hub.checks.commonplaces import STREETS
from hub.checks.french_dates import iso_form
from hub.checks.personal import Sort
from hub.checks.spreadsheet import day_of, number_of
from hub.importing.personal import persons_in
from hub.model import fields
from hub.model.names import fold
from hub.model.telephone import shown
from hub.model.web import mail_address, web_address

NOTHING = frozenset(
    """
    nc neant aucun aucune sans inconnu inconnue vide null none nan na nr ras non x xx xxx
    """.split()
) | {
    "non communique",
    "non renseigne",
    "non renseignee",
    "non connu",
    "pas de site",
    "pas de mail",
    "pas de telephone",
    "sans objet",
    "a completer",
    "a renseigner",
    "a confirmer",
    "a confirmer",
    "n c",
    "n a",
    "n r",
    "ref",
    "value",
}
"""What people write where they have nothing to say, folded."""


class Read(NamedTuple):
    """What a cell gives a field: its value ('' for none), the words beside it, a doubt, what is of persons.

    `rest` holds no word of `persons`.
    """

    value: str = ""
    rest: tuple[str, ...] = ()
    doubt: str = ""
    persons: tuple[Sort, ...] = ()


Reading = Callable[[str], Read]


def says_nothing(text: str) -> bool:
    """Whether a cell is one that is left empty: « N/C », « néant », « - », « ? »."""
    plain = fold(text)
    return plain in NOTHING or not re.search(r"\w", text)


@cache
def _type(name: str) -> TypeAdapter[str]:
    return TypeAdapter(getattr(fields, name))


def accepted(name: str, written: str) -> str | None:
    """A text as a type of `hub.model.fields` has it; None where it refuses it."""
    try:
        return _type(name).validate_python(written)
    except ValidationError:
        return None


# Telephones

_DIGITS = re.compile(r"(?:\+|\(\+)?\(?\d+")
_JOINTS = re.compile(r"[ .\-/()\u2010-\u2015\u00b7]*")
_LONGEST_NUMBER = 24
SOME_DIGITS = 6
"""Digits of what was meant for a number."""


def phone(text: str) -> Read:
    """The first number that is nobody's own; the others are told beside it."""
    if (whole := _number(text)) and not persons_in(whole):
        return Read(whole)
    numbers, rest = _numbers(text)
    own = [number for number in numbers if not persons_in(number)]
    persons = [Sort.MOBILE] * (len(numbers) - len(own))
    beside = [f"autre téléphone : {number}" for number in own[1:]]
    doubt = ""
    if not numbers:
        doubt = _doubtful_phone(text)
        return Read(doubt=doubt, rest=() if doubt else _whole(text, persons), persons=tuple(persons))
    words = _kept(rest, persons)
    return Read(own[0] if own else "", (*beside, *words), doubt, tuple(persons))


def _doubtful_phone(text: str) -> str:
    found = number_of(text)
    if found and not found.known:
        return f"« {text} » : le tableur a perdu des chiffres de ce téléphone, recopiez-le."
    digits = sum(map(str.isdigit, text))
    return f"« {text} » n'est pas un numéro qui sonne." if digits >= SOME_DIGITS else ""


def _number(text: str) -> str | None:
    """One number, with the zero or the sign that a spreadsheet took."""
    made = number_of(text)
    if made:
        return _restored(made.digits) if made.known else None
    return shown(text) or (_restored(re.sub(r"\D", "", text)) if re.fullmatch(r"[\d .]+", text) else None)


def _restored(digits: str) -> str | None:
    if len(digits) == 9:
        return shown(f"0{digits}")
    return shown(f"+{digits}") if len(digits) > 10 else shown(digits)


def _numbers(text: str) -> tuple[list[str], str]:
    """Each number, from left to right, and what is left of the text."""
    found, rest, at = [], "", 0
    while start := _DIGITS.search(text, at):
        rest += text[at : start.start()]
        number, at = _longest(text, start.start())
        if number:
            found.append(number)
        else:
            rest, at = rest + text[start.start() : start.end()], start.end()
    return list(dict.fromkeys(found)), rest + text[at:]


def _longest(text: str, start: int) -> tuple[str | None, int]:
    """The longest number that begins there, and where it ends."""
    best: tuple[str | None, int] = (None, start)
    at = start
    for _ in range(9):
        group = (_DIGITS if at == start else re.compile(r"\(?\d+")).match(text, at)
        if group is None or group.end() - start > _LONGEST_NUMBER:
            break
        end = group.end()
        if end - start >= 8 and (number := _number(text[start:end])):
            best = number, end
        joint = _JOINTS.match(text, end)
        at = joint.end() if joint else end
    return best


_LABELS = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phone)?s?|fixe|portable|mobile|port|bureau|fax|e-?mail|mails?|courriels?|m[ée]l"
    r"|site(?: web| internet)?|web|adresse|n°|num[ée]ro|ou|et|puis)(?!\w)[ .:]*",
    re.IGNORECASE,
)


def _kept(rest: str, persons: list[Sort]) -> tuple[str, ...]:
    """The words beside a value, but for labels and what is of persons, which is counted in `persons`."""
    words = _LABELS.sub(" ", rest)
    words = " ".join(words.split()).strip(" ,;:/|-–()[]<>.&+'\"")
    if not words or says_nothing(words):
        return ()
    found = persons_in(words)
    if found:
        persons += [one.sort for one in found]
        return ()
    return (words,)


# Mail

_AT = re.compile(
    r"\s*(?:@|[\[({<]\s*(?:at|arobase?|a)\s*[\])}>]|(?<=\w)\s(?:at|arobase)\s(?=\w))\s*", re.IGNORECASE
)
_DOT = re.compile(r"\s*[\[({]\s*(?:dot|point|\.)\s*[\])}]\s*|(?<=\w)\s(?:dot|point)\s(?=\w)", re.IGNORECASE)
_TLD_APART = re.compile(r"(@[\w-]+(?:\.[\w-]+)*)(?:\s+\.\s*|\.\s+|,)(?=[a-z]{2,6}(?!\w))", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


def mail(text: str) -> Read:
    """The first address that is nobody's own; one in two words is joined only where it can be in one way."""
    plain = _TLD_APART.sub(r"\1.", _AT.sub("@", _DOT.sub(".", text.replace("mailto:", ""))))
    found = list(_MAIL.finditer(plain))
    addresses = list(dict.fromkeys(_tidy(one[0]) for one in found))
    if not addresses:
        if "@" in plain:
            return Read(doubt=f"« {text} » n'est pas une adresse.")
        persons: list[Sort] = []
        return Read(rest=_whole(text, persons), persons=tuple(persons))
    before = plain[: found[0].start()]
    if len(addresses) == 1 and re.search(r"(?:^|[\s;,/])[a-z0-9._-]+ $", before) and not _label_ends(before):
        whole = before.split()[-1]
        return Read(doubt=f"« {text} » : « {addresses[0]} », ou « {whole} » en fait-il partie ?")
    good = [one for one in addresses if mail_address(one) and accepted("Email", one)]
    own = [one for one in good if not persons_in(one)]
    persons = [Sort.MAILBOX] * (len(good) - len(own))
    bad = [one for one in addresses if one not in good]
    rest = _MAIL.sub(" ", plain)
    words = _kept(rest, persons)
    doubt = f"« {bad[0]} » n'est pas une adresse." if bad else ""
    beside = [f"autre courriel : {one}" for one in own[1:]]
    return Read(own[0] if own else "", (*beside, *words), doubt, tuple(persons))


def _tidy(address: str) -> str:
    local, _, domain = address.strip(".'-").partition("@")
    return f"{local}@{domain.lower()}"


def _label_ends(before: str) -> bool:
    return _LABELS.sub("", before.split(";")[-1]).strip() == ""


def _whole(text: str, persons: list[Sort]) -> tuple[str, ...]:
    """The words of a cell that gives no value, unless they say nothing or name somebody."""
    if says_nothing(text):
        return ()
    found = persons_in(text)
    persons += [one.sort for one in found]
    return () if found else (" ".join(text.split()),)


# Addresses

_POSTAL = re.compile(r"(?<!\d)(?:F-?)?(?P<code>\d{5}|\d{2} \d{3}|\d{4})(?:\.0)?(?!\d)")
_CEDEX = re.compile(r"\s+cedex(?:\s+\d+)?$", re.IGNORECASE)


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


# Numbers of registers

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
        words = f"« {text} » : le tableur a perdu des chiffres de ce numéro, recopiez-le depuis l'avis de l'Insee."
        return Read(doubt=words)
    digits = _digits(text)
    if not digits and (found := re.search(r"(?<!\d)\d(?:[ .\u00a0]?\d){8}(?:(?:[ .\u00a0]?\d){5})?(?!\d)", text)):
        digits = re.sub(r"\D", "", found[0])
    for length, name in ((14, "Siret"), (9, "Siren")):
        if length - 3 <= len(digits) <= length and (good := accepted(name, digits.zfill(length))):
            return Read(good)
    return Read(doubt=f"« {text} » n'est ni un SIRET (14 chiffres) ni un SIREN (9 chiffres) : un chiffre est faux.")


# The rest

_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>\"|;,]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,10}(?:/[^\s<>\"|;,]*)?(?![\w@])", re.IGNORECASE
)


def site(text: str) -> Read:
    """The first address of the web; « www. » is `https://`, as browsers take it."""
    found = [one[0].rstrip(".,;)") for one in _SITE.finditer(text)]
    good = [address for one in found if (address := _address(one))]
    rest = _SITE.sub(" ", text)
    persons: list[Sort] = []
    words = _kept(rest, persons)
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


READINGS: Mapping[str, Reading] = {
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
