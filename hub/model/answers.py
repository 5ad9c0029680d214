"""What the law asks a site to say of itself, and nobody answered yet (`hub.model.legal`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hub.model.legal import ACCESS, DATA, NOTICE, DataOfficer
from hub.model.site import Site


class Answer(NamedTuple):
    """Something that the law asks and nobody answered: on which page, in which field, and in words."""

    page: str
    loc: tuple[str, ...]
    words: str


ASKED = (
    Answer(NOTICE, ("editeur", "adresse"), "l’adresse de l’éditeur"),
    Answer(NOTICE, ("editeur", "telephone"), "le téléphone de l’éditeur"),
    Answer(NOTICE, ("directeur_de_publication",), "la fonction de qui dirige la publication"),
    Answer(NOTICE, ("hebergeur", "nom"), "le nom de l’hébergeur"),
    Answer(NOTICE, ("hebergeur", "adresse"), "l’adresse de l’hébergeur"),
    Answer(NOTICE, ("hebergeur", "telephone"), "le téléphone de l’hébergeur"),
    Answer(DATA, ("hebergeur", "journaux"), "la durée pendant laquelle l’hébergeur garde ses journaux"),
    Answer(
        DATA,
        ("delegue_protection_donnees",),
        "le courriel ou le téléphone du délégué à la protection des données",
    ),
    Answer(ACCESS, ("accessibilite", "etablie_le"), "le jour où la déclaration a été établie"),
    Answer(
        ACCESS,
        ("accessibilite", "schema_pluriannuel"),
        "l’adresse du schéma pluriannuel de mise en accessibilité",
    ),
    Answer(ACCESS, ("accessibilite", "plan_d_action"), "l’adresse du plan d’action de l’année"),
    Answer(ACCESS, ("accueil", "telephone"), "le téléphone de l’accueil"),
    Answer(ACCESS, ("accueil", "adresse"), "l’adresse de l’accueil"),
    Answer(NOTICE, ("accueil", "horaires"), "les horaires de l’accueil"),
)
"""What the three pages say, and is « à confirmer » until somebody answers."""


def unanswered(site: Site) -> Iterator[Answer]:
    """What these pages of a site still say is « à confirmer », in the order in which they are read."""
    return (one for one in ASKED if not _given(site, one.loc))


def _given(site: Site, loc: tuple[str, ...]) -> bool:
    value: Any = site
    for step in loc:
        value = getattr(value, step)
    if isinstance(value, DataOfficer):
        return bool(value.courriel or value.telephone or value.adresse)
    return bool(value)
