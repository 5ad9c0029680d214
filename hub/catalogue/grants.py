"""Rules of grants and of trainings (G)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule, passage, warned

PATH = "subventions.yaml"
GRANT = """\
      - association: licornes
        montant: 1 200,50
        objet: Un arrosoir pour deux
        decision: 2026-03-30
"""
LARGE = GRANT.replace("1 200,50", "30 000")

_SESSION = """\
---
titre: Semis
debut: 2027-02-09 18:30
categorie: formation
organisateurs: [ville]
---
"""
_OTHER = "---\ntitre: Boutures\ntheme: {}\nperiode: 2027\n---\n"

GRANT_RULES = (
    Rule(
        "G001",
        "Un montant s'écrit en euros, en chiffres.",
        "« 1.200 » pourrait être mille deux cents euros, ou un euro vingt : on ne devine pas une somme.",
        passage(PATH, "montant: 1.200", "montant: 1 200", instead_of="montant: 1 200,50"),
    ),
    Rule(
        "G002",
        "Une année a une seule campagne de subventions.",
        "L'année est dans l'adresse de sa page.",
        passage(
            PATH,
            "subventions:\n  - annee: 2026\n",
            "subventions:\n  - annee: 2025\n",
            instead_of="subventions:\n",
        ),
    ),
    Rule(
        "G003",
        "Une subvention n'est écrite qu'une fois.",
        "Elle compterait deux fois dans les totaux et dans les données ouvertes.",
        passage(PATH, GRANT + GRANT, GRANT + GRANT.replace("arrosoir", "râteau"), instead_of=GRANT),
    ),
    Rule(
        "G004",
        "Les appels, les dates et le guide que cite une campagne existent.",
        "Sa page y mène.",
        passage(
            PATH,
            "annee: 2026\n    guide: semis\n",
            "annee: 2026\n    guide: semer\n",
            instead_of="annee: 2026\n",
        ),
    ),
    warned(
        "G005",
        "Au-delà de 23 000 € par an, une convention est signée avec l'association.",
        "La loi le demande (loi n° 2000-321, article 10 ; décret n° 2001-495), et le public peut la demander. "
        "Toutes les subventions en argent de l'année comptent ensemble.",
        passage(PATH, LARGE, f"{LARGE}        convention: 2026-04-02\n", instead_of=GRANT),
    ),
    Rule(
        "G006",
        "Ce qui est attribué a été décidé, et une convention datée est signée.",
        "Annoncer une somme que personne n'a votée serait une promesse.",
        passage(PATH, "decision: 2027-03-30", "decision: 2026-03-30"),
    ),
    Rule(
        "G007",
        "Les versements sont dans l'ordre.",
        "Les données nationales disent du premier jour au dernier.",
        passage(
            PATH,
            f"{GRANT}        verse_du: 2026-06-30\n        verse_au: 2026-04-15\n",
            f"{GRANT}        verse_du: 2026-04-15\n        verse_au: 2026-06-30\n",
            instead_of=GRANT,
        ),
    ),
    warned(
        "G008",
        "Ce qui est attribué en argent ne dépasse pas l'enveloppe.",
        "Un zéro de trop se voit ainsi ; si le budget a été augmenté, l'enveloppe aussi.",
        passage(
            PATH,
            "annee: 2026\n    enveloppe: 1000\n",
            "annee: 2026\n    enveloppe: 10 000\n",
            instead_of="annee: 2026\n",
        ),
    ),
)

TRAINING = "content/formations/semis.md"
LEFT = "places: 8\n"

TRAINING_RULES = (
    Rule(
        "G010",
        "Il ne reste pas plus de places qu'il n'y en a.",
        "Quelqu'un s'inscrirait pour rien.",
        passage(
            TRAINING,
            f"{LEFT}restantes: 80\nrestantes_le: 2026-11-20\n",
            f"{LEFT}restantes: 3\nrestantes_le: 2026-11-20\n",
            instead_of=LEFT,
        ),
    ),
    Rule(
        "G011",
        "Des places qui restent disent quel jour on les a comptées.",
        "Un nombre sans date est faux le lendemain, et personne ne le sait.",
        passage(
            TRAINING,
            f"{LEFT}restantes: 3\n",
            f"{LEFT}restantes: 3\nrestantes_le: 2026-11-20\n",
            instead_of=LEFT,
        ),
    ),
    Rule(
        "G012",
        "Une séance du programme n'est pas une seconde fois dans l'agenda.",
        "Chaque séance est déjà une date de l'agenda : deux fichiers diraient deux heures.",
        Example(
            {"content/agenda/formation-semis.md": _SESSION}, {"content/agenda/atelier-semis.md": _SESSION}
        ),
    ),
    warned(
        "G013",
        "Les formations d'un même thème le nomment pareillement.",
        "Le programme les réunit par thème ; une lettre de trop en ferait deux.",
        Example(
            {"content/formations/boutures.md": _OTHER.format("Jardinages")},
            {"content/formations/boutures.md": _OTHER.format("Jardinage")},
        ),
    ),
)

RULES = (*GRANT_RULES, *TRAINING_RULES)
