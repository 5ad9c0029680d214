"""A calendar, OpenAgenda's JSON, a spreadsheet of dates become files of the agenda."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hub.feeds.calendar import calendar
from hub.feeds.vevent import vevents
from hub.importing.bringing import Brought, brought, write
from hub.importing.dates import icalendars
from hub.importing.dates.given import Given
from hub.importing.opening import Source
from hub.importing.outcome import Asked, ImportingError, Outcome
from hub.importing.signature import signature
from hub.inspection import inspect
from hub.markup import Renderer
from hub.model import Hub
from hub.model.event import Event
from tests import towns
from tests.calendars_of_programs import GOOGLE, OUTLOOK, THUNDERBIRD
from tests.events import events

EXAMPLE = inspect(towns.EXAMPLE, towns.TODAY).hub
PARIS = EXAMPLE.site.zone
AGENDA = "content/agenda"


class Town:
    """The miniature town, into which files are brought."""

    def __init__(self, folder: Path, files: Any = None) -> None:
        self.root = towns.write(folder / "town", files)
        self.folder = folder

    def bring(self, name: str, data: str | bytes, kind: str = "", **asked: Any) -> Brought:
        file = self.folder / name
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        (found,) = brought([file], kind, Asked(self.root, towns.TODAY, **asked))
        write(self.root, [found])
        return found

    def read(self, name: str) -> str:
        return (self.root / AGENDA / f"{name}.md").read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        (self.root / AGENDA / f"{name}.md").write_text(text, encoding="utf-8")

    def header(self, name: str) -> list[str]:
        """The lines of a header, without those that the import keeps for itself."""
        lines = self.read(name).split("---\n")[1].splitlines()
        return [
            line for line in lines if not line.startswith(("origine:", "  uid:", "  empreinte:", "source:"))
        ]

    @property
    def names(self) -> list[str]:
        return sorted(one.stem for one in (self.root / AGENDA).iterdir() if one.stem != "yoga")

    @property
    def hub(self) -> Hub:
        found = inspect(self.root, towns.TODAY)
        assert found.sound, "\n".join(map(str, found.problems))
        return found.hub


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town(tmp_path)


def messages(found: Brought | Outcome) -> list[str]:
    outcome = found.outcome if isinstance(found, Brought) else found
    return [one.message for one in outcome.questions]


# Calendars


def test_what_google_exports_becomes_dates_of_the_town(town: Town) -> None:
    found = town.bring("agenda.ics", GOOGLE)
    assert found.outcome.kind == "agenda"
    assert town.names == ["2027-05-01-salon-du-jardin", "2027-06-12-fete-des-tomates", "atelier-semis"]
    assert town.header("2027-06-12-fete-des-tomates") == [
        "titre: Fête des tomates",
        "debut: 2027-06-12 14:00",
        "fin: 2027-06-12 18:00",
        "categorie: evenement",
        "organisateurs: [licornes]",
        "lieu:",
        "  nom: Parc Imaginaire",
        "  adresse: 1 rue Imaginaire, 99999 Mini",
    ]
    assert town.read("2027-06-12-fete-des-tomates").endswith(
        "On plante des **tomates**, avec :\n\n- une bêche\n- un seau\n\n[Le plan](https://licornes.example/plan)\n"
    )
    assert town.header("2027-05-01-salon-du-jardin")[1:3] == ["debut: 2027-05-01", "fin: 2027-05-03"]
    assert town.header("atelier-semis") == [
        "titre: Atelier semis",
        "debut: 2027-01-05 18:30",
        "fin: 2027-01-05 20:00",
        "categorie: evenement",
        "organisateurs: [licornes]",
        "recurrence:",
        "  frequence: hebdomadaire",
        "  jour: mardi",
        "  jusqu_a: 2027-06-29",
        "  sauf: [2027-02-16, 2027-02-23]",
        "  changements:",
        "    - {date: 2027-01-12, debut: 2027-01-14 19:00}",
        "    - {date: 2027-01-19, annule: \"Annulé dans l'agenda d'origine.\"}",
    ]
    assert messages(found) == [
        "Cette date est annulée dans l'agenda d'origine : pour quelle raison ?",
        "Des fois sont annulées dans l'agenda d'origine : pour quelle raison ?",
    ]
    assert "Des dates privées (CLASS:PRIVATE ou CONFIDENTIAL) : pas reprises." in found.outcome.remarks
    assert found.outcome.unread == ()
    assert town.hub


def test_what_outlook_exports_has_the_hours_of_windows_and_names_nobody(town: Town) -> None:
    found = town.bring("calendrier.ics", OUTLOOK)
    assert town.header("reunion-du-comite-des-fetes") == [
        "titre: Réunion du comité des fêtes",
        "debut: 2027-01-12 18:30",
        "fin: 2027-01-12 20:00",
        "categorie: reunion",
        "lieu:",
        "  nom: Salle des fêtes",
        "recurrence:",
        "  frequence: mensuelle",
        "  jour: mardi",
        "  rang: deuxieme",
        "  nombre: 6",
    ]
    assert town.header("2027-02-05-bal")[1:3] == ["debut: 2027-02-05 20:00", "fin: 2027-02-05 23:00"]
    assert messages(found) == [
        "Le fuseau « (UTC-05:00) Est (É.-U. et Canada) » n'est pas connu : l'heure est prise pour celle de la ville."
    ]
    assert found.outcome.unread == ("Calendrier", "Catégorie bleue", "Sophie Lambert")
    assert "Un nom de personne : pas repris, accord à demander." in found.outcome.remarks
    assert "Lambert" not in "".join(map(town.read, town.names))


def test_what_thunderbird_exports_has_dates_lists_and_rules_without_an_end(town: Town) -> None:
    found = town.bring("agenda.ics", THUNDERBIRD)
    assert town.header("portes-ouvertes")[1:] == [
        "debut: 2027-03-06 10:00",
        "fin: 2027-03-06 12:00",
        "categorie: formation",
        "recurrence:",
        "  dates: [2027-03-13, 2027-03-20 14:00]",
    ]
    assert town.header("chorale")[1:] == [
        "debut: 2026-09-07 20:00",
        "fin: 2026-09-07 24:00",
        "categorie: evenement",
        "recurrence:",
        "  frequence: hebdomadaire",
        "  intervalle: 2",
        "  jour: lundi",
        "  jusqu_a: 2027-06-30",
    ]
    assert town.header("permanence")[-2:] == ["recurrence:", "  dates: [2027-01-16, 2027-02-02, 2027-02-16]"]
    assert messages(found) == [
        "La répétition de l'agenda d'origine ne se dit pas ici (FREQ=MONTHLY;BYMONTHDAY=2,16) : seule la "
        "première fois est reprise. Écrivez « recurrence » vous-même.",
        "Cette répétition n'a pas de fin dans l'agenda d'origine : « jusqu_a: 2027-06-30 » est la fin de la "
        "saison. Jusqu'à quand ?",
    ]
    assert found.outcome.unread == (
        "Tâche : Acheter du terreau",
        "ATTACH : https://portes.example/affiche.pdf",
        "FREQ=MONTHLY;BYMONTHDAY=2,16",
    )
    assert "Voir aussi : [portes.example](https://portes.example/)" in town.read("portes-ouvertes")


@pytest.mark.parametrize("text", [GOOGLE, OUTLOOK, THUNDERBIRD], ids=["Google", "Outlook", "Thunderbird"])
def test_a_calendar_brought_again_changes_nothing_and_asks_the_same(town: Town, text: str) -> None:
    first = town.bring("agenda.ics", text)
    before = {name: town.read(name) for name in town.names}
    again = town.bring("agenda.ics", text)
    assert {name: town.read(name) for name in town.names} == before
    assert again.outcome.written == ()
    assert messages(again) == messages(first)


FETE = "2027-06-12-fete-des-tomates"


def test_what_changed_there_alone_is_taken_by_its_uid_and_told_to_subscribers(town: Town) -> None:
    town.bring("agenda.ics", GOOGLE)
    town.write(FETE, town.read(FETE).replace("source:", "publie_le: 2026-11-20 # relu\nsource:"))
    later = GOOGLE.replace("DTSTART:20270612T120000Z", "DTSTART:20270612T130000Z")
    found = town.bring("agenda.ics", later.replace("SUMMARY:Fête des tomates", "SUMMARY:Grande fête"))
    assert [one.path for one in found.outcome.written] == [f"{AGENDA}/{FETE}.md"]
    assert town.header(FETE)[:3] == [
        "titre: Grande fête",
        "debut: 2027-06-12 15:00",
        "fin: 2027-06-12 18:00",
    ]
    assert town.header(FETE)[-2:] == ["publie_le: 2026-11-20 # relu", "modifie_le: 2026-11-21"]
    assert not [one for one in messages(found) if "ce fichier dit" in one]


def test_what_changed_here_is_kept_and_asked_only_where_the_source_changed_too(town: Town) -> None:
    town.bring("agenda.ics", GOOGLE)
    town.write(FETE, town.read(FETE).replace("titre: Fête des tomates", "titre: La fête des tomates"))
    town.write(FETE, town.read(FETE).replace("fin: 2027-06-12 18:00", "fin: 2027-06-12 19:00"))
    mine = town.read(FETE)
    assert not [one for one in messages(town.bring("agenda.ics", GOOGLE)) if "ce fichier dit" in one]
    later = GOOGLE.replace("DTEND:20270612T160000Z", "DTEND:20270612T150000Z").replace(
        "DTSTART:20270612T120000Z", "DTSTART:20270612T110000Z"
    )
    found = town.bring("agenda.ics", later)
    assert town.read(FETE) == mine
    asked = [
        (one.path, one.line, one.message) for one in found.outcome.questions if "ce fichier" in one.message
    ]
    assert asked == [
        (
            f"{AGENDA}/{FETE}.md",
            3,
            "« debut » : ce fichier dit « 2027-06-12 14:00 », la source « 2027-06-12 13:00 ». Rien n'a changé.",
        ),
        (
            f"{AGENDA}/{FETE}.md",
            4,
            "« fin » : ce fichier dit « 2027-06-12 19:00 », la source « 2027-06-12 17:00 ». Rien n'a changé.",
        ),
    ]


def test_a_date_that_somebody_typed_is_completed_and_never_changed(town: Town) -> None:
    typed = "---\ntitre: Fête des Tomates\ndebut: 2027-06-12 14:00\ncategorie: evenement\ntarif: 2 €\n---\nVenez.\n"
    town.write("tomates", typed)
    found = town.bring("agenda.ics", GOOGLE)
    assert "fete-des-tomates" not in " ".join(town.names)
    assert town.read("tomates").startswith(typed[: typed.index("---\nVenez")])
    assert "fin: 2027-06-12 18:00\nlieu:\n  nom: Parc Imaginaire\n" in town.read("tomates")
    assert town.read("tomates").endswith("---\nVenez.\n")
    (asked,) = [one for one in messages(found) if "ce fichier dit" in one]
    assert asked.startswith("Le texte : ce fichier dit « Venez. », la source « On plante")
    kept = town.read("tomates")
    town.bring("agenda.ics", GOOGLE)
    assert town.read("tomates") == kept


def test_the_calendar_of_the_town_itself_is_left_as_it_is(town: Town) -> None:
    hub = town.hub
    data = calendar(
        hub, "x", "x", (vevents(hub, one, Renderer(hub)) for one in hub.events if one.debut.whole)
    )
    found = town.bring("agenda.ics", data)
    assert town.names == []
    assert found.outcome.remarks == ("3 dates de ce site, laissées telles quelles.",)


def vevent(*lines: str) -> Source:
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a", "SUMMARY:A", *lines])
    data = f"{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()
    return Source("a.ics", data, signature(data))


def given_of(*lines: str, town: dt.tzinfo = PARIS) -> Given:
    (found,) = icalendars.read(vevent(*lines), town, towns.TODAY).dates
    return found


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ("DTSTART:20270104T100000|RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=10", "hebdomadaire lundi,mardi,mercredi,jeudi,vendredi 10"),
        ("DTSTART;VALUE=DATE:20270104|RRULE:FREQ=DAILY;UNTIL=20270110", "quotidienne 2027-01-10"),
        ("DTSTART:20270131T100000|RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=-1SU", "mensuelle dimanche dernier 4"),
        ("DTSTART:20270105T100000|RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=TU;BYSETPOS=1", "mensuelle mardi premier 4"),
        ("DTSTART:20270105T100000|RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=1TU,3TU", "mensuelle mardi premier,troisieme 4"),
        ("DTSTART:20270621T100000|RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21;COUNT=3", "annuelle 3"),
        ("DTSTART:20270107T100000|RRULE:FREQ=MONTHLY;BYMONTHDAY=7;COUNT=3", "mensuelle 3"),
        ("DTSTART:20270105T100000|RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3|EXDATE:20270105T100000", "hebdomadaire mardi 2"),
        ("DTSTART:20270105T100000|RRULE:FREQ=WEEKLY;COUNT=2|RDATE:20270107T143000", "hebdomadaire mardi 2 2027-01-07 14:30"),
        ("DTSTART:20270105T100000|RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=MO,TU;BYSETPOS=1", "2027-02-01,2027-03-01,2027-04-05"),
        # 19:00 in winter is 20:00 in summer: the rule is of another clock
        ("DTSTART:20270323T180000Z|RRULE:FREQ=WEEKLY;COUNT=2", "2027-03-30 20:00"),
        ("DTSTART:20270105T100000|RRULE:FREQ=SECONDLY", None),
        ("DTSTART:20270105T100000|RRULE:FREQ=WEEKLY;COUNT=5000", None),
        ("DTSTART:20270105T100000|RRULE:FREQ=WEEKLY;BYDAY=WE", None),
        ("DTSTART:20270105T100000|RRULE:n'importe quoi", None),
    ],
)  # fmt: skip
def test_a_rule_is_said_in_our_words_or_its_dates_are_or_it_is_asked(lines: str, rule: str | None) -> None:
    found = given_of(*lines.split("|"))
    said = [one if isinstance(one, str) else ",".join(one) for one in found.repeats.values()]
    assert (" ".join(said) or None) == rule
    asked = [words for _, words in found.doubts]
    assert (len(asked) == 1 and "seule la première fois est reprise" in asked[0]) == (rule is None)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("DTSTART:20270105T100000|DTEND:20270105T100000", "2027-01-05 10:00 "),
        ("DTSTART;VALUE=DATE:20270105|DTEND;VALUE=DATE:20270106", "2027-01-05 "),
        ("DTSTART;VALUE=DATE:20270105|DTEND;VALUE=DATE:20270108", "2027-01-05 2027-01-07"),
        ("DTSTART;VALUE=DATE:20270105|DURATION:P2D", "2027-01-05 2027-01-06"),
        ("DTSTART:20270105T220000|DTEND:20270106T010000", "2027-01-05 22:00 2027-01-06 01:00"),
        ("DTSTART;TZID=America/Montreal:20270105T120000|DURATION:PT1H", "2027-01-05 18:00 2027-01-05 19:00"),
        ("DTSTART;TZID=Pacific Standard Time:20270105T120000", "2027-01-05 21:00 "),
    ],
)
def test_ends_and_zones_are_those_of_the_town(lines: str, said: str) -> None:
    found = given_of(*lines.split("|"))
    assert f"{found.begin} {found.end}" == said


def test_the_hours_of_a_town_overseas_are_its_own() -> None:
    from hub.model.zone import zone_of

    assert given_of("DTSTART:20270105T100000Z", town=zone_of("Indian/Reunion")).begin == "2027-01-05 14:00"


def test_a_zone_that_the_calendar_defines_itself_is_read() -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Chez nous\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT"
    data = vevent("DTSTART;TZID=Chez nous:20270105T100000").data.decode().replace("BEGIN:VEVENT", zone)
    (found,) = icalendars.read(
        Source("a.ics", data.encode(), signature(data.encode())), PARIS, towns.TODAY
    ).dates
    assert (found.begin, found.doubts) == ("2027-01-05 08:00", [])


def test_a_broken_date_is_asked_and_the_others_are_taken(town: Town) -> None:
    broken = GOOGLE.replace("DTSTART;VALUE=DATE:20270501", "DTSTART;VALUE=DATE:20279901")
    found = town.bring("agenda.ics", broken)
    assert town.names == [FETE, "atelier-semis"]
    line = broken.splitlines().index("SUMMARY:Salon du jardin") - 4
    asked = [(one.path, one.line, one.message) for one in found.outcome.questions]
    assert ("agenda.ics", line, "« Salon du jardin » n'a pas de jour lisible : pas repris.") in asked
    assert "Salon du jardin" in found.outcome.unread


@pytest.mark.parametrize("end", [200, 900, len(GOOGLE) - 30])
def test_a_calendar_that_was_cut_is_refused_in_a_sentence_or_read(end: int) -> None:
    data = GOOGLE[:end].encode()
    try:
        found = icalendars.read(Source("a.ics", data, signature(data)), PARIS, towns.TODAY)
    except ImportingError as error:
        assert (
            str(error) == "« a.ics » : cet agenda est abîmé, ou coupé avant sa fin : exportez-le de nouveau."
        )
    else:
        assert found


def test_a_line_that_cannot_be_read_is_told() -> None:
    found = given_of("DTSTART:20270105T100000", "EXDATE:hier")
    words = "La ligne « EXDATE » de cette date n'est pas lisible : elle n'est pas reprise."
    assert found.doubts == [("", words)]


def test_a_uid_that_holds_a_mailbox_is_kept_as_a_mark(town: Town) -> None:
    town.bring(
        "a.ics", vevent("DTSTART:20270105T100000").data.replace(b"UID:a", b"UID:sophie.lambert@gmail.com")
    )
    assert re.search(r"^  uid: sha256-[0-9a-f]{32}$", town.read("2027-01-05-a"), re.MULTILINE)
    assert "lambert" not in town.read("2027-01-05-a")


def times(event: Event) -> set[tuple[dt.datetime, bool]]:
    day = event.debut.first
    return {
        (one.debut.datetime, one.annule is not None)
        for one in event.occurrences(day - dt.timedelta(days=10), day + dt.timedelta(days=4000))
    }


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(event=events())
def test_any_date_that_a_town_publishes_is_read_with_the_same_times_in_another(event: Event) -> None:
    hub = EXAMPLE.having(events=[event])
    data = calendar(hub, "x", "x", [vevents(hub, event, Renderer(hub))])
    found = icalendars.read(Source("a.ics", data, signature(data)), hub.site.zone, towns.TODAY)
    read = set()
    for one in found.dates:
        fields = {"titre": "X", "debut": one.begin, "fin": one.end, "categorie": "evenement"}
        more = {"recurrence": one.repeats, "annule": one.cancelled}
        read |= times(
            Event.model_validate({**fields, **{key: value for key, value in more.items() if value}})
        )
    assert read == times(event)


@settings(max_examples=40, deadline=None, phases=[Phase.generate])
@given(
    st.lists(
        st.sampled_from(
            [
                *GOOGLE.splitlines(),
                *OUTLOOK.splitlines(),
                *THUNDERBIRD.splitlines(),
                "",
                "x",
                "BEGIN:VEVENT",
                "END:VEVENT",
            ]
        ),
        max_size=40,
    )
)
def test_whatever_lines_a_calendar_has_it_is_read_or_refused(lines: list[str]) -> None:
    data = "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode()
    try:
        icalendars.read(Source("a.ics", data, signature(data)), PARIS, towns.TODAY)
    except ImportingError as error:
        assert str(error).startswith("« a.ics » : cet agenda ")


def test_a_link_by_which_one_enters_a_meeting_is_asked_and_persons_are_taken_out(town: Town) -> None:
    words = (
        "Rejoindre : https://teams.microsoft.com/l/x\\nContact : sophie.lambert@gmail.com ou 06 39 98 01 02"
    )
    lines = ("DTSTART:20270310T180000", "DTEND:20270310T170000", f"DESCRIPTION:{words}")
    text = vevent(*lines).data.decode().replace("SUMMARY:A", "SUMMARY:Permanence Sophie Lambert")
    found = town.bring("a.ics", text)
    assert town.names == ["2027-03-10-permanence"]
    assert town.read("2027-03-10-permanence").endswith(
        "Contact : (courriel à demander) ou (téléphone à demander)\n"
    )
    assert sorted(messages(found)) == [
        "La fin (2027-03-10 17:00) vient avant le début : elle n'est pas reprise.",
        "Une réunion en ligne (teams.microsoft.com) : qui a ce lien peut entrer, avec le code s'il y en a un. Faut-il les publier ?",
        "« Sophie Lambert » : quelle fonction, ou quelle association ?",
    ]


def test_a_meeting_that_minutes_announce_is_asked_not_doubled_in_silence(town: Town) -> None:
    text = vevent("DTSTART:20260512T183000").data.decode().replace("SUMMARY:A", "SUMMARY:Bureau du CLVA")
    assert messages(town.bring("a.ics", text)) == [
        "minutes/2026-03-10-bureau.md annonce déjà une réunion ce jour : est-ce la même ? Si oui, gardez l'une des deux."
    ]


def test_what_changed_there_and_may_not_stand_here_is_asked(town: Town) -> None:
    town.bring("a.ics", vevent("DTSTART:20270312T180000").data)
    before = town.read("2027-03-12-a")
    lines = ("DTSTART:20270312T180000", "DTEND:20270412T180000", "RRULE:FREQ=DAILY;COUNT=3")
    found = town.bring("a.ics", vevent(*lines).data)
    assert town.read("2027-03-12-a") == before
    (asked,) = messages(found)
    assert asked.startswith(
        "Ce qui a changé dans a.ics n'est pas repris. Deux fois de cet événement auraient"
    )


def test_a_date_of_windows_line_ends_keeps_them(town: Town) -> None:
    town.bring("agenda.ics", GOOGLE)
    path = town.root / AGENDA / f"{FETE}.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    town.bring("agenda.ics", GOOGLE.replace("SUMMARY:Fête des tomates", "SUMMARY:Grande fête"))
    assert b"titre: Grande f\xc3\xaate\r\n" in path.read_bytes()
    assert path.read_bytes().replace(b"\r\n", b"").count(b"\n") == 0
