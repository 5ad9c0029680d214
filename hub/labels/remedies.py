"""What to do in a form, where the remedy of a rule speaks of a file: by code.

A key between guillemets becomes the label of its field; `{remedy}` is what the rule says. Those of `BUTTONS`
are for a town that has a workshop, where a text is written with the buttons above it.
"""

from __future__ import annotations

from collections.abc import Mapping

_RENAME = "Le nom d’un fichier ne se change pas dans le formulaire : demandez-le à la personne qui relit."

REMEDIES: Mapping[str, str] = {
    "A001": "Donnez-en un autre à la fiche la plus récente.",
    "A004": "Choisissez au moins un thème dans « themes ».",
    "C002": "Remplissez ce champ.",
    "C003": "Écrivez un texte dans « {field} ».",
    "C004": "Donnez un élément par ligne, ou par carte.",
    "C005": "Remplissez les champs de « {field} » que vous connaissez.",
    "C006": "Choisissez dans la liste du champ.",
    "C013": "Complétez-le, ou retirez-le.",
    "C024": "Videz ce champ, ou écrivez des mots.",
    "E003": "Choisissez par exemple « frequence: mensuelle », « jour: mardi » et « rang: premier ».",
    "E005": f"Quelques mots du titre, par exemple : 2026-fete-des-associations. {_RENAME}",
    "E007": "Écrivez la raison ; si l’événement a lieu, videz ce champ.",
    "M001": f"Corrigez « date » ou « instance », s’ils sont faux. {_RENAME}",
    "M002": "Écrivez la date entière dans « date ».",
    "M006": "Réunissez les deux textes dans un seul des deux comptes rendus.",
    "D002": (
        "Mettez-le dans « documents » de la page dont il parle, ou dans son « image » ; sinon demandez "
        "qu’on le retire."
    ),
    "M008": "Remplissez « qui » : une association, un service, une fonction, ou « ville ».",
    "M022": "Écrivez l’association que la personne représente, ou sa fonction ; une par ligne.",
    "M012": (
        "Remplissez « echeance » : un mois (2027-01) ou une année (2027) suffit ; le suivi range les actions "
        "par date. Si elle est faite, changez « etat »."
    ),
    "P001": f"Des minuscules sans accent, des chiffres et des tirets. {_RENAME}",
    "P003": f"Il s’appelle par l’année et le mois de la lettre : 2026-11. {_RENAME}",
    "P006": "Demandez à la personne qui s’occupe du programme de reprendre celle de la ville d’exemple.",
    "P030": _RENAME,
    "P058": "Écrivez-le dans les réglages du site, ou retirez ce raccourci.",
    "P059": "Mettez-les sur la page d’accueil, ou retirez-les.",
}

_BUTTON = "Dans l’atelier : "
_TITLE = "mettez le curseur sur cette ligne, puis le bouton ¶ et"
_LIST = "sélectionnez ces lignes, effacez leurs signes, puis le bouton ¶ et « Liste à puces »"
_LINK = "sélectionnez les mots qui le disent, puis le bouton « Lien »"
_MARKDOWN = "le bouton « Modifier en Markdown », à droite au-dessus du texte"

BUTTONS: Mapping[str, str] = {
    "L001": f"{_BUTTON}effacez ce code ; les boutons au-dessus du texte font le gras, les listes, les liens.",
    "L005": f"{_BUTTON}si vous en avez le droit, mettez-la par le bouton « Image » ; sinon, un lien.",
    "L007": f"{_BUTTON}écrivez ce titre ; ou {_TITLE} « Paragraphe ».",
    "L008": f"{_BUTTON}{_TITLE} le niveau de titre juste en dessous du précédent.",
    "L009": f"{_BUTTON}{_LINK}.",
    "L011": f"{_BUTTON}remplissez le texte de l’image, sous elle : ce qu’elle montre.",
    "L012": f"{_BUTTON}{_LINK}.",
    "L014": f"{_BUTTON}{_LINK}.",
    "L015": f"{_BUTTON}{_LIST}. Sinon : {{remedy}}",
    "L016": f"{_BUTTON}{_TITLE} « Paragraphe » ou « Sous-titre ».",
    "L020": f"{_BUTTON}effacez les espaces au début de la ligne, ou {_TITLE} « Paragraphe ».",
    "L021": f"{_BUTTON}effacez ces signes ; pour un titre, {_TITLE} « Sous-titre ».",
    "L026": f"{_BUTTON}{_LIST}. Sinon : {{remedy}}",
    "L027": f"{_BUTTON}effacez ces signes ; pour du gras, sélectionnez les mots, puis le bouton « Gras ».",
    "M020": f"{_BUTTON}{_TITLE} « Sous-titre ».",
}

TABLE = f"{_BUTTON}{_MARKDOWN}, puis à la place de ces lignes, avec une ligne vide avant et après :"
"""Before a table that is written out."""

TABLE_BY_HAND = "À la place de ces lignes, avec une ligne vide avant et après :"
"""The same without a workshop."""
