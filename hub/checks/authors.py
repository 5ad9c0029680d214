"""Authors of documents who are nobody: services, and what programs write by themselves."""

from __future__ import annotations

from hub.model.hub import Hub
from hub.model.names import fold
from hub.model.wording import Wording

SERVICES = frozenset(
    """
    accueil administration agence amicale association associations asso assos bureau cabinet centre clva
    collectif collectivite comite commission commune communication compagnie conseil cooperative
    departement direction etat fabrique federation fondation groupe imprimerie les mairie maison
    mediatheque ministere municipalite mutuelle office prefecture presse region reseau secretariat service
    services societe syndicat union ville
    """.split()
)
"""Words of a name that is not a person's."""

MACHINES = frozenset(
    """
    acrobat admin administrateur administrator adobe anonyme anonymous apache auteur author canva client
    company default docx excel google indesign inconnu libreoffice microsoft office openoffice openpyxl
    owner pc poi portable poste powerpoint proprietaire python reportlab root scanner scan unknown user
    utilisateur windows word writer xerox
    """.split()
)
"""Words that a program writes for an author it does not know."""


def is_somebody(author: str, hub: Hub) -> bool:
    """Whether an author may be a person: not a service, an association, the town, nor a machine."""
    folded = fold(author)
    words = set(folded.split())
    if not any(map(str.isalpha, folded)) or words & (SERVICES | MACHINES) or hub.named(author):
        return False
    bodies = (hub.site.mots.noun(name).one for name in Wording.model_fields)
    own = (hub.site.commune, hub.site.conseil, hub.site.site_name, *bodies)
    return not any(name and f" {fold(name)} " in f" {folded} " for name in own)
