"""Rules of fields and values, whatever the kind of thing (C)."""

from __future__ import annotations

from hub.catalogue.rule import Rule, passage, warned, whole
from hub.catalogue.shortcuts import shortcut

ASSOCIATIONS, BUREAU, YOGA = "associations.yaml", "bureau.yaml", "content/agenda/yoga.md"
GUIDE, MINUTES = "content/guides/semer.md", "minutes/2026-03-10-bureau.md"
MAIL = "courriel: contact@licornes.example"

RULES = (
    Rule(
        "C001",
        "Une clé est l'une de celles que le site connaît.",
        "Une clé mal écrite serait ignorée, et ce qu'elle porte perdu.",
        passage(ASSOCIATIONS, "couriel: contact@licornes.example", MAIL),
    ),
    Rule(
        "C002",
        "Les champs indispensables sont là.",
        "Sans titre, sans date ou sans identifiant, il n'y a ni page ni adresse.",
        passage(YOGA, "titre: Yoga du mardi\nfin:", "titre: Yoga du mardi\ndebut: 2026-11-03 18:30\nfin:"),
    ),
    Rule(
        "C003",
        "Un champ de texte contient un texte, pas une liste.",
        "Des crochets autour d'un titre en font une liste d'un seul mot.",
        passage(GUIDE, "titre: [Semer]", "titre: Semer"),
    ),
    Rule(
        "C004",
        "Une liste s'écrit entre crochets, ou avec des tirets.",
        "Même seule, une valeur de liste se tient dans une liste : d'autres pourront la rejoindre.",
        passage(ASSOCIATIONS, "alias: Licornes", "alias: [Licornes]"),
    ),
    Rule(
        "C005",
        "Un groupe de champs s'écrit avec ses clés.",
        "« lieu: Jardin » ne dit pas si c'est le nom ou l'adresse du lieu.",
        passage(
            YOGA,
            "lieu: Jardin\npublie_le: 2026-10-01",
            "lieu: {nom: Jardin}\npublie_le: 2026-10-01",
            instead_of="publie_le: 2026-10-01",
        ),
    ),
    Rule(
        "C006",
        "Une valeur choisie dans une liste est l'une de celles de la liste.",
        "Les pages rangent et filtrent d'après ces mots : un mot inconnu n'aurait pas de place.",
        passage(ASSOCIATIONS, "statut: en sommeil", "statut: en-sommeil"),
    ),
    Rule(
        "C007",
        "Une date s'écrit année, mois, jour : 2026-11-25.",
        "C'est la seule forme que tout le monde et tous les programmes lisent de la même façon.",
        passage(MINUTES, "publie_le: 12 mars 2026", "publie_le: 2026-03-12"),
    ),
    Rule(
        "C008",
        "Une date existe.",
        "Personne ne viendra le 30 février.",
        passage(
            MINUTES, "publie_le: 2026-02-30", "publie_le: 2026-02-28", instead_of="publie_le: 2026-03-12"
        ),
    ),
    Rule(
        "C009",
        "Un nombre s'écrit en chiffres.",
        "Le programme compte les sièges et numérote les lettres.",
        passage(BUREAU, "suppleants: un}", "suppleants: 1}"),
    ),
    Rule(
        "C010",
        "Un identifiant est fait de minuscules sans accent, de chiffres et de tirets.",
        "C'est l'adresse d'une page : elle doit se dicter au téléphone.",
        passage(
            ASSOCIATIONS,
            "  - {id: été, nom: Été}\nassociations:",
            "  - {id: ete, nom: Été}\nassociations:",
            instead_of="associations:",
        ),
    ),
    Rule(
        "C011",
        "Une adresse web est écrite en entier, avec « https:// ».",
        "Sans son début, le lien mènerait à une page du site qui n'existe pas.",
        passage(
            ASSOCIATIONS, "site: www.licornes.example", "site: https://www.licornes.example", instead_of=MAIL
        ),
    ),
    Rule(
        "C012",
        "Un nombre est de la taille de ce qu'il compte.",
        "Une lettre porte un numéro à partir de 1, un collège n'a pas mille sièges : un chiffre de trop est vite tapé.",
        passage("content/lettre/2026-11.md", "numero: 0", "numero: 1"),
    ),
    Rule(
        "C013",
        "Une ligne de liste n'est pas vide.",
        "Une ligne vide s'afficherait comme une puce sans rien.",
        passage(MINUTES, 'ordre_du_jour: [Arrosoirs, ""]', "ordre_du_jour: [Arrosoirs]"),
    ),
    Rule(
        "C014",
        "Une heure ne suit qu'un jour entier, là où le site en attend une.",
        "Une publication ou un mandat se comptent en jours.",
        passage(MINUTES, "publie_le: 2026-03-12 10:00", "publie_le: 2026-03-12"),
    ),
    Rule(
        "C015",
        "Dans une liste, un texte qui contient un deux-points est entre guillemets droits.",
        "YAML prendrait ses premiers mots pour une clé.",
        passage(
            MINUTES,
            "ordre_du_jour: [Arrosoirs : lesquels]",
            'ordre_du_jour: ["Arrosoirs : lesquels"]',
            instead_of="ordre_du_jour: [Arrosoirs]",
        ),
    ),
    Rule(
        "C016",
        "Un courriel est une seule adresse électronique, entière.",
        "Le site en fait un lien : deux adresses, ou une adresse coupée, n'arriveraient à personne.",
        passage(ASSOCIATIONS, "courriel: contact(at)licornes.example", MAIL),
    ),
    Rule(
        "C017",
        "Un téléphone est un seul numéro, qui existe.",
        "Sur un téléphone, on l'appelle en le touchant.",
        passage(
            ASSOCIATIONS,
            'telephone: "01 99 00 10"',
            'telephone: "01 99 00 10 01"',
            instead_of=MAIL,
        ),
    ),
    Rule(
        "C018",
        "Un numéro RNA est un W, un département de deux signes et sept chiffres.",
        "C'est lui qui distingue deux associations du même nom. (Répertoire national des associations : 92 ou 2A, "
        "9R et d'autres outre-mer ; l'ancienne forme, 751P00085568, est admise.)",
        passage(ASSOCIATIONS, "rna: 000000001", "rna: W000000001", instead_of=MAIL),
    ),
    Rule(
        "C019",
        "Un SIREN a neuf chiffres.",
        "Le SIREN est donné par l'Insee ; une association qui n'emploie personne peut ne pas en avoir.",
        passage(ASSOCIATIONS, "siren: 00000001", "siren: 000000018", instead_of=MAIL),
    ),
    Rule(
        "C020",
        "Un SIRET a quatorze chiffres : le SIREN, puis cinq autres.",
        "Le SIRET désigne un établissement, et les dossiers de subvention le demandent.",
        passage(ASSOCIATIONS, "siret: 0000000180001", "siret: 00000001800010", instead_of=MAIL),
    ),
    Rule(
        "C021",
        "La clé de contrôle d'un SIREN ou d'un SIRET tombe juste.",
        "Un chiffre mal recopié désigne une autre association, ou personne. (Formule de Luhn ; La Poste a la sienne.)",
        passage(ASSOCIATIONS, "siren: 000000019", "siren: 000000018", instead_of=MAIL),
    ),
    Rule(
        "C022",
        "Entre accolades, un texte qui contient une virgule est entre guillemets droits.",
        "La virgule y sépare deux champs : la fin du texte serait perdue.",
        passage(
            MINUTES,
            "quoi: En acheter un, ou deux, qui:",
            'quoi: "En acheter un, ou deux", qui:',
            instead_of="quoi: En acheter un, qui:",
        ),
    ),
    Rule(
        "C023",
        "Une clé n'a ni accent, ni majuscule, ni espace.",
        "Les clés sont celles d'un clavier sans accents, les mêmes pour tous les fichiers.",
        passage(YOGA, "catégorie: evenement", "categorie: evenement"),
    ),
    Rule(
        "C024",
        "Un champ de mots ne se remplit pas par oui ou non.",
        "« Tarif : oui » ne dit rien à qui voudrait venir.",
        passage(
            YOGA,
            "tarif: oui\npublie_le: 2026-10-01",
            "tarif: 5 €\npublie_le: 2026-10-01",
            instead_of="publie_le: 2026-10-01",
        ),
    ),
    Rule(
        "C025",
        "Le SIREN et le SIRET sont chacun dans leur champ.",
        "Le SIRET commence par le SIREN : on prend souvent l'un pour l'autre.",
        passage(ASSOCIATIONS, "siret: 000000018", "siren: 000000018", instead_of=MAIL),
    ),
    Rule(
        "C026",
        "Un code postal a cinq chiffres.",
        "Avec moins ou plus, le courrier ne part pas.",
        passage(
            ASSOCIATIONS,
            'adresse: {voie: 1 rue des Pots, code_postal: "0000", commune: Mini}',
            'adresse: {voie: 1 rue des Pots, code_postal: "00000", commune: Mini}',
            instead_of=MAIL,
        ),
    ),
    Rule(
        "C027",
        "Un consentement dit de quand il date.",
        "« À demander » n'est pas un accord, et il faut pouvoir le retrouver. (Règlement général sur la protection des données, article 7.)",
        passage(
            ASSOCIATIONS,
            "consentement: à demander",
            "consentement: Accord écrit du 2026-11-12",
            instead_of=MAIL,
        ),
    ),
    Rule(
        "C028",
        "Une latitude, une longitude sont des nombres de degrés, avec un point.",
        "Le téléphone mène à cet endroit ; la virgule et les minutes d'arc n'y mènent pas.",
        passage(
            YOGA,
            "lieu: {nom: Jardin, latitude: 48°49, longitude: 2.3}\npublie_le: 2026-10-01",
            "lieu: {nom: Jardin, latitude: 48.82, longitude: 2.3}\npublie_le: 2026-10-01",
            instead_of="publie_le: 2026-10-01",
        ),
    ),
    Rule(
        "C029",
        "L'adresse d'une page du site s'écrit depuis la racine, entre deux « / ».",
        "C'est ce qui suit le nom du site dans la barre du navigateur.",
        whole(
            "redirections.yaml",
            "redirections:\n  - {ancienne: guides/planter, nouvelle: /guides/semer/}\n",
            "redirections:\n  - {ancienne: /guides/planter/, nouvelle: /guides/semer/}\n",
        ),
    ),
    Rule(
        "C059",
        "Un raccourci mène à une page du site, ou au courriel ou au téléphone du service.",
        "L'accueil est la porte de ce site : un autre a ses liens dans les textes.",
        shortcut("https://exemple.example/", "/associations/"),
    ),
    warned(
        "C044",
        "Un champ vide est vide : il ne contient pas le mot par lequel un programme dit « rien ».",
        "Un formulaire ou un tableur écrit « undefined », « NaN » ou « #N/A » là où il n'avait rien : ce mot serait publié. "
        "« null » et « ~ », sans guillemets, sont un champ vide.",
        passage(GUIDE, "resume: undefined", "resume: Mettre une graine en terre."),
    ),
    Rule(
        "C045",
        "Une heure est celle de la ville : ni « Z », ni décalage.",
        "Un formulaire écrit souvent en temps universel : 17:30 y est 18:30 à Paris l'hiver, 19:30 l'été. (RFC 3339, section 4.2.)",
        passage(YOGA, "debut: 2026-11-03T17:30:00Z", "debut: 2026-11-03 18:30"),
    ),
    warned(
        "C046",
        "Un champ s'écrit comme on le lit : ni « &amp; », ni « <br> ».",
        "Ce qu'un éditeur de page web y laisse s'afficherait tel quel, dans les pages, les flux et les agendas.",
        passage(GUIDE, "titre: Semer &amp; planter", "titre: Semer & planter", instead_of="titre: Semer"),
    ),
    Rule(
        "C050",
        "Un champ d'une ligne a au plus 300 signes, un résumé ou une source 1 000, un objet 10 000.",
        "Plus long, il ne tient ni dans une liste, ni dans un agenda, ni sur une affiche.",
        passage(
            GUIDE,
            "titre: " + "Semer et arroser, " * 20 + "récolter",
            "titre: Semer, arroser, récolter",
            instead_of="titre: Semer",
        ),
    ),
)
