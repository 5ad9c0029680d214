"""The sections of the site, in the order of its navigation: those of the kinds, and those that are none's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from hub.model.kind import Kind, Section
from hub.model.kinds import KINDS
from hub.model.legal import ACCESS, DATA, NOTICE
from hub.model.site import Site, YesOrNo
from hub.model.volunteering import VOLUNTEERING

__all__ = [
    "BY_ADDRESS",
    "FILES",
    "MENU",
    "SECTIONS",
    "Entry",
    "Section",
    "entries_of",
    "entry_of",
    "sections_of",
]

LACKING = "/ce-qui-manque/"
"""The section that a town may leave out."""

GOING_ON = "manques-suite"
"""The frame of the pages that go on with its list."""

JOINING = "/etre-dans-l-annuaire/"
"""The page that tells associations how they are listed."""

OWN = (
    Section("/", "Accueil", "{Le conseil local} de la vie associative, jour après jour.", 0),
    Section(
        "/conseil/",
        "{Le conseil}",
        "Ce qu’est {le conseil}, et comment {il:conseil} fonctionne.",
        10,
        True,
        lists=False,
        drawing="mairie",
    ),
    Section(
        JOINING,
        "Être dans l’annuaire",
        "Ce que dit une fiche, ce qui en est publié, et comment la demander ou la corriger.",
        55,
        under="/associations/",
        words="inscrire inscription ajouter mon association référencer corriger fiche",
        lists=False,
    ),
    Section(
        VOLUNTEERING,
        "Donner un coup de main",
        "Les associations qui cherchent des bénévoles, pour un jour ou pour l’année.",
        84,
        under="/appels/",
        words="devenir bénévole bénévolat volontaire aider participer s’engager engagement",
    ),
    Section(
        "/chiffres/",
        "Chiffres",
        "{Le conseil} et les associations en quelques nombres.",
        210,
        under="/conseil/",
        words="statistiques nombre combien",
        lists=False,
        drawing="chiffres",
    ),
    Section(
        "/donnees/",
        "Données ouvertes",
        "Les fichiers à télécharger et à réutiliser.",
        220,
        words="open data CSV JSON télécharger fichier",
        lists=False,
        drawing="fichier",
    ),
    Section(
        "/abonnements/",
        "S’abonner",
        "Recevoir les nouvelles et les dates, sans compte.",
        230,
        menu=True,
        words="newsletter recevoir notifications alertes s’inscrire RSS ICS calendrier téléphone",
        lists=False,
        task="Être prévenu, sans compte",
        drawing="abonnement",
    ),
    Section(
        "/contribuer/",
        "Contribuer",
        "Corriger une page, ajouter une date ou un compte rendu : pas à pas.",
        235,
        menu=True,
        words="écrire modifier corriger ajouter proposer participer aide formulaire",
        lists=False,
    ),
    Section(
        LACKING,
        "Ce qui manque, et comment aider",
        "Ce que personne n’a encore confirmé, et à qui le dire.",
        236,
        under="/contribuer/",
        words="à confirmer inconnu compléter corriger contribuer participer",
    ),
    Section("/recherche/", "Recherche", "Trouver une page du site par ses mots.", 240, lists=False),
    Section("/plan-du-site/", "Plan du site", "Les sections du site et leurs pages principales.", 250),
    Section(
        f"/{ACCESS}/",
        "Accessibilité",
        "Ce que le site respecte des règles d’accessibilité, et que faire en cas de difficulté.",
        260,
        words="handicap RGAA déclaration conformité lecteur d’écran",
        lists=False,
    ),
    Section(
        f"/{NOTICE}/",
        "Mentions légales",
        "Qui publie ce site, qui l’héberge, et comment réutiliser son contenu.",
        270,
        words="éditeur hébergeur directeur de la publication licence",
        lists=False,
    ),
    Section(
        f"/{DATA}/",
        "Données personnelles",
        "Ce que le site publie, ce qu’il ne publie pas, et vos droits.",
        280,
        words="RGPD CNIL vie privée cookies droits retirer effacer",
        lists=False,
    ),
)
"""The sections whose pages show no kind of things, or several."""

SECTIONS = tuple(
    sorted((*OWN, *(kind.section for kind in KINDS if kind.section)), key=lambda section: section.rank)
)
BY_ADDRESS = {section.address: section for section in SECTIONS}


def entry_of(address: str) -> str:
    """The address of the section whose entry of the menu names this one; '' for one that no entry names."""
    section = BY_ADDRESS.get(address)
    while section and section.under:
        section = BY_ADDRESS[section.under]
    return section.address if section and section.menu else ""


MENU = {one.address: entry_of(one.address) for one in SECTIONS if entry_of(one.address)}
"""The sections that the menu of every page names, each with its entry, in the order of the navigation: never
an association nor a guide."""


class Entry(NamedTuple):
    """An entry of the menu of a town: its title, its section, and those that it names, itself first."""

    title: str
    section: Section
    within: list[Section]


def entries_of(sections: Iterable[Section]) -> list[Entry]:
    """The entries of the menu of a site that has these sections, in the order of its navigation."""
    shown = [one for one in sections if one.address in MENU]
    return [
        Entry(one.entry if len(within) > 1 and one.entry else one.title, one, within)
        for one in shown
        if one.menu and (within := [each for each in shown if MENU[each.address] == one.address])
    ]


OF_CARDS = {VOLUNTEERING: "benevoles"}
"""The sections that show what the cards of associations say in that field: none where no card does."""


def sections_of(
    site: Site, kinds: Iterable[Kind[Any]], unsaid: Iterable[str] = OF_CARDS
) -> tuple[Section, ...]:
    """The sections of a town's site, which shows these `kinds` (`Hub.kinds`); those of `OF_CARDS` of which
    its directory says nothing are `unsaid`."""
    left_out = {LACKING, *unsaid} if site.manques is not YesOrNo.oui else {*unsaid}
    left_out |= {kind.base for kind in {*KINDS}.difference(kinds) if kind.section}
    return tuple(one.said(site.mots) for one in SECTIONS if one.address not in left_out)


FILES = (
    *("/assets/", "/atelier/", "/cartes/", "/deploiement/", "/documents/", "/donnees/", "/images/"),
    "/pagefind/",
)
"""The folders of the site that hold files, which every page may need: no page is named like one, and none
leads away from them. Only the page of the open data, `/donnees/`, stands among its files."""
