"""What a change does, on the miniature town: one edit a test, and all that it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from hub.catalogue import CATALOGUE
from hub.catalogue.rule import Edit, Made
from hub.catalogue.town import lay
from hub.changes import Comparison, Side
from hub.changes.followers import Place, Turn, When
from hub.changes.headline import headline
from hub.changes.nouns import Changes, Difference, How, Unread
from hub.changes.reports import REPORTS, text
from hub.inspection import found as read_of
from hub.inspection import found_beside
from hub.markup.typography import french
from tests import towns
from tests.comparing import compared

GUIDE, NEWS, YOGA = "content/guides/semer.md", "content/actualites/pluie.md", "content/agenda/yoga.md"
MINUTES, VOTE = "minutes/2026-03-10-bureau.md", "content/scrutins/2026-01-serre.md"

NEXT = """\
---
instance: bureau
date: 2026-11-12
statut: projet
publie_le: 2026-11-20
presents: [Licornes]
ordre_du_jour: [Le forum]
suivi:
  - {projet: Forum, quoi: Réserver la salle, qui: [Licornes], echeance: 2027-01}
  - {projet: Forum, quoi: Compter les tables, qui: [Licornes], echeance: 2027-01}
  - {projet: Lettre, quoi: Proposer un sommaire, qui: [Licornes], echeance: 2027-01}
---
Le forum aura lieu.
"""


def told(found: Changes) -> list[tuple[str, list[Difference]]]:
    return [(one.thing.key, list(one.differences)) for one in found.changed]


def one_difference(found: Changes) -> Difference:
    ((_, (difference,)),) = told(found)
    return difference


def test_the_rows_of_what_comes_are_counted_in_their_words(tmp_path: Path) -> None:
    town = "ville:\n  - {fonction: Le maire}\n  - {fonction: Une adjointe}\nsuivi:"
    found = compared(tmp_path, {"minutes/2026-11-12-bureau.md": NEXT.replace("suivi:", town)})
    assert french("    avec 2 présences de la ville et 3 actions\n") in text(found)


def test_several_things_that_are_announced_are_said_to_be_several(tmp_path: Path) -> None:
    news = "---\ntitre: {}\npublie_le: 2026-11-20\n---\nUn mot.\n".format
    found = compared(tmp_path, {f"content/actualites/{one}.md": news(one.title()) for one in ("vent", "gel")})
    assert headline(found).endswith("2 actualités paraissent, 2 abonnements les annoncent.")


def test_minutes_with_three_actions_are_told_in_a_sentence(tmp_path: Path) -> None:
    found = compared(tmp_path, {"minutes/2026-11-12-bureau.md": NEXT})
    assert headline(found) == (
        "Quand ce changement sera publié : « Compte rendu du bureau du 12 novembre 2026 » paraît, "
        "3 actions s’ajoutent, 3 abonnements l’annoncent."
    )
    assert [one.thing.address for one in found.arrived] == ["/comptes-rendus/2026-11-12-bureau/"]
    assert french("    avec 3 actions\n") in text(found)
    (message,) = found.messages
    assert message.when is When.NOW
    assert [feed.title for feed in message.feeds] == [
        "Tout ce qui est publié",
        "Comptes rendus",
        "Les Licornes jardinières",
    ]


def test_the_same_town_changes_nothing(tmp_path: Path) -> None:
    found = compared(tmp_path, {})
    assert found == Changes(problems=found.problems)
    assert found.nothing
    assert headline(found) == "Rien ne change sur le site."


VALUES = {
    "a sentence": (
        (GUIDE, "resume: Mettre", "resume: Poser"),
        ("resume", "Résumé", "Mettre une graine en terre.", "Poser une graine en terre."),
    ),
    "a choice": (
        ("associations.yaml", "statut: active", "statut: en-sommeil"),
        ("statut", "Statut", "active", "en sommeil"),
    ),
    "a key": (
        (
            "associations.yaml",
            "statut: en-sommeil\n    college: a-confirmer",
            "statut: en-sommeil\n    college: vert",
        ),
        ("college", "Collège", "à confirmer", "Vert"),
    ),
    "a row": (
        (MINUTES, "echeance: 2026-04", "echeance: 2026-05"),
        ("suivi.echeance", "Suivi › Échéance", "avril 2026", "mai 2026"),
    ),
    "a row of few words": (
        ("bureau.yaml", "role: suppleant", "role: titulaire"),
        ("vacants.role", "Sièges vacants › Rôle", "suppléant", "titulaire"),
    ),
    "a text": ((GUIDE, "De la terre.", "Du terreau."), ("texte", "Texte", "De la terre.", "Du terreau.")),
    "a day": (
        ("content/appels/serre.md", "cloture: 2026-12-01", "cloture: 2026-12"),
        ("cloture", "Clôture", "1er décembre 2026", "décembre 2026"),
    ),
}


@pytest.mark.parametrize("case", VALUES)
def test_a_value_that_is_another_is_told_in_french_with_what_it_was(tmp_path: Path, case: str) -> None:
    (path, old, new), expected = VALUES[case]
    found = one_difference(compared(tmp_path, {path: Edit(old, new)}))
    assert found.how is How.CHANGED
    assert (found.field, found.label, found.before, found.after) == expected


def test_a_date_known_to_the_month_is_not_the_year_alone(tmp_path: Path) -> None:
    """They are equal in order: « 2026 » and « 2026-01 » begin on one day."""
    known = {"content/appels/serre.md": Edit("cloture: 2026-12-01", "cloture: 2027-01")}
    found = compared(
        tmp_path,
        {"content/appels/serre.md": towns.MINIATURE["content/appels/serre.md"].replace("2026-12-01", "2027")},
        known,
    )
    difference = one_difference(found)
    assert (difference.before, difference.after) == ("janvier 2027", "2027")


@pytest.mark.parametrize(
    ("path", "old", "new", "how"),
    [
        (MINUTES, "presents: [Licornes]", "presents: [Licornes, L'Amicale <des> dragons & co]", How.ADDED),
        (MINUTES, "excuses: [Cœur de chœur]\n", "", How.REMOVED),
        (GUIDE, "themes: [jardin]\n", "", How.REMOVED),
        ("associations.yaml", "    courriel: contact@licornes.example\n", "", How.UNSET),
        (NEWS, "publie_le: 2026-11-10", "publie_le: 2026-11-10\nresume: Enfin !", How.SET),
        (GUIDE, "De l'eau.", "De l'eau.\n\nDu soleil.", How.ADDED),
        (GUIDE, "De l'eau.", "De l'**eau**.", How.FORM),
        (MINUTES, "Les [Licornes](asso:licornes)", "Les [Licornes](asso:coeur)", How.FORM),
        (GUIDE, "publie_le:", "consentement: Accord du 3 mai 2026\npublie_le:", How.HIDDEN),
    ],
)
def test_in_which_way_it_is_another_is_told(tmp_path: Path, path: str, old: str, new: str, how: How) -> None:
    assert one_difference(compared(tmp_path, {path: Edit(old, new)})).how is how


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("associations.yaml", "nom: Cœur de chœur", 'nom: "Cœur de chœur"'),
        ("associations.yaml", "  - id: coeur", "  # une remarque\n  - id: coeur"),
        (MINUTES, "presents: [Licornes]", "presents: [licornes]"),
        (MINUTES, "statut: adopte\npublie_le: 2026-03-12", "publie_le: 2026-03-12\nstatut: adopte"),
        (GUIDE, "De la terre.", "De la\nterre."),
        (GUIDE, "De l'eau.", "De l’eau."),
        (YOGA, "jour: mardi", "jour: [mardi]"),
        ("mkdocs.yml", "site_name: Vie associative de Mini", "site_name: 'Vie associative de Mini'"),
    ],
)
def test_what_is_only_written_otherwise_is_told_in_a_line(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    found = compared(tmp_path, {path: Edit(old, new)})
    assert found.reformatted == (path,)
    assert found.nothing
    assert french(f"{path} : seule sa forme change.") in text(found)


def test_a_page_that_goes_loses_its_address_and_says_who_cites_it(tmp_path: Path) -> None:
    cites = {NEWS: Edit("Enfin.", "Enfin, on peut [semer](guide:semer), ou [lire](/guides/semer/).")}
    was = {NEWS: cites[NEWS]}
    found = compared(tmp_path, {GUIDE: None}, was)
    assert [one.title for one in found.gone] == ["Semer"]
    assert [(one.address, one.line) for one in found.lost] == [
        ("/guides/semer/", "- {ancienne: /guides/semer/, nouvelle: /guides/}")
    ]
    (cited,) = found.cited
    assert [(by.path, by.line) for by in cited.by] == [(NEWS, 6)]
    assert "2 erreurs" in headline(found)


def test_a_redirection_that_is_written_loses_no_address(tmp_path: Path) -> None:
    row = "redirections:\n  - {ancienne: /guides/semer/, nouvelle: /guides/}\n"
    assert compared(tmp_path, {GUIDE: None, "redirections.yaml": row}).lost == ()


def test_a_redirection_that_goes_is_an_address_that_is_lost(tmp_path: Path) -> None:
    row = "redirections:\n  - {ancienne: /guides/planter/, nouvelle: /guides/semer/}\n"
    found = compared(tmp_path, {"redirections.yaml": "redirections: []\n"}, {"redirections.yaml": row})
    assert [(one.address, one.line) for one in found.lost] == [
        ("/guides/planter/", "- {ancienne: /guides/planter/, nouvelle: /guides/semer/}")
    ]


def test_a_file_that_has_another_name_changes_its_address(tmp_path: Path) -> None:
    guide = towns.MINIATURE[GUIDE].replace("De la terre.", "Du terreau.")
    found = compared(tmp_path, {GUIDE: None, "content/guides/planter.md": guide})
    (moved,) = found.changed
    assert (moved.former, moved.thing.address) == ("/guides/semer/", "/guides/planter/")
    assert [one.after for one in moved.differences] == ["Du terreau."]
    assert (found.arrived, found.gone) == ((), ())
    assert found.lost[0].line == "- {ancienne: /guides/semer/, nouvelle: /guides/planter/}"


def test_an_association_that_has_another_id_is_named_by_the_same_texts(tmp_path: Path) -> None:
    """The minutes, which name it by its alias, say what they said."""
    found = compared(tmp_path, {"associations.yaml": Edit("- id: coeur\n", "- id: choeur\n")})
    assert [(one.thing.key, one.former) for one in found.changed] == [("choeur", "/associations/coeur/")]
    assert [[one.path for one in cited.by] for cited in found.cited] == [[VOTE, NEWS]]


def test_a_message_that_is_dated_later_is_told_then(tmp_path: Path) -> None:
    later = {"content/actualites/neige.md": "---\ntitre: Il neige\npublie_le: 2026-12-24\n---\nDéjà.\n"}
    found = compared(tmp_path, later)
    assert [one.when for one in found.messages] == [When.LATER]
    assert found.feeds == ()
    assert headline(found).endswith("« Il neige » paraît, 2 abonnements l’annonceront le 24 décembre 2026.")
    assert french("« Il neige » : un message dans 2 abonnements, à partir du 24 décembre 2026") in text(found)


def test_what_no_feed_announces_is_said_to_be_told_to_nobody(tmp_path: Path) -> None:
    silent = {"content/actualites/neige.md": "---\ntitre: Il neige\n---\nDéjà.\n"}
    found = compared(tmp_path, silent)
    assert "aucun abonnement ne l’annonce" in headline(found)
    assert french("« Il neige » n’est annoncé à personne") in text(found)


def test_a_correction_is_told_to_no_subscriber(tmp_path: Path) -> None:
    assert compared(tmp_path, {NEWS: Edit("Enfin.", "Enfin !")}).messages == ()


def test_a_message_that_is_taken_back_stays_where_it_was_received(tmp_path: Path) -> None:
    found = compared(tmp_path, {NEWS: None})
    assert [one.when for one in found.messages] == [When.WITHDRAWN]
    assert french("« Il pleut » : retiré de 3 abonnements ; qui l’a déjà reçu le garde") in text(found)


HOURS = "de\xa018\xa0h\xa030\xa0à\xa019\xa0h\xa030"
DATES = {
    "another hour": (
        ("debut: 2026-11-03 18:30", "debut: 2026-11-03 18:00"),
        Turn.MOVED,
        (f"mardi 3 novembre 2026, {HOURS}", "mardi 3 novembre 2026, de\xa018\xa0h\xa0à\xa019\xa0h\xa030"),
    ),
    "cancelled": (
        ("publie_le:", "annule: Plus de tapis.\npublie_le:"),
        Turn.CANCELLED,
        (f"mardi 3 novembre 2026, {HOURS}, chaque mardi, jusqu’au 15 décembre 2026", "Plus de tapis."),
    ),
    "elsewhere": (
        ("publie_le:", "lieu: {nom: La Halle}\npublie_le:"),
        Turn.ELSEWHERE,
        ("sans lieu", "La Halle"),
    ),
    "once cancelled": (
        ("sauf: [2026-11-24]}", "sauf: [2026-11-24], changements: [{date: 2026-12-01, annule: Il neige.}]}"),
        Turn.CANCELLED,
        (
            f"mardi 3 novembre 2026, {HOURS}, chaque mardi, jusqu’au 15 décembre 2026",
            f"mardi 1er décembre 2026, {HOURS} : annulé. Il neige.",
        ),
    ),
}


@pytest.mark.parametrize("case", DATES)
def test_calendars_show_what_becomes_of_a_date(tmp_path: Path, case: str) -> None:
    edit, turn, words = DATES[case]
    (found,) = compared(tmp_path, {YOGA: Edit(*edit)}).dates
    assert (found.turn, (found.before, found.after)) == (turn, words)
    assert found.calendars == (
        Place("Tout l’agenda", "/agenda.ics"),
        Place("Événements", "/agenda/evenements.ics"),
        Place("Les Licornes jardinières", "/associations/licornes.ics"),
    )


def test_a_time_that_is_left_out_moves_the_series(tmp_path: Path) -> None:
    (found,) = compared(tmp_path, {YOGA: Edit("sauf: [2026-11-24]", "sauf: [2026-11-24, 2026-12-01]")}).dates
    assert (found.turn, found.before.endswith(", sauf le 24 novembre 2026")) == (Turn.MOVED, True)
    assert found.after.endswith(", sauf le 24 novembre 2026 et le 1er décembre 2026")


def test_a_date_that_goes_is_better_told_cancelled(tmp_path: Path) -> None:
    found = compared(tmp_path, {YOGA: None})
    assert [one.turn for one in found.dates] == [Turn.REMOVED]
    assert french("« Annulé » le dirait aux abonnés") in text(found)


def test_words_of_a_date_that_change_move_nothing(tmp_path: Path) -> None:
    assert compared(tmp_path, {YOGA: Edit("Un tapis suffit.", "Deux tapis suffisent.")}).dates == ()


def test_a_date_that_moves_without_saying_when_is_a_new_problem_as_its_address_was_published(
    tmp_path: Path,
) -> None:
    found = compared(tmp_path, {YOGA: Edit("debut: 2026-11-03 18:30", "debut: 2026-11-03 18:00")})
    assert found.problems
    assert [one.code for one in found.problems.new] == ["E014"]


def test_the_issue_to_come_tells_what_it_will_announce(tmp_path: Path) -> None:
    later = {
        "content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-12-15\n---\nBon.\n"
    }
    news = {"content/actualites/neige.md": "---\ntitre: Il neige\npublie_le: 2026-11-20\n---\nDéjà.\n"}
    (mail,) = compared(tmp_path, news, later).mails
    assert (mail.thing.key, mail.sent, mail.new) == ("2026-12", False, False)
    assert (mail.more, mail.less) == (("Il neige",), ())


def test_an_issue_that_was_sent_stays_as_it_was_received(tmp_path: Path) -> None:
    (mail,) = (found := compared(tmp_path, {NEWS: None})).mails
    assert (mail.sent, mail.less) == (True, ("Il pleut",))
    assert "les courriels envoyés restent" in text(found)


def test_a_new_issue_is_ready_to_send(tmp_path: Path) -> None:
    later = {
        "content/lettre/2026-12.md": "---\ntitre: Décembre\nnumero: 2\npublie_le: 2026-11-20\n---\nBon.\n"
    }
    (mail,) = compared(tmp_path, later).mails
    assert (mail.new, mail.readers) == (True, "tout le monde")


def test_a_problem_whose_line_alone_is_another_is_no_new_one(tmp_path: Path) -> None:
    wrong = towns.MINIATURE[NEWS].replace("Enfin.", "Voir [ici](guide:semmer).")
    found = compared(tmp_path, {NEWS: wrong.replace("Voir", "Bonjour.\n\nVoir")}, {NEWS: wrong})
    assert found.problems
    assert (found.problems.new, found.problems.mended, found.problems.standing) == ((), (), 1)
    assert headline(found).startswith(
        "Ce changement ne peut pas encore être publié : 1 erreur, qui y était déjà."
    )


def test_problems_that_are_new_and_those_that_are_mended_are_told_apart(tmp_path: Path) -> None:
    wrong = {NEWS: Edit("Enfin.", "Voir [ici](guide:semmer).")}
    after = {NEWS: towns.MINIATURE[NEWS], GUIDE: Edit("themes: [jardin]", "themes: [jardins]")}
    found = compared(tmp_path, after, wrong).problems
    assert found
    assert [one.code for one in found.new] == ["A010"]
    assert {one.code for one in found.mended} == {"L002", "L009"}


def test_of_a_base_with_errors_what_can_be_read_is_compared(tmp_path: Path) -> None:
    broken = {GUIDE: "---\ntitre: [\n---\n", NEWS: Edit("Enfin.", "Déjà.")}
    after = {GUIDE: towns.MINIATURE[GUIDE], NEWS: towns.MINIATURE[NEWS]}
    found = compared(tmp_path, after, broken)
    assert found.unread == Unread(before=(GUIDE,))
    assert (found.arrived, [key for key, _ in told(found)]) == ((), ["pluie"])
    assert french(f"quelque chose n’a pas pu être lu dans {GUIDE}") in text(found)


def test_a_register_that_cannot_be_read_takes_nothing_away(tmp_path: Path) -> None:
    found = compared(tmp_path, {"associations.yaml": "associations: [\n"})
    assert (found.gone, found.lost, found.cited, found.unread.after) == ((), (), (), ("associations.yaml",))


def test_a_setting_is_told_as_any_field(tmp_path: Path) -> None:
    found = compared(tmp_path, {"mkdocs.yml": Edit("conseil: Conseil local", "conseil: Le conseil local")})
    assert [(one.label, one.before) for one in found.settings] == [
        ("Conseil", "Conseil local de la vie associative")
    ]


def test_another_identifier_of_the_town_tells_everybody_everything(tmp_path: Path) -> None:
    found = compared(tmp_path, {"mkdocs.yml": Edit("identifiant: clva-mini", "identifiant: clva-maxi")})
    assert "chaque abonné recevra de nouveau tous les messages" in text(found)
    assert len([one for one in found.messages if one.when is When.NOW]) == 13


def test_attached_files_come_go_and_are_replaced(tmp_path: Path) -> None:
    folder = "content/documents"
    before = {f"{folder}/a.txt": b"a", f"{folder}/b.txt": b"b", f"{folder}/c.txt": b"c"}
    found = compared(
        tmp_path, {f"{folder}/a.txt": None, f"{folder}/b.txt": b"B", f"{folder}/d.txt": b"d"}, before
    )
    assert [(one.path.rpartition("/")[2], one.how) for one in found.files] == [
        ("a.txt", How.REMOVED),
        ("b.txt", How.CHANGED),
        ("d.txt", How.ADDED),
    ]


def test_other_answers_to_a_questionnaire_are_another_file_of_which_no_word_is_told(tmp_path: Path) -> None:
    path = "content/questionnaires/pots.csv"
    found = compared(tmp_path, {path: Edit("Rien de plus", "Le hibou ronfle")})
    assert [(one.path, one.how) for one in found.files] == [(path, How.CHANGED)]
    assert found.reformatted == ()
    assert "hibou" not in text(found)


def test_a_document_that_was_offered_has_an_address_that_is_lost(tmp_path: Path) -> None:
    before = {
        "content/documents/plan.txt": b"plan",
        NEWS: Edit("Enfin.", "Voir [le plan](document:plan.txt)."),
    }
    found = compared(tmp_path, {"content/documents/plan.txt": None}, before)
    assert [(one.address, one.line) for one in found.lost] == [("/documents/plan.txt", "")]
    assert [one.title for one in found.cited] == ["content/documents/plan.txt"]


def test_rows_that_stand_otherwise_are_told_once(tmp_path: Path) -> None:
    two = {
        "associations.yaml": Edit(
            "  - {id: jardin, nom: Jardin}", "  - {id: jardin, nom: Jardin}\n  - {id: mer, nom: Mer}"
        )
    }
    swapped = towns.MINIATURE["associations.yaml"].replace(
        "  - {id: jardin, nom: Jardin}", "  - {id: mer, nom: Mer}\n  - {id: jardin, nom: Jardin}"
    )
    found = compared(tmp_path, {"associations.yaml": swapped}, two)
    assert (found.reordered, told(found), found.reformatted) == (("thèmes",), [], ())


PERSON = "06 12 34 56 78"


def test_a_mobile_that_leaves_is_not_repeated(tmp_path: Path) -> None:
    with_one = {GUIDE: Edit("De la terre.", f"De la terre : {PERSON}.")}
    found = compared(tmp_path, {GUIDE: towns.MINIATURE[GUIDE]}, with_one)
    assert one_difference(found).how is How.HIDDEN
    assert PERSON not in text(found)
    assert found.problems
    assert [one.code for one in found.problems.mended] == ["V005"]


def test_a_row_that_names_somebody_leaves_without_being_repeated(tmp_path: Path) -> None:
    row = "  - {projet: Arrosoirs, quoi: En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait}"
    more = {MINUTES: Edit(row, f"{row}\n  - {{projet: Serre, quoi: Appeler Madame Jeanne Durand}}")}
    found = compared(tmp_path, {MINUTES: towns.MINIATURE[MINUTES]}, more)
    assert (one_difference(found).how, "Durand" in text(found)) == (How.HIDDEN, False)


def test_a_new_association_which_no_feed_tells_is_not_said_to_be_told_to_nobody(tmp_path: Path) -> None:
    one = "  - id: dragons\n"
    new = "  - {id: escargots, nom: Les Escargots, statut: active, college: vert}\n"
    found = compared(tmp_path, {"associations.yaml": Edit(one, new + one)})
    assert headline(found) == "Quand ce changement sera publié : « Les Escargots » paraît."


def test_a_mobile_that_comes_without_consent_is_not_repeated(tmp_path: Path) -> None:
    found = compared(tmp_path, {GUIDE: Edit("De la terre.", f"De la terre : {PERSON}.")})
    assert PERSON not in text(found)
    assert french("change (ce qui peut nommer une personne n’est pas répété ici)") in text(found)


def test_a_long_list_is_cut(tmp_path: Path) -> None:
    news = {
        f"content/actualites/n-{number}.md": f"---\ntitre: N° {number}\npublie_le: 2026-11-20\n---\nBon.\n"
        for number in range(24)
    }
    found = compared(tmp_path, news)
    assert len(found.arrived) == 24
    assert text(found).count("- et 12 autres") == 2
    assert "24 actualités paraissent" in headline(found)


def test_no_mistake_stops_the_comparison(tmp_path: Path) -> None:
    """Every wrong example of the catalogue, as what was there and as what comes."""
    right = read_of(lay({}, tmp_path / "juste"))
    for code, rule in CATALOGUE.items():
        if any(isinstance(content, Made) for content in rule.example.wrong.values()):
            continue  # megabytes, of which the texts see nothing
        wrong = found_beside(right, lay(rule.example.wrong, tmp_path / code, rule.example.under))
        for one, other in ((right, wrong), (wrong, right)):
            sides = [Side(read.hub, read.reading.sources, read.faults) for read in (one, other)]
            changes = Comparison(*sides, towns.TODAY).whole()
            assert all(report(changes) for report in REPORTS.values()), code
