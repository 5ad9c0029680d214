"""A directory of any number of associations, and a town around it: what `check` must read in linear time."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from pathlib import Path
from random import Random

from stdnum import luhn

from bench import town, words

SIZES = (10_000, 100_000)
MISTAKES = 1_000
"""Entries that are wrong, and as many references, in a town with mistakes."""

AROUND = town.Size("around", associations=300, minutes=6, events=6, guides=2, calls=1, news=1, letters=1)
"""The rest of the town: little, so that the directory alone is measured."""


def write(folder: Path, number: int, mistakes: int = 0) -> None:
    """A town of `number` associations in `folder`; `mistakes` are wrong, and as many cited wrongly."""
    rng = Random(2026)
    names = list(islice(words.many_names(rng), number))
    small = town.make(AROUND)
    town.write(small, folder)
    entries = [_entry(rng, index, name) for index, name in enumerate(names)]
    for index in range(mistakes):
        entries[index * number // mistakes] += _MISTAKES[index % len(_MISTAKES)]
    themes = "".join(f"  - {{id: {theme.id}, nom: {theme.nom}}}\n" for theme in town.THEMES)
    known = "".join(_known(association) for association in small.associations)
    register = f"themes:\n{themes}associations:\n{known}{''.join(entries)}"
    (folder / "associations.yaml").write_text(register, encoding="utf-8")
    if mistakes:
        _cite(folder, [names[index * number // mistakes] for index in range(mistakes)])


def _known(association: town.Association) -> str:
    return (
        f"  - id: {association.id}\n    nom: {association.nom}\n    statut: {association.statut}\n"
        f"    alias: [{association.alias[0]}]\n"
        f"    college: {association.college}\n    themes: [{association.themes[0]}]\n"
    )


def _entry(rng: Random, index: int, name: str) -> str:
    key, siren = words.slug(name), f"{index:08}"
    college, theme = town.COLLEGES[index % len(town.COLLEGES)], town.THEMES[index % len(town.THEMES)]
    return (
        f"  - id: {key}\n"
        f'    nom: "{name}"\n'
        f'    alias: ["{name.replace(" des ", " ")}"]\n'
        f"    statut: active\n"
        f"    college: {college.id}\n"
        f"    themes: [{theme.id}]\n"
        f'    objet: "{words.sentence(rng)} On y vient **sans s\'inscrire**."\n'
        f'    siren: "{siren}{luhn.calc_check_digit(siren)}"\n'
        f'    telephone: "01 99 00 {index // 100 % 100:02} {index % 100:02}"\n'
        f"    verifie_le: {town.TODAY - dt.timedelta(days=index % 300)}\n"
    )


_MISTAKES = (
    "    sit: https://erreur.example/\n",
    "    rna: W12\n",
    "    courriel: contact(at)erreur.example\n",
    "    publics: [tout-le-monde]\n",
    "    site: erreur.example\n",
)


def _cite(folder: Path, names: list[str]) -> None:
    """A piece of news about each of these associations, whose name has lost a letter."""
    cited = ", ".join(f'"{name[: 5 + len(name) % 7]}{name[6 + len(name) % 7 :]}"' for name in names)
    text = f"---\ntitre: Tout le monde\npublie_le: {town.TODAY}\nassociations: [{cited}]\n---\nBonjour.\n"
    (folder / "content" / "actualites" / "tout-le-monde.md").write_text(text, encoding="utf-8")
