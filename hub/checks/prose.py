"""Rules of texts (L): links that lead somewhere, no raw HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import partial

from hub.checks.contacts import mended_web
from hub.checks.problem import Problem, problem
from hub.checks.suggest import Candidate, Suggestions
from hub.checks.texts import texts
from hub.markup.links import SAFE_SCHEMES, Destination, Found, Kind, scan
from hub.model.hub import ATTACHED, Hub
from hub.model.kinds import BY_LINK
from hub.sources import Position, line_and_column

HELP = {
    "asso": "Vérifiez l'identifiant (« id ») dans associations.yaml.",
    "": "Vérifiez l'identifiant : c'est le nom du fichier sans « .md ».",
}

_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf|docx?|odt|xlsx?|ods|pptx?|zip)$", re.IGNORECASE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*))?$", re.MULTILINE)
_EMPTY_WORDS = re.compile(
    r"(?<!!)\[((?:cliquez )?ici|cliquez|lire la suite|en savoir plus|lien|plus d['’]infos?)\]\(",
    re.IGNORECASE,
)


def clean_texts(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """A text links to what exists, by safe addresses, and holds no HTML."""
    near = _near(hub)
    for words, _, place, _ in texts(hub):
        for found in scan(words):
            at = place(found.line, found.column)
            scheme = Destination.of(found.written).scheme
            if scheme in ATTACHED:  # hub.checks.attachments
                continue
            if found.kind is Kind.IMAGE and scheme:
                yield problem(
                    "L005",
                    at,
                    f"Cette image vient d'un autre site : « {found.written[:60]} ».",
                    "L'afficher dirait à ce site qui lit la page. Si vous en avez le droit, mettez-la dans "
                    "content/images/ et écrivez « ![…](image:photo.jpg) » ; sinon, un lien, sans le « ! ».",
                )
            elif found.kind is Kind.BROKEN:
                yield problem(
                    "L006",
                    at,
                    f"L'adresse « {found.written[:60]} » contient un espace.",
                    "Recopiez l'adresse en entier, sans espace.",
                )
            elif found.kind is Kind.RAW_HTML:
                yield problem(
                    "L001",
                    at,
                    f"Le HTML n'est pas accepté dans les textes : « {found.written[:40]} ».",
                    "Employez la mise en forme Markdown (**gras**, [texte](adresse), listes, tableaux).",
                )
            else:
                yield from _link(found, at, hub, near)


def _near(hub: Hub) -> Mapping[str, Suggestions]:
    """The keys that a text may link to, by scheme, and the addresses under ''."""
    near = {scheme: Suggestions(partial(_keys, hub, scheme)) for scheme in BY_LINK}
    return {**near, "": Suggestions(lambda: map(Candidate, sorted(hub.addresses)))}


def _keys(hub: Hub, scheme: str) -> Iterator[Candidate]:
    for key, thing in hub.keys[scheme].items():
        yield Candidate(key, thing.origin, ("id",)) if scheme == "asso" else Candidate(key)


def _link(found: Found, at: Position, hub: Hub, near: Mapping[str, Suggestions]) -> Iterator[Problem]:
    destination = Destination.of(found.written)
    if destination.by_key:
        key = destination.rest.partition("#")[0]
        known = hub.keys[destination.scheme]
        if key not in known and not hub.spoiled.has(BY_LINK[destination.scheme].attribute, key):
            yield problem(
                "L002",
                at,
                f"Le lien « {found.written} » ne mène à rien.",
                near[destination.scheme].did_you_mean(key, HELP.get(destination.scheme, HELP[""])),
            )
    elif not destination.safe and destination.scheme in ("http", "https"):
        yield problem(
            "L003",
            at,
            f"Le lien « {found.written[:60]} » n'a pas la forme d'une adresse web.",
            mended_web(found.written) or "Écrivez l'adresse en entier, avec « https:// » et le nom du site.",
        )
    elif not destination.safe:
        yield problem(
            "L003",
            at,
            f"Le lien « {found.written[:60]} » n'est pas d'une sorte permise.",
            f"Permis : {', '.join(sorted(SAFE_SCHEMES))}, une adresse du site (/agenda/), "
            f"ou un lien par clé ({', '.join(BY_LINK)}).",
        )
    elif not destination.scheme and not _leads_somewhere(destination.rest, hub):
        path = destination.rest.partition("#")[0]
        help_ = "Écrivez-la depuis la racine, avec ses « / » : /agenda/."
        if _FILE.search(path):
            yield problem(
                "L004",
                at,
                f"« {path} » n'est pas une page du site.",
                _attach(path),
            )
            return
        if re.match(r"(www\.|[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|$))", path) and not path.endswith(".md"):
            help_ = f"Pour un autre site, écrivez l'adresse en entier : https://{path}"
        yield problem(
            "L004",
            at,
            f"L'adresse « {path} » n'existe pas dans le site.",
            near[""].did_you_mean(path, help_),
        )


def _attach(path: str) -> str:
    """How a file is cited, from where somebody wrote a path to it."""
    name = path.rpartition("/")[2]
    scheme = "image" if re.search(r"\.(?:jpe?g|png|gif|webp|avif|svg)$", name, re.IGNORECASE) else "document"
    return f"Mettez le fichier dans content/{scheme}s/, et citez-le par son nom : ({scheme}:{name})."


def _leads_somewhere(written: str, hub: Hub) -> bool:
    path = written.partition("#")[0].partition("?")[0]
    return not path or path in hub.addresses


def headings_in_order(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """Headings go down one level at a time, from `##`, and say something (RGAA 9.1)."""
    for words, _, place, _ in texts(hub):
        above = 1
        for found in _HEADING.finditer(words):
            level, title = len(found[1]), (found[2] or "").strip(" #")
            at = place(*line_and_column(words, found.start(1)))
            if not title:
                yield problem("L007", at, "Ce titre est vide.", "Écrivez-le, ou effacez ses « # ».")
            elif level == 1:
                yield problem(
                    "L008",
                    at,
                    f"« # {title} » serait un second titre de page : le premier est « titre ».",
                    f"Écrivez « ## {title} ».",
                )
            elif level > above + 1:
                yield problem(
                    "L008",
                    at,
                    f"Ce titre saute un niveau : « {found[1]} » après « {'#' * above} ».",
                    f"Écrivez « {'#' * (above + 1)} {title} ».",
                )
            above = max(level, 2)


def telling_links(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The words of a link tell where it goes, by themselves (RGAA 6.1)."""
    for words, _, place, _ in texts(hub):
        for found in _EMPTY_WORDS.finditer(words) if "](" in words else ():
            yield problem(
                "L009",
                place(*line_and_column(words, found.start())),
                f"« {found[1]} » ne dit pas où mène le lien à qui le lit seul.",
                "Mettez le lien sur les mots qui le disent : [le formulaire](…).",
            )


CHECKS = (clean_texts, headings_in_order, telling_links)
