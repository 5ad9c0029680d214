"""What the system refuses, in French: the one place that words an OSError."""

from __future__ import annotations

import errno
import os

_WORDS = {
    errno.ENOSPC: "il n'y a plus de place sur le disque",
    errno.EDQUOT: "la place permise sur ce disque est épuisée",
    errno.EACCES: "vous n'avez pas le droit de lire ou d'écrire ici",
    errno.EPERM: "le système ne le permet pas",
    errno.EROFS: "ce disque ne peut qu'être lu",
    errno.ENAMETOOLONG: "ce nom est trop long pour le disque",
    errno.ENOENT: "ce fichier ou ce dossier n'existe pas",
    errno.EEXIST: "il y a déjà quelque chose de ce nom",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.EISDIR: "c'est un dossier, pas un fichier",
    errno.ENOTEMPTY: "ce dossier n'est pas vide",
    errno.ELOOP: "c'est un lien, qui n'est pas suivi",
    errno.EMFILE: "trop de fichiers sont ouverts à la fois",
    errno.ENFILE: "trop de fichiers sont ouverts à la fois",
    errno.EFBIG: "ce fichier est trop gros pour le disque",
    errno.EIO: "le disque ne répond pas comme il devrait",
    errno.ENOMEM: "il n'y a plus de mémoire",
    errno.EBUSY: "un autre programme s'en sert",
    errno.EXDEV: "ces deux dossiers ne sont pas sur le même disque",
}


def refusal(error: OSError) -> str:
    """A French sentence for what the system refused, and where.

    An error that no system call made speaks for itself.
    """
    if error.errno is None:
        return str(error) or "Le système a refusé, sans dire pourquoi."
    words = _WORDS.get(error.errno, f"le système a refusé (erreur {errno.errorcode.get(error.errno, '?')})")
    if error.filename is None:
        return f"{words[0].upper()}{words[1:]}."
    return f"« {os.fsdecode(error.filename)} » : {words}."
