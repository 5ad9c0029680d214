"""The sections of the site, in the order of its navigation."""

from __future__ import annotations

from typing import NamedTuple


class Section(NamedTuple):
    """A part of the site with a page of its own."""

    address: str
    title: str
    description: str

    @property
    def id(self) -> str:
        """The key of the text in `content/` that introduces it."""
        return self.address.strip("/") or "index"


SECTIONS = (
    Section("/", "Accueil", "Le conseil local de la vie associative, jour après jour."),
    Section("/conseil/", "Le conseil", "Ce qu’est le conseil, et comment il fonctionne."),
    Section("/bureau/", "Bureau", "Les associations élues, mandat par mandat."),
    Section("/comptes-rendus/", "Comptes rendus", "Les réunions du conseil et leurs suites."),
    Section("/suivi/", "Suivi des actions", "Ce qui a été décidé, et où cela en est."),
    Section("/associations/", "Annuaire", "Les associations de la ville, par nom et par thème."),
    Section("/agenda/", "Agenda", "Événements, formations, réunions et échéances."),
    Section("/actualites/", "Actualités", "Les nouvelles des associations et du conseil."),
    Section("/appels/", "Appels", "Projets, candidatures, subventions, bénévolat."),
    Section("/guides/", "Guides", "Des réponses pratiques pour les associations."),
    Section("/lettre/", "Lettre", "La lettre d’information, numéro par numéro."),
    Section("/chiffres/", "Chiffres", "Le conseil et les associations en quelques nombres."),
    Section("/donnees/", "Données ouvertes", "Les fichiers à télécharger et à réutiliser."),
    Section("/abonnements/", "S’abonner", "Recevoir les nouvelles et les dates, sans compte."),
    Section("/recherche/", "Recherche", "Trouver une page du site par ses mots."),
    Section("/plan-du-site/", "Plan du site", "Les sections du site et leurs pages principales."),
)
BY_ADDRESS = {section.address: section for section in SECTIONS}

FILES = ("/assets/", "/cartes/", "/deploiement/", "/documents/", "/donnees/", "/images/", "/pagefind/")
"""The folders of the site that hold files, which every page may need: no page is named like one, and none
leads away from them. Only the page of the open data, `/donnees/`, stands among its files."""

_IN_MENU = "/ /conseil/ /comptes-rendus/ /associations/ /agenda/ /appels/ /guides/ /abonnements/"
MENU_SECTIONS = tuple(BY_ADDRESS[address] for address in _IN_MENU.split())
"""The sections that the menu of every page names: never an association nor a guide."""

MENU = {"/bureau/": "/conseil/", "/suivi/": "/comptes-rendus/"}
"""Sections that the menu does not name: the one that is marked when a reader is there."""
