"""The columns that each set of open data had, version after version: who reads one counts on its columns.

A column that changes its name, its type or its place is a new version, here and in CHANGELOG.md: 2.0.0 where
what read it no longer does, 1.1.0 where a column is added. `tests/test_open_data.py` compares the last one
with what is published, for a town that has everything.
"""

from __future__ import annotations

FIRST = "1.0.0"

RECORDED: dict[str, dict[str, str]] = {
    "associations": {
        FIRST: (
            "id:string nom:string alias:string statut:string college:string themes:string objet:string "
            "rna:string siren:string siret:string site:string courriel:string telephone:string voie:string "
            "code_postal:string commune:string publics:string verifie_le:string publie_le:string"
        ),
        "1.1.0": (
            "id:string nom:string alias:string statut:string college:string themes:string objet:string "
            "rna:string siren:string siret:string site:string courriel:string telephone:string voie:string "
            "code_postal:string commune:string quartier:string latitude:number longitude:number "
            "publics:string verifie_le:string publie_le:string"
        ),
    },
    "activites": {
        FIRST: (
            "association:string nom:string debut:string fin:string saison:string frequence:string "
            "intervalle:integer jour:string rang:string jusqu_a:string nombre:integer dates:string "
            "sauf:string changements:string ages_de:integer ages_a:integer publics:string niveau:string "
            "lieu:string lieu_adresse:string tarif:string inscriptions:string annule:string"
        ),
    },
    "mandats": {
        FIRST: (
            "mandat:string mandat_debut:string mandat_fin:string association:string nom:string "
            "college:string role:string debut:string fin:string remplace:string"
        ),
    },
    "reunions": {
        FIRST: (
            "id:string instance:string date:string statut:string publie_le:string lieu:string "
            "presents:string excuses:string ordre_du_jour:string prochaine:string"
        ),
        "1.1.0": (
            "id:string instance:string date:string statut:string publie_le:string lieu:string "
            "presents:string excuses:string ordre_du_jour:string prochaine:string adopte_le:string "
            "adopte_par:string quorum:integer"
        ),
    },
    "actions": {
        FIRST: (
            "reunion:string numero:integer projet:string quoi:string qui:string echeance:string etat:string"
        ),
        "1.1.0": (
            "reunion:string numero:integer projet:string quoi:string qui:string echeance:string etat:string "
            "fil:string derniere_reunion:string"
        ),
    },
    "projets": {
        FIRST: (
            "id:string titre:string alias:string etat:string porteurs:string resume:string "
            "premiere_reunion:string derniere_reunion:string reunions:integer actions:integer "
            "ouvertes:integer publie_le:string"
        ),
    },
    "votes": {
        FIRST: (
            "COLL_NOM:string COLL_SIRET:string DELIB_ID:string DELIB_DATE:string DELIB_MATIERE_CODE:string "
            "DELIB_MATIERE_NOM:string DELIB_OBJET:string BUDGET_ANNEE:string BUDGET_NOM:string "
            "PREF_ID:string PREF_DATE:string VOTE_EFFECTIF:integer VOTE_REEL:integer VOTE_POUR:integer "
            "VOTE_CONTRE:integer VOTE_ABSTENTION:integer DELIB_URL:string reunion:string projet:string "
            "resultat:string ne_prend_pas_part:integer"
        ),
    },
    "scrutins": {
        FIRST: (
            "scrutin:string titre:string date:string instance:string methode:string college:string "
            "association:string nom:string elu:string voix:integer rang:integer inscrits:integer "
            "votants:integer exprimes:integer blancs:integer nuls:integer"
        ),
    },
    "evenements": {
        FIRST: (
            "id:string titre:string debut:string fin:string categorie:string organisateurs:string "
            "lieu:string lieu_adresse:string public:string tarif:string frequence:string intervalle:integer "
            "jour:string rang:string jusqu_a:string nombre:integer dates:string sauf:string "
            "changements:string annule:string publie_le:string modifie_le:string"
        ),
    },
    "subventions": {
        FIRST: (
            "nomAttribuant:string idAttribuant:string dateConvention:string referenceDecision:string "
            "nomBeneficiaire:string idBeneficiaire:string rnaBeneficiaire:string objet:string montant:number "
            "nature:string conditionsVersement:string datesPeriodeVersement:string idRAE:string "
            "notificationUE:string pourcentageSubvention:number dispositifAide:string"
        ),
    },
    "echanges": {
        FIRST: (
            "id:string titre:string resume:string publie_le:string sens:string quoi:string quantite:string "
            "association:string lieu:string conditions:string delai:string jusqu_a:string pourvu_le:string "
            "contact:string"
        ),
    },
    "salles": {
        FIRST: (
            "COLL_NOM:string COLL_SIRET:string EQUIP_UID:string EQUIP_THEME:string EQUIP_CODE:string "
            "EQUIP_TYPE:string EQUIP_NOM:string ADR_NUMERO:string ADR_NOMVOIE:string ADR_CODEPOSTAL:string "
            "ADR_COMMUNE:string ADR_CLE_INTEROP:string ERP_ID:string ERP_TYPE:string ERP_CATEGORIE:integer "
            "EQUIP_LAT:number EQUIP_LONG:number EQUIP_OUVERTURE:string EQUIP_TEL:string EQUIP_EMAIL:string "
            "EQUIP_WEB:string capacite:integer quantite:string acces:string equipements:string "
            "pour_qui:string tarif:string delai:string contact:string publie_le:string"
        ),
        "2.0.0": (
            "COLL_NOM:string COLL_SIRET:string EQUIP_UID:string EQUIP_THEME:string EQUIP_CODE:string "
            "EQUIP_TYPE:string EQUIP_NOM:string ADR_NUMERO:string ADR_NOMVOIE:string ADR_CODEPOSTAL:string "
            "ADR_COMMUNE:string ADR_CLE_INTEROP:string ERP_ID:string ERP_TYPE:string ERP_CATEGORIE:integer "
            "EQUIP_LAT:number EQUIP_LONG:number EQUIP_OUVERTURE:string EQUIP_TEL:string EQUIP_EMAIL:string "
            "EQUIP_WEB:string capacite:integer quantite:string acces:string equipements:string "
            "pour_qui:string tarif:string delai:string contact:string publie_le:string id:string"
        ),
    },
    "formations": {
        FIRST: (
            "id:string titre:string resume:string publie_le:string theme:string seances:string "
            "periode:string intervenants:string organisateurs:string public:string tarif:string "
            "inscription:string places:integer restantes:integer restantes_le:string annule:string "
            "source:string"
        ),
    },
    "questionnaires": {
        FIRST: (
            "questionnaire:string fin:string numero:integer question:string type:string rang:integer "
            "reponse:string nombre:integer reponses:integer moyenne:number"
        ),
    },
}
"""A set -> its versions, in their order -> its columns, `name:type`."""


def version_of(name: str) -> str:
    """The version of the columns of a set: the last one recorded."""
    return next(reversed(RECORDED.get(name) or {FIRST: ""}))
