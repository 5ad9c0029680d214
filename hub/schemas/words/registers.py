"""The words of `associations.yaml`, `bureau.yaml` and `mkdocs.yml`."""

from __future__ import annotations

from hub.model.activity import Activity
from hub.model.association import Association, LocatedAddress, PostalAddress, Theme
from hub.model.audience import Ages
from hub.model.bureau import College, Commission, Seat, Term, Vacancy
from hub.model.census import Census
from hub.model.depot import Depot
from hub.model.fields import Entity
from hub.model.redirection import Redirection
from hub.model.reminder import Pace, Thresholds
from hub.model.site import Site
from hub.model.wording import Wording
from hub.schemas.words import legal
from hub.schemas.words.words import CONSENT, LOGO, PICTOGRAM, Group, Words

_SOURCE = Words(
    "Source",
    "Qui l’a dit, ou quel document, avec sa date.",
    ("Fiche remise par l’association", "Compte rendu {du bureau} du 25 novembre 2021"),
)

_POSTAL = {
    "voie": Words("Voie", "Le numéro et la rue.", ("1 rue Imaginaire", "Maison des associations")),
    "code_postal": Words("Code postal", "Cinq chiffres, entre guillemets.", ("01000", "59000")),
    "commune": Words("Commune", "La ville.", ("Ma-Ville", "Le Bourg")),
}

GROUPS: dict[type[Entity], Group] = {
    **legal.GROUPS,
    Theme: Group(
        "Thème",
        {
            "id": Words(
                "Identifiant", "Le mot par lequel les fiches citent ce thème.", ("culture", "environnement")
            ),
            "nom": Words("Nom", "Le nom du thème, tel qu’on le lit.", ("Culture", "Jardins et nature")),
            "pictogramme": PICTOGRAM,
        },
    ),
    Redirection: Group(
        "Redirection",
        {
            "ancienne": Words(
                "Ancienne adresse",
                "L’adresse qui n’existe plus, depuis la racine.",
                ("/guides/planter/", "/fete/"),
            ),
            "nouvelle": Words(
                "Nouvelle adresse", "La page où l’on mène, qui existe.", ("/guides/semer/", "/agenda/")
            ),
        },
    ),
    PostalAddress: Group("Adresse postale", _POSTAL),
    LocatedAddress: Group(
        "Adresse",
        {
            **_POSTAL,
            "quartier": Words(
                "Quartier",
                "Le quartier, écrit partout de même : l’annuaire se lit aussi par quartier.",
                ("Le Port", "Bancs-Tournants"),
            ),
            "latitude": Words(
                "Latitude", "En degrés, avec un point : le plan de l’annuaire la place, un téléphone y mène."
            ),
            "longitude": Words("Longitude", "En degrés, avec un point."),
        },
    ),
    Ages: Group(
        "Âges",
        {
            "de": Words("À partir de", "L’âge le plus jeune, en années ; rien s’il n’y en a pas."),
            "a": Words("Jusqu’à", "L’âge le plus grand, compris ; rien s’il n’y en a pas."),
        },
    ),
    Activity: Group(
        "Activité",
        {
            "nom": Words("Nom", "Ce que l’on y fait, en quelques mots.", ("Yoga", "Chorale des petits")),
            "debut": Words(
                "Début",
                "La première fois de la saison, avec son heure ; sinon ce qui est sûr : 2027-09.",
            ),
            "fin": Words("Fin", "L’heure de fin de cette première fois."),
            "recurrence": Words("Récurrence", "Quels jours cela revient, et jusqu’à quand."),
            "ages": Words("Âges", "De quel âge à quel âge, si l’âge compte."),
            "publics": Words("Publics", "Pour qui c’est ; sinon, les publics de l’association."),
            "niveau": Words("Niveau", "Ce qu’il faut déjà savoir.", ("Débutants", "Tous niveaux")),
            "lieu": Words("Lieu", "Où cela se passe."),
            "tarif": Words(
                "Tarif",
                "Ce que cela coûte ; « gratuit » pour que l’on puisse le trouver ainsi.",
                ("Gratuit", "120 € l’année"),
            ),
            "inscriptions": Words("Inscriptions", "Si l’on peut encore venir."),
            "annule": Words(
                "Annulée",
                "Pourquoi elle n’a finalement pas lieu.",
                ("Salle en travaux", "Faute de monde"),
            ),
        },
    ),
    Association: Group(
        "Association",
        {
            "id": Words(
                "Identifiant",
                "L’adresse de la fiche : elle ne change plus, même si le nom change.",
                ("le-jardin-des-voisins", "coeur-de-choeur"),
            ),
            "nom": Words("Nom", "Le nom officiel.", ("Le Jardin des voisins", "Cœur de chœur")),
            "alias": Words(
                "Autres noms",
                "Les noms et sigles que sa page montre : « aussi appelée ».",
                ("Jardin des voisins", "JDV"),
            ),
            "graphies": Words(
                "Graphies",
                "Les orthographes rencontrées dans les textes : elles la font reconnaître et trouver, mais "
                "ne sont montrées nulle part.",
                ("Jardin des vosins", "Le Jardin des voissins"),
            ),
            "statut": Words("Statut", "Si l’association est active, en sommeil ou dissoute."),
            "college": Words(
                "{Collège}",
                "L’identifiant {d’un collège} de bureau.yaml, ou « a-confirmer ».",
                ("sports-loisirs", "a-confirmer"),
            ),
            "themes": Words(
                "Thèmes",
                "Des identifiants de la liste « themes », en tête du fichier.",
                ("culture", "environnement"),
            ),
            "objet": Words(
                "Objet",
                "Ce que fait l’association, en une phrase ou deux (Markdown).",
                ("Jardiner ensemble.", "Chanter, et faire chanter."),
            ),
            "image": LOGO,
            "rna": Words(
                "Numéro RNA",
                "W, un département et sept chiffres : il est sur le récépissé.",
                ("W922000000", "W9R1000000"),
            ),
            "siren": Words("SIREN", "Neuf chiffres : il est sur l’avis de situation.", ("732829320",)),
            "siret": Words("SIRET", "Quatorze chiffres : le SIREN, puis cinq.", ("73282932000074",)),
            "site": Words(
                "Site web",
                "L’adresse complète, avec « https:// ».",
                ("https://www.exemple.fr", "https://jardin.example/"),
            ),
            "courriel": Words(
                "Courriel",
                "L’adresse de l’association, jamais celle d’un particulier.",
                ("contact@exemple.fr", "bonjour@jardin.example"),
            ),
            "telephone": Words(
                "Téléphone",
                "Le numéro de l’association, jamais celui d’un particulier ; entre guillemets.",
                ("01 99 00 00 00", "0262 00 00 00", "+33 1 99 00 00 00"),
            ),
            "adresse": Words("Adresse", "Où écrire à l’association, ou venir la voir."),
            "publics": Words("Publics", "Pour qui elle travaille."),
            "activites": Words(
                "Activités", "Ce que l’on peut y faire : cours, ateliers, répétitions ; une par créneau."
            ),
            "benevoles": Words("Bénévoles", "Ce pour quoi elle cherche de l’aide, un besoin chacun."),
            "consentement": CONSENT,
            "verifie_le": Words("Vérifiée le", "Le jour où l’association a confirmé sa fiche."),
            "publie_le": Words("Publiée le", "Le jour où la fiche a paru ici : la lettre l’annonce."),
            "source": _SOURCE,
        },
    ),
    College: Group(
        "{Collège}",
        {
            "id": Words(
                "Identifiant", "Le mot par lequel les sièges citent {ce collège}.", ("sports-loisirs", "vert")
            ),
            "nom": Words("Nom", "Le nom {du collège}.", ("Sports et loisirs", "Culture et mémoire")),
            "titulaires": Words("{Titulaires}", "Le nombre de sièges {de titulaires}."),
            "suppleants": Words("{Suppléants}", "Le nombre de sièges {de suppléants}."),
        },
    ),
    Seat: Group(
        "Siège",
        {
            "association": Words(
                "Association",
                "L’identifiant ou le nom d’une association de l’annuaire.",
                ("le-jardin-des-voisins", "Cœur de chœur"),
            ),
            "college": Words(
                "{Collège}", "L’identifiant {d’un collège}, ou « a-confirmer ».", ("sports-loisirs", "vert")
            ),
            "role": Words("Rôle", "À quel titre le siège est tenu."),
            "debut": Words("Début", "Le premier jour de ce siège, s’il commence après le mandat."),
            "fin": Words("Fin", "Le dernier jour de ce siège, s’il finit avant le mandat."),
            "remplace": Words(
                "Remplace",
                "L’association qui tenait ce siège auparavant.",
                ("coeur-de-choeur", "Jardin des voisins"),
            ),
        },
    ),
    Vacancy: Group(
        "Sièges vacants",
        {
            "college": Words("{Collège}", "L’identifiant {d’un collège}.", ("sports-loisirs", "vert")),
            "role": Words("Rôle", "À quel titre le siège serait tenu."),
            "nombre": Words("Nombre", "Combien de sièges sont vides."),
        },
    ),
    Commission: Group(
        "{Commission}",
        {
            "nom": Words("Nom", "Le nom {de la commission}.", ("Communication", "Droits des femmes")),
            "membres": Words(
                "Membres", "Les associations qui y siègent.", ("le-jardin-des-voisins", "Cœur de chœur")
            ),
        },
    ),
    Term: Group(
        "Mandat",
        {
            "debut": Words("Début", "Le premier jour du mandat."),
            "fin": Words("Fin", "Le dernier jour du mandat."),
            "election": Words("Élection", "Le jour de l’élection."),
            "sieges": Words("Sièges", "Les associations élues, un siège par ligne."),
            "vacants": Words(
                "Sièges vacants", "Les sièges que personne ne tient, par {si college:{collège} et par |}rôle."
            ),
            "commissions": Words("{Commissions}", "Les groupes de travail {du bureau}."),
            "consentement": CONSENT,
            "source": _SOURCE,
        },
    ),
    Site: Group(
        "Identité de la ville",
        {
            "site_name": Words(
                "Nom du site",
                "Le titre du site, en haut de chaque page.",
                ("Vie associative de Ma-Ville", "Les associations du Bourg"),
            ),
            "site_url": Words(
                "Adresse du site",
                "L’adresse publique complète, avec « https:// » et une barre à la fin.",
                ("https://associations.ma-ville.example/", "https://mini.example/"),
            ),
            "site_description": Words(
                "Description du site",
                "Une phrase, que montrent les moteurs de recherche.",
                ("Le hub public {du conseil local} de la vie associative.", "Une ville d’essai."),
            ),
            "commune": Words("Commune", "Le nom de la ville.", ("Ma-Ville", "Le Bourg")),
            "commune_de": Words(
                "De la commune",
                "Son nom après « de », là où le programme se tromperait : « d’Honfleur ».",
                ("d’Honfleur", "du Havre"),
            ),
            "conseil": Words(
                "{Conseil}",
                "Le nom {du conseil}.",
                ("{Conseil local} de la vie associative", "{Conseil} des associations"),
            ),
            "identifiant": Words(
                "Identifiant",
                "Il ne change jamais : les abonnés reconnaissent les messages par lui.",
                ("vie-associative-ma-ville", "conseil-du-bourg"),
            ),
            "contact": Words(
                "Contact",
                "L’adresse du service qui répond du site.",
                ("vie-associative@ma-ville.example", "contact@exemple.fr"),
            ),
            "consentement": CONSENT,
            "editeur": Words("Éditeur", "Qui publie le site : la commune, et où la joindre."),
            "directeur_de_publication": Words(
                "Direction de la publication",
                "La fonction de qui répond de ce qui est publié, jamais son nom.",
                ("Le maire de Ma-Ville", "La maire de Ma-Ville"),
            ),
            "hebergeur": Words("Hébergeur", "Qui héberge le site, et où le joindre."),
            "delegue_protection_donnees": Words(
                "Délégué à la protection des données", "Comment le ou la joindre, sans son nom."
            ),
            "accueil": Words("Accueil", "Où le service qui tient le site reçoit et répond."),
            "accessibilite": Words(
                "Accessibilité", "Ce que dit la déclaration d’accessibilité ; sans audit, « non-conforme »."
            ),
            "couleur": Words(
                "Couleur",
                "La couleur de la ville : un « # » et six signes.",
                ("#1f6f5c", "#7a1f4b"),
            ),
            "logo": Words(
                "Logo",
                "Le logo de la ville, en SVG ou en PNG, dans content/images/.",
                ("content/images/logo.svg", "content/images/logo.png"),
            ),
            "signalement": Words(
                "Signalement",
                "La page où l’on signale une erreur ; sans elle, c’est un courriel au contact.",
                ("https://depot.exemple.fr/signaler", "https://forge.ma-ville.example/nouveau"),
            ),
            "depot": Words(
                "Dépôt",
                "L’endroit où sont les fichiers de la ville : il permet de corriger chaque page.",
            ),
            "fuseau": Words(
                "Fuseau horaire",
                "Celui des heures que vous écrivez, par son nom dans la base de l’IANA (Europe/Paris).",
                ("Indian/Reunion", "America/Cayenne"),
            ),
            "mots": Words(
                "Mots",
                "Comment vous appelez {le conseil}, ses instances et leurs membres, avec « un » ou « une ».",
            ),
            "manques": Words(
                "Page des manques",
                "« non » laisse de côté la page « Ce qui manque, et comment aider ».",
            ),
            "sites_gardes": Words(
                "Sites gardés",
                "Combien de sites publiés avant celui-ci sont gardés, pour pouvoir y revenir (7).",
            ),
            "rappels": Words(
                "Rappels",
                "En jours, quand la commande « remind » rappelle ce qui est à faire.",
            ),
            "associations_recensees": Words(
                "Associations recensées", "Combien d’associations la ville compte, et d’après qui."
            ),
            "rythme": Words(
                "Rythme",
                "En jours, ce qui peut séparer deux réunions {du conseil} : la page {du bureau} compare.",
            ),
            "programme": Words(
                "Version du programme",
                "Celle pour laquelle ces fichiers ont été vérifiés ; « upgrade » la tient à jour.",
                ("0.1.0", "1.2.0"),
            ),
        },
    ),
    Wording: Group(
        "Mots",
        {
            "conseil": Words("{Conseil}", "Ce qui réunit les associations.", ("un office", "une commission")),
            "bureau": Words(
                "{si bureau:{Bureau}|Instance élue}",
                "Les associations élues, ou « aucun ».",
                ("un comité", "aucun"),
            ),
            "pleniere": Words(
                "{si pleniere:{Plénière}|Réunion générale}",
                "La réunion de toutes les associations, ou « aucune ».",
                ("une assemblée générale", "aucune"),
            ),
            "commission": Words(
                "{Commission}", "Une instance qui étudie un sujet.", ("un atelier", "un pôle")
            ),
            "groupe_de_travail": Words(
                "Groupe de travail",
                "Une instance qui prépare un projet.",
                ("une équipe projet", "un groupe"),
            ),
            "college": Words(
                "{si college:{Collège}|Groupe}",
                "Un groupe d’associations qui élit ses sièges, ou « aucun ».",
                ("une famille", "aucun"),
            ),
            "titulaire": Words("{Titulaire}", "Qui a une voix.", ("une élue", "un membre")),
            "suppleant": Words("{Suppléant}", "Qui la remplace.", ("une remplaçante", "un adjoint")),
        },
    ),
    Pace: Group(
        "Rythme",
        {
            "bureau": Words(
                "{si bureau:{Bureau}|Instance élue}",
                "Les jours au plus entre deux réunions {du bureau} (62, pour une tous les deux mois).",
            ),
            "pleniere": Words(
                "{si pleniere:{Plénière}|Réunion générale}",
                "Les jours au plus entre deux {plénières} (366, pour une par an).",
            ),
        },
    ),
    Census: Group(
        "Associations recensées",
        {
            "nombre": Words("Nombre", "Combien la ville en compte, à peu près ; l’annuaire le rappelle."),
            "source": Words(
                "Source",
                "Qui le dit, et quand.",
                ("Présentation {du conseil}, 2022", "Service de la vie associative, mai 2026"),
            ),
        },
    ),
    Thresholds: Group(
        "Rappels",
        {
            "compte_rendu": Words(
                "Compte rendu", "Les jours après une réunion où son compte rendu peut rester un projet (62)."
            ),
            "reunion": Words(
                "Réunion",
                "Les jours après une réunion {du bureau} où aucune autre n’est encore à annoncer (62).",
            ),
            "pleniere": Words(
                "{Plénière}", "Les jours après {une plénière} où l’on pense à l’année suivante (300)."
            ),
            "mandat": Words("Mandat", "Les jours avant la fin d’un mandat où l’on prépare le suivant (90)."),
            "fiche": Words(
                "Fiche", "Les jours pendant lesquels une fiche confirmée de l’annuaire reste sûre (366)."
            ),
            "guide": Words("Guide", "Les jours avant la date « a_revoir_avant » d’un guide (30)."),
            "action": Words("Action", "Les jours laissés à une action après son échéance (0)."),
            "appel": Words("Appel", "Les jours avant la clôture d’un appel où l’on relance (14)."),
            "lettre": Words("Lettre", "Les jours entre deux numéros de la lettre (45)."),
        },
    ),
    Depot: Group(
        "Dépôt",
        {
            "forge": Words("Forge", "Le programme qui garde les fichiers et reçoit les propositions."),
            "adresse": Words(
                "Adresse",
                "La page du dépôt, telle qu’on la lit dans un navigateur.",
                ("https://forge.ma-ville.example/vie-associative/hub", "https://forge.example/mini/hub"),
            ),
            "branche": Words("Branche", "Celle que le site publie.", ("main", "principale")),
            "application": Words(
                "Application",
                "Chez GitLab ou Forgejo, le numéro de l’application par laquelle on entre dans l’atelier.",
                ("3f1c2b7a-0d4e-4c55-9b1e-7a2f6d8c9e01", "a-confirmer"),
            ),
            "connexion": Words(
                "Connexion",
                "Chez GitHub, l’adresse du programme par lequel on entre dans l’atelier.",
                ("https://connexion.ma-ville.example/", "https://connexion.example/auth"),
            ),
        },
    ),
}
