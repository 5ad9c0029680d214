"""The kinds of things that results are grouped by, and the words people use for each."""

from __future__ import annotations

from typing import NamedTuple

from hub.pages.page import Page


class Kind(NamedTuple):
    """A group of results: its name, the shells of its pages, and what people call such a page.

    The words are searched but not shown: « pv » finds minutes, « horaires » finds dates.
    """

    name: str
    shells: tuple[str, ...]
    words: str


REST = Kind("Le conseil et le site", ("mandat",), "")
KINDS = (
    Kind("Associations", ("association",), "association club contact téléphone adresse mail site"),
    Kind(
        "Agenda",
        ("agenda", "evenement", "mois"),
        "agenda date jour heure horaire quand où lieu événement sortie",
    ),
    Kind("Comptes rendus", ("compte-rendu",), "compte rendu CR PV procès-verbal réunion décision"),
    Kind("Guides", ("guide",), "guide aide comment faire conseil pratique démarche"),
    Kind("Appels et actualités", ("actualite", "appel", "lettre"), "actualité nouvelle info annonce"),
    REST,
)
"""In the order in which their filters stand; whatever has no other kind is of the last."""

_BY_SHELL = {shell: kind for kind in KINDS for shell in kind.shells}

SECTION_WORDS = {
    "/bureau/": "élus membres représentants représente qui s’occupe composition collège sport culture",
    "/mandat": "élus membres représentants représente qui s’occupe composition actuel",
    "/comptes-rendus/": "CR PV procès-verbal procès-verbaux réunions décisions dernier",
    "/suivi/": "décisions décidé avancement fait en cours",
    "/associations/": "liste annuaire clubs répertoire trouver",
    "/agenda/": "calendrier dates événements sorties que faire week-end",
    "/appels/": "subventions candidatures bénévolat projets participer",
    "/guides/": "aide documentation démarches fiches pratiques",
    "/lettre/": "newsletter lettre info bulletin",
    "/abonnements/": "newsletter recevoir notifications alertes s’inscrire RSS ICS calendrier téléphone",
    "/chiffres/": "statistiques nombre combien",
    "/donnees/": "open data CSV JSON télécharger fichier",
}
"""What people call the sections, and a term of the bureau (`/mandat`)."""

LISTS = frozenset(
    (
        "/",
        "/actualites/",
        "/agenda/",
        "/appels/",
        "/associations/",
        "/comptes-rendus/",
        "/guides/",
        "/lettre/",
        "/plan-du-site/",
        "/suivi/",
    )
)
"""Pages that only show others: of them the heading and the introduction are searched."""

SEARCHING = "/recherche/"
"""The page of results: it finds, and is not found."""


def kind_of(page: Page) -> Kind:
    """The group in which a page is shown."""
    return _BY_SHELL.get(page.shell or "", REST)


def is_list(page: Page) -> bool:
    """Whether a page only shows others: a section, a month, a year or a category of the calendar."""
    dated = bool(page.clues.when)
    return page.address in LISTS or page.shell == "mois" or (page.shell == "agenda" and not dated)


def words_of(page: Page) -> str:
    """What people call a page, beside its own words."""
    section = SECTION_WORDS.get("/mandat" if page.shell == "mandat" else page.address, "")
    return " ".join(filter(None, (kind_of(page).words, section, page.clues.words)))
