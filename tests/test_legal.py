"""The pages that the law asks for: they say what the settings say, and nothing that these do not."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from hub.build import inspect
from hub.catalogue.settings import OWN, SETTINGS
from hub.checks.legal import MADE
from hub.markup import Renderer
from hub.markup.plain import capital
from hub.model import Hub
from hub.model.answers import ASKED
from hub.model.legal import ACCESS, DATA, LEGAL, NOTICE, Accessibility, Conformity
from hub.pages import pages
from hub.places import TEMPLATES
from tests import towns

TOLD = """\
editeur: {adresse: "1 place *Haute*, 01000 Mini", telephone: 01 46 55 00 00}
directeur_de_publication: le maire de Mini
hebergeur: {nom: "Nuage & <b>x</b>", adresse: 2 rue _Basse_, telephone: 01 46 55 00 01, journaux: douze mois}
delegue_protection_donnees: {nom: Le centre de gestion, courriel: donnees@mini.example}
accueil: {telephone: 01 46 55 00 02, adresse: Salle 3, horaires: [le mardi de 14 h à 17 h, le jeudi]}
contact: asso@mini.example
"""


def town(folder: Path, *lines: str, **more: Any) -> Hub:
    settings = "".join(f"\n    {line}" for line in lines)
    files = {**towns.edited(SETTINGS, OWN, OWN + settings), **more.get("files", {})}
    return inspect(towns.write(folder, files), towns.TODAY).hub


def words(hub: Hub, key: str) -> str:
    """The words of a page, on one line, with ordinary blanks and apostrophes."""
    made = {page.address: page.body for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    text = unescape(re.sub(r"<[^>]+>", " ", made[f"/{key}/"]))
    return re.sub(r"\s+", " ", text.replace("’", "'"))


def test_a_page_says_what_the_settings_say(tmp_path: Path) -> None:
    hub = town(tmp_path, *TOLD.splitlines())
    notice, data = words(hub, NOTICE), words(hub, DATA)
    assert "Commune de Mini Adresse : 1 place *Haute*, 01000 Mini Téléphone : 01 46 55 00 00" in notice
    assert "Direction de la publication Le maire de Mini." in notice
    assert "Nom de l'hébergeur : Nuage & <b>x</b> Adresse : 2 rue _Basse_" in notice
    assert "Horaires : le mardi de 14 h à 17 h ; le jeudi" in notice
    assert "Il le garde : douze mois." in data
    assert "protection des données : Le centre de gestion ; donnees@mini.example" in data
    assert "à confirmer" not in notice + data


def test_what_nobody_answered_is_to_be_confirmed_and_nothing_is_made_up(tmp_path: Path) -> None:
    hub = town(tmp_path)
    assert words(hub, NOTICE).count("à confirmer") == 10
    assert "Direction de la publication À confirmer." in words(hub, NOTICE)
    assert "La durée de conservation de ce journal est à confirmer." in words(hub, DATA)
    assert "Le jour où cette déclaration a été établie est à confirmer." in words(hub, ACCESS)


def test_the_publisher_may_be_another_than_the_commune(tmp_path: Path) -> None:
    hub = town(tmp_path, "editeur: {nom: Communauté d'agglomération des Trois Rus}")
    assert "Éditeur Communauté d'agglomération des Trois Rus" in words(hub, NOTICE)
    assert "Responsable des données : Communauté d'agglomération" in words(hub, DATA)


def test_the_text_of_the_town_stands_above_what_is_made(tmp_path: Path) -> None:
    text = "---\ntitre: Mentions\n---\nLes photographies sont de la ville.\n"
    notice = words(town(tmp_path, files={f"content/{NOTICE}.md": text}), NOTICE)
    assert notice.index("Les photographies sont de la ville.") < notice.index("Éditeur")


AUDITED = (
    "accessibilite: {etat: %s, taux: %s, audite_le: 2026-05-12, audite_par: L'atelier des loupes,"
    " non_conformites: Des vidéos sans sous-titres., outils: [axe-core, NVDA], pages: Accueil}"
)


@pytest.mark.parametrize(
    ("state", "rate", "said"),
    [
        ("non-conforme", 49, "Ce site est non conforme avec le référentiel"),
        ("partiellement-conforme", 50, "Ce site est partiellement conforme avec le référentiel"),
        ("totalement-conforme", 100, "Ce site est totalement conforme avec le référentiel"),
    ],
)
def test_an_audit_is_told_with_its_rate(tmp_path: Path, state: str, rate: int, said: str) -> None:
    page = words(town(tmp_path, AUDITED % (state, rate)), ACCESS)
    assert said in page
    assert f"réalisé par L'atelier des loupes (12 mai 2026) révèle que {rate} % des critères" in page
    assert "Des vidéos sans sous-titres." in page
    assert "axe-core NVDA" in page


def test_without_an_audit_the_site_is_not_conforming_whatever_is_declared() -> None:
    declared = {"etat": "totalement-conforme", "taux": 100}
    assert Accessibility.model_validate(declared).measured is Conformity.non_conforme
    audited = declared | {"audite_le": "2026-05"}
    assert Accessibility.model_validate(audited).measured is Conformity.totalement_conforme


def test_a_declaration_has_the_parts_that_the_law_gives_it(tmp_path: Path) -> None:
    page = words(town(tmp_path), ACCESS)
    parts = (
        *("s'engage à rendre", "schéma pluriannuel", "plan d'action", "État de conformité"),
        *("Résultats des tests", "Non-conformités", "Dérogations", "non soumis", "Établissement"),
        *("Technologies", "Environnement", "Outils", "Pages du site", "Retour d'information", "Défenseur"),
    )
    places = [page.rindex(part) for part in parts]
    assert places == sorted(places)
    assert page.startswith(" Accueil Accessibilité") or "La commune de Mini s'engage" in page


def test_every_page_leads_to_the_state_that_was_measured(miniature_site: Path) -> None:
    page = (miniature_site / "index.html").read_text(encoding="utf-8")
    assert 'accessibilite/">Accessibilité&nbsp;: non conforme</a>' in page


def test_the_headings_by_which_a_text_repeats_a_page_are_those_of_the_page() -> None:
    for key in LEGAL:
        text = (TEMPLATES / "legal" / f"{key}.md").read_text(encoding="utf-8")
        made = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        assert set(MADE[key]) <= set(made), key


def test_what_is_asked_has_its_words_and_its_page(tmp_path: Path) -> None:
    assert {one.page for one in ASKED} == set(LEGAL)
    assert [one.words for one in ASKED if capital(one.words) == one.words or one.words.endswith(".")] == []


def test_a_declaration_of_tomorrow_is_no_change_of_the_page_today(tmp_path: Path) -> None:
    hub = town(tmp_path, "accessibilite: {etablie_le: 2027-01-01}")
    found = {page.address: page.modified for page in pages(hub, towns.TODAY, Renderer(hub), TEMPLATES)}
    assert found[f"/{ACCESS}/"] is None
    assert date(2027, 1, 1) > towns.TODAY
