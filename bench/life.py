"""The life of the fictional town: what its council votes on, follows, exchanges, asks, teaches, and gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from bench import words

EACH = 25
"""Associations for one exchange, one project, one training…"""

YEARS = (2024, 2025, 2026)
"""The campaigns of grants."""

GIVEN = 5
"""One association in so many is given something each year."""

ACTIVE = 3
"""One in so many says what one does there."""

ANSWERED = 60
"""Who answers a questionnaire."""

CONTACT = "Service vie associative, contact@mille-exemples.example"
_OPTIONS = ("Par une affiche", "Par une association", "Par la lettre", "Par hasard")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

Head = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A file of Markdown of any kind: `head` is its front matter, `beside` a table of its name, if any."""

    id: str
    titre: str
    resume: str
    head: Head
    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """The files by the folder of `content/` where they stand, with the title of its section; the campaigns of
    grants."""

    sections: Mapping[str, tuple[str, tuple[Told, ...]]]
    campaigns: tuple[Head, ...]


def make(rng: Random, today: dt.date, associations: Sequence[str], projects: Sequence[str]) -> Life:
    """The life of a town of these associations, by key, whose minutes speak of these projects."""
    count = max(1, len(associations) // EACH)
    few = max(1, count // 4)
    makers = {
        "echanges": ("Échanges", count, _exchange),
        "salles": ("Salles et matériel", max(1, count // 2), _room),
        "scrutins": ("Scrutins", few, _election),
        "questionnaires": ("Questionnaires", few, _questionnaire),
        "formations": ("Formations", count, _training),
    }
    sections = {
        folder: (title, tuple(maker(rng, today, rank, associations) for rank in range(number)))
        for folder, (title, number, maker) in makers.items()
    }
    sections["projets"] = ("Projets", tuple(_projects(rng, projects[:count], associations)))
    return Life(sections, tuple(_campaign(rng, year, associations) for year in YEARS))


def votes(rng: Random, there: int) -> tuple[Head, ...]:
    """What a meeting of `there` associations put to the vote."""
    against = rng.randrange(1, there // 3)
    return (
        {"objet": words.task(rng), "resultat": "unanimite", "pour": there, "contre": 0, "abstention": 0},
        {"objet": words.task(rng), "resultat": "majorite", "pour": there - against, "contre": against},
    )


def activities(rng: Random, rank: int, today: dt.date) -> tuple[Head, ...]:
    """What one does in an association this season."""
    if rank % ACTIVE:
        return ()
    first = dt.date(today.year, 9, 7) + dt.timedelta(days=rng.randrange(7))
    hour = rng.randrange(9, 20)
    return (
        {
            "nom": words.matter(rng),
            "debut": f"{first} {hour:02}:00",
            "fin": f"{first} {hour + 1:02}:30",
            "recurrence": {
                "frequence": "hebdomadaire",
                "jour": _DAYS[first.weekday()],
                "jusqu_a": f"{today.year + 1}-06-30",
            },
            "ages": {"de": rng.randrange(6, 18)},
            "tarif": "Gratuit" if rank % 2 else "90 € l'année",
            "inscriptions": rng.choice(("ouvertes", "complet", "libre")),
        },
    )


def _exchange(rng: Random, today: dt.date, rank: int, associations: Sequence[str]) -> Told:
    published = today - dt.timedelta(days=rng.randrange(60))
    head = {
        "sens": rng.choice(("offre", "demande")),
        "quoi": rng.choice(("materiel", "salle", "competence", "benevoles", "covoiturage", "autre")),
        "association": rng.choice(associations),
        "lieu": rng.choice(words.PLACES),
        "jusqu_a": published + dt.timedelta(days=rng.randrange(20, 360)),
        "contact": CONTACT,
        "publie_le": published,
    }
    return _told(rng, f"echange-{rank + 1}", head)


def _room(rng: Random, today: dt.date, rank: int, associations: Sequence[str]) -> Told:
    head = {
        "type": "materiel" if rank % 2 else "salle",
        "capacite": rng.randrange(10, 300),
        "acces": "De plain-pied",
        "equipements": [words.matter(rng), words.matter(rng)],
        "pour_qui": "Les associations de la ville",
        "tarif": "Gratuit",
        "delai": "Un mois avant",
        "contact": CONTACT,
        "publie_le": today - dt.timedelta(days=rng.randrange(300)),
    }
    return _told(rng, f"salle-{rank + 1}", head)


def _election(rng: Random, today: dt.date, rank: int, associations: Sequence[str]) -> Told:
    held = today - dt.timedelta(days=rng.randrange(20, 700))
    first, second, third = rng.sample(associations, 3)
    head = {
        "date": held,
        "instance": "bureau",
        "methode": "majorite",
        "publie_le": held,
        "inscrits": 40,
        "votants": 21,
        "exprimes": 20,
        "blancs": 1,
        "nuls": 0,
        "sieges": [{"titulaires": 1}],
        "candidats": [
            {"association": first, "voix": 12, "elu": "oui"},
            {"association": second, "voix": 5},
            {"association": third, "voix": 3},
        ],
    }
    return _told(rng, f"{held}-{rank + 1}", head)


def _questionnaire(rng: Random, today: dt.date, rank: int, associations: Sequence[str]) -> Told:
    begun = today - dt.timedelta(days=rng.randrange(80, 700))
    head = {
        "debut": begun,
        "fin": begun + dt.timedelta(days=20),
        "depouille_le": begun + dt.timedelta(days=30),
        "publie_le": begun,
        "contact": CONTACT,
        "associations": rng.sample(associations, 2),
        "questions": [
            {"question": "Par qui ?", "type": "choix", "options": list(_OPTIONS)},
            {"question": "Quelle note ?", "type": "note"},
            {"question": "Que changer ?", "type": "texte"},
        ],
        "suites": [{"quoi": words.task(rng)}],
    }
    rows = (f"{rng.choice(_OPTIONS)};{rng.randrange(1, 6)};{words.task(rng)}" for _ in range(ANSWERED))
    table = "\n".join(("Par qui ?;Quelle note ?;Que changer ?", *rows))
    return _told(rng, f"questionnaire-{rank + 1}", head, table)


def _training(rng: Random, today: dt.date, rank: int, associations: Sequence[str]) -> Told:
    day = today + dt.timedelta(days=rng.randrange(-300, 200))
    head = {
        "theme": rng.choice(("Comptes", "Communication", "Sécurité")),
        "seances": [{"debut": f"{day} 18:30", "fin": f"{day} 20:30"}],
        "intervenants": [rng.choice(associations)],
        "organisateurs": ["ville"],
        "public": "associations",
        "tarif": "Gratuit",
        "inscription": CONTACT,
        "places": 20,
        "publie_le": min(today, day - dt.timedelta(days=40)),
    }
    return _told(rng, f"formation-{rank + 1}", head)


def _projects(rng: Random, names: Sequence[str], associations: Sequence[str]) -> Iterator[Told]:
    for name in names:
        head = {"etat": "en-cours", "porteurs": [rng.choice(associations)]}
        yield Told(words.slug(name), name, words.sentence(rng), head, words.text(rng, 120, ()))


def _told(rng: Random, key: str, head: Head, beside: str = "") -> Told:
    return Told(key, words.matter(rng), words.sentence(rng), head, words.text(rng, 60, ()), beside)


def _campaign(rng: Random, year: int, associations: Sequence[str]) -> Head:
    given = rng.sample(associations, max(1, len(associations) // GIVEN))
    return {
        "annee": year,
        "contact": CONTACT,
        "commission": ["L'adjointe à la vie associative"],
        "publie_le": dt.date(year, 4, 20),
        "attributions": [
            {
                "association": one,
                "montant": f"{rng.randrange(200, 9_000)}",
                "objet": words.matter(rng),
                "decision": dt.date(year, 3, 26),
                "type": rng.choice(("fonctionnement", "projet")),
                "versement": "unique",
                "verse_du": dt.date(year, 5, 4),
            }
            for one in given
        ],
    }
