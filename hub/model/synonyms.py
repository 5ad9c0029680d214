"""Keys that people write for others: what they mean, in the order of likelihood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hub.model.names import fold

_MEANT: Mapping[str, tuple[str, ...]] = {
    "date": ("debut", "publie_le", "cloture"),
    "date debut": ("debut", "ouverture"),
    "date de debut": ("debut", "ouverture"),
    "date fin": ("fin", "cloture"),
    "date de fin": ("fin", "cloture"),
    "date limite": ("cloture",),
    "limite": ("cloture",),
    "date de publication": ("publie_le",),
    "publication": ("publie_le",),
    "heure": ("debut",),
    "horaire": ("debut",),
    "horaires": ("debut",),
    "prix": ("tarif",),
    "email": ("courriel", "contact"),
    "e mail": ("courriel", "contact"),
    "mail": ("courriel", "contact"),
    "tel": ("telephone", "contact"),
    "portable": ("telephone", "contact"),
    **dict.fromkeys(("photo", "photos", "illustration", "logo", "affiche"), ("image",)),
    **dict.fromkeys(("alt", "texte alternatif", "legende"), ("texte",)),
    **dict.fromkeys(("credit", "credits", "photographe", "copyright"), ("auteur",)),
    **dict.fromkeys(("src", "nom du fichier"), ("fichier",)),
    **dict.fromkeys(("places", "jauge"), ("capacite",)),
    "lat": ("latitude",),
    **dict.fromkeys(("lon", "long", "lng"), ("longitude",)),
    "url": ("site", "adresse", "vers"),
    "lien": ("site", "adresse", "vers"),
    "page": ("vers",),
    "site web": ("site",),
    "rue": ("voie",),
    "cp": ("code_postal",),
    "ville": ("commune",),
    "associations": ("organisateurs", "presents", "membres"),
    "organisateur": ("organisateurs",),
    "type": ("categorie", "instance"),
    "name": ("nom",),
    "title": ("titre",),
    "nom": ("titre",),
    "description": ("objet", "resume", "texte"),
    "absents": ("excuses",),
    "agenda": ("ordre_du_jour",),
    "odj": ("ordre_du_jour",),
    "actions": ("suivi",),
    "prochaine reunion": ("prochaine",),
    "etat": ("statut",),
}


def meant_by(key: str, allowed: Iterable[str]) -> str | None:
    """The key among `allowed` that people mean when they write `key`; None when nobody knows."""
    names = _MEANT.get(fold(key.replace("_", " ")), ())
    possible = set(allowed)
    return next((name for name in names if name in possible), None)
