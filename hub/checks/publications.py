"""Rules of what is published one file at a time: file names, calls, guides, newsletter (P)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.model.editorial import Editorial
from hub.model.fields import ID_PATTERN
from hub.model.hub import Hub
from hub.model.kinds import BY_FOLDER
from hub.model.letter import LetterAudience
from hub.model.names import slug
from hub.model.sections import BY_ADDRESS, FILES
from hub.model.walk import things
from hub.sources import Position

KEY = re.compile(ID_PATTERN)
LETTER_NAME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(habitants|associations))?")

LONGEST_NAME = 100
"""Signs of a file's name: its page and its PDF have longer ones, and a disk bears 255 bytes."""

LONGEST_EDITORIAL = 15_000
"""Characters: what all that is composed leaves of a mail, and more than ten minutes of reading."""


def usable_file_names(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A file's name is its page's address: lower-case letters without accent, digits, hyphens."""
    for thing in (thing for kind in BY_FOLDER.values() for thing in hub.of(kind)):
        stem = thing.origin.document.stem
        if not KEY.fullmatch(stem) or len(stem) > LONGEST_NAME:
            better = slug(stem)[:LONGEST_NAME].strip("-")
            yield problem(
                "P001",
                thing.origin.document.position()._replace(line=1, column=1),
                f"Le nom du fichier, « {stem} », ne peut pas être une adresse.",
                f"Renommez-le « {better}.md » : des minuscules sans accent, des chiffres et des tirets, "
                f"{LONGEST_NAME} signes au plus.",
            )


def pages_beside_the_files(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A page is not named like a folder of files of the site, whose servers keep or hide what is in it."""
    for one in hub.editorials.values():
        if one.address in FILES and one.address not in BY_ADDRESS:
            yield problem(
                "P030",
                Position(one.origin.document.path, 1, 1),
                f"Le site range ses fichiers à l'adresse {one.address} : cette page ne peut pas y être.",
                f"Renommez le fichier : « {one.id}-{slug(hub.site.mots('du conseil'))}.md », par exemple.",
            )


def closing_after_opening(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A call closes after it opens."""
    for call in hub.calls:
        if call.ouverture and call.cloture and call.cloture.last < call.ouverture.first:
            yield problem(
                "P002",
                call.origin.at("cloture"),
                f"L'appel se ferme ({call.cloture}) avant de s'ouvrir ({call.ouverture}).",
                "Corrigez l'une des deux dates.",
            )


def letters_by_month(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A newsletter's file is named by its month, and by its readers where a month has two."""
    for letter in hub.letters:
        found = LETTER_NAME.fullmatch(letter.id)
        if not found:
            yield problem(
                "P003",
                letter.origin.at(),
                f"« {letter.id}.md » n'est pas un mois.",
                "Nommez le fichier par l'année et le mois de la lettre, comme 2026-11.md ; une seconde "
                "lettre du même mois s'appelle 2026-11-habitants.md ou 2026-11-associations.md.",
            )
        elif found[1] and found[1] != letter.public:
            yield problem(
                "P003",
                letter.origin.at("public"),
                f"« {letter.id}.md » est une lettre pour « {found[1]} », et non pour « {letter.public} ».",
                f"Écrivez « public: {found[1]} », ou nommez le fichier « {letter.id[:7]}.md ».",
            )


def letters_in_order(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """For each of its readers, the numbers of the newsletter follow its months."""
    told: set[str] = set()
    named = sorted((o for o in hub.letters if LETTER_NAME.fullmatch(o.id)), key=lambda letter: letter.id)
    for audience in (LetterAudience.habitants, LetterAudience.associations):
        previous = 0
        for letter in named:
            if not letter.reaches(audience):
                continue
            if letter.numero <= previous and letter.id not in told:
                told.add(letter.id)
                yield problem(
                    "P004",
                    letter.origin.at("numero"),
                    f"Le numéro {letter.numero} ne suit pas le précédent ({previous}).",
                    f"Numérotez les lettres dans l'ordre des mois : « numero: {previous + 1} », par exemple.",
                )
            previous = letter.numero


def dated_letters(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A letter has a day of publication: what it announces depends on it, and nobody receives it without."""
    for letter in hub.letters:
        if letter.publie_le is None:
            yield problem(
                "P012",
                letter.origin.at(),
                "Cette lettre n'a pas de « publie_le » : personne ne la recevra.",
                "Écrivez le jour de sa parution : « publie_le: 2026-12-01 ».",
            )


def short_letters(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """An editorial leaves room in a mail for what is composed after it: Gmail cuts at 102 kB."""
    for letter in hub.letters:
        if len(letter.text) > LONGEST_EDITORIAL:
            yield problem(
                "P011",
                letter.origin.document.body_position(1, 1),
                f"L'éditorial a {len(letter.text)} caractères : Gmail pourrait couper le courriel.",
                f"Gardez-en moins de {LONGEST_EDITORIAL}, et mettez le reste dans une actualité ou un guide.",
            )


def published_by_now(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """What is dated in the future is on the site at once, and in the feeds on its day only."""
    for thing in things(hub):
        published = getattr(thing, "publie_le", None)
        if published and published.first > today:
            yield problem(
                "P005",
                thing.origin.at("publie_le"),
                f"La date de publication ({published}) est à venir.",
                "Si c'est voulu, il n'y a rien à faire : la page paraît dès maintenant, les abonnés seront "
                f"prévenus ce jour-là. Si c'est une erreur, écrivez « publie_le: {today} ».",
            )


def guides_read_again(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A guide is read again before the day it sets itself."""
    for guide in hub.guides:
        if guide.a_revoir_avant and guide.a_revoir_avant.last < today:
            yield problem(
                "P007",
                guide.origin.at("a_revoir_avant"),
                f"Ce guide devait être relu avant le {guide.a_revoir_avant}.",
                "Relisez-le, puis changez « revu_le » et « a_revoir_avant ».",
            )


def closed_calls_off_the_top(prose: Prose, known: Known) -> Iterator[Problem]:
    """A page that stays does not send people to a call that has closed; what is dated may."""
    if not isinstance(prose.thing, Editorial):
        return
    for destination, found in prose.links:
        if destination.scheme == "appel" and known.is_closed(destination.rest.partition("#")[0]):
            yield problem(
                "P008",
                prose.at(found.at(prose.text)),
                f"Cette page mène à un appel qui est clos : « {found.written} ».",
                "Retirez ce lien, ou menez à la liste des appels : /appels/.",
            )


def reviewed_by_now(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Nobody read a guide again tomorrow."""
    for guide in hub.guides:
        if guide.revu_le and guide.revu_le.first > today:
            yield problem(
                "P010",
                guide.origin.at("revu_le"),
                f"Ce guide aurait été relu le {guide.revu_le}, qui est à venir.",
                "Écrivez le jour de la dernière relecture ; le prochain se met dans « a_revoir_avant ».",
            )


HOME = "index"
"""The one page that a town must write: the program makes those that the law asks for."""


def required_pages(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The site has a home page of its own."""
    if HOME not in hub.editorials and not hub.spoiled.has("editorials", HOME):
        yield problem(
            "P006",
            Position(f"content/{HOME}.md", 1, 1),
            f"Il manque la page d'accueil : content/{HOME}.md.",
            "Créez ce fichier : entre deux lignes « --- », « titre: » et « resume: », puis quelques phrases "
            "sur le conseil.",
        )


CHECKS = (
    usable_file_names,
    pages_beside_the_files,
    closing_after_opening,
    letters_by_month,
    letters_in_order,
    dated_letters,
    short_letters,
    published_by_now,
    required_pages,
    guides_read_again,
    reviewed_by_now,
)

PROSE_RULES = (closed_calls_off_the_top,)
