"""The pages that the law asks for, made from the settings of the town (`hub.model.legal`).

Their words are Markdown, in `theme/templates/legal/`: they are read as any text of the town is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from hub.markup.plain import capital
from hub.markup.town import of_town
from hub.model.fields import Entity
from hub.model.legal import ACCESS, LEGAL, Accessibility, Conformity
from hub.model.site import Site
from hub.pages.page import Page, Pages
from hub.pages.sheet import Sheet

UNKNOWN = "à confirmer"

_MEANT = re.compile(r"[\\`*_{}\[\]<>#|~]|^(?=[-+])|(?<=^\d)[.)]")
"""Signs that Markdown may obey (CommonMark 2.4), in a value that stands on one line."""

_BREAKS = re.compile(r"(?<![ \t])[ \t]*[\r\n][ \t\r\n]*")


def sheets(tools: Pages) -> Iterator[Sheet]:
    """One page each."""
    yield from (Sheet(f"/{key}/", _page, (key,)) for key in LEGAL)


def _page(tools: Pages, key: str) -> Page:
    text = tools.written(f"legal/{key}.md", **_said(tools.hub.site))
    established = tools.hub.site.accessibilite.etablie_le if key == ACCESS else None
    return tools.section_page(
        f"/{key}/",
        "legal.html",
        modified=established.first if established else None,
        text=tools.renderer.render(text),
    )


def _said(site: Site) -> dict[str, Any]:
    """What the texts say, as Markdown: « à confirmer » where nobody answered."""
    commune = f"commune {of_town(site)}"
    publisher = {**_group(site.editeur), "nom": _words(site.editeur.nom or capital(commune))}
    desk = site.accueil
    return {
        "nom_du_site": _words(site.site_name),
        "editeur": publisher,
        "engage": _words(site.editeur.nom or f"La {commune}"),
        "directeur": _words(capital(site.directeur_de_publication or UNKNOWN)),
        "hebergeur": _group(site.hebergeur),
        "accueil": _group(desk),
        "contact": _mail(site.contact),
        "joindre": _list((site.contact and _mail(site.contact), desk.telephone, desk.adresse)),
        "delegue": _officer(site),
        **_declared(site.accessibilite),
    }


def _declared(one: Accessibility) -> dict[str, Any]:
    """The parts of the declaration of accessibility (arrêté du 20 septembre 2019, its model)."""
    audited = one.audite_le if one.taux is not None else None
    lists = {name: _items(getattr(one, name), audited=bool(audited)) for name in _LISTS}
    return {
        "etat": one.measured.libelle,
        "raison": _reason(one, audited=bool(audited)),
        "audit": audited,
        "auditeur": Markup(f" réalisé par {_words(one.audite_par)}") if one.audite_par else "",
        "taux": one.taux,
        "schema": _lead(one.schema_pluriannuel),
        "plan": _lead(one.plan_d_action),
        "non_conformites": Markup(one.non_conformites or _unsaid(one, audited=bool(audited))),
        "derogations": Markup(one.derogations or "Aucune dérogation n’est invoquée."),
        "hors_obligation": Markup(
            one.hors_obligation or ("Aucun n’est connu." if audited else "Ils n’ont pas été évalués.")
        ),
        "etablie": one.etablie_le,
        **lists,
    }


_LISTS = ("environnement", "outils", "pages")


def _reason(one: Accessibility, *, audited: bool) -> str:
    if not audited:
        return " : aucun résultat d’audit en cours de validité ne permet de mesurer le respect des critères."
    return (
        "." if one.measured is Conformity.totalement_conforme else ", pour les raisons énumérées ci-dessous."
    )


def _unsaid(one: Accessibility, *, audited: bool) -> str:
    if not audited:
        return "Elles n’ont pas été évaluées."
    return "Aucune." if one.measured is Conformity.totalement_conforme else "Elles sont à confirmer."


def _group(group: Entity) -> dict[str, Markup]:
    """The fields of a group, as words."""
    return {name: _field(getattr(group, name)) for name in type(group).model_fields}


def _field(value: Any) -> Markup:
    return _list(value) if isinstance(value, tuple) else _words(value)


def _officer(site: Site) -> Markup:
    officer = site.delegue_protection_donnees
    ways = (officer.courriel and _mail(officer.courriel), officer.telephone, officer.adresse)
    if not any(ways):
        return _words(None)
    return _list((officer.nom, *ways))


def _list(values: Iterable[str | None]) -> Markup:
    """Values side by side, those that are known."""
    known = [one if isinstance(one, Markup) else _words(one) for one in values if one]
    return Markup(" ; ".join(known)) if known else _words(None)


def _items(values: tuple[str, ...], *, audited: bool) -> Markup:
    if values:
        return Markup("\n".join(f"- {_words(one)}" for one in values))
    return Markup("À confirmer." if audited else "Aucun : il n’y a pas eu d’audit.")


def _words(value: str | None) -> Markup:
    """A value as Markdown that shows it on one line, whatever its signs."""
    line = _BREAKS.sub(" ", value or UNKNOWN)
    return Markup(_MEANT.sub(r"\\\g<0>", line))


def _mail(value: str | None) -> Markup:
    return Markup(f"<{value}>") if value else _words(None)


def _lead(address: str | None) -> Markup:
    return Markup(f"<{address}>") if address else _words(None)
