"""Rules of addresses that changed (R)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Rule

PATH = "redirections.yaml"


def _led(*pairs: tuple[str, str]) -> dict[str, str]:
    rows = "".join(f"  - {{ancienne: {old}, nouvelle: {new}}}\n" for old, new in pairs)
    return {PATH: f"redirections:\n{rows}"}


RIGHT = _led(("/guides/planter/", "/guides/semer/"))

RULES = (
    Rule(
        "R001",
        "On ne redirige pas une adresse où il y a une page.",
        "La page ne serait plus jamais vue.",
        Example(_led(("/guides/semer/", "/guides/")), RIGHT),
    ),
    Rule(
        "R002",
        "Une redirection mène à une page qui existe.",
        "Qui suit un ancien lien arriverait sur une page introuvable, une seconde fois.",
        Example(_led(("/guides/planter/", "/guides/semis/")), RIGHT),
    ),
    Rule(
        "R003",
        "Une redirection mène à la page sans détour.",
        "De redirection en redirection, on attend, et un jour on tourne en rond.",
        Example(
            _led(("/guides/planter/", "/guides/semis/"), ("/guides/semis/", "/guides/semer/")),
            _led(("/guides/planter/", "/guides/semer/"), ("/guides/semis/", "/guides/semer/")),
        ),
    ),
    Rule(
        "R004",
        "Une adresse n'est redirigée qu'une fois.",
        "Une adresse ne peut mener à deux endroits.",
        Example(_led(("/guides/planter/", "/guides/semer/"), ("/guides/planter/", "/guides/")), RIGHT),
    ),
    Rule(
        "R005",
        "On ne redirige que l'adresse d'une page.",
        "Mener ailleurs un dossier de fichiers (`/assets/`, `/images/`…) ôterait à tout le site sa mise en page "
        "ou ses images, et les navigateurs s'en souviendraient longtemps après.",
        Example(_led(("/images/affiches/", "/guides/semer/")), RIGHT),
    ),
)
