"""Rules of the activities of associations (A02x)."""

from __future__ import annotations

from hub.catalogue.rule import Rule, passage, warned

PATH = "associations.yaml"
CAMP = "{nom: Feu de camp, debut: 2026-01-13 18:00, fin: 2026-01-13 20:00,"

RULES = (
    Rule(
        "A020",
        "Deux activités d'une association ont deux noms, ou ne commencent pas au même moment.",
        "On ne saurait pas laquelle a encore des places, et un lien mènerait à l'une pour l'autre.",
        passage(
            PATH,
            f"- {{nom: Feu de camp, debut: 2026-01-13 18:00}}\n      - {CAMP}",
            f"- {{nom: Veillée, debut: 2026-01-13 18:00}}\n      - {CAMP}",
            instead_of=f"- {CAMP}",
        ),
    ),
    Rule(
        "A021",
        "Les âges d'une activité vont du plus jeune au plus âgé.",
        "Qui cherche pour un enfant de huit ans ne la trouverait jamais.",
        passage(PATH, "ages: {de: 11, a: 6}", "ages: {de: 6, a: 11}", instead_of="ages: {de: 8}"),
    ),
    warned(
        "A022",
        "Une association dissoute ne propose plus d'activité.",
        "Quelqu'un irait attendre devant une porte fermée.",
        passage(PATH, "jusqu_a: 2027-06-29", "jusqu_a: 2026-06-30"),
    ),
    warned(
        "A023",
        "Les publics d'une activité vont avec ses âges.",
        "Un cours d'adultes serait montré à qui cherche pour un enfant.",
        passage(
            PATH,
            "ages: {de: 18}, publics: [enfants]",
            "ages: {de: 18}, publics: [adultes]",
            instead_of="ages: {de: 8}",
        ),
    ),
)
