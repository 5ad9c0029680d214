"""The file of answers: to be completed, as `new --questions` prints it, or with what was answered already."""

from __future__ import annotations

from string import Template

from hub.founding.answers import Answers, Keeping, NewCollege
from hub.founding.quoting import yaml

_MODEL = Template("""\
# Les réponses d'une nouvelle ville. Complétez, puis : $command new DOSSIER --answers reponses.yaml
# Ce que l'on ne sait pas reste vide : le site dira « à confirmer », et « $command ready » le comptera.

# 1. La commune ; et son nom après « de », là où le programme se tromperait : du Havre, d'Hyères.
commune: $commune
commune_de: $commune_de

# 2. Le nom du conseil, sans celui de la ville.
#    Et comment une phrase le dit, là où ce n'est pas « un conseil » : un office, une commission.
conseil: $conseil
conseil_un: $conseil_un

# 3. Les collèges qui élisent le bureau, et leurs sièges, un par ligne :
#   - {nom: "Sports et loisirs", titulaires: 4, suppleants: 4}
colleges:$colleges

# 4. La couleur de la ville, entre guillemets droits : "#1f6f5c". Vide, c'est celle du programme.
couleur: $couleur

# 5. Le service qui répond du site : sa boîte et son numéro, jamais ceux d'une personne.
courriel: $courriel
telephone: $telephone

# 6. Où seront gardés les fichiers : $keepings. Et leur adresse, si elle existe déjà.
forge: $forge
depot: $depot
""")

NOTHING = Answers.model_construct(
    commune="", conseil="Conseil local de la vie associative", forge=Keeping.aucune
)


def model(command: str, answers: Answers = NOTHING) -> str:
    """The file, for whoever calls the program by this command; with these answers."""
    given = {name: getattr(answers, name, None) for name in Answers.model_fields}
    said = {name: yaml(str(value or "")) for name, value in given.items()}
    said["forge"] = yaml("") if answers is NOTHING else said["forge"]
    said["colleges"] = "".join(f"\n  - {_college(one)}" for one in answers.colleges) or " []"
    return _MODEL.substitute(command=command, keepings=", ".join(Keeping), **said)


def _college(one: NewCollege) -> str:
    return f"{{nom: {yaml(one.nom)}, titulaires: {one.titulaires}, suppleants: {one.suppleants}}}"
