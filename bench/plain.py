"""The same town as a plain user of MkDocs and Material would publish it: one Markdown file a page.

Stock theme, stock search, a menu of one of three kinds. Nothing that this program derives (months,
attendance of an association, follow-up of all actions) is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.life import Head, Told
from bench.town import ADDRESS, DESCRIPTION, NAME, Association, Event, Guide, Minutes, Term, Town
from bench.words import markdown_table

_COMMON = f"""site_name: Vie associative de {NAME}
site_url: {ADDRESS}
site_description: {DESCRIPTION}
theme:
  name: material
  language: fr
"""

MENUS = {
    "pruned": "  features: [navigation.prune]\nplugins: [search]\n",
    "automatic": "plugins: [search]\n",
    "sections": (
        "plugins: [search]\nvalidation: {omitted_files: ignore}\nnav: [index.md, associations/index.md, "
        "bureau/index.md, comptes-rendus/index.md, agenda/index.md, guides/index.md]\n"
    ),
}
"""Ways of having a menu: what Material's documentation advises for a large site, what MkDocs does by itself,
and one without the pages, the quickest: it is the default here."""

ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}
"""Material's banner would only add noise."""

FOLDERS = {
    "asso": "associations",
    "cr": "comptes-rendus",
    "agenda": "agenda",
    "guide": "guides",
}
"""Where the things that a text links to by key stand here."""

_LINK = re.compile(rf"\]\(({'|'.join(FOLDERS)}):([^)]+)\)")

Files = Iterator[tuple[str, str]]
"""(file's name without extension, Markdown)."""


def write(town: Town, folder: Path, menu: str) -> None:
    """Write the town as a MkDocs project, into `folder`; `menu` is a key of `MENUS`."""
    folder.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_COMMON + MENUS[menu], encoding="utf-8")
    for section, title, files in pages(town, "../{0}/{1}.md"):
        if section:
            _write_section(folder / "docs" / section, title, dict(files))
        else:
            _write(folder / "docs", files)


def pages(town: Town, address: str) -> Iterator[tuple[str, str, Files]]:
    """The sections of the town's site, that of the pages at the top first: (folder, title, its pages).

    A page begins with its title. `address` is the form of a link to another, from its folder and its key.
    """
    for section, title, files in _sections(town):
        yield section, title, ((key, _linked(text, address)) for key, text in files)


def _linked(text: str, address: str) -> str:
    return _LINK.sub(lambda link: f"]({address.format(FOLDERS[link[1]], link[2])})", text)


def _sections(town: Town) -> Iterator[tuple[str, str, Files]]:
    names = {association.id: association.nom for association in town.associations}
    yield "", "", ((page.id, f"# {page.titre}\n\n{page.text}") for page in town.pages)
    yield from (
        ("associations", "Annuaire", _associations(town)),
        ("bureau", "Bureau", (_term(town, term, names) for term in town.terms)),
        ("comptes-rendus", "Comptes rendus", ((one.id, _minutes(one)) for one in town.minutes)),
        ("agenda", "Agenda", ((event.id, _event(event, names)) for event in town.events)),
        ("guides", "Guides", ((guide.id, _guide(guide)) for guide in town.guides)),
        ("appels", "Appels", ((c.id, _titled(c.titre, c.resume, c.text)) for c in town.calls)),
        ("actualites", "Actualités", ((n.id, _titled(n.titre, n.resume, n.text)) for n in town.news)),
        ("lettre", "Lettre", ((x.id, _titled(x.titre, x.resume, x.text)) for x in town.letters)),
        ("subventions", "Subventions", (_campaign(one, names) for one in town.life.campaigns)),
        *(
            (folder, title, ((one.id, _told(one)) for one in things))
            for folder, (title, things) in town.life.sections.items()
        ),
    )


def command(python: str, folder: Path, out: Path) -> list[str]:
    """The command that renders the project `folder` into `out`."""
    return [python, "-m", "mkdocs", "build", "-q", "-f", f"{folder / 'mkdocs.yml'}", "-d", f"{out}"]


def serve_command(python: str, folder: Path, port: int) -> list[str]:
    """The command that serves it on this machine, built again at each change."""
    settings, address = f"{folder / 'mkdocs.yml'}", f"127.0.0.1:{port}"
    return [python, "-m", "mkdocs", "serve", "-q", "-f", settings, "-a", address]


def _write_section(folder: Path, title: str, files: Mapping[str, str]) -> None:
    """The pages of a section, and the list of them."""
    links = (f"- [{_title(text)}]({key}.md)" for key, text in files.items())
    _write(folder, iter([*files.items(), ("index", f"# {title}\n\n" + "\n".join(links))]))


def _write(folder: Path, files: Files) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for key, text in files:
        (folder / f"{key}.md").write_text(f"{text}\n", encoding="utf-8")


def _title(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")


def _associations(town: Town) -> Files:
    themes = {theme.id: theme.nom for theme in town.themes}
    colleges = {college.id: college.nom for college in town.colleges}
    for one in town.associations:
        yield one.id, _association(one, colleges[one.college], [themes[theme] for theme in one.themes])


def _association(one: Association, college: str, themes: Sequence[str]) -> str:
    place = one.adresse
    facts = (
        ("Aussi appelée", ", ".join(one.alias)),
        ("Situation", one.statut),
        ("Collège", college),
        ("Thèmes", ", ".join(themes)),
        ("Publics", ", ".join(one.publics)),
        ("Site", f"<{one.site}>"),
        ("Courriel", f"<{one.courriel}>"),
        ("Téléphone", one.telephone),
        ("Adresse", f"{place['voie']}, {place['code_postal']} {place['commune']}"),
        ("RNA", one.rna),
        ("Vérifié le", f"{one.verifie_le}"),
    )
    doing = ("## Activités", _table(one.activites)) if one.activites else ()
    return _titled(one.nom, one.objet, _facts(facts), *doing)


def _term(town: Town, term: Term, names: Mapping[str, str]) -> tuple[str, str]:
    """A term's page: a table of seats a college."""
    title = f"Bureau {term.debut.year}-{term.fin.year}"
    parts = [_facts((("Début", f"{term.debut}"), ("Fin", f"{term.fin}")))]
    for college in town.colleges:
        rows = [
            (_association_link(s.association, names), s.role) for s in term.sieges if s.college == college.id
        ]
        parts += [f"## {college.nom}", markdown_table(("Association", "Rôle"), rows)]
    return f"{term.debut.year}-{term.fin.year}", _titled(title, *parts)


def _minutes(one: Minutes) -> str:
    """Attendance, agenda, text, follow-up."""
    facts = (
        ("Date", f"{one.date}"),
        ("Lieu", one.lieu),
        ("Statut", one.statut),
        ("Publié le", f"{one.publie_le}"),
        ("Prochaine réunion", one.prochaine or "à fixer"),
    )
    rows = ((a.projet, a.quoi, ", ".join(a.qui), a.echeance, a.etat) for a in one.suivi)
    return _titled(
        f"Compte rendu : {one.instance}, {one.date}",
        _facts(facts),
        "## Présents",
        _list(one.presents),
        "## Excusés",
        _list(one.excuses),
        "## Pour la ville",
        _list([person["fonction"] for person in one.ville]),
        "## Ordre du jour",
        _list(one.ordre_du_jour),
        one.text,
        "## Votes",
        _table(one.votes),
        "## Synthèse et suivi",
        markdown_table(("Projet", "Quoi", "Qui", "Échéance", "État"), rows),
    )


def _event(event: Event, names: Mapping[str, str]) -> str:
    hosts = [_association_link(host, names) for host in event.organisateurs]
    facts = [
        ("Début", event.debut),
        ("Fin", event.fin or ""),
        ("Se répète", ", ".join(event.recurrence.values()) if event.recurrence else ""),
        ("Annulé", event.annule or ""),
        ("Catégorie", event.categorie),
        ("Organisé par", ", ".join(hosts)),
        ("Lieu", f"{event.lieu['nom']}, {event.lieu['adresse']}"),
        ("Public", event.public),
        ("Tarif", event.tarif or ""),
    ]
    return _titled(event.titre, event.resume, _facts(facts), event.text)


def _campaign(campaign: Head, names: Mapping[str, str]) -> tuple[str, str]:
    """A year of grants: what is known of it, and a table of what was given."""
    given = [
        {**one, "association": _association_link(one["association"], names)}
        for one in campaign["attributions"]
    ]
    year = str(campaign["annee"])
    return year, _titled(f"Subventions {year}", *_of_head({**campaign, "attributions": given}))


def _told(one: Told) -> str:
    """A thing of any kind: what its front matter says, then its text."""
    return _titled(one.titre, one.resume, *_of_head(one.head), one.text)


def _of_head(head: Head) -> Iterator[str]:
    """The facts of a front matter, and a table of each of its lists of things."""
    things = [key for key, value in head.items() if isinstance(value, list) and isinstance(value[0], Mapping)]
    yield _facts([(key, _words(value)) for key, value in head.items() if key not in things])
    for key in things:
        yield f"## {key}"
        yield _table(head[key])


def _table(things: Sequence[Head]) -> str:
    columns = list(dict.fromkeys(key for one in things for key in one))
    return markdown_table(columns, [tuple(_words(one.get(key, "")) for key in columns) for one in things])


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _guide(guide: Guide) -> str:
    facts = [
        ("Responsable", guide.responsable),
        ("Revu le", f"{guide.revu_le}"),
        ("À revoir avant", f"{guide.a_revoir_avant}"),
        ("Thèmes", ", ".join(guide.themes)),
        *(("Source", f"[{source['titre']}]({source['adresse']})") for source in guide.source),
    ]
    return _titled(guide.titre, guide.resume, _facts(facts), guide.text)


def _association_link(key: str, names: Mapping[str, str]) -> str:
    """A link to an association; the town's own name for what is none."""
    return f"[{names[key]}](asso:{key})" if key in names else key.capitalize()


def _titled(title: str, *parts: str) -> str:
    return "\n\n".join((f"# {title}", *parts))


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    """What is known, a line a fact."""
    return "\n".join(f"- **{label}** : {value}" for label, value in facts if value)


def _list(items: Sequence[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
