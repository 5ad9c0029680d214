"""Where a file that is not there may be, and how to name it (D001)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hub.checks.filenames import KINDS, plain_name
from hub.checks.suggest import did_you_mean
from hub.sources.attachment import DOCUMENTS as DOCUMENTS_FOLDER
from hub.sources.attachment import IMAGES as IMAGES_FOLDER

FOLDERS = {"document": DOCUMENTS_FOLDER, "image": IMAGES_FOLDER}

INSTEAD = {
    **dict.fromkeys((".doc", ".rtf", ".pages"), "Enregistrez-le en PDF, ou en .odt s'il faut le remplir."),
    **dict.fromkeys((".xls", ".numbers"), "Enregistrez-le en .ods ou en .xlsx."),
    **dict.fromkeys((".ppt", ".key"), "Enregistrez-le en PDF."),
    **dict.fromkeys((".heic", ".heif", ".tif", ".tiff", ".bmp"), "Enregistrez la photo en JPEG (.jpg)."),
    ".svg": "Un dessin SVG peut contenir un programme : enregistrez-le en PNG (.png). Seul le logo de la "
    "ville, « logo » dans mkdocs.yml, peut en être un.",
    ".md": "Un texte ne se range pas ici : mettez-le dans le dossier de sa sorte.",
}
"""What to do with a file of a kind that is not published."""


def place(scheme: str, name: str, there: Sequence[str]) -> str:
    """Where a file that is not there may be, and how to name it: by a name alone, which is no path."""
    folder, short = FOLDERS[scheme], plain_name(name)
    if re.match(r"https?:", name):
        return (
            "Un fichier d'un autre site n'est pas montré : avec l'accord de son auteur, mettez-le dans "
            f"{folder}/, et écrivez son nom seul : {short}"
        )
    extension = short[short.rfind(".") :] if "." in short else ""
    if scheme == "image" and extension in KINDS["document"]:
        return f"Une image est en {', '.join(KINDS['image'][:4])} ; un document se joint par « documents »."
    if extension in INSTEAD and name not in there:
        return INSTEAD[extension]
    if re.search(r"[\\/]", name):
        if short in there:
            return f"Écrivez son nom seul, sans dossier : {short}"
        return f"Mettez le fichier dans {folder}/ sous le nom « {short} », et écrivez ce nom seul."
    help_ = f"Mettez-le dans ce dossier, ou corrigez son nom : {folder}/{name}"
    return did_you_mean(name, there, help_)
