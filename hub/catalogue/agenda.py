"""Rules of the calendar (E)."""

from __future__ import annotations

from hub.catalogue.rule import Edit, Example, Rule, passage, warned
from hub.catalogue.town import TOWN

PATH = "content/agenda/yoga.md"
EVERY = "recurrence: {frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, sauf: [2026-11-24]}"

EVENING = "debut: 2026-11-03 18:30"


def _every(rule: str) -> str:
    return f"recurrence: {{{rule}}}"


def _chess(hour: str) -> str:
    return f"---\ntitre: Échecs\ndebut: 2026-12-08 {hour}\ncategorie: evenement\nlieu: {{nom: Salle des Pots}}\n---\n"


def _loto(day: str) -> str:
    rule = _every("frequence: mensuelle, nombre: 6")
    return f"---\ntitre: Loto\ndebut: {day}\ncategorie: evenement\n{rule}\n---\n"


TRAINING, STATUTES = "content/agenda/tenir-ses-comptes.md", "content/agenda/rediger-ses-statuts.md"


def _training(title: str, day: str) -> str:
    return f"---\ntitre: {title}\ndebut: {day}\ncategorie: formation\npublic: associations\n---\n"


def _yoga_in_the_hall() -> str:
    return TOWN[PATH].replace("publie_le:", "lieu: {nom: Salle des Pots}\npublie_le:")


RULES = (
    Rule(
        "E001",
        "Un événement finit après avoir commencé, avec une heure des deux côtés ou d'aucun.",
        "Les agendas des téléphones refusent une fin qui précède le début.",
        passage(PATH, "fin: 2026-11-03 17:30", "fin: 2026-11-03 19:30"),
    ),
    Rule(
        "E002",
        "Ce qui se répète commence un jour connu.",
        "Les fois suivantes se comptent à partir de la première.",
        passage(
            PATH,
            "debut: 2026-11\ncategorie",
            "debut: 2026-11-03 18:30\ncategorie",
            instead_of="debut: 2026-11-03 18:30\nfin: 2026-11-03 19:30\ncategorie",
        ),
    ),
    Rule(
        "E003",
        "Une répétition dit quel jour de quel mois.",
        "« Le premier » sans le jour, ou « le mardi » de l'année, ne désigne aucune date.",
        passage(
            PATH,
            _every("frequence: mensuelle, rang: premier, jusqu_a: 2026-12-15"),
            _every("frequence: mensuelle, jour: mardi, rang: premier, jusqu_a: 2026-12-15"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E004",
        "Le premier jour annoncé est un jour de la répétition.",
        "Sinon la première date affichée n'aurait pas lieu.",
        passage(
            PATH,
            _every("frequence: hebdomadaire, jour: jeudi, jusqu_a: 2026-12-15"),
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E005",
        "Un fichier de l'agenda a un nom de quelques mots.",
        "Une année, ou une catégorie (« formations »), est l'adresse d'une page de l'agenda ; « suite-… » est celle d'une réunion annoncée.",
        Example(
            {"content/agenda/2027.md": _chess("14:00")}, {"content/agenda/2027-echecs.md": _chess("14:00")}
        ),
    ),
    Rule(
        "E006",
        "Une exception est un jour où l'événement aurait eu lieu.",
        "Une exception à côté n'annule rien : les gens viendraient pour rien.",
        passage(PATH, "sauf: [2026-11-25]", "sauf: [2026-11-24]"),
    ),
    Rule(
        "E007",
        "Un événement annulé dit pourquoi.",
        "La raison s'affiche à la place de l'heure ; « annule: non » l'annulerait.",
        passage(
            PATH,
            "annule: oui\npublie_le: 2026-10-01",
            "annule: La salle est inondée.\npublie_le: 2026-10-01",
            instead_of="publie_le: 2026-10-01",
        ),
    ),
    Rule(
        "E008",
        "Une répétition a une fin.",
        "Sans elle, on l'annoncerait des années après la dernière fois, et les agendas la garderaient.",
        passage(
            PATH,
            _every("frequence: hebdomadaire, jour: mardi"),
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2027-06-29"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E009",
        "Une répétition a lieu au moins une fois.",
        "Une fin avant le début, ou des exceptions à chaque fois, et il ne reste aucune date.",
        passage(
            PATH,
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-10-27"),
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E011",
        "Une répétition n'a qu'une fin : un jour, ou un nombre de fois.",
        "Avec deux fins, chaque agenda choisirait la sienne.",
        passage(
            PATH,
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, nombre: 6"),
            _every("frequence: hebdomadaire, jour: mardi, nombre: 6"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E012",
        "Un changement dit ce qui change : l'heure, le lieu, ou que cette fois est annulée.",
        "Les agendas des abonnés montrent cette fois-là autrement que les autres.",
        passage(
            PATH,
            _every("frequence: hebdomadaire, jour: mardi, nombre: 6, changements: [{date: 2026-11-10}]"),
            _every(
                "frequence: hebdomadaire, jour: mardi, nombre: 6, "
                "changements: [{date: 2026-11-10, annule: La salle est prise}]"
            ),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E015",
        "Une fois n'est dite qu'à un endroit : dans « sauf », ou dans un seul changement.",
        "Des deux, l'un serait perdu sans que personne le sache.",
        passage(
            PATH,
            _every(
                "frequence: hebdomadaire, jour: mardi, nombre: 6, sauf: [2026-11-10], "
                "changements: [{date: 2026-11-10, annule: La salle est prise}]"
            ),
            _every(
                "frequence: hebdomadaire, jour: mardi, nombre: 6, "
                "changements: [{date: 2026-11-10, annule: La salle est prise}]"
            ),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E016",
        "Deux fois d'un même événement n'ont pas lieu en même temps.",
        "Une fois déplacée sur une autre la cacherait ; « fin » est la fin de la première fois, non de la dernière.",
        passage(
            PATH,
            _every(
                "frequence: hebdomadaire, jour: mardi, nombre: 6, "
                "changements: [{date: 2026-11-10, debut: 2026-11-17 18:30}]"
            ),
            _every(
                "frequence: hebdomadaire, jour: mardi, nombre: 6, "
                "changements: [{date: 2026-11-10, debut: 2026-11-12 18:30}]"
            ),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E018",
        "Un événement revient au plus 1 000 fois, et prend au plus 4 000 jours.",
        "C'est vingt ans d'un cours chaque semaine : au-delà, une année est sans doute fausse, et le site s'y épuiserait.",
        passage(
            PATH,
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2126-12-15"),
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E020",
        "Une répétition dit sa fréquence, ou donne ses dates une à une.",
        "Sans l'une ni l'autre, elle ne désigne aucun jour ; une fin ou un jour de la semaine ne disent rien d'une liste.",
        passage(
            PATH,
            _every("jour: mardi, jusqu_a: 2026-12-15"),
            _every("frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15"),
            instead_of=EVERY,
        ),
    ),
    Rule(
        "E021",
        "Chaque date d'une liste est un jour connu, et « debut » est la première.",
        "Les agendas partent de la première date ; une heure n'a de sens que si la première en a une.",
        passage(
            PATH,
            _every("dates: [2026-12, 2026-12-15]"),
            _every("dates: [2026-12-01, 2026-12-15 14:00]"),
            instead_of=EVERY,
        ),
    ),
    warned(
        "E017",
        "Ce qui revient chaque mois, ou chaque année, a lieu un jour que chacun a.",
        "Les agendas sautent les mois sans 31, et les années sans 29 février : les gens croiraient à une date oubliée.",
        Example(
            {"content/agenda/loto.md": _loto("2027-01-31")}, {"content/agenda/loto.md": _loto("2027-01-28")}
        ),
    ),
    warned(
        "E010",
        "Deux événements n'ont pas lieu au même endroit à la même heure.",
        "Une salle réservée deux fois se découvre le soir même ; s'il y a deux salles, mieux vaut les nommer. "
        "Sans heure, un événement prend la journée.",
        Example(
            {PATH: _yoga_in_the_hall(), "content/agenda/echecs.md": _chess("19:00")},
            {PATH: _yoga_in_the_hall(), "content/agenda/echecs.md": _chess("19:30")},
        ),
    ),
    warned(
        "E013",
        "Deux dates réservées aux associations ne tombent pas le même jour.",
        "Les mêmes bénévoles devraient choisir. Ce qui revient, une permanence par exemple, ne compte qu'à la même heure.",
        Example(
            {
                TRAINING: _training("Tenir ses comptes", "2026-12-08 18:00"),
                STATUTES: _training("Rédiger ses statuts", "2026-12-08 10:00"),
            },
            {
                TRAINING: _training("Tenir ses comptes", "2026-12-08 18:00"),
                STATUTES: _training("Rédiger ses statuts", "2026-12-09 10:00"),
            },
        ),
    ),
    warned(
        "E014",
        "Un événement publié dont l'heure, le lieu ou l'état change dit quand, par « modifie_le ».",
        "Les agendas des abonnés ne prennent un changement que s'il est plus récent que ce qu'ils ont. Un agenda publié qui ne se lit plus est signalé aussi : rien ne peut lui être comparé.",
        Example(
            {PATH: Edit(EVENING, EVENING.replace("18:30", "18:00"))},
            {PATH: Edit(EVENING, f"{EVENING.replace('18:30', '18:00')}\nmodifie_le: 2026-11-20 09:00")},
            before={PATH: Edit(EVENING, EVENING)},
        ),
    ),
)
