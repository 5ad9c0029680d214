"""The vocabulary of the fictional town, and prose made of it: French sentences that all differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from random import Random

GROUPS = (
    "Club",
    "Atelier",
    "Amicale",
    "Chorale",
    "Compagnie",
    "Cercle",
    "Fanfare",
    "Collectif",
    "Ligue",
    "Académie",
    "Confrérie",
    "Bibliothèque",
    "École",
    "Théâtre",
    "Société",
    "Ruche",
)
CREATURES = (
    "hérissons",
    "théières",
    "nuages",
    "boussoles",
    "girouettes",
    "licornes",
    "bretelles",
    "confitures",
    "dragons",
    "escargots",
    "fantômes",
    "lanternes",
    "moustaches",
    "parapluies",
    "pendules",
    "pingouins",
    "pantoufles",
    "sardines",
    "toupies",
    "trombones",
    "citrouilles",
    "brouettes",
    "cailloux",
    "marmites",
)
MOODS = (
    "improbables",
    "imaginaires",
    "fantasques",
    "invisibles",
    "magnétiques",
    "nostalgiques",
    "volubiles",
    "somnambules",
    "timides",
    "optimistes",
    "mélancoliques",
    "acrobates",
    "aquatiques",
    "bibliophiles",
    "énigmatiques",
    "tranquilles",
)
"""Alike in both genders, so that every name agrees."""

GATHERINGS = (
    "Fête",
    "Bal",
    "Bourse",
    "Répétition",
    "Permanence",
    "Exposition",
    "Tournoi",
    "Soirée",
    "Goûter",
    "Atelier",
    "Concert",
    "Visite",
)
TASKS = (
    "Réserver une salle",
    "Demander une subvention",
    "Tenir une assemblée générale",
    "Assurer une fête",
    "Accueillir un bénévole",
    "Emprunter du matériel",
    "Rédiger un bilan",
    "Faire connaître un rendez-vous",
    "Ranger une salle",
    "Trouver un trésorier",
)
PLACES = (
    "Salle des Pas-Perdus-Puis-Retrouvés",
    "Gymnase du Petit-Effort",
    "Maison des associations imaginaires",
    "Kiosque à musique du parc des Bancs",
    "Préau de l'école Buissonnière",
    "Place de l'Exemple",
)
STREETS = ("rue de l'Écho", "allée du Petit-Effort", "impasse de la Sieste", "place de l'Exemple")
OFFICES = ("Chargée de mission vie associative", "Adjointe à la vie associative", "Régisseur des salles")

_ACTORS = (
    "le bureau",
    "la commission",
    "l'assemblée",
    "le service vie associative",
    "une suppléante",
    "le collège des sports",
    "la trésorière",
    "le groupe de travail",
    "un titulaire",
    "la ville",
    "l'animatrice de séance",
    "le régisseur",
)
_VERBS = (
    "rappelle",
    "propose d'examiner",
    "demande à revoir",
    "confirme",
    "présente",
    "soutient",
    "met aux voix",
    "reporte",
    "détaille",
    "accepte",
    "résume",
    "souhaite relire",
)
_MATTERS = (
    "le prêt de la grande marmite",
    "la date du forum de rentrée",
    "le règlement des salles",
    "la liste des bénévoles attendus",
    "le budget de l'année prochaine",
    "l'affichage dans les quartiers",
    "la convention d'objectifs",
    "le calendrier des répétitions",
    "la place des petites associations",
    "le partage du local de rangement",
    "l'accueil des nouveaux habitants",
    "la sécurité de la soirée",
    "le bilan des ateliers du mercredi",
    "la réparation du vidéoprojecteur",
    "l'ouverture du dimanche matin",
    "la mise à jour de l'annuaire",
)
_CIRCUMSTANCES = (
    "avant la fin du mois",
    "sans attendre la prochaine réunion",
    "après un long échange avec la salle",
    "pour toutes les associations de la ville",
    "à la lumière de l'an dernier",
    "malgré la fuite au plafond",
    "avec l'accord des présents",
    "en commençant par les plus petites",
    "sous réserve du vote de la plénière",
    "dans la limite des places disponibles",
    "comme convenu au printemps",
    "et remercie celles et ceux qui ont aidé",
)
_ENDINGS = (
    "",
    " : la question reste ouverte",
    ", ce que personne ne conteste",
    " ; une réponse écrite suivra",
    ", sous le nom de « projet lanterne »",
    " (voir le tableau)",
    ", à hauteur de 40 % au plus",
    ", et c'est **décidé à l'unanimité**",
)
_STOPS = (".", ".", ".", " !", " ?")
_HEADINGS = (
    "Salles et matériel",
    "Subventions",
    "Forum de rentrée",
    "Communication",
    "Vie des collèges",
    "Questions de la salle",
    "Fêtes et rendez-vous",
    "Accueil des bénévoles",
    "Calendrier",
    "Relations avec la ville",
)
_STAGES = ("à l'étude", "engagé", "presque fini", "en attente d'une clef")


QUARTERS = (
    "de la Gare Basse",
    "du Vieux Port",
    "des Trois Moulins",
    "du Canal Gelé",
    "de Sainte-Ursule",
    "du Grand Virage",
    "des Quatre-Chemins",
    "de l'Écluse",
    "du Belvédère",
    "des Tanneurs",
    "de la Butte aux Chats",
    "du Marais Sec",
    "de l'Observatoire",
    "des Hauts Plateaux",
    "du Pont Tournant",
    "de la Vallée Perdue",
    "du Kiosque",
)

DIFFERENT = len(GROUPS) * len(CREATURES) * len(MOODS)


def names(rng: Random, count: int) -> list[str]:
    """`count` names of associations, all different: « Club des hérissons improbables ».

    Beyond the 6,144 that the vocabulary holds, they bear the name of their quarter.
    """
    if count > DIFFERENT:
        return list(islice(many_names(rng), count))
    every = [f"{group} des {what} {mood}" for group, what, mood in product(GROUPS, CREATURES, MOODS)]
    return rng.sample(every, count)


def many_names(rng: Random) -> Iterator[str]:
    """Some 100,000 names that nobody takes for one another, one by one, in an order that looks like none."""
    for quarter in QUARTERS:
        yield from (f"{name} {quarter}" for name in names(rng, 6_000))


def gathering(rng: Random) -> str:
    """The title of an event: « Bal des théières timides »."""
    return f"{rng.choice(GATHERINGS)} des {rng.choice(CREATURES)} {rng.choice(MOODS)}"


def matter(rng: Random) -> str:
    """A subject of discussion, as a title: « Le prêt de la grande marmite »."""
    return _capital(rng.choice(_MATTERS))


def task(rng: Random) -> str:
    """Something to do, without full stop: « Revoir le calendrier des répétitions avant ... »."""
    verb = rng.choice(("Revoir", "Préparer", "Publier", "Chiffrer", "Relire"))
    return f"{verb} {rng.choice(_MATTERS)} {rng.choice(_CIRCUMSTANCES)}"


def sentence(rng: Random) -> str:
    """A sentence of some 15 words."""
    words = f"{rng.choice(_ACTORS)} {rng.choice(_VERBS)} {rng.choice(_MATTERS)} {rng.choice(_CIRCUMSTANCES)}"
    return f"{_capital(words)}{rng.choice(_ENDINGS)}{rng.choice(_STOPS)}"


def paragraph(rng: Random, sentences: int) -> str:
    """A paragraph of that many sentences."""
    return " ".join(sentence(rng) for _ in range(sentences))


def text(rng: Random, words: int, links: Sequence[str]) -> str:
    """A Markdown text of at least `words` words, in sections: a heading, a paragraph, a list each.

    `links` are Markdown links, one a section as long as there are some. There are ten headings, enough
    for 700 words.
    """
    parts = [paragraph(rng, 2)]
    left = iter(links)
    headings = rng.sample(_HEADINGS, len(_HEADINGS))
    while _words(parts) < words:
        parts.append(_section(rng, headings.pop(), next(left, "")))
    return "\n\n".join(parts)


def table(rng: Random, rows: int) -> str:
    """A Markdown table of where `rows` projects stand, under a heading."""
    stages = ((matter(rng), rng.choice(_STAGES), f"{rng.randrange(1, 90) * 50} €") for _ in range(rows))
    return "## Point d'étape\n\n" + markdown_table(("Projet", "Étape", "Montant"), stages)


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, a line a row."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def slug(name: str) -> str:
    """`name` as a key: lower-case ASCII letters, digits, single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _section(rng: Random, heading: str, link: str) -> str:
    items = "\n".join(f"- {task(rng)} ;" for _ in range(rng.randrange(2, 5)))
    after = f"\n\nÀ lire aussi : {link}." if link else ""
    return f"## {heading}\n\n{paragraph(rng, rng.randrange(3, 6))}\n\n{items}{after}"


def _words(parts: Sequence[str]) -> int:
    return sum(len(part.split()) for part in parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
