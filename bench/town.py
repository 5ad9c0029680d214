"""A fictional town of a given size, always the same one: its things, and its folder of sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import count, pairwise
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench import life, words

TODAY = dt.date(2026, 11, 21)
"""The day of every build. The town's life lies around it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many things of each kind a town has; the bureau always has three terms.

    At most 100,000 associations: the names end.
    """

    name: str
    associations: int
    minutes: int
    events: int
    guides: int
    calls: int
    news: int
    letters: int

    def times(self, factor: int, name: str) -> Size:
        """The size `factor` times larger."""
        counts = asdict(self)
        del counts["name"]
        return Size(name, **{kind: number * factor for kind, number in counts.items()})


SMALL = Size("S", associations=300, minutes=60, events=200, guides=30, calls=4, news=8, letters=6)
SIZES = {"S": SMALL, "M": SMALL.times(10, "M")}
LARGE = Size(
    "L", associations=60_000, minutes=6_000, events=20_000, guides=300, calls=40, news=80, letters=60
)
"""The associations of Paris, and a council that would tell all of them."""

ALL_SIZES = {**SIZES, "L": LARGE}


@dataclass(frozen=True, slots=True)
class Named:
    """A theme: its key and its name."""

    id: str
    nom: str


@dataclass(frozen=True, slots=True)
class College:
    """A college of the bureau, and its numbers of seats."""

    id: str
    nom: str
    titulaires: int
    suppleants: int


@dataclass(frozen=True, slots=True)
class Association:
    """An entry of the directory. As everywhere in this module, attributes are the sources' own keys."""

    id: str
    nom: str
    alias: tuple[str, ...]
    statut: str
    college: str
    themes: tuple[str, ...]
    objet: str
    rna: str
    site: str
    courriel: str
    telephone: str
    adresse: Mapping[str, str]
    publics: tuple[str, ...]
    verifie_le: dt.date
    activites: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of the bureau; `association` is a key."""

    association: str
    college: str
    role: str


@dataclass(frozen=True, slots=True)
class Term:
    """A bureau between two elections."""

    debut: dt.date
    fin: dt.date
    election: dt.date
    sieges: tuple[Seat, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the follow-up."""

    projet: str
    quoi: str
    qui: tuple[str, ...]
    echeance: str
    etat: str


@dataclass(frozen=True, slots=True)
class Text:
    """A file of Markdown: `id` is its name, `text` its body; what a kind adds is its front matter."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Minutes(Text):
    """The minutes of a meeting."""

    instance: str
    date: dt.date
    statut: str
    publie_le: dt.date
    lieu: str
    presents: tuple[str, ...]
    excuses: tuple[str, ...]
    ville: tuple[Mapping[str, str], ...]
    ordre_du_jour: tuple[str, ...]
    suivi: tuple[Action, ...]
    prochaine: str | None
    votes: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Page(Text):
    """A plain page."""

    titre: str
    resume: str


@dataclass(frozen=True, slots=True)
class Event(Page):
    """Something with a date; `debut` and `fin` are days, with or without an hour."""

    debut: str
    fin: str | None
    categorie: str
    organisateurs: tuple[str, ...]
    lieu: Mapping[str, str]
    public: str
    tarif: str | None
    recurrence: Mapping[str, str] | None
    annule: str | None
    publie_le: dt.date


@dataclass(frozen=True, slots=True)
class Guide(Page):
    """A practical guide."""

    responsable: str
    revu_le: dt.date
    a_revoir_avant: dt.date
    publie_le: dt.date
    themes: tuple[str, ...]
    source: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Call(Page):
    """A call for projects, volunteers ..."""

    type: str
    ouverture: dt.date
    cloture: dt.date
    contact: str
    publie_le: dt.date


@dataclass(frozen=True, slots=True)
class News(Page):
    """A piece of news; `associations` are keys."""

    associations: tuple[str, ...]
    publie_le: dt.date


@dataclass(frozen=True, slots=True)
class Letter(Page):
    """An issue of the newsletter."""

    numero: int
    publie_le: dt.date


@dataclass(frozen=True, slots=True)
class Town:
    """The whole of it."""

    themes: tuple[Named, ...]
    colleges: tuple[College, ...]
    associations: tuple[Association, ...]
    terms: tuple[Term, ...]
    minutes: tuple[Minutes, ...]
    events: tuple[Event, ...]
    guides: tuple[Guide, ...]
    calls: tuple[Call, ...]
    news: tuple[News, ...]
    letters: tuple[Letter, ...]
    pages: tuple[Page, ...]
    life: life.Life


NAME = "Mille-Exemples"
ADDRESS = "https://associations.mille-exemples.example/"
DESCRIPTION = "Une ville qui n'existe pas, pour mesurer le programme."

THEMES = tuple(
    Named(words.slug(name), name)
    for name in ("Nature", "Musique", "Scène", "Mémoire", "Lecture", "Entraide", "Sport", "Jeux")
)
COLLEGES = tuple(
    College(words.slug(name), name, titulaires=5, suppleants=5)
    for name in ("Culture et mémoire", "Solidarité et citoyenneté", "Sports et loisirs", "Environnement")
)
ELECTIONS = (dt.date(2021, 9, 18), dt.date(2023, 9, 23), dt.date(2025, 9, 20), dt.date(2027, 9, 18))

FIRST_MEETING, MEETING_DAYS = dt.date(2021, 10, 1), 1860
FIRST_EVENT, EVENT_DAYS = dt.date(2025, 1, 1), 900
RECURRING = 10
"""One event in so many comes back."""
SEVERAL_DAYS = 12

_BODIES = ("bureau", "commission", "bureau", "groupe-de-travail", "bureau", "pleniere")
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_RANKS = ("premier", "deuxieme", "troisieme", "quatrieme", "dernier")
_AUDIENCES = ("tous", "enfants", "adolescents", "adultes", "seniors", "familles")


def make(size: Size, seed: int = 2026) -> Town:
    """The town of that size; the same size and seed give the same town.

    What its council lives has a chance of its own: the rest is as it was before it did.
    """
    rng, fate = Random(seed), Random(seed + 1)
    associations = tuple(_associations(rng, size.associations))
    terms = tuple(_terms(rng, associations))
    guides = tuple(_guide(rng, number) for number in range(size.guides))
    events = tuple(_event(rng, number, associations) for number in range(size.events))
    links = [*_links(associations, events, guides)]
    minutes = tuple(_minutes(rng, size.minutes, associations, terms, links))
    alive = [association.id for association in associations if association.statut == "active"]
    projects = {words.slug(action.projet): action.projet for one in minutes for action in one.suivi}
    return Town(
        THEMES,
        COLLEGES,
        tuple(_doing(fate, associations)),
        terms,
        tuple(replace(one, votes=life.votes(fate, len(one.presents))) for one in minutes),
        events,
        guides,
        tuple(_call(rng, number) for number in range(size.calls)),
        tuple(_news(rng, number, associations) for number in range(size.news)),
        tuple(_letters(rng, size.letters, associations)),
        tuple(_pages(rng)),
        life.make(fate, TODAY, alive, list(projects.values())),
    )


def write(town: Town, folder: Path) -> None:
    """Write the town as a folder of sources of this program, into `folder`."""
    folder.mkdir(parents=True)
    _write_yaml(folder / "mkdocs.yml", _settings())
    _write_yaml(
        folder / "associations.yaml",
        {"themes": [asdict(t) for t in town.themes], "associations": [_fields(a) for a in town.associations]},
    )
    _write_yaml(
        folder / "bureau.yaml",
        {"colleges": [asdict(c) for c in town.colleges], "mandats": [asdict(t) for t in town.terms]},
    )
    for path, texts in _folders(town).items():
        (folder / path).mkdir(parents=True, exist_ok=True)
        for one in texts:
            head = _yaml(_fields(one, without=("id", "text")))
            (folder / path / f"{one.id}.md").write_text(f"---\n{head}---\n\n{one.text}\n", encoding="utf-8")
    _write_life(town.life, folder)


def _write_life(lived: life.Life, folder: Path) -> None:
    _write_yaml(folder / "subventions.yaml", {"subventions": list(lived.campaigns)})
    for path, (_, things) in lived.sections.items():
        inside = folder / "content" / path
        inside.mkdir(parents=True)
        for one in things:
            head = _yaml({"titre": one.titre, "resume": one.resume, **one.head})
            (inside / f"{one.id}.md").write_text(f"---\n{head}---\n\n{one.text}\n", encoding="utf-8")
            if one.beside:
                (inside / f"{one.id}.csv").write_text(f"{one.beside}\n", encoding="utf-8")


def _folders(town: Town) -> dict[str, tuple[Text, ...]]:
    """Where each kind of text stands in the sources."""
    return {
        "minutes": town.minutes,
        "content/agenda": town.events,
        "content/guides": town.guides,
        "content/appels": town.calls,
        "content/actualites": town.news,
        "content/lettre": town.letters,
        "content": town.pages,
    }


def _settings() -> dict[str, Any]:
    hub = {
        "commune": NAME,
        "conseil": "Conseil local de la vie associative",
        "identifiant": "clva-mille-exemples",
    }
    return {
        "site_name": f"Vie associative de {NAME}",
        "site_url": ADDRESS,
        "site_description": DESCRIPTION,
        "extra": {"hub": hub},
    }


def _fields(thing: Any, without: Iterable[str] = ()) -> dict[str, Any]:
    """What is known of a thing, by key."""
    return {k: v for k, v in asdict(thing).items() if k not in without and v not in (None, ())}


class _Dumper(yaml.CSafeDumper):
    """Writes every value in full: the program refuses YAML's references."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _yaml(data: object) -> str:
    written: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=100
    )
    return written


def _write_yaml(file: Path, data: object) -> None:
    file.write_text(_yaml(data), encoding="utf-8")


def _associations(rng: Random, number: int) -> Iterator[Association]:
    for index, name in enumerate(words.names(rng, number)):
        key = words.slug(name)
        host = key.replace("-", "")
        yield Association(
            id=key,
            nom=name,
            alias=(name.replace(" des ", " "),),
            statut=("dissoute" if index % 20 == 7 else "en-sommeil" if index % 20 == 13 else "active"),
            college=COLLEGES[index % len(COLLEGES)].id,
            themes=tuple(theme.id for theme in rng.sample(THEMES, rng.randrange(1, 4))),
            objet=f"{words.paragraph(rng, 2)} On y vient **sans s'inscrire**.",
            rna=f"W{index + 1:09}",
            site=f"https://{host}.example/",
            courriel=f"contact@{host}.example",
            telephone=f"01 99 00 {index // 100 % 100:02} {index % 100:02}",
            adresse={
                "voie": f"{rng.randrange(1, 99)} {rng.choice(words.STREETS)}",
                "code_postal": "00000",
                "commune": NAME,
            },
            publics=tuple(rng.sample(_AUDIENCES, rng.randrange(1, 3))),
            verifie_le=_ago(rng, 400),
        )


def _doing(rng: Random, associations: tuple[Association, ...]) -> Iterator[Association]:
    """The associations, with what one does in those that are alive."""
    for rank, one in enumerate(associations):
        doing = life.activities(rng, rank, TODAY) if one.statut == "active" else ()
        yield replace(one, activites=doing) if doing else one


def _terms(rng: Random, associations: tuple[Association, ...]) -> Iterator[Term]:
    """Three full terms, newest first."""
    for start, after in reversed(list(pairwise(ELECTIONS))):
        seats = [seat for college in COLLEGES for seat in _seats(rng, college, associations)]
        yield Term(start, after - dt.timedelta(days=1), start, tuple(seats), "Procès-verbal de l'élection")


def _seats(rng: Random, college: College, associations: tuple[Association, ...]) -> Iterator[Seat]:
    own = [a.id for a in associations if a.college == college.id and a.statut == "active"]
    for rank, key in enumerate(rng.sample(own, college.titulaires + college.suppleants)):
        yield Seat(key, college.id, "titulaire" if rank < college.titulaires else "suppleant")


def _links(
    associations: tuple[Association, ...], events: tuple[Event, ...], guides: tuple[Guide, ...]
) -> Iterator[str]:
    """A Markdown link to each thing that minutes speak of."""
    yield from (f"[{association.nom}](asso:{association.id})" for association in associations)
    yield from (f"[{event.titre}](agenda:{event.id})" for event in events)
    yield from (f"[{guide.titre}](guide:{guide.id})" for guide in guides)


def _minutes(
    rng: Random,
    number: int,
    associations: tuple[Association, ...],
    terms: tuple[Term, ...],
    links: list[str],
) -> Iterator[Minutes]:
    """Minutes spread evenly over the years; half are the bureau's, and these announce the next meeting.

    A town of thousands has commissions: no other body meets twice a day.
    """
    named = {association.id: association for association in associations}
    met: set[tuple[dt.date, str]] = set()
    for index in range(number):
        date = FIRST_MEETING + dt.timedelta(days=index * MEETING_DAYS // number)
        body = _BODIES[index % len(_BODIES)]
        body = "commission" if (date, body) in met else body
        met.add((date, body))
        term = next(term for term in terms if term.debut <= date <= term.fin)
        members = rng.sample(term.sieges, 26)
        attending = [_spelling(rng, named[seat.association]) for seat in members]
        topics = tuple(words.matter(rng) for _ in range(5))
        yield Minutes(
            id=f"{date}-{body}" if number <= MEETING_DAYS else f"{date}-{body}-{index}",
            text=f"{words.text(rng, 470, rng.sample(links, 4))}\n\n{words.table(rng, 5)}",
            instance=body,
            date=date,
            statut="adopte" if date < TODAY - dt.timedelta(days=60) else "projet",
            publie_le=min(date + dt.timedelta(days=7), TODAY),
            lieu=rng.choice(words.PLACES),
            presents=tuple(attending[:18]),
            excuses=tuple(attending[18:]),
            ville=({"fonction": rng.choice(words.OFFICES)},),
            ordre_du_jour=topics,
            suivi=tuple(_action(rng, topic, date, associations) for topic in topics),
            prochaine=f"{date + dt.timedelta(days=42)} 18:30" if body == "bureau" else None,
        )


def _spelling(rng: Random, association: Association) -> str:
    """One of the ways in which a clerk writes an association."""
    return rng.choice((association.nom, association.nom, *association.alias, association.id))


def _action(rng: Random, topic: str, date: dt.date, associations: tuple[Association, ...]) -> Action:
    return Action(
        projet=topic,
        quoi=words.task(rng),
        qui=tuple(one.nom for one in rng.sample(associations, rng.randrange(1, 3))),
        echeance=f"{date + dt.timedelta(days=90):%Y-%m}",
        etat=rng.choice(("a-faire", "en-cours", "fait", "fait", "abandonne")),
    )


def _event(rng: Random, number: int, associations: tuple[Association, ...]) -> Event:
    title = words.gathering(rng)
    start = FIRST_EVENT + dt.timedelta(days=rng.randrange(EVENT_DAYS))
    hosts = rng.sample(associations, rng.randrange(1, 3))
    links = [f"[{host.nom}](asso:{host.id})" for host in hosts]
    begin, end = _times(rng, number, start)
    return Event(
        id=f"{words.slug(title)}-{number + 1}",
        text=f"{words.paragraph(rng, 3)}\n\nAvec {' et '.join(links)}. {words.paragraph(rng, 1)}",
        titre=title,
        resume=words.sentence(rng),
        debut=begin,
        fin=end,
        categorie=rng.choice(("evenement", "evenement", "evenement", "formation", "echeance")),
        organisateurs=tuple(host.id for host in hosts) if number % 8 else ("ville",),
        lieu={"nom": rng.choice(words.PLACES), "adresse": f"1 {rng.choice(words.STREETS)}"},
        public=rng.choice(("tous", "tous", "associations")),
        tarif="Gratuit" if number % 2 else None,
        recurrence=_recurrence(number, start),
        annule="Le plafond fuit" if number % 40 == 21 else None,
        publie_le=min(start - dt.timedelta(days=30), _ago(rng, 60)),
    )


def _times(rng: Random, number: int, start: dt.date) -> tuple[str, str | None]:
    """(beginning, end): some whole days, some several, most a few hours."""
    if number % SEVERAL_DAYS == 5:
        return f"{start}", f"{start + dt.timedelta(days=rng.randrange(1, 6))}"
    if number % 6 == 1:
        return f"{start}", None
    hour = rng.randrange(9, 20)
    return f"{start} {hour:02}:30", f"{start} {hour + 2:02}:00"


def _recurrence(number: int, start: dt.date) -> Mapping[str, str] | None:
    """Every week, or every month on such a day of such a week, for a season of some eight months."""
    if number % RECURRING:
        return None
    rule = {"jour": _DAYS[start.weekday()], "jusqu_a": f"{start + dt.timedelta(days=240)}"}
    if number % (2 * RECURRING):
        return {"frequence": "mensuelle", **rule, "rang": _RANKS[(start.day - 1) // 7]}
    return {"frequence": "hebdomadaire", **rule}


def _guide(rng: Random, number: int) -> Guide:
    title = f"{rng.choice(words.TASKS)} : {words.matter(rng).lower()}"
    read = _ago(rng, 300)
    return Guide(
        id=f"{words.slug(title)}-{number + 1}",
        text=words.text(rng, 260, ()),
        titre=title,
        resume=words.sentence(rng),
        responsable=rng.choice(words.OFFICES),
        revu_le=read,
        a_revoir_avant=read + dt.timedelta(days=365),
        publie_le=read - dt.timedelta(days=100),
        themes=tuple(theme.id for theme in rng.sample(THEMES, 2)),
        source=(
            {
                "titre": "Petit traité des trousseaux",
                "adresse": "https://clefs.example/",
                "lu_le": f"{read}",
            },
        ),
    )


def _call(rng: Random, number: int) -> Call:
    opening = _ago(rng, 500)
    return Call(
        id=f"appel-{number + 1}",
        text=words.text(rng, 120, ()),
        titre=f"Appel : {words.matter(rng).lower()}",
        resume=words.sentence(rng),
        type=rng.choice(("projets", "candidatures", "subventions", "benevolat")),
        ouverture=opening,
        cloture=opening + dt.timedelta(days=60),
        contact="Service vie associative, contact@mille-exemples.example",
        publie_le=opening,
    )


def _news(rng: Random, number: int, associations: tuple[Association, ...]) -> News:
    about = rng.sample(associations, 2)
    return News(
        id=f"nouvelle-{number + 1}",
        text=f"{words.paragraph(rng, 5)}\n\nAvec [{about[0].nom}](asso:{about[0].id}).",
        titre=words.matter(rng),
        resume=words.sentence(rng),
        associations=tuple(one.id for one in about),
        publie_le=_ago(rng, 700),
    )


def _letters(rng: Random, number: int, associations: tuple[Association, ...]) -> Iterator[Letter]:
    """An issue a month, up to this one."""
    last = TODAY.year * 12 + TODAY.month - 1
    for issue, month in zip(count(1), range(last - number + 1, last + 1), strict=False):
        links = [f"[{one.nom}](asso:{one.id})" for one in rng.sample(associations, 2)]
        yield Letter(
            id=f"{month // 12}-{month % 12 + 1:02}",
            text=words.text(rng, 250, links),
            titre=words.matter(rng),
            resume=words.sentence(rng),
            numero=issue,
            publie_le=dt.date(month // 12, month % 12 + 1, 1),
        )


def _pages(rng: Random) -> Iterator[Page]:
    for key, title in (
        ("index", f"La vie associative de {NAME}"),
        ("conseil", "Le conseil"),
        ("accessibilite", "Accessibilité"),
        ("mentions-legales", "Mentions légales"),
        ("donnees-personnelles", "Données personnelles"),
    ):
        yield Page(key, words.text(rng, 150, ()), title, words.sentence(rng))


def _ago(rng: Random, days: int) -> dt.date:
    """A day of the last `days` days."""
    return TODAY - dt.timedelta(days=rng.randrange(days))
