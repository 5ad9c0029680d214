"""What the workshop's page says around its forms: how one enters, what becomes of what is saved.

The sentences name the forge and the service of the town; `atelier/source/said.js` shows each in its place.
"""

from __future__ import annotations

from html import escape

from hub.atelier.backend import REVIEWED, signs_in_with_token
from hub.markup.typography import french_html
from hub.model.depot import Depot
from hub.model.site import Site

PROPOSED, KEPT = "propose", "enregistre"


def became(depot: Depot) -> str:
    """What a save does at this forge: one proposes, or keeps what one proposes next."""
    return KEPT if depot.forge in REVIEWED else PROPOSED


def explained(site: Site, depot: Depot) -> str:
    """What somebody who comes here for the first time must know, in a few sentences (HTML)."""
    return french_html(f"""\
<p>Ici, on change le site en remplissant des formulaires. Rien ne paraît avant d’avoir été relu : vous ne
pouvez rien casser. {_NEXT[became(depot)]}</p>
<p>{entering(site, depot)}</p>
<p>Une date s’écrit comme on la dit, 21 novembre 2026 ; elle devient 2026-11-21. Ce que l’on ne sait pas reste
vide, et le site dit « à confirmer » là où il le faut. Une photo est réduite avant d’être envoyée, et le lieu
où elle a été prise en est effacé.</p>
<p><a href="../contribuer/">Tous les gestes, pas à pas et en images</a></p>""")


_NEXT = {
    PROPOSED: "Ce que vous enregistrez est proposé aussitôt.",
    KEPT: "Quand vous enregistrez, on vous demande s’il faut le proposer : dites oui quand c’est prêt.",
}


def entering(site: Site, depot: Depot) -> str:
    """What one needs to enter, and from whom, in two sentences (HTML)."""
    forge = escape(depot.forge.libelle)
    service = "au service qui tient le site"
    if site.contact:
        service += f' (<a href="mailto:{escape(site.contact)}">{escape(site.contact)}</a>)'
    if not signs_in_with_token(depot):
        return (
            f"Pour entrer, il faut un compte chez {forge}, où sont gardés les fichiers du site : demandez-le "
            f"{service}. La première fois, une fenêtre s’ouvre, où l’on accepte ; ensuite, ce navigateur "
            "s’en souvient."
        )
    return (
        f"Pour entrer, il faut un compte chez {forge}, où sont gardés les fichiers du site, et un jeton : "
        "une longue suite de lettres et de chiffres, qui remplace ici le mot de passe et que l’on colle une "
        f"seule fois. Demandez l’un et l’autre {service} ; qui a déjà son compte se fait un jeton dans "
        f'<a href="{escape(depot.tokens)}">ses réglages</a>.'
    )


def templates(site: Site, depot: Depot) -> str:
    """The sentences that the program shows where they are needed, as HTML."""
    said = {
        "entree": f'<p class="atelier-entree">{entering(site, depot)}</p>',
        PROPOSED: f"""\
<p><b>C’est proposé : quelqu’un relit, puis le site est mis à jour.</b> La vérification répond dans quelques
minutes ; une fois acceptée, votre proposition paraît dans le quart d’heure.
<a href="{escape(depot.proposals)}">Voir où elle en est</a></p>
{_CLOSE}""",
        KEPT: f"""\
<p><b>C’est enregistré.</b> Tant que l’état de la fiche, en haut à droite, est « Pas encore proposé »,
personne ne la relit : passez-le à « Proposé ». Quelqu’un relit alors, puis le site est mis à jour.</p>
{_CLOSE}""",
    }
    return "\n".join(
        f'<template id="atelier-{name}">{french_html(words)}</template>' for name, words in said.items()
    )


_CLOSE = '<button type="button">Compris</button>'
