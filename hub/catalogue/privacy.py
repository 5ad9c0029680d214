"""Rules of privacy (V)."""

from __future__ import annotations

from hub.catalogue.attachments import INSIDE
from hub.catalogue.rule import Rule, passage, warned

PATH, MINUTES, CALL = "associations.yaml", "minutes/2026-03-10-bureau.md", "content/appels/serre.md"
GUIDE = "content/guides/semer.md"
MAIL = "courriel: contact@licornes.example"
LAW = "Article L.312-1-2 du code des relations entre le public et l'administration."

RULES = (
    Rule(
        "V001",
        "Un téléphone portable ne se publie qu'avec l'accord de la personne.",
        f"Un portable est presque toujours à quelqu'un, et l'internet n'oublie pas. ({LAW})",
        passage(
            PATH,
            'telephone: "06 12 34 56 78"',
            'telephone: "06 12 34 56 78"\n    consentement: Accord écrit du 2026-11-12',
            instead_of=MAIL,
        ),
    ),
    Rule(
        "V002",
        "Une boîte aux lettres personnelle ne se publie qu'avec l'accord de la personne.",
        "Une association peut avoir sa boîte chez un fournisseur grand public : elle le dit, et elle y consent.",
        passage(
            PATH,
            "courriel: les.licornes@gmail.com",
            "courriel: les.licornes@gmail.com\n    consentement: Boîte de l'association, accord du 2026-11-12",
            instead_of=MAIL,
        ),
    ),
    Rule(
        "V003",
        "Un contact est une association ou une fonction, pas le nom d'une personne.",
        f"La fonction reste quand la personne change, et n'expose personne. ({LAW})",
        passage(
            CALL,
            "contact: Mme Licorne\npublie_le",
            "contact: La trésorière des Licornes\npublie_le",
            instead_of="publie_le",
        ),
    ),
    Rule(
        "V004",
        "Parmi les gens de la ville, seuls les élus sont nommés ; les agents le sont par leur fonction.",
        f"Un agent change de poste, et n'a pas choisi d'être public. ({LAW})",
        passage(
            MINUTES,
            "ville: [{fonction: Chargé de mission, nom: Jean Exemple}]\nordre_du_jour",
            "ville: [{fonction: Chargé de mission}]\nordre_du_jour",
            instead_of="ordre_du_jour",
        ),
    ),
    warned(
        "V005",
        "Un texte ne donne pas de téléphone portable.",
        "Les pages sont copiées par des programmes qui revendent les numéros.",
        passage(
            GUIDE, "De la terre : 06 12 34 56 78.", "De la terre : 01 99 00 10 01.", instead_of="De la terre."
        ),
    ),
    warned(
        "V006",
        "Un texte ne donne pas de boîte aux lettres personnelle.",
        "Les pages sont copiées par des programmes qui envoient des courriels indésirables.",
        passage(
            GUIDE,
            "Écrire à terreau@orange.fr.",
            "Écrire à terreau@graines.example.",
            instead_of="De la terre.",
        ),
    ),
    warned(
        "V007",
        "Un texte nomme les gens par leur fonction.",
        "Un programme devine mal un nom : si la personne est d'accord, ou connue de tous comme une artiste, "
        "« consentement » le dit, partout où un texte peut nommer quelqu'un.",
        passage(GUIDE, "Demandez à Mme Terreau.", "Demandez à la jardinière.", instead_of="De la terre."),
    ),
    Rule(
        "V008",
        "Un numéro de sécurité sociale ne se publie jamais.",
        "Il suit une personne toute sa vie, et l'État en limite l'usage. (Décret n° 2019-341 ; sa clé le distingue "
        "d'un autre numéro.)",
        passage(
            GUIDE,
            "Le numéro est 2 95 11 78 234 567 84.",
            "Le numéro de la parcelle est 295.",
            instead_of="De la terre.",
        ),
    ),
    Rule(
        "V009",
        "Un numéro de compte en banque (IBAN) ne se publie qu'avec l'accord de qui le tient.",
        "On peut s'en servir pour demander un prélèvement ; s'il est lu dans un texte, c'est souvent un collage "
        "de trop. (ISO 13616 : sa clé le distingue d'un autre numéro.)",
        passage(
            GUIDE,
            "Verser sur FR76 3000 6000 0112 3456 7890 189.",
            "Verser par chèque, au nom de l'association.",
            instead_of="De la terre.",
        ),
    ),
    warned(
        "V020",
        "Un tableau ou un texte à télécharger ne donne ni nom, ni portable, ni boîte personnelle.",
        f"Une liste de personnes se copie d'un clic, et ne se reprend plus. ({LAW})",
        INSIDE["V020"],
    ),
    warned(
        "V021",
        "Les propriétés d'un document ne nomment pas qui l'a écrit.",
        "Le nom du compte de l'ordinateur y est écrit sans qu'on le voie, et tout le monde peut le lire.",
        INSIDE["V021"],
    ),
    warned(
        "V022",
        "Un document publié n'a ni commentaires ni modifications suivies.",
        "Ils se lisent en un clic, avec le nom de leurs auteurs et ce qui a été effacé.",
        INSIDE["V022"],
    ),
)
