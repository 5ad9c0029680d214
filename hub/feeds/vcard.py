"""vCards (RFC 2426, version 3.0, which every address book reads): an association in one's contacts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hub.feeds.lines import escaped, folded
from hub.feeds.sheet import Sheet
from hub.markup import Renderer, states
from hub.model import Hub
from hub.model.association import Association
from hub.model.channels import vcard_of
from hub.model.telephone import international


def sheets(hub: Hub, renderer: Renderer) -> Iterator[Sheet]:
    """`associations/<id>.vcf` of each association that can be reached."""
    for one in hub.associations:
        if one.reachable:
            yield vcard_of(one.id).lstrip("/"), partial(vcard, hub, one, renderer)


def vcard(hub: Hub, one: Association, renderer: Renderer) -> bytes:
    """The card of an association, CRLF at line ends, folded at 75 octets."""
    purpose = renderer.words(one.objet or "")
    page = hub.site.absolute(one.address)
    state = states.of_association(one)
    fields = {
        "UID": hub.site.guid("association", one.id),
        "FN": escaped(one.nom),
        "N": f"{escaped(one.nom)};;;;",
        "ORG": escaped(one.nom),
        "NICKNAME": ",".join(map(escaped, one.alias)),
        "EMAIL;TYPE=INTERNET": escaped(one.courriel or ""),
        "TEL;TYPE=VOICE": escaped(international(one.telephone or "")),
        "ADR;TYPE=WORK": _address(one),
        "URL": one.site or page,
        "NOTE": escaped(
            "\n".join(words for words in (state and f"Association {state}.", purpose, page) if words)
        ),
        "REV": str(one.verifie_le) if one.verifie_le and one.verifie_le.day else "",
    }
    lines = [f"{name}:{value}" for name, value in fields.items() if value]
    body = ("BEGIN:VCARD", "VERSION:3.0", *lines, "X-ABShowAs:COMPANY", "END:VCARD")
    return b"".join(map(folded, body))


def _address(one: Association) -> str:
    """The seven parts of ADR (RFC 2426 3.2.1)."""
    place = one.adresse
    if place is None:
        return ""
    parts = ("", "", place.voie or "", place.commune or "", "", place.code_postal or "", "France")
    return ";".join(map(escaped, parts))
