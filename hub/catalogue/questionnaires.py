"""Rules of questionnaires and of the answers to them (Q)."""

from __future__ import annotations

from hub.catalogue.rule import Edit, Example, Rule, passage, warned, whole
from hub.catalogue.town import TOWN

ASKED, ANSWERED = "content/questionnaires/pots.md", "content/questionnaires/pots.csv"
COPIED = "content/documents/reponses.csv"
CITED = {ASKED: Edit("Douze personnes", "[Le détail](document:reponses.csv) : douze personnes")}
COUNTS = "fleur,nombre\nRose,7\nChardon,5\n"

RULES = (
    Rule(
        "Q001",
        "Un fichier de réponses est un tableau.",
        "Un classeur dont on change le nom, une image ou un fichier abîmé ne se comptent pas.",
        whole(ANSWERED, b"PK\x03\x04\x14\x00\x00\x00", TOWN[ANSWERED]),
    ),
    Rule(
        "Q002",
        "Les réponses à un questionnaire sont dans un fichier « .csv ».",
        "C'est ce que tout formulaire exporte, et ce qui se relit sans tableur : on voit ce qu'il garde des gens.",
        Example({"content/questionnaires/pots.xlsx": b"PK\x03\x04"}, {}),
    ),
    Rule(
        "Q003",
        "Un fichier de réponses est à côté du questionnaire du même nom.",
        "Des réponses que rien n'explique ne servent à personne, et restent dans l'historique.",
        Example({"content/questionnaires/pot.csv": TOWN[ANSWERED]}, {"content/questionnaires/pot.csv": None}),
    ),
    Rule(
        "Q004",
        "Chaque question a sa colonne dans le fichier des réponses.",
        "Une question dont la colonne n'est pas trouvée paraîtrait sans aucune réponse.",
        passage(ASKED, "{question: Votre jolie fleur,", "{question: Votre fleur,"),
    ),
    Rule(
        "Q005",
        "Le fichier des réponses n'a que les colonnes des questions.",
        "La date et l'heure d'une réponse, une adresse, un numéro disent de qui elle est : ce dont on n'a pas "
        "besoin ne se garde pas (RGPD, article 5).",
        whole(
            ANSWERED,
            TOWN[ANSWERED].replace("\n", ";\n").replace("avis;", "avis;Horodateur").replace("2;;", "2;;9 h"),
            TOWN[ANSWERED],
        ),
    ),
    Rule(
        "Q006",
        "Une question dit les réponses que l'on pouvait choisir, et rien de plus que ce que demande son type.",
        "Sans elles, ce que chacun a écrit de sa main serait compté comme une réponse, et publié.",
        passage(ASKED, "type: choix}", "type: choix, options: [Rose, Chardon]}"),
    ),
    warned(
        "Q007",
        "Chaque réponse est de celles que sa question attend.",
        "Une réponse proposée qui s'écrit autrement dans le fichier compte pour « Autre réponse ».",
        passage(ASKED, "[Rose rouge, Chardon]", "[Rose, Chardon]"),
    ),
    Rule(
        "Q008",
        "Une réponse libre qui est gardée est une de celles qui ont été données.",
        "Ce que l'on fait dire aux gens, ils doivent l'avoir écrit.",
        passage(ASKED, "[Des pots roses.]", "[Des pots bleus.]"),
    ),
    Rule(
        "Q009",
        "Un fichier de réponses n'a ni portable, ni boîte personnelle, ni numéro de personne.",
        "On saurait de qui est la réponse, et l'historique du dépôt le garderait.",
        passage(ANSWERED, "Rose;3;Rien de plus, 06 12 34 56 78", "Rose;3;Rien de plus"),
    ),
    warned(
        "Q010",
        "Un fichier de réponses ne nomme personne.",
        "Qui répond peut nommer un voisin : ni l'un ni l'autre ne l'a voulu public.",
        passage(ANSWERED, "Rose;3;Merci à Marie Exemple", "Rose;3;Rien de plus"),
    ),
    Rule(
        "Q011",
        "Un questionnaire commence, finit, puis ses réponses sont comptées.",
        "Comptées avant la fin, puis de nouveau, elles diraient ce qu'a répondu la dernière personne.",
        passage(ASKED, "depouille_le: 2026-01-20", "depouille_le: 2026-02-05"),
    ),
    Rule(
        "Q012",
        "Des réponses qui sont dites comptées sont à côté du questionnaire, et ses questions sont décrites.",
        "Sinon la page annoncerait des résultats et n'en aurait pas.",
        Example({ANSWERED: None}, {}),
    ),
    Rule(
        "Q013",
        "Le compte rendu qu'un questionnaire nomme existe.",
        "Qui veut savoir ce qui a été décidé doit pouvoir le lire.",
        passage(
            ASKED,
            "compte_rendu: 2026-03-11-bureau",
            "compte_rendu: 2026-03-10-bureau",
            instead_of="projet: Arrosoirs",
        ),
    ),
    warned(
        "Q015",
        "Le projet qu'un questionnaire nomme est suivi par les comptes rendus.",
        "D'un projet que personne ne suit, la page n'a rien à montrer : le plus souvent, son nom est mal écrit.",
        passage(ASKED, "projet: Arosoirs", "projet: Arrosoirs"),
    ),
    Rule(
        "Q014",
        "Un fichier de réponses n'est pas parmi les documents.",
        "Tout ce qui est dans content/documents/ peut être téléchargé : les réponses de chacun le seraient.",
        Example({**CITED, COPIED: TOWN[ANSWERED]}, {**CITED, COPIED: COUNTS}),
    ),
)
