"""Rules of the bureau (B)."""

from __future__ import annotations

from hub.catalogue.rule import Rule, passage, warned

PATH = "bureau.yaml"
TERMS = "mandats:\n"
VACANT = "    vacants:\n      - {college: vert, role: suppleant, nombre: 1}\n"

RULES = (
    Rule(
        "B001",
        "Un mandat finit après avoir commencé.",
        "Sinon personne n'aurait jamais siégé.",
        passage(PATH, "fin: 2024-09-19", "fin: 2027-09-19"),
    ),
    Rule(
        "B002",
        "Deux mandats ne se chevauchent pas.",
        "Il n'y a qu'un bureau à la fois.",
        passage(
            PATH,
            "mandats:\n  - {debut: 2027-01-01, fin: 2028-12-31}\n",
            "mandats:\n  - {debut: 2027-09-20, fin: 2028-12-31}\n",
            instead_of=TERMS,
        ),
    ),
    Rule(
        "B003",
        "Deux mandats ne commencent et ne finissent pas dans les mêmes années.",
        "L'adresse de leur page est faite de ces deux années.",
        passage(
            PATH,
            "mandats:\n  - {debut: 2028-07-01, fin: 2028-12-31}\n  - {debut: 2028-01-01, fin: 2028-06-30}\n",
            "mandats:\n  - {debut: 2029-01-01, fin: 2029-12-31}\n  - {debut: 2028-01-01, fin: 2028-06-30}\n",
            instead_of=TERMS,
        ),
    ),
    Rule(
        "B004",
        "Un siège commence et finit à l'intérieur de son mandat.",
        "Une association ne siège pas avant l'élection, ni après la fin du bureau.",
        passage(
            PATH,
            "role: titulaire, debut: 2028-01-01}",
            "role: titulaire, debut: 2025-09-20}",
            instead_of="role: titulaire}",
        ),
    ),
    Rule(
        "B005",
        "Une association n'a qu'un siège à la fois.",
        "Une association, une voix.",
        passage(PATH, "      - {association: Licornes, college: vert, role: suppleant}\n", VACANT),
    ),
    Rule(
        "B006",
        "Un collège n'a pas plus de sièges occupés que son nombre.",
        "Le règlement fixe le nombre de titulaires et de suppléants de chaque collège.",
        passage(
            PATH,
            "      - {association: coeur, college: vert, role: suppleant}\n" + VACANT,
            "      - {association: coeur, college: vert, role: suppleant}\n",
            instead_of=VACANT,
        ),
    ),
    Rule(
        "B007",
        "Un siège sans association est déclaré vacant.",
        "Sinon on ne sait pas si le siège est vide, ou si quelqu'un a été oublié.",
        passage(PATH, "", VACANT, instead_of=VACANT),
    ),
    Rule(
        "B008",
        "Le membre d'une commission a un siège au bureau.",
        "Les commissions sont formées par le bureau, de ses membres.",
        passage(
            PATH,
            "    commissions:\n      - {nom: Eau, membres: [coeur]}\n" + VACANT,
            "    commissions:\n      - {nom: Eau, membres: [licornes]}\n" + VACANT,
            instead_of=VACANT,
        ),
    ),
    Rule(
        "B009",
        "Une association qui en remplace une autre arrive après son départ.",
        "Sans la fin du premier siège, deux associations occuperaient le même.",
        passage(
            PATH,
            "role: titulaire}\n"
            "      - {association: coeur, college: vert, role: suppleant, remplace: licornes}\n",
            "role: titulaire, fin: 2026-06-30}\n"
            "      - {association: coeur, college: vert, role: titulaire, debut: 2026-07-01, remplace: licornes}\n"
            + VACANT,
            instead_of="role: titulaire}\n" + VACANT,
        ),
    ),
    warned(
        "B010",
        "Un mandat dure deux ans au plus.",
        "Le bureau est élu pour deux ans ; s'il a été prolongé, il n'y a rien à faire.",
        passage(PATH, "fin: 2028-09-19", "fin: 2027-09-19"),
    ),
    warned(
        "B011",
        "Quand un mandat est fini, le suivant est connu.",
        "Sinon la page du bureau montre des associations qui n'y siègent plus.",
        passage(PATH, "debut: 2023-09-20\n    fin: 2025-09-19", "debut: 2025-09-20\n    fin: 2027-09-19"),
    ),
    Rule(
        "B012",
        "L'élection que nomme un mandat est attestée.",
        "Le compte rendu de l'assemblée, une date de l'agenda ou une « source » disent d'où vient la date.",
        passage(
            PATH,
            "election: 2025-09-20\n    sieges:",
            "election: 2025-09-20\n    source: Procès-verbal du 20 septembre 2025\n    sieges:",
            instead_of="sieges:",
        ),
    ),
    Rule(
        "B013",
        "L'élection précède le mandat.",
        "On siège parce que l'on a été élu.",
        passage(
            PATH,
            "election: 2025-11-20\n    source: Procès-verbal\n    sieges:",
            "election: 2025-09-20\n    source: Procès-verbal\n    sieges:",
            instead_of="sieges:",
        ),
    ),
)
