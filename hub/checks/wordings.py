"""The words for what could not be read (T) or typed (C): what is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Wording(NamedTuple):
    """The words for a code; `{names}` are filled from the fault's values."""

    message: str
    remedy: str


WORDINGS: Mapping[str, Wording] = {
    "C001": Wording("La clé « {champ} » n'existe pas.", ""),
    "C002": Wording(
        "Il manque « {champ} ».", "Ajoutez ou complétez la ligne « {champ}: … » de cette entrée."
    ),
    "C003": Wording(
        "« {champ} » attend un texte, pas une liste ni un groupe de champs.",
        "Écrivez « {champ}: texte » sur une ligne.",
    ),
    "C004": Wording("« {champ} » attend une liste.", "Écrivez « {forme} », même pour un seul."),
    "C005": Wording(
        "On attend ici un groupe de champs « clé: valeur ».",
        "Écrivez « {forme} », avec les champs que vous connaissez.",
    ),
    "C006": Wording("« {valeur} » n'est pas une valeur possible pour « {champ} ».", ""),
    "C007": Wording(
        "« {valeur} » n'est pas une date que le site sait lire.",
        "Écrivez l'année, le mois et le jour : 2026-03-14 ; 2026-03 ou 2026 si le reste n'est pas connu ; "
        "2026-03-14 18:30 là où une heure est permise.",
    ),
    "C008": Wording("La date ou l'heure « {valeur} » n'existe pas.", "Vérifiez dans un calendrier."),
    "C009": Wording(
        "« {champ} » attend un nombre entier, pas « {valeur} ».", "Écrivez-le en chiffres, sans unité."
    ),
    "C010": Wording(
        "« {valeur} » ne convient pas comme identifiant.",
        "N'employez que des minuscules sans accent, des chiffres et des tirets : le-jardin-des-voisins.",
    ),
    "C011": Wording("« {valeur} » n'est pas une adresse web.", "Écrivez-la en entier, avec « https:// »."),
    "C012": Wording(
        "« {valeur} » est plus petit ou plus grand que ce que « {champ} » peut valoir.", "Vérifiez le nombre."
    ),
    "C013": Wording("Un élément de « {champ} » est vide.", "Complétez-le, ou effacez sa ligne."),
    "C014": Wording(
        "« {champ} » n'attend pas d'heure ici : « {valeur} ».",
        "Une heure suit un jour entier, dans « debut », « fin », « prochaine » et les dates d'une répétition "
        "seulement.",
    ),
    "C015": Wording(
        "Une ligne de « {champ} » contient un deux-points, que YAML prend pour une clé.",
        'Mettez-la entre guillemets : "{valeur}".',
    ),
    "C016": Wording(
        "« {valeur} » n'est pas une adresse électronique.", "Écrivez-en une seule : contact@exemple.fr."
    ),
    "C017": Wording(
        "« {valeur} » n'est pas un numéro de téléphone qui existe.",
        'Écrivez le numéro seul, tel qu\'on le compose, entre guillemets : "01 23 45 67 89", "3919".',
    ),
    "C018": Wording(
        "« {valeur} » n'est pas un numéro RNA.",
        "Écrivez W, les deux signes du département et sept chiffres, comme sur le récépissé.",
    ),
    "C019": Wording("« {valeur} » n'est pas un SIREN.", "Un SIREN a neuf chiffres."),
    "C020": Wording(
        "« {valeur} » n'est pas un SIRET.", "Un SIRET a quatorze chiffres : le SIREN, puis cinq autres."
    ),
    "C021": Wording(
        "Un chiffre de « {valeur} » est faux : la clé de contrôle ne tombe pas juste.",
        "Recopiez le numéro depuis l'avis de situation de l'Insee.",
    ),
    "C022": Wording(
        "« {champ} » n'est pas une clé, et n'a pas de valeur : un texte a dû être coupé à une virgule.",
        'Mettez le texte entier entre guillemets : "12, rue des Lilas".',
    ),
    "C023": Wording(
        "La clé « {champ} » s'écrit autrement.",
        "Écrivez « {cle}: » : des minuscules sans accent, et « _ » entre deux mots.",
    ),
    "C024": Wording(
        "« {champ} » ne se répond pas par « {valeur} ».", "Effacez la ligne, ou complétez-la par des mots."
    ),
    "C025": Wording(
        "« {valeur} » n'est pas le numéro que « {champ} » attend.",
        "Un SIREN a neuf chiffres, un SIRET quatorze : mettez ce numéro dans l'autre champ.",
    ),
    "C026": Wording(
        "« {valeur} » n'est pas un code postal.", 'Écrivez cinq chiffres, entre guillemets : "01000".'
    ),
    "C027": Wording(
        "« {valeur} » ne dit pas de quand date l'accord.",
        "Écrivez lequel, et son jour : Accord écrit du 12 novembre 2026. Sans accord, retirez le contact.",
    ),
    "C028": Wording(
        "« {champ} » attend un nombre de degrés, pas « {valeur} ».",
        "Écrivez-le avec un point : 48.8177 pour une latitude, 2.2968 pour une longitude.",
    ),
    "C029": Wording(
        "« {valeur} » n'est pas l'adresse d'une page de ce site.",
        "Écrivez-la depuis la racine, avec ses « / » au début et à la fin : /guides/semer/.",
    ),
    "C059": Wording(
        "« {valeur} » n'est ni une page de ce site, ni « courriel », ni « telephone ».",
        "Écrivez l'adresse de la page depuis la racine, entre deux « / » : /associations/.",
    ),
    "C040": Wording(
        "« {champ} » règle le moteur du site, qui est le même pour toutes les villes.",
        "Retirez cette ligne et celles qui en dépendent (« {commande} upgrade » le fait) : ce fichier ne dit que ce qu'est la ville.",
    ),
    "C041": Wording(
        "« {valeur} » ne convient pas comme adresse du site.",
        "Écrivez « https:// », le nom de la machine et « / » : https://associations.ville.fr/.",
    ),
    "C042": Wording(
        "« {valeur} » ne donne pas le nom de la ville après son « de ».",
        "Écrivez le nom de la ville après son « de » : du Havre, de Haguenau, d'Hyères.",
    ),
    "C043": Wording(
        "« {valeur} » n'est pas le nom d'une branche.",
        "Écrivez le nom que la page du dépôt montre dans sa liste des branches : main, le plus souvent.",
    ),
    "C047": Wording(
        "« {valeur} » n'est pas une couleur.",
        'Écrivez un « # » et six signes, de 0 à 9 et de a à f : "#1f6f5c".',
    ),
    "C055": Wording(
        "« {valeur} » n'est pas un logo.",
        "Mettez le fichier dans content/images/, en SVG ou en PNG : content/images/logo.svg.",
    ),
    "C045": Wording(
        "« {valeur} » est une heure d'un autre fuseau, ou qui dit le sien.",
        "Écrivez l'heure de la ville, sans « Z » ni décalage : 2026-03-14 18:30.",
    ),
    "C051": Wording(
        "« {valeur} » ne dit pas s'il faut écrire « le » ou « la ».",
        "Écrivez le mot avec « un » ou « une », et son pluriel s'il est rare : un office ; une halle, des halles. "
        "« bureau », « pleniere » et « college » peuvent aussi être « aucun ».",
    ),
    "C052": Wording(
        "« {valeur} » n'est pas un fuseau horaire.",
        "Écrivez son nom dans la base de l'IANA : Europe/Paris, Indian/Reunion, America/Cayenne.",
    ),
    "G001": Wording(
        "« {valeur} » n'est pas un montant en euros.",
        "Écrivez-le en chiffres, sans point entre les milliers : 23000, ou 1 200,50 ; entre guillemets s'il a "
        "une virgule dans une ligne entre accolades.",
    ),
    "H020": Wording(
        "« {valeur} » n'est pas le numéro national d'une salle.",
        "Écrivez le code INSEE de la commune, le code de la nomenclature, puis le rang : 00000-04010101-001.",
    ),
    "C050": Wording(
        "« {champ} » compte {nombre} signes : {limite} au plus.",
        "Gardez-en l'essentiel ; le détail a sa place dans un texte.",
    ),
    "Q001": Wording(
        "Ce fichier de réponses ne se lit pas comme un tableau.",
        "Exportez-le de nouveau de votre formulaire, ou enregistrez-le depuis un tableur au format « CSV (UTF-8) ».",
    ),
    "Q002": Wording(
        "Les réponses à un questionnaire ne se lisent pas dans un classeur.",
        "Ouvrez-le dans un tableur, effacez les colonnes qui disent de qui est une réponse, enregistrez-le au "
        "format « CSV (UTF-8) » sous le nom « {nom} », et retirez celui-ci.",
    ),
    "T001": Wording("Ce fichier manque.", "Remettez-le à sa place, ou reprenez-le dans l'historique."),
    "T002": Wording(
        "Ce caractère n'est pas codé en UTF-8.",
        "Enregistrez le fichier avec l'encodage « UTF-8 ».",
    ),
    "T003": Wording(
        "Le fichier commence par une marque invisible (« BOM »).",
        "Enregistrez-le en « UTF-8 » et non en « UTF-8 avec BOM ».",
    ),
    "T004": Wording(
        "Un caractère invisible interdit se trouve ici.",
        "Effacez les caractères autour de cet endroit et retapez-les ; entre guillemets, « \\ » se double.",
    ),
    "T005": Wording(
        "Une fusion de deux versions n'est pas terminée ici.",
        "Gardez la bonne version, et effacez les lignes « <<<<<<< », « ======= » et « >>>>>>> ».",
    ),
    "T006": Wording(
        "Ce fichier dépasse {limite} : ce n'est pas un texte.",
        "Retirez ce qui n'est pas du texte (image, tableur collé…).",
    ),
    "T007": Wording(
        "Ceci est un lien vers un autre endroit : rien de ce qui est derrière n'est lu.",
        "Remplacez-le par une copie de ce qu'il montre.",
    ),
    "T050": Wording(
        "Cette ligne compte plus de 10 000 signes.",
        "Coupez-la en plusieurs ; si c'est un fichier collé dans le texte, retirez-le.",
    ),
    "T051": Wording(
        "Ce mot compte plus de 500 signes (ou cette adresse web, plus de 2 000).",
        "Remettez les espaces qui manquent, ou retirez ce qui n'est pas du texte.",
    ),
    "T052": Wording("Cette lettre porte plus de huit accents.", "Effacez-la, et retapez-la."),
    "T053": Wording(
        "Plus de cinquante crochets ou adresses de liens restent ouverts dans ce paragraphe.",
        "Refermez-les, ou effacez ceux qui sont de trop.",
    ),
    "T054": Wording(
        "Plus de dix listes, ou dix citations, sont l'une dans l'autre.",
        "Rapprochez cette ligne de la marge, et effacez les signes « > » ou « - » de trop.",
    ),
    "T055": Wording(
        "Ce texte compte plus de trois cents titres ou traits.",
        "Partagez-le en plusieurs textes, ou retirez des titres.",
    ),
    "T056": Wording(
        "Ce fichier n'a pas encore de nom à lui.",
        "Donnez-lui quelques mots de son titre, qui seront son adresse : fete-des-associations.md.",
    ),
    "T059": Wording(
        "« {champ} » est d'une version passée du programme : plus rien ne lit cette ligne.",
        "Lancez « {commande} upgrade », qui la retire.",
    ),
    "T008": Wording(
        "Ceci ne peut pas être lu : ce n'est pas un fichier ordinaire, ou vous n'en avez pas le droit.",
        "Remplacez-le par un fichier ou un dossier ordinaire, que tout le monde peut lire.",
    ),
    "T010": Wording(
        "La mise en forme YAML n'est pas correcte à cet endroit.",
        "Vérifiez les tirets, les espaces en début de ligne, les guillemets et les crochets de cette ligne et de "
        "la précédente.",
    ),
    "T011": Wording(
        "Une tabulation se trouve en début de ligne.",
        "Remplacez-la par des espaces (touche Espace).",
    ),
    "T012": Wording(
        "La valeur de « {cle} » contient un deux-points, que YAML prend pour une nouvelle clé.",
        'Mettez la valeur entre guillemets : {cle}: "{valeur}"',
    ),
    "T013": Wording(
        "Une valeur ne peut pas commencer par « {signe} ».",
        'Mettez toute la valeur entre guillemets droits ("…"), ou laissez le champ vide si elle n\'est pas connue.',
    ),
    "T014": Wording(
        "Un guillemet ouvert ici n'est pas refermé, ou la valeur contient une apostrophe.",
        'Entourez la valeur de guillemets droits doubles : "l\'eau".',
    ),
    "T064": Wording(
        "« \\ » a un sens caché entre guillemets droits.",
        "Retirez les guillemets, ou écrivez « / » à sa place ; d'un fichier, écrivez le nom seul, sans son dossier.",
    ),
    "T015": Wording(
        "La clé « {cle} » est déjà écrite à la ligne {ligne}.",
        "Gardez une seule des deux : l'autre serait perdue.",
    ),
    "T016": Wording(
        "« {signe} » en début de valeur a un sens caché en YAML.",
        'Mettez toute la valeur entre guillemets droits ("…").',
    ),
    "T017": Wording("Trop de niveaux imbriqués.", "Reprenez la forme d'une entrée voisine qui fonctionne."),
    "T018": Wording("Une ligne « --- » coupe le fichier en deux.", "Effacez cette ligne."),
    "T019": Wording("Ce fichier est vide.", "Reprenez son contenu dans l'historique."),
    "T020": Wording(
        "L'en-tête manque : le fichier doit commencer par une ligne « --- ».",
        "Ajoutez en tête « --- », les champs (titre, date…), puis une ligne « --- ».",
    ),
    "T021": Wording(
        "L'en-tête ouvert à la première ligne n'est pas refermé.",
        "Ajoutez une ligne « --- » après le dernier champ de l'en-tête.",
    ),
    "T022": Wording(
        "Cette ligne est trop à droite, ou la ligne précédente n'a pas d'espace après son deux-points.",
        "Alignez-la sur ses voisines, et écrivez « clé: valeur » avec un espace.",
    ),
    "T023": Wording(
        "Cette ligne n'a pas la forme « clé: valeur ».",
        "Ajoutez la clé et le deux-points, ou rattachez la ligne à la précédente par des espaces.",
    ),
    "T024": Wording("On attend ici des lignes « clé: valeur ».", "Reprenez la forme d'un fichier voisin."),
    "T025": Wording(
        "Il manque un espace après le deux-points de « {cle}: ».",
        "Écrivez « {cle}: {valeur} », avec un espace.",
    ),
    "T026": Wording(
        "Un espace invisible (insécable) se trouve autour du deux-points de « {cle} ».",
        "Effacez-le, et retapez « {cle}: » suivi d'un espace ordinaire.",
    ),
    "T027": Wording(
        "Une ligne de liste commence par « {signe} » sans espace, ou par une autre puce qu'un tiret.",
        "Commencez-la par un tiret et un espace : « - {valeur} ».",
    ),
    "T028": Wording(
        "Des guillemets courbes entourent cette valeur : YAML les prend pour des lettres, et ils s'afficheraient.",
        'Employez des guillemets droits : "{valeur}".',
    ),
    "T029": Wording(
        "« {valeur} » est perdu : un « # » après un espace commence une remarque, que personne ne lit.",
        'Mettez la valeur entière entre guillemets droits ("…") ; devant une vraie remarque, mettez deux espaces, '
        "et un après le « # ».",
    ),
    "T030": Wording(
        "Ce fichier n'est pas publié : ce dossier est celui de textes Markdown (.md).",
        "Déplacez-le : un document dans content/documents/, une image dans content/images/.",
    ),
    "T031": Wording(
        "Ce dossier n'est pas prévu : ce fichier n'est pas publié.",
        "Déplacez-le dans l'un des dossiers prévus : {attendus}.",
    ),
    "T032": Wording(
        "Ce dossier ne se lit qu'à l'intérieur de « content/ ».", "Déplacez-le : « content/{dossier}/ »."
    ),
    "T033": Wording(
        "Ce fichier a les champs d'un fichier de « {dossier}/ ».", "Déplacez-le dans ce dossier."
    ),
    "T035": Wording("Ce fichier n'est pas lu, à cause de la fin de son nom.", "Renommez-le « {nom} »."),
    "T038": Wording(
        "Le « {signe} » ouvert ici n'est pas refermé.",
        "Ajoutez « ] » ou « }} » à la fin de la liste ou du groupe ; dans un texte, mettez des guillemets droits.",
    ),
    "T039": Wording(
        "La valeur continue après son guillemet ou son crochet fermant.",
        "Mettez {ou} : {avant}{valeur}{apres}.",
    ),
    "T042": Wording(
        "Des accents sont abîmés ici : le texte a été lu dans un mauvais codage, puis enregistré.",
        "Retapez ces mots avec leurs accents, ou reprenez le texte d'origine en « UTF-8 ».",
    ),
    "T041": Wording(
        "La première ligne doit être exactement « --- » ; le fichier commence par « {valeur} », ou par une ligne vide.",
        "Mettez « --- » tout en haut, sans rien devant, puis les champs, puis une autre ligne « --- ».",
    ),
    "T040": Wording(
        "Il manque une virgule ici, ou des guillemets autour d'un texte qui contient un deux-points.",
        'Écrivez « {{clé: valeur, clé: "un texte : avec un deux-points"}} ».',
    ),
    "T037": Wording(
        "Il manque un tiret devant « {cle} » : une nouvelle entrée commence ici.", "Écrivez « - {cle}: … »."
    ),
    "T036": Wording(
        "Un document de traitement de texte n'est pas publié.",
        "Copiez son texte dans un fichier « {nom} » ; s'il est à télécharger, déplacez-le dans content/documents/.",
    ),
    "T043": Wording(
        "Rien ne lit ce fichier : un tableau ou un document de bureau n'est pas un registre.",
        "Recopiez ce qu'il a de neuf dans {registre}, puis retirez-le d'ici ; s'il est à télécharger, déplacez-le "
        "dans content/documents/.",
    ),
    "T034": Wording(
        "Le nom de ce fichier contient des caractères illisibles.",
        "Renommez-le avec des minuscules sans accent, des chiffres et des tirets.",
    ),
}
