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
    errno.ECONNREFUSED: "personne ne répond à cette adresse",
    errno.ECONNRESET: "la connexion a été coupée",
    errno.EPIPE: "la connexion a été coupée",
    errno.ETIMEDOUT: "pas de réponse à temps",
    errno.EHOSTUNREACH: "cette machine ne peut pas être jointe",
    errno.ENETUNREACH: "le réseau ne mène pas là",
    errno.EADDRINUSE: "un autre programme s'en sert",
}


def reason(error: OSError) -> str:
    """Why the system refused, as the end of a French sentence; an error of a library speaks for itself."""
    from socket import gaierror  # loaded where there is something to tell

    if isinstance(error, gaierror):
        return "ce nom de serveur n'est pas connu"
    if error.errno is None and isinstance(error, TimeoutError):
        return _WORDS[errno.ETIMEDOUT]
    if error.errno is None or type(error).__module__ != "builtins":
        return str(error) or "le système n'a pas dit pourquoi"
    return _WORDS.get(error.errno, f"le système a refusé (erreur {errno.errorcode.get(error.errno, '?')})")


def refusal(error: OSError) -> str:
    """A French sentence for what the system refused, and where."""
    words = reason(error)
    if error.filename is None:
        return f"{words[0].upper()}{words[1:]}".rstrip(".") + "."
    return f"« {os.fsdecode(error.filename)} » : {words}."
