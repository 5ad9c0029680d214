"""Rules of files and of their form (T)."""

from __future__ import annotations

from hub.catalogue.rule import Example, Link, Rule, passage, warned, whole
from hub.catalogue.town import TOWN

INDEX, GUIDE, BUREAU = "content/index.md", "content/guides/semer.md", "bureau.yaml"
MINUTES = "minutes/2026-03-10-bureau.md"
EARTH = "De la terre."
RAIN = "content/actualites/pluie.md"
OWN = "identifiant: clva-mini"

RULES = (
    Rule(
        "T001",
        "Les trois registres sont là : `mkdocs.yml`, `associations.yaml` et `bureau.yaml`.",
        "Sans l'un d'eux, le site perdrait en silence l'annuaire, le bureau ou son nom.",
        whole(BUREAU, None, TOWN[BUREAU]),
    ),
    Rule(
        "T002",
        "Un fichier est codé en UTF-8.",
        "Dans un autre codage, les accents deviennent des signes illisibles pour les lecteurs.",
        whole(
            RAIN,
            "---\ntitre: Le marché d'été\n---\nEnfin.\n".encode("latin-1"),
            "---\ntitre: Le marché d'été\n---\nEnfin.\n",
        ),
    ),
    Rule(
        "T003",
        "Un fichier ne commence pas par une marque invisible.",
        "Cette marque (« BOM »), que posent certains éditeurs de texte, cache la première ligne aux programmes.",
        whole(RAIN, b"\xef\xbb\xbf---\ntitre: Il pleut\n---\n", "---\ntitre: Il pleut\n---\n"),
    ),
    Rule(
        "T004",
        "Un texte ne contient pas de caractère de commande.",
        "Ces caractères invisibles, venus d'un copier-coller, cassent les flux et les agendas des abonnés.",
        passage(GUIDE, "titre: Se\u0008mer", "titre: Semer"),
    ),
    Rule(
        "T005",
        "Une fusion de deux versions est terminée.",
        "Les marques de fusion seraient publiées, et le texte écrit deux fois.",
        passage(
            GUIDE,
            "<<<<<<< main\nDe la terre.\n=======\nDu terreau.\n>>>>>>> printemps",
            "Du terreau.",
            instead_of="De la terre.",
        ),
    ),
    Rule(
        "T006",
        "Un texte tient dans cent kilo-octets, un registre dans soixante-quatre mégaoctets.",
        "Plus gros, ce n'est pas un texte : c'est une image ou un tableur enregistré sous un mauvais nom.",
        whole(
            RAIN,
            b"---\ntitre: Il pleut\n---\n" + b"Il pleut.\n" * 10_000,
            "---\ntitre: Il pleut\n---\nEnfin.\n",
        ),
    ),
    Rule(
        "T007",
        "Un fichier ou un dossier n'est pas un lien vers un autre.",
        "Un lien publierait ce que personne n'a voulu montrer : un réglage, un mot de passe, une liste.",
        whole(RAIN, Link("../../mkdocs.yml"), "---\ntitre: Il pleut\n---\n"),
    ),
    Rule(
        "T008",
        "Un fichier peut être lu.",
        "Un texte que le programme n'arrive pas à ouvrir manquerait au site sans que cela se voie.",
        Example({"redirections.yaml/ancien.txt": "Une page"}, {}),
    ),
    Rule(
        "T010",
        "Les tirets, les espaces en début de ligne et les crochets se correspondent.",
        "C'est par eux que le programme sait ce qui va avec quoi.",
        passage(GUIDE, "themes: [jardin]]", "themes: [jardin]"),
    ),
    Rule(
        "T011",
        "Les lignes se décalent avec des espaces, jamais avec une tabulation.",
        "Une tabulation n'a pas la même largeur partout : YAML la refuse.",
        passage(BUREAU, "debut: 2025-09-20\n\tfin: 2027-09-19", "debut: 2025-09-20\n    fin: 2027-09-19"),
    ),
    Rule(
        "T012",
        "Une valeur qui contient un deux-points est entre guillemets droits.",
        "Le français met un espace avant le deux-points, et YAML y voit une nouvelle clé.",
        passage(GUIDE, "titre: Semer : la terre", 'titre: "Semer : la terre"', instead_of="titre: Semer"),
    ),
    Rule(
        "T013",
        "Une valeur ne commence pas par un signe de YAML : @ ` % * & ! | >",
        "Ces signes ont un sens caché en début de valeur.",
        passage(
            GUIDE,
            "resume: @partir de mars",
            'resume: "@partir de mars"',
            instead_of="resume: Mettre une graine en terre.",
        ),
    ),
    Rule(
        "T014",
        "Un guillemet ouvert est refermé, et l'apostrophe n'est pas un guillemet.",
        "Tout ce qui suit un guillemet jamais refermé est pris pour la même valeur.",
        passage(GUIDE, "titre: 'L'art de semer'", 'titre: "L\'art de semer"', instead_of="titre: Semer"),
    ),
    Rule(
        "T064",
        "Entre guillemets droits, une barre « \\ » n'est qu'une de celles que YAML connaît.",
        "Elle y change le signe qui suit : un chemin de Windows n'y tient pas, et n'est celui que d'un ordinateur.",
        passage(
            GUIDE,
            r'resume: "Voir C:\Unités"',
            "resume: Voir la page des unités",
            instead_of="resume: Mettre une graine en terre.",
        ),
    ),
    Rule(
        "T015",
        "Une clé n'est écrite qu'une fois dans une entrée.",
        "Une seule des deux valeurs serait gardée, et l'autre perdue sans un mot.",
        passage(GUIDE, "titre: Semer\ntitre: Planter", "titre: Semer"),
    ),
    Rule(
        "T016",
        "Une valeur qui commence par « & », « * » ou « ! » est entre guillemets droits.",
        "YAML en ferait un renvoi ou un type : le texte disparaîtrait.",
        passage(GUIDE, "titre: !Semer", 'titre: "!Semer"', instead_of="titre: Semer"),
    ),
    Rule(
        "T017",
        "Les listes et les groupes ne s'emboîtent pas sans fin.",
        "Aucune entrée n'a besoin de plus de quelques niveaux : des crochets de trop sont une faute de frappe.",
        passage(GUIDE, "themes: [[[[[[[[[[[[[jardin]]]]]]]]]]]]]", "themes: [jardin]"),
    ),
    Rule(
        "T018",
        "Un registre est d'un seul tenant.",
        "Ce qui suit une ligne « --- » serait un autre document, que rien ne lit.",
        passage(BUREAU, "---\nmandats:", "mandats:"),
    ),
    Rule(
        "T019",
        "Un fichier n'est pas vide.",
        "Un fichier vidé par mégarde effacerait du site ce qu'il contenait.",
        whole(RAIN, "\n", "---\ntitre: Il pleut\n---\n"),
    ),
    Rule(
        "T020",
        "Un texte commence par un en-tête, entre deux lignes « --- ».",
        "L'en-tête porte le titre et les dates, sans lesquels le texte n'a pas de page.",
        whole(RAIN, "titre: Il pleut\n---\nEnfin.\n", "---\ntitre: Il pleut\n---\nEnfin.\n"),
    ),
    Rule(
        "T021",
        "L'en-tête est refermé par une ligne « --- ».",
        "Sans elle, le programme ne sait pas où finissent les champs et où commence le texte.",
        whole(RAIN, "---\ntitre: Il pleut\nEnfin.\n", "---\ntitre: Il pleut\n---\nEnfin.\n"),
    ),
    Rule(
        "T022",
        "Les champs d'une même entrée commencent à la même hauteur.",
        "Un champ décalé n'appartient plus à la bonne entrée.",
        passage(
            GUIDE,
            "titre: Semer\n  themes: [jardin]",
            "titre: Semer\nthemes: [jardin]",
            instead_of="titre: Semer\nresume: Mettre une graine en terre.\npublie_le: 2026-02-01\nthemes: [jardin]",
        ),
    ),
    Rule(
        "T023",
        "Chaque ligne d'un en-tête a la forme « clé: valeur », ou prolonge la précédente.",
        "Une ligne sans clé ne va dans aucun champ.",
        passage(
            GUIDE,
            "titre: Semer\nen pleine terre",
            "titre: Semer\n  en pleine terre",
            instead_of="titre: Semer",
        ),
    ),
    Rule(
        "T024",
        "Un fichier, ou un en-tête, est fait de champs « clé: valeur ».",
        "Une liste ou une phrase seule ne dit pas de quel champ elle est la valeur.",
        whole(RAIN, "---\n- Il pleut\n---\n", "---\ntitre: Il pleut\n---\n"),
    ),
    Rule(
        "T025",
        "Un espace suit le deux-points d'une clé.",
        "Sans lui, YAML ne voit qu'un mot là où il y a une clé et sa valeur.",
        passage(GUIDE, "titre:Semer", "titre: Semer"),
    ),
    Rule(
        "T026",
        "L'espace autour du deux-points d'une clé est un espace ordinaire.",
        "L'espace insécable, venu d'un traitement de texte, se voit comme l'autre mais n'en est pas un.",
        passage(GUIDE, "titre\u00a0: Semer", "titre: Semer"),
    ),
    Rule(
        "T027",
        "Une ligne de liste commence par un tiret et un espace.",
        "Un autre signe, ou un tiret collé au mot, ne fait pas une liste.",
        passage(
            "minutes/2026-03-10-bureau.md",
            "ordre_du_jour:\n  - Pelles\n  -Arrosoirs",
            "ordre_du_jour:\n  - Pelles\n  - Arrosoirs",
            instead_of="ordre_du_jour: [Arrosoirs]",
        ),
    ),
    Rule(
        "T028",
        "Une valeur s'entoure de guillemets droits, pas de guillemets courbes.",
        "YAML prend les guillemets courbes pour des lettres : ils s'afficheraient dans le titre.",
        passage(GUIDE, "titre: “Semer”", 'titre: "Semer"', instead_of="titre: Semer"),
    ),
    Rule(
        "T029",
        "Un « # » dans une valeur est entre guillemets ; une remarque se tient à deux espaces.",
        "Après un espace, YAML jette tout ce qui suit le « # » : la moitié d'un titre peut disparaître sans un mot.",
        passage(GUIDE, "titre: Semer #2", 'titre: "Semer #2"', instead_of="titre: Semer"),
    ),
    warned(
        "T030",
        "Un dossier de textes ne contient que des textes Markdown (`.md`).",
        "Un fichier d'une autre sorte y reste sans que personne le voie : sa place est dans `content/documents/` ou `content/images/`.",
        Example({"content/photo.jpg": b"\xff\xd8"}, {}),
    ),
    Rule(
        "T031",
        "Un texte est dans un dossier prévu.",
        "Ailleurs, aucune page n'en serait faite.",
        Example(
            {"content/idees/serre.md": "---\ntitre: Une serre\n---\n"},
            {"content/actualites/serre.md": "---\ntitre: Une serre\n---\n"},
        ),
    ),
    Rule(
        "T032",
        "Les dossiers de textes sont dans `content/`.",
        "À côté, rien ne les lit.",
        Example(
            {"guides/arroser.md": "---\ntitre: Arroser\n---\n"},
            {"content/guides/arroser.md": "---\ntitre: Arroser\n---\n"},
        ),
    ),
    Rule(
        "T033",
        "Un texte est dans le dossier de sa sorte.",
        "Un événement posé parmi les pages n'entrerait dans aucun agenda.",
        Example(
            {"content/sieste.md": "---\ntitre: Sieste\ndebut: 2026-12-05 14:00\ncategorie: evenement\n---\n"},
            {
                "content/agenda/sieste.md": "---\ntitre: Sieste\ndebut: 2026-12-05 14:00\ncategorie: evenement\n---\n"
            },
        ),
    ),
    Rule(
        "T034",
        "Le nom d'un fichier se lit en entier.",
        "Un signe invisible dans un nom fait une adresse que personne ne peut recopier.",
        Example(
            {"content/guides/arro\u200bser.md": "---\ntitre: Arroser\n---\n"},
            {"content/guides/arroser.md": "---\ntitre: Arroser\n---\n"},
        ),
    ),
    Rule(
        "T035",
        "Le nom d'un texte finit par `.md`, celui d'un registre par `.yaml`, et celui des réglages par `.yml`.",
        "Un fichier d'un autre nom n'est pas lu : ce qu'il dit manquerait au site sans un mot.",
        Example(
            {"content/guides/arroser.md.txt": "---\ntitre: Arroser\n---\n"},
            {"content/guides/arroser.md": "---\ntitre: Arroser\n---\n"},
        ),
    ),
    Rule(
        "T036",
        "Un texte s'écrit dans un fichier Markdown, pas dans un traitement de texte.",
        "Le site ne sait pas lire un document Word ou LibreOffice : le texte ne paraîtrait nulle part.",
        Example(
            {"content/guides/arroser.docx": b"PK"},
            {"content/guides/arroser.md": "---\ntitre: Arroser\n---\n"},
        ),
    ),
    Rule(
        "T037",
        "Chaque entrée d'une liste commence par un tiret.",
        "Sans lui, les champs de deux entrées se mélangent, et l'une des deux disparaît.",
        passage("associations.yaml", "    id: dragons", "  - id: dragons"),
    ),
    Rule(
        "T038",
        "Un crochet ou une accolade ouverts sont refermés.",
        "Tout ce qui suit serait pris pour la même liste.",
        passage(GUIDE, "themes: [jardin\nsource:", "themes: [jardin]\nsource:"),
    ),
    Rule(
        "T039",
        "Les guillemets entourent toute la valeur.",
        "Après le guillemet fermant, YAML n'attend plus rien.",
        passage(
            GUIDE, 'titre: "Semer" au printemps', 'titre: "« Semer » au printemps"', instead_of="titre: Semer"
        ),
    ),
    Rule(
        "T040",
        "Entre accolades, une virgule sépare deux champs.",
        "Sans elle, les deux n'en font qu'un.",
        passage(BUREAU, "college: vert role: titulaire", "college: vert, role: titulaire"),
    ),
    Rule(
        "T041",
        "Le premier « --- » d'un texte est sur la première ligne, fait de trois tirets.",
        "Un tiret long, ou une ligne vide au-dessus, et le programme ne voit pas l'en-tête.",
        whole(RAIN, "—\ntitre: Il pleut\n—\nEnfin.\n", "---\ntitre: Il pleut\n---\nEnfin.\n"),
    ),
    Rule(
        "T042",
        "Les accents sont ceux que l'on a écrits.",
        "« Ã©tÃ© » est ce que devient « été » quand un programme se trompe de codage : personne ne peut plus le lire.",
        passage(GUIDE, "L'Ã©tÃ©.", "L'été.", instead_of="De la terre."),
    ),
    warned(
        "T043",
        "À côté des registres, il n'y a ni tableau ni document de traitement de texte.",
        "On le tient à jour en croyant que le site le lit, et le site n'en sait rien.",
        Example({"associations.csv": "nom;statut\nLes Licornes;active\n"}, {}),
    ),
    Rule(
        "T050",
        "Une ligne a moins de dix mille signes.",
        "Plus longue, c'est une image ou un fichier collé dans le texte.",
        passage(GUIDE, "De la terre. " * 800, "De la terre.", instead_of=EARTH),
    ),
    Rule(
        "T051",
        "Un mot a moins de cinq cents signes, et une adresse web moins de deux mille.",
        "Un mot plus long n'en est pas un : il déborderait de chaque page et de chaque feuille.",
        passage(GUIDE, "terre" * 101, "De la terre.", instead_of=EARTH),
    ),
    Rule(
        "T052",
        "Une lettre porte au plus huit accents.",
        "Des accents empilés cachent les lignes voisines, et il faut des heures à un programme pour les ranger.",
        passage(
            GUIDE,
            "De la te\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301rre.",
            "De la terre.",
            instead_of=EARTH,
        ),
    ),
    Rule(
        "T053",
        "Un crochet ouvert est refermé : cinquante au plus restent ouverts dans un paragraphe.",
        "Le programme cherche la fin de chacun : des milliers l'occuperaient des heures.",
        passage(GUIDE, "De la terre." + "[" * 51, "De la terre.", instead_of=EARTH),
    ),
    Rule(
        "T054",
        "Des listes ou des citations s'emboîtent sur dix niveaux au plus.",
        "Au-delà, plus personne ne sait qui répond à qui, et une page ou une feuille n'a plus de place.",
        passage(GUIDE, "> " * 11 + "De la terre.", "> De la terre.", instead_of=EARTH),
    ),
    Rule(
        "T055",
        "Un texte a au plus trois cents titres.",
        "Un sommaire plus long ne sert plus à personne.",
        passage(
            GUIDE,
            "## Terre\n\n" * 301 + "De la terre.",
            "## Terre\n\nDe la terre.",
            instead_of="## Avant\n\nDe la terre.",
        ),
    ),
    Rule(
        "T056",
        "Un fichier proposé a reçu son nom.",
        "Les liens « Ajouter » du site commencent un fichier qui s'appelle « a-nommer » : son nom est l'adresse de la page, et n'en changera plus.",
        Example(
            {"content/guides/a-nommer.md": "---\ntitre: Planter\n---\nUn trou.\n"},
            {"content/guides/planter.md": "---\ntitre: Planter\n---\nUn trou.\n"},
        ),
    ),
    Rule(
        "T059",
        "Les fichiers d'une ville ont la forme que lit cette version du programme.",
        "Une version nouvelle peut ne plus lire une ligne, ou en demander une autre : la commande « upgrade » "
        "change ce qui doit l'être, et note la version dans mkdocs.yml. Un programme plus ancien que les "
        "fichiers, lui, ne saurait pas les lire en entier.",
        passage("mkdocs.yml", f"{OWN}\n    sigle: CLVA", OWN),
    ),
    warned(
        "T060",
        "Un champ s'écrit sans les signes du gras, d'un lien ou d'un titre.",
        "Seul un texte a une mise en forme : dans un champ, les étoiles, les crochets et les « # » s'affichent.",
        passage(GUIDE, 'titre: "**Semer**"', "titre: Semer"),
    ),
    warned(
        "T061",
        "Un champ s'écrit sans exposant : « 1er », « 2e », « n° ».",
        "Collées d'un traitement de texte, les lettres en exposant laissent « 1^{er} » ou « 1 er ».",
        passage(GUIDE, "titre: Semer au 1^{er} mars", "titre: Semer au 1er mars", instead_of="titre: Semer"),
    ),
    warned(
        "T062",
        "Une ligne d'une liste ne porte ni puce ni numéro à elle.",
        "La page en met déjà : il y en aurait deux.",
        passage(
            MINUTES,
            'ordre_du_jour: ["- Arrosoirs", "- Terreau"]',
            "ordre_du_jour: [Arrosoirs, Terreau]",
            instead_of="ordre_du_jour: [Arrosoirs]",
        ),
    ),
    warned(
        "T063",
        "Un champ ne contient pas de tabulation.",
        "Elle sépare les cases d'un tableau collé : dans un champ, les cases se lisent bout à bout.",
        passage(GUIDE, "titre: Semer\tvite", "titre: Semer vite", instead_of="titre: Semer"),
    ),
)
