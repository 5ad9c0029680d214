"""The anchors of the site's pages: those that the templates write themselves, by address."""

from __future__ import annotations

import re

from hub.model.calendars import CALENDARS
from hub.model.channels import DATA_SETS, FEEDS
from hub.model.kinds import KINDS
from hub.model.sections import LACKING

_CHANNELS = (*(feed.anchor for feed in FEEDS), *(calendar.anchor for calendar in CALENDARS))
_SUBSCRIPTIONS = "|".join(f"{anchor}|_{anchor}-adresse" for anchor in _CHANNELS)

_WRITTEN = tuple(
    (re.compile(address), re.compile(f"(?:{anchors})"))
    for address, anchors in (
        (".*", r"_contenu|_menu|_sommaire-titre|_tuile-\d+|_picto-[a-z-]+"),
        (
            "/",
            r"_association|_toits|_assemblee-\d+|dates|decisions|appels|actualites|le-conseil|abonnement|service",
        ),
        ("/agenda/", "par-mois|sans-mois|par-annee"),
        (
            "/agenda/",
            "en-ce-moment|aujourd-hui|demain|cette-semaine|ce-week-end|semaine-prochaine|sans-date"
            r"|mois-\d{4}-\d\d",
        ),
        ("|".join(calendar.page for calendar in CALENDARS), "a-venir|sabonner"),
        (r"/agenda/\d{4}/", "par-mois|passe|plusieurs-fois|sans-mois"),
        (r"/agenda/\d{4}/\d\d/", r"sans-jour|mois|jour-\d+"),
        ("/agenda/.+/", "prochaines|infos"),
        ("/recherche/", "_q|_annee|_recherche-page"),
        ("/donnees/", "_catalogues|_lire|" + "|".join(f"_{one.name}" for one in DATA_SETS)),
        ("/donnees/.+/", "_apercu|_colonnes"),
        ("/chiffres/", "situations|themes|reunions|presence|actions|subventions"),
        ("/plan-du-site/", "_que-faire"),
        ("/suivi/.+/", r"a-suivre|reunions|fait|ailleurs|_qui-\d+|_mandat-\d+|_sans-action|etat-[a-z-]+"),
        ("/appels/|/suivi/|/questionnaires/", "etat-[a-z-]+"),
        ("/questionnaires/.+/", r"_suites|_resultats|_methode|_question-\d+"),
        (rf"{LACKING}(?:\d+/)?", r"aider|compte|manque-\d+"),
        ("/comptes-rendus/", r"annee-\d{4}"),
        (
            "/comptes-rendus/.+/",
            "_a-propos|_decide|_deroule|_ordre-du-jour|_votes|_scrutins|_synthese-et-suivi|_questionnaires",
        ),
        ("/guides/.+/", "_sources-du-guide"),
        (
            r"/formations/(?:page/\d+/)?",
            r"_\d{4}-[1-4]|_a-fixer(?:-\d{4})?|_themes|_agenda|_passees(?:-\d{4})?",
        ),
        (r"/subventions/(?:\d{4}/)?(?:\d+/)?", "_demander|_attribue|_conventions|_documents"),
        (
            f"(?:{'|'.join(kind.base for kind in KINDS if 'documents' in kind.model.model_fields)}).+/",
            "_documents",
        ),
        ("/scrutins/", "a-venir|tenus"),
        ("/scrutins/.+/", r"resultat-\d+"),
        ("/appels/.+/", "_scrutins"),
        ("/bureau/", "mandats|colleges|rythme|presences"),
        ("/bureau/.+/", "a-confirmer|college-[a-z0-9-]+|commissions|presences|_scrutins"),
        (
            "/abonnements/",
            r"agendas|flux-titre|que-faire|lettre|_lettre-adresse|_?par-(?:agenda|flux)(?:-adresse)?|"
            + _SUBSCRIPTIONS,
        ),
        (
            "/associations/",
            "_q|_theme|_public|_college|_jour|_age|themes-titre|lettre-[a-z0-9-]+|theme-[a-z0-9-]+|dissoutes"
            r"|_quartier|liste|par-theme|plan|public-[a-z-]+|quartier-[a-z0-9-]+",
        ),
        ("/activites/", "_q|_jour|_age|semaine"),
        ("/activites/.*", "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|autres"),
        ("/activites/.*", "presque-chaque-jour|stages"),
        ("/lettre/.+/", "_connus"),
        ("/etre-dans-l-annuaire/", "_champs|_demander"),
        ("/contribuer/champs/.+/", "[a-z0-9-]+"),
        (
            "/accessibilite/",
            "etat-de-conformite|resultats-des-tests|ce-que-des-outils-verifient|"
            "contenus-non-accessibles|non-conformites|derogations-pour-charge-disproportionnee|"
            "contenus-non-soumis-a-l-obligation-d-accessibilite|"
            "etablissement-de-cette-declaration-d-accessibilite|"
            "technologies-utilisees-pour-la-realisation-du-site|environnement-de-test|"
            "outils-utilises-lors-de-l-evaluation|"
            "pages-du-site-ayant-fait-l-objet-de-la-verification-de-conformite|"
            "retour-d-information-et-contact|voies-de-recours",
        ),
        (r"/echanges/(?:page/\d+/)?", "sens-[a-z]+|_(?:sens|quoi)-[a-z]+"),
        ("/salles/", "salle|materiel"),
        (r"/benevolat/(?:\d+/)?", "un-jour|toute-l-annee"),
        (
            "/donnees-personnelles/",
            "quand-vous-consultez-le-site|ce-qui-est-publie|ce-qui-reste-dans-l-historique|vos-droits",
        ),
        (
            "/mentions-legales/",
            "editeur|direction-de-la-publication|hebergement|le-service-qui-tient-ce-site|"
            "contenus-et-reutilisation|signaler-une-erreur",
        ),
        (
            "/associations/.+/",
            "objet|activites|activite-[a-z0-9-]+|dates|nouvelles|actions|questionnaires|conseil|fiche"
            "|_agenda-adresse|_subventions",
        ),
        (
            "/associations/.+/",
            "objet|dates|dates-passees|benevoles|echanges|nouvelles|conseil|fiche|_agenda-adresse",
        ),
    )
)
"""(addresses, anchors): what `theme/templates/` holds as `id="…"`; a test compares it with a built site."""


def written_by_template(address: str, anchor: str) -> bool:
    """Whether the page at `address` has `anchor` whatever its text."""
    return any(page.fullmatch(address) and anchors.fullmatch(anchor) for page, anchors in _WRITTEN)
