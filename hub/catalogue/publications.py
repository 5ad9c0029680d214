"""Rules of what is published one file at a time: names, calls, guides, newsletter (P)."""

from __future__ import annotations

from hub.catalogue import shortcuts
from hub.catalogue.rule import Edit, Example, Rule, passage, warned
from hub.catalogue.town import TOWN

CALL, GUIDE, LETTER = "content/appels/serre.md", "content/guides/semer.md", "content/lettre/2026-11.md"
INDEX = "content/index.md"
CLOSED = {CALL: Edit("cloture: 2026-12-01", "cloture: 2026-11-15")}

RULES = (
    *shortcuts.RULES,
    Rule(
        "P001",
        "Le nom d'un fichier est fait de minuscules sans accent, de chiffres et de tirets.",
        "C'est l'adresse de la page : elle doit se dicter au téléphone.",
        Example(
            {"content/guides/Arroser l'été.md": TOWN[GUIDE]}, {"content/guides/arroser-l-ete.md": TOWN[GUIDE]}
        ),
    ),
    Rule(
        "P002",
        "Un appel se ferme après s'être ouvert.",
        "Sinon personne n'aurait jamais pu y répondre.",
        passage(CALL, "cloture: 2026-10-01", "cloture: 2026-12-01"),
    ),
    Rule(
        "P003",
        "Un numéro de la lettre s'appelle par son mois, et par son public si le mois a deux lettres.",
        "Les numéros se rangent dans l'ordre des mois ; « 2026-12-associations.md » n'arrive qu'aux associations.",
        Example(
            {"content/lettre/decembre.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-11-20\n---\n"},
            {"content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-11-20\n---\n"},
        ),
    ),
    Rule(
        "P004",
        "Les lettres se numérotent dans l'ordre de leurs mois.",
        "Un numéro pris deux fois ferait croire qu'il en manque un.",
        Example(
            {"content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 1\npublie_le: 2026-11-20\n---\n"},
            {"content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-11-20\n---\n"},
        ),
    ),
    warned(
        "P005",
        "Une date de publication n'est pas à venir.",
        "La page paraît tout de suite, et les abonnés ne sont prévenus que ce jour-là.",
        passage(GUIDE, "publie_le: 2027-02-01", "publie_le: 2026-02-01"),
    ),
    Rule(
        "P006",
        "Le site a une page d'accueil.",
        "C'est la seule page qu'une ville doit écrire : celles que la loi demande se font des réglages.",
        Example({"content/index.md": None}, {}),
    ),
    warned(
        "P007",
        "Un guide est relu avant le jour qu'il s'est fixé.",
        "Un guide périmé fait perdre une subvention à qui le suit.",
        passage(
            GUIDE,
            "themes: [jardin]\na_revoir_avant: 2026-06",
            "themes: [jardin]\na_revoir_avant: 2027-06",
            instead_of="themes: [jardin]",
        ),
    ),
    Rule(
        "P010",
        "Un guide n'a pas été relu dans l'avenir.",
        "La date dit aux gens à quel point ils peuvent s'y fier.",
        passage(
            GUIDE,
            "themes: [jardin]\nrevu_le: 2027-03-01",
            "themes: [jardin]\nrevu_le: 2026-03-01",
            instead_of="themes: [jardin]",
        ),
    ),
    warned(
        "P012",
        "Un numéro de la lettre dit quel jour il paraît.",
        "Ce qu'il annonce en dépend, et sans lui personne n'est prévenu.",
        passage(LETTER, "numero: 1\n---", "numero: 1\npublie_le: 2026-11-15\n---"),
    ),
    warned(
        "P011",
        "L'éditorial de la lettre tient dans un courriel, avec ce qui s'y ajoute.",
        "Gmail coupe les courriels de plus de 102 ko : la fin, et le lien pour se désabonner, disparaîtraient.",
        Example(
            {LETTER: Edit("Chères voisines, chers voisins.", "Chères voisines, chers voisins.\n" * 500)},
            {},
        ),
    ),
    warned(
        "P008",
        "L'accueil et les pages qui restent ne mènent pas à un appel clos.",
        "On ne fait pas monter un dossier pour rien ; une actualité, elle, est datée.",
        Example(
            {**CLOSED, INDEX: Edit("Bonjour !", "Répondez à [l'appel](appel:serre) !")},
            {**CLOSED, INDEX: Edit("Bonjour !", "Voyez [les appels ouverts](/appels/) !")},
        ),
    ),
    warned(
        "P009",
        "Une page publiée reste à son adresse.",
        "Un lien reçu par courriel ou imprimé doit continuer de mener quelque part.",
        Example({GUIDE: None, "content/guides/bien-semer.md": TOWN[GUIDE]}, {}, {"/guides/semer/": "Semer"}),
    ),
    Rule(
        "P030",
        "Une page ne porte pas le nom d'un dossier de fichiers du site.",
        "Les serveurs gardent un an ce qui est dans `/images/`, et cachent `/deploiement/` : la page ne changerait "
        "plus, ou ne se verrait pas.",
        Example(
            {"content/images.md": "---\ntitre: Images\n---\nDes images.\n"},
            {"content/images-du-conseil.md": "---\ntitre: Images\n---\nDes images.\n"},
        ),
    ),
)
