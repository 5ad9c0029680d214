"""Rules of texts (L): links that lead somewhere, and say where; images that are ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hub.checks.contacts import mended_web
from hub.checks.known import Known
from hub.checks.problem import Problem, problem
from hub.checks.texts import Prose
from hub.markup.links import SAFE_SCHEMES, Destination, Found, Kind
from hub.model.hub import ATTACHED
from hub.model.kinds import BY_LINK
from hub.prose import Kind as Element
from hub.prose.words import words

HELP = {
    "asso": "Vérifiez l'identifiant (« id ») dans associations.yaml.",
    "": "Vérifiez l'identifiant : c'est le nom du fichier sans « .md ».",
}

SHOWN = 60
"""Signs, or events, of a link that a problem repeats."""

_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf|docx?|odt|xlsx?|ods|pptx?|zip)$", re.IGNORECASE)
_EMPTY_WORDS = re.compile(
    r"(?:cliquez )?ici|cliquez|lire la suite|en savoir plus|lien|plus d['’]infos?", re.IGNORECASE
)


def links_that_lead(prose: Prose, known: Known) -> Iterator[Problem]:
    """A text links to what exists, by safe addresses; it shows no image of another site."""
    for destination, found in prose.links:
        scheme = destination.scheme
        if scheme in ATTACHED:  # hub.checks.attachments
            continue
        if found.kind is Kind.BROKEN:
            yield problem(
                "L006",
                prose.at(found.at(prose.text)),
                f"L'adresse « {found.written[:60]} » contient un espace.",
                "Recopiez l'adresse en entier, sans espace.",
            )
        elif not found.written:
            yield from _nowhere(prose, found)
        elif found.kind is Kind.IMAGE and scheme:
            yield problem(
                "L005",
                prose.at(found.at(prose.text)),
                f"Cette image vient d'un autre site : « {found.written[:60]} ».",
                "L'afficher dirait à ce site qui lit la page. Si vous en avez le droit, mettez-la dans "
                "content/images/ et écrivez « ![…](image:photo.jpg) » ; sinon, un lien, sans le « ! ».",
            )
        else:
            yield from _link(destination, found, prose, known)


def _nowhere(prose: Prose, found: Found) -> Iterator[Problem]:
    event = prose.text.events[found.event]
    what = "L'image" if found.kind is Kind.IMAGE else "Le lien"
    said = words(prose.text.events[found.event + 1 : min(event.other, found.event + SHOWN)])
    yield problem(
        "L014",
        prose.at(event.at),
        f"{what} « {said[:SHOWN]} » n'a pas d'adresse.",
        "Écrivez l'adresse entre les parenthèses, ou retirez les crochets.",
    )


def _link(destination: Destination, found: Found, prose: Prose, known: Known) -> Iterator[Problem]:
    if destination.by_key:
        key = destination.rest.partition("#")[0]
        if not known.leads(destination.scheme, key):
            yield problem(
                "L002",
                prose.at(found.at(prose.text)),
                f"Le lien « {found.written} » ne mène à rien.",
                known.did_you_mean(destination.scheme, key, HELP.get(destination.scheme, HELP[""])),
            )
    elif not destination.safe and destination.scheme in ("http", "https"):
        yield problem(
            "L003",
            prose.at(found.at(prose.text)),
            f"Le lien « {found.written[:60]} » n'a pas la forme d'une adresse web.",
            mended_web(found.written) or "Écrivez l'adresse en entier, avec « https:// » et le nom du site.",
        )
    elif not destination.safe:
        yield problem(
            "L003",
            prose.at(found.at(prose.text)),
            f"Le lien « {found.written[:60]} » n'est pas d'une sorte permise.",
            f"Permis : {', '.join(sorted(SAFE_SCHEMES))}, une adresse du site (/agenda/), "
            f"ou un lien par clé ({', '.join(BY_LINK)}).",
        )
    elif not destination.scheme and not _leads_somewhere(destination.rest, known):
        path = destination.rest.partition("#")[0]
        help_ = "Écrivez-la depuis la racine, avec ses « / » : /agenda/."
        if _FILE.search(path):
            yield problem(
                "L004",
                prose.at(found.at(prose.text)),
                f"« {path} » n'est pas une page du site.",
                _attach(path),
            )
            return
        if re.match(r"(www\.|[\w-]+(\.[\w-]+)*\.[a-z]{2,}(/|$))", path) and not path.endswith(".md"):
            help_ = f"Pour un autre site, écrivez l'adresse en entier : https://{path}"
        yield problem(
            "L004",
            prose.at(found.at(prose.text)),
            f"L'adresse « {path} » n'existe pas dans le site.",
            known.did_you_mean("", path, help_),
        )


def _attach(path: str) -> str:
    """How a file is cited, from where somebody wrote a path to it."""
    name = path.rpartition("/")[2]
    scheme = "image" if re.search(r"\.(?:jpe?g|png|gif|webp|avif|svg)$", name, re.IGNORECASE) else "document"
    return f"Mettez le fichier dans content/{scheme}s/, et citez-le par son nom : ({scheme}:{name})."


def _leads_somewhere(written: str, known: Known) -> bool:
    path = written.partition("#")[0].partition("?")[0]
    return not path or known.is_address(path)


def telling_links(prose: Prose, known: Known) -> Iterator[Problem]:
    """The words of a link tell where it goes, by themselves (RGAA 6.1)."""
    for index, event in prose.text.of(Element.LINK):
        inside = prose.text.inside(index)
        said = words(inside).strip()
        if not said and not any(one.kind is Element.IMAGE for one in inside):
            yield problem(
                "L009",
                prose.at(event.at),
                "Ce lien n'a pas de mots : rien ne le montre, ni ne dit où il mène.",
                "Entre les crochets, mettez les mots qui le disent : [le formulaire](…).",
            )
        elif _EMPTY_WORDS.fullmatch(said):
            yield problem(
                "L009",
                prose.at(event.at),
                f"« {said} » ne dit pas où mène le lien à qui le lit seul.",
                "Mettez le lien sur les mots qui le disent : [le formulaire](…).",
            )


PROSE_RULES = (links_that_lead, telling_links)
