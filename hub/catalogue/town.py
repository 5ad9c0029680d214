"""The town of the examples: one thing of each kind, invented, and no mistake as of `TODAY`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from hub.catalogue.rule import Edit, Files, Link, Made

TODAY = dt.date(2026, 11, 21)
"""The day on which the examples are read."""

TOWN: Mapping[str, str] = {
    "mkdocs.yml": """\
site_name: Vie associative de Mini
site_url: https://mini.example/
site_description: Une ville de trois associations.
extra:
  hub:
    commune: Mini
    conseil: Conseil local de la vie associative
    identifiant: clva-mini
""",
    "associations.yaml": """\
themes:
  - {id: jardin, nom: Jardin}
associations:
  - id: licornes
    nom: Les Licornes jardinières
    alias: [Licornes]
    statut: active
    college: vert
    themes: [jardin]
    objet: "Planter, arroser : voir le [bureau](/bureau/)."
    courriel: contact@licornes.example
  - id: coeur
    nom: Cœur de chœur
    statut: en-sommeil
    college: a-confirmer
  - id: dragons
    nom: L'Amicale <des> dragons & co
    statut: dissoute
    college: vert
    activites:
      - {nom: Feu de camp, debut: 2026-01-13 18:00, fin: 2026-01-13 20:00,
         recurrence: {frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-06-30},
         ages: {de: 8}, lieu: {nom: La grotte}, tarif: Gratuit, inscriptions: complet}
""",
    "bureau.yaml": """\
colleges:
  - {id: vert, nom: Vert, titulaires: 1, suppleants: 1}
mandats:
  - debut: 2025-09-20
    fin: 2027-09-19
    sieges:
      - {association: licornes, college: vert, role: titulaire}
    vacants:
      - {college: vert, role: suppleant, nombre: 1}
""",
    "minutes/2026-03-10-bureau.md": """\
---
instance: bureau
date: 2026-03-10
statut: adopte
publie_le: 2026-03-12
presents: [Licornes]
excuses: [Cœur de chœur]
ordre_du_jour: [Arrosoirs]
suivi:
  - {projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait}
prochaine: 2026-05-12 18:30
---
## Arrosoirs

Les [Licornes](asso:licornes) en veulent un : lequel ?
""",
    "minutes/2026-01-24-pleniere.md": """\
---
instance: pleniere
date: 2026-01-24
statut: adopte
publie_le: 2026-01-30
ordre_du_jour: [Bilan]
---
Tout le monde est venu.
""",
    "subventions.yaml": """\
subventions:
  - annee: 2026
    attributions:
      - association: licornes
        montant: 1 200,50
        objet: Un arrosoir pour deux
        decision: 2026-03-30
""",
    "content/index.md": "---\ntitre: Bienvenue\nresume: Une ville minuscule.\n---\nBonjour !\n",
    "content/accessibilite.md": "---\ntitre: Accessibilité\n---\nNon conforme.\n",
    "content/mentions-legales.md": "---\ntitre: Mentions légales\n---\nÀ confirmer.\n",
    "content/donnees-personnelles.md": "---\ntitre: Données personnelles\n---\nAucune.\n",
    "content/agenda/yoga.md": """\
---
titre: Yoga du mardi
debut: 2026-11-03 18:30
fin: 2026-11-03 19:30
categorie: evenement
organisateurs: [licornes]
publie_le: 2026-10-01
recurrence: {frequence: hebdomadaire, jour: mardi, jusqu_a: 2026-12-15, sauf: [2026-11-24]}
---
Un tapis suffit.
""",
    "content/scrutins/2026-01-serre.md": """\
---
titre: Qui garde la serre
date: 2026-01-24
instance: pleniere
methode: majorite
publie_le: 2026-01-30
inscrits: 30
votants: 21
exprimes: 20
blancs: 1
nuls: 0
sieges:
  - {titulaires: 1}
candidats:
  - {association: licornes, voix: 12, rang: 1, elu: oui}
  - {association: coeur, voix: 8, rang: 2}
---
Un arrosoir a servi d'urne.
""",
    "content/appels/serre.md": """\
---
titre: Une serre
type: projets
ouverture: 2026-11-01
cloture: 2026-12-01
publie_le: 2026-11-01
---
Décrivez votre serre.
""",
    "content/echanges/tables.md": """\
---
titre: Vingt tables
sens: offre
quoi: materiel
association: licornes
jusqu_a: 2027-06-30
contact: contact@licornes.example
publie_le: 2026-10-05
---
Pliantes.
""",
    "content/salles/serre.md": """\
---
titre: La Serre
type: salle
capacite: 30
tarif: Gratuit
delai: Deux semaines avant
contact: salles@mini.example
publie_le: 2026-10-02
---
Il y fait chaud.
""",
    "content/questionnaires/pots.md": """\
---
titre: Vos pots
debut: 2026-01-05
fin: 2026-01-31
depouille_le: 2026-02-05
publie_le: 2026-02-06
associations: [licornes]
contact: Le service des pots
questions:
  - {question: Votre fleur, type: choix, options: [Rose, Chardon]}
  - {question: Combien de pots, type: nombre, unite: pots}
  - {question: Votre avis, type: texte, gardees: [Des pots bleus.]}
suites:
  - {quoi: Un arrosoir est acheté., projet: Arrosoirs}
---
Douze personnes, ou presque.
""",
    "content/questionnaires/pots.csv": """\
Votre fleur;Combien de pots;Votre avis
Rose;2;
Rose;3;Des pots bleus.
Chardon;1;
Rose;4;
Chardon;2;
Chardon;2;
Rose;3;Rien de plus
Rose;1;
Chardon;5;
Rose;2;
Chardon;3;
Rose;2;
""",
    "content/guides/semer.md": """\
---
titre: Semer
resume: Mettre une graine en terre.
publie_le: 2026-02-01
themes: [jardin]
source:
  - {titre: Le livre des graines, adresse: "https://graines.example/", lu_le: 2026-01-15}
---
## Avant

De la terre.

## Après

De l'eau.
""",
    "content/formations/semis.md": """\
---
titre: Réussir ses semis
theme: Jardinage
publie_le: 2026-11-05
intervenants: [licornes]
organisateurs: [ville]
places: 8
inscription: contact@licornes.example
seances:
  - debut: 2027-01-12 18:30
    fin: 2027-01-12 20:00
---
Une graine, un peu de terre.
""",
    "content/actualites/pluie.md": """\
---
titre: Il pleut
publie_le: 2026-11-10
associations: [coeur]
---
Enfin.
""",
    "content/projets/arrosage.md": """\
---
titre: Arrosage
alias: [Arrosoirs]
porteurs: [Licornes]
publie_le: 2026-03-15
---
De l'eau pour chacun.
""",
    "content/lettre/2026-11.md": """\
---
titre: Novembre
numero: 1
publie_le: 2026-11-15
---
Chères voisines, chers voisins.
""",
}
"""Texts by path."""


def lay(files: Files, folder: Path, under: Mapping[str, str] = MappingProxyType({})) -> Path:
    """Write the town in `folder`, `under` laid over it, then `files`; returns `folder`.

    Raises ValueError for an `Edit` whose passage does not stand there once.
    """
    town = {**TOWN, **under}
    for path, content in {**town, **files}.items():
        file = folder / path
        if content is None:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            file.symlink_to(content.target)
        elif isinstance(content, (bytes, Made)):
            file.write_bytes(content.make() if isinstance(content, Made) else content)
        else:
            file.write_bytes(_text(town, path, content).encode())
    return folder


def _text(town: Mapping[str, str], path: str, content: str | Edit) -> str:
    if isinstance(content, str):
        return content
    text = town[path]
    if text.count(content.old) != 1:
        raise ValueError(f"not once in {path}: {content.old!r}")
    return text.replace(content.old, content.new)
