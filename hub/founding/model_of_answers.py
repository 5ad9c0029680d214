"""The file of answers, to be completed: what `new --questions` prints."""

from __future__ import annotations

from hub.founding.answers import Keeping

_MODEL = f"""\
# Les réponses d'une nouvelle ville. Complétez, puis : {{commande}} new DOSSIER --answers reponses.yaml
# Ce que l'on ne sait pas reste vide : le site dira « à confirmer », et « {{commande}} ready » le comptera.

# 1. La commune ; et son nom après « de », là où le programme se tromperait : du Havre, d'Hyères.
commune: ""
commune_de: ""

# 2. Le nom du conseil, sans celui de la ville.
conseil: Conseil local de la vie associative

# 3. Les collèges qui élisent le bureau, et leurs sièges, un par ligne :
#   - {{{{nom: "Sports et loisirs", titulaires: 4, suppleants: 4}}}}
colleges: []

# 4. La couleur de la ville, entre guillemets droits : "#1f6f5c". Vide, c'est celle du programme.
couleur: ""

# 5. Le service qui répond du site : sa boîte et son numéro, jamais ceux d'une personne.
courriel: ""
telephone: ""

# 6. Où seront gardés les fichiers : {", ".join(Keeping)}. Et leur adresse, si elle existe déjà.
forge: ""
depot: ""
"""


def model(command: str) -> str:
    """The file, for whoever calls the program by this command."""
    return _MODEL.format(commande=command)
