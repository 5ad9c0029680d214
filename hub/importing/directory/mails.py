"""A cell of mail addresses."""

from __future__ import annotations

import re

from hub.checks.personal import Sort
from hub.importing.directory.reading import LABELS, Read, accepted, kept, whole
from hub.importing.personal import persons_in
from hub.model.web import mail_address

_AT = re.compile(
    r"(?<!\s)\s*(?:@|[\[({<]\s*(?:at|arobase?|a)\s*[\])}>]|(?<=\w)\s(?:at|arobase)\s(?=\w))\s*", re.IGNORECASE
)
_DOT = re.compile(
    r"(?<!\s)\s*[\[({]\s*(?:dot|point|\.)\s*[\])}]\s*|(?<=\w)\s(?:dot|point)\s(?=\w)", re.IGNORECASE
)
_TLD_APART = re.compile(r"(@[\w-]+(?:\.[\w-]+)*)(?:\s+\.\s*|\.\s+|,)(?=[a-z]{2,6}(?!\w))", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")


def mail(text: str) -> Read:
    """The first address that is nobody's own; one in two words is joined only where it can be in one way."""
    plain = _TLD_APART.sub(r"\1.", _AT.sub("@", _DOT.sub(".", " ".join(text.replace("mailto:", "").split()))))
    found = list(_MAIL.finditer(plain))
    addresses = list(dict.fromkeys(_tidy(one[0]) for one in found))
    if not addresses:
        if "@" in plain:
            return Read(doubt=f"« {text} » n'est pas une adresse.")
        persons: list[Sort] = []
        return Read(rest=whole(text, persons), persons=tuple(persons))
    before = plain[: found[0].start()]
    if len(addresses) == 1 and re.search(r"(?:^|[\s;,/])[a-z0-9._-]+ $", before) and not _label_ends(before):
        word = before.split()[-1]
        return Read(doubt=f"« {text} » : « {addresses[0]} », ou « {word} » en fait-il partie ?")
    good = [one for one in addresses if mail_address(one) and accepted("Email", one)]
    own = [one for one in good if not persons_in(one)]
    persons = [Sort.MAILBOX] * (len(good) - len(own))
    bad = [one for one in addresses if one not in good]
    rest = _MAIL.sub(" ", plain)
    words = kept(rest, persons)
    doubt = f"« {bad[0]} » n'est pas une adresse." if bad else ""
    beside = [f"autre courriel : {one}" for one in own[1:]]
    return Read(own[0] if own else "", (*beside, *words), doubt, tuple(persons))


def _tidy(address: str) -> str:
    local, _, domain = address.strip(".'-").partition("@")
    return f"{local}@{domain.lower()}"


def _label_ends(before: str) -> bool:
    return LABELS.sub("", before.rsplit(";", maxsplit=1)[-1]).strip() == ""
