"""A sending, to a real mail server that may be killed: nobody is served twice, nobody is forgotten."""

from __future__ import annotations

import email
import email.policy
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.cli import main
from hub.mailing.journal import State, journal_of, opened, past
from hub.mailing.sending import plan
from hub.mailing.server import Server, ServerError, _said
from hub.mailing.subscribers import ListError, read
from tests import towns

EVERYBODY = [f"lectrice{number}@abonnes.example" for number in range(1, 8)]


@contextmanager
def server(folder: Path, *options: str) -> Iterator[int]:
    """aiosmtpd, whose messages go to `folder`; gives its port."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "tests.smtp_server", str(folder), *options]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=towns.ROOT
    ) as process:
        assert process.stdin and process.stdout
        yield int(process.stdout.readline())
        process.stdin.close()
        process.wait(timeout=60)


@pytest.fixture
def subscribers(tmp_path: Path) -> Path:
    file = tmp_path / "abonnes.txt"
    file.write_text("# la liste\n" + "\n".join(EVERYBODY) + "\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature, with an issue of October before that of November, and one of December to come."""
    second = towns.edited("content/lettre/2026-11.md", "numero: 1", "numero: 2")
    others = {
        f"content/lettre/{month}.md": f"---\ntitre: Pot\nnumero: {number}\npublie_le: {month}-03\n---\n"
        for number, month in ((1, "2026-10"), (3, "2026-12"))
    }
    return towns.write(tmp_path_factory.mktemp("ville"), {**second, **others})


Letter = Callable[..., int]


@pytest.fixture
def letter(town: Path, subscribers: Path) -> Letter:
    """What a person types, at a pace that no test waits for."""

    def run(port: int, *more: str, name: str = "2026-11") -> int:
        sources = ["--source", str(town), "--today", "2026-11-21", "--quiet", "--from", "lettre@mini.example"]
        sending = ["--send", f"smtp://127.0.0.1:{port}", "--to", str(subscribers), "--pace", "6000"]
        return main(["letter", name, *sources, *sending, *more])

    return run


def served(folder: Path) -> Counter[str]:
    return Counter(file.name.partition(" ")[2] for file in folder.iterdir())


def test_without_a_confirmation_nothing_leaves(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    with server(tmp_path / "boîte") as port:
        assert letter(port) == 0
    assert "7 messages à envoyer" in capsys.readouterr().out
    assert served(tmp_path / "boîte") == {}
    assert list(tmp_path.glob("*.journal")) == []


def test_each_subscriber_gets_one_message_of_their_own(
    tmp_path: Path, subscribers: Path, letter: Letter
) -> None:
    with server(tmp_path / "boîte") as port:
        assert letter(port, "--confirm") == 0
    assert served(tmp_path / "boîte") == Counter(EVERYBODY)
    messages = [
        email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        for file in (tmp_path / "boîte").iterdir()
    ]
    assert sorted(str(message["To"]) for message in messages) == sorted(EVERYBODY)
    assert len({message["Message-ID"] for message in messages}) == len(EVERYBODY)
    for message in messages:
        assert message.defects == []
        leaving = "mailto:lettre@mini.example?subject="
        assert str(message["List-Unsubscribe"]).startswith(f"<{leaving}")
        text, html = (part.get_content() for part in message.iter_parts())
        assert "écrivez à lettre@mini.example" in text
        assert leaving in html
        assert "desinscription.invalid" not in text + html


def test_a_second_run_serves_nobody_twice(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    with server(tmp_path / "boîte") as port:
        letter(port, "--confirm")
        with subscribers.open("a", encoding="utf-8") as file:
            file.write("nouvelle@abonnes.example\nLectrice1@ABONNES.example\n")
        assert letter(port, "--confirm") == 0
    assert served(tmp_path / "boîte") == Counter([*EVERYBODY, "nouvelle@abonnes.example"])
    assert "7 personnes l’ont déjà reçue" in capsys.readouterr().out


def test_another_issue_has_a_journal_of_its_own(tmp_path: Path, subscribers: Path, letter: Letter) -> None:
    with server(tmp_path / "boîte") as port:
        letter(port, "--confirm")
        letter(port, "--confirm", name="2026-10")
    assert served(tmp_path / "boîte") == Counter(EVERYBODY * 2)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_server_killed_in_the_middle_costs_at_most_the_message_it_held(
    tmp_path: Path, subscribers: Path, letter: Letter, moment: str, capsys: pytest.CaptureFixture[str]
) -> None:
    box = tmp_path / "boîte"
    with server(box, "--die", moment, "--at", "3") as port:
        assert letter(port, "--confirm") == 1
    assert served(box) == Counter(EVERYBODY[:2] if moment == "before" else EVERYBODY[:3])
    with server(box) as port:
        assert letter(port, "--confirm") == 0
    expected = Counter(EVERYBODY)
    if moment == "before":
        del expected[EVERYBODY[2]]
    assert served(box) == expected
    assert f"{EVERYBODY[2]} : le serveur n'a pas répondu" in capsys.readouterr().out


def test_a_sending_killed_in_the_middle_goes_on_where_it_was(
    tmp_path: Path, subscribers: Path, town: Path, letter: Letter
) -> None:
    box = tmp_path / "boîte"
    program = (
        "import os, signal, sys\n"
        "from hub.mailing.journal import Journal, State\n"
        "write = Journal.write\n"
        "def killed(self, address, state, detail=''):\n"
        "    write(self, address, state, detail)\n"
        "    if address.startswith('lectrice3') and state == State.SENT:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "Journal.write = killed\n"
        "from hub.cli import main\n"
        "main(sys.argv[1:])\n"
    )
    with server(box) as port:
        sources = ["--source", str(town), "--today", "2026-11-21", "--from", "lettre@mini.example"]
        sending = [
            "--send",
            f"smtp://127.0.0.1:{port}",
            "--to",
            str(subscribers),
            "--pace",
            "6000",
            "--confirm",
        ]
        run = [sys.executable, "-c", program, "letter", "2026-11", *sources, *sending]
        assert subprocess.run(run, cwd=towns.ROOT, check=False, capture_output=True).returncode == -9
        assert served(box) == Counter(EVERYBODY[:3])
        assert letter(port, "--confirm") == 0
    assert served(box) == Counter(EVERYBODY)


def test_an_address_that_is_refused_stops_nobody_else_and_is_not_tried_again(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    box = tmp_path / "boîte"
    with server(box, "--refuse", EVERYBODY[1]) as port:
        assert letter(port, "--confirm") == 1
    with server(box) as port:
        assert letter(port, "--confirm") == 0
    assert served(box) == Counter([one for one in EVERYBODY if one != EVERYBODY[1]])
    assert past(journal_of(subscribers, "2026-11"))[EVERYBODY[1]] is State.REFUSED
    assert "1 adresse refusée" in capsys.readouterr().out


def test_an_address_put_off_is_served_by_the_next_run(
    tmp_path: Path, subscribers: Path, letter: Letter
) -> None:
    box = tmp_path / "boîte"
    with server(box, "--defer", EVERYBODY[1]) as port:
        assert letter(port, "--confirm") == 1
    with server(box) as port:
        assert letter(port, "--confirm") == 0
    assert served(box) == Counter(EVERYBODY)


def test_a_server_that_refuses_the_first_ones_is_not_believed(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    box = tmp_path / "boîte"
    with server(box, "--refuse", "everybody") as port:
        assert letter(port, "--confirm") == 1
    assert "a refusé les 3 premières adresses" in capsys.readouterr().err
    with server(box) as port:
        assert letter(port, "--confirm") == 0
    assert served(box) == Counter(EVERYBODY)


def test_a_server_that_does_not_send_for_us_stops_everything_at_once(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    with server(tmp_path / "boîte", "--refuse", "relay") as port:
        assert letter(port, "--confirm") == 1
    assert "ne veut pas envoyer pour vous : 554 5.7.1" in capsys.readouterr().err
    assert past(journal_of(subscribers, "2026-11")) == {}


def test_a_full_mailbox_stops_nobody_else(tmp_path: Path, subscribers: Path, letter: Letter) -> None:
    with server(tmp_path / "boîte", "--full", EVERYBODY[2]) as port:
        assert letter(port, "--confirm") == 1
    assert served(tmp_path / "boîte") == Counter([one for one in EVERYBODY if one != EVERYBODY[2]])
    assert past(journal_of(subscribers, "2026-11"))[EVERYBODY[2]] is State.LATER


@pytest.mark.parametrize("sender", ["mairie", "Mairie <lettre@ville.example>", "a@b\nBcc: c@d.example"])
def test_a_sender_that_is_no_address_is_refused_before_anything(
    town: Path, subscribers: Path, sender: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = ["--source", str(town), "--today", "2026-11-21", "--quiet", "--from", sender]
    assert main(["letter", "2026-11", *sources, "--send", "smtp://x.example", "--to", str(subscribers)]) == 1
    assert "n'est pas une adresse électronique" in capsys.readouterr().err


def test_mail_programs_can_read_how_to_leave(tmp_path: Path, letter: Letter) -> None:
    with server(tmp_path / "boîte") as port:
        letter(port, "--confirm")
    raw = next((tmp_path / "boîte").iterdir()).read_bytes()
    header = "List-Unsubscribe: <mailto:lettre@mini.example?subject=Ne%20plus%20recevoir%20la%20lettre>"
    assert header.encode() in raw.split(b"\r\n")


def test_a_journal_that_a_hand_edited_keeps_its_lines(
    tmp_path: Path, subscribers: Path, letter: Letter
) -> None:
    journal = journal_of(subscribers, "2026-11")
    journal.write_bytes(
        f"parti\t{EVERYBODY[0]}\nrefus\xe9\t{EVERYBODY[1]}\nparti\t{EVERYBODY[2]}".encode("latin-1")
    )
    with server(tmp_path / "boîte") as port:
        letter(port, "--confirm")
    assert served(tmp_path / "boîte") == Counter(EVERYBODY[3:])


def test_an_issue_that_is_not_published_yet_is_not_sent(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    with server(tmp_path / "boîte") as port:
        assert letter(port, "--confirm", name="2026-12") == 1
    assert served(tmp_path / "boîte") == {}
    assert "paraît le 3 décembre 2026" in capsys.readouterr().err


def test_sources_with_an_error_send_nothing(
    tmp_path: Path, subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    town = towns.write(
        tmp_path / "ville", towns.edited("content/lettre/2026-11.md", "numero: 1", "numero: un")
    )
    command = ["letter", "2026-11", "--source", str(town), "--today", "2026-11-21"]
    assert main([*command, "--send", "smtp://127.0.0.1:9", "--to", str(subscribers), "--confirm"]) == 1
    assert "Aucun courriel n'est parti" in capsys.readouterr().err


def test_two_sendings_of_an_issue_do_not_run_at_once(
    tmp_path: Path, subscribers: Path, letter: Letter
) -> None:
    with server(tmp_path / "boîte") as port, opened(journal_of(subscribers, "2026-11")):
        assert letter(port, "--confirm") == 1
    assert served(tmp_path / "boîte") == {}


def test_nobody_but_the_owner_reads_the_journal(tmp_path: Path, subscribers: Path, letter: Letter) -> None:
    with opened(journal_of(subscribers, "2026-11")):
        pass
    assert journal_of(subscribers, "2026-11").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a@b.example\njean@\n", "abonnes.txt:2 : « jean@ » n'est pas une adresse électronique"),
        ("Jean <a@b.example>\n", "abonnes.txt:1 : « Jean <a@b.example> » n'est pas"),
        ("a@b.example;c@d.example\n", "abonnes.txt:1"),
        ("# personne\n", "ne contient aucune adresse"),
    ],
)
def test_a_list_with_a_mistake_is_refused_whole(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "abonnes.txt"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ListError) as refused:
        read(file)
    assert words in str(refused.value)


def test_a_list_in_another_encoding_is_explained(tmp_path: Path) -> None:
    file = tmp_path / "abonnes.txt"
    file.write_bytes("# abonnés\na@b.example".encode("latin-1"))
    with pytest.raises(ListError, match="UTF-8"):
        read(file)


def test_a_list_in_a_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    file = tmp_path / "liste" / "abonnes.txt"
    file.parent.mkdir()
    file.write_text("a@b.example", encoding="utf-8")
    with pytest.raises(ListError, match="seraient publiées"):
        read(file)


def test_a_list_reached_by_a_link_of_a_repository_is_refused(tmp_path: Path) -> None:
    """Its journal, which holds the addresses, would lie beside the link."""
    (tmp_path / "depot" / ".git").mkdir(parents=True)
    (tmp_path / "abonnes.txt").write_text("a@b.example", encoding="utf-8")
    link = tmp_path / "depot" / "liste.txt"
    link.symlink_to(tmp_path / "abonnes.txt")
    with pytest.raises(ListError, match="seraient publiées"):
        read(link)
    assert read(tmp_path / "depot" / ".." / "abonnes.txt").addresses == ("a@b.example",)


@pytest.mark.parametrize(
    "address",
    [
        "a@1.2",
        "a@-x-.fr",
        ".a@x.fr",
        "a..b@x.fr",
        "a.@x.fr",
        f"a@{'b' * 64}.fr",
        f"a@{'b.' * 1500}fr",
        f"{'a' * 65}@x.fr",
        "é@x.fr",
    ],
)
def test_an_address_that_no_mail_may_have_is_refused(tmp_path: Path, address: str) -> None:
    file = tmp_path / "abonnes.txt"
    file.write_text(address, encoding="utf-8")
    with pytest.raises(ListError, match="n'est pas une adresse électronique"):
        read(file)


def test_a_domain_with_accents_is_written_as_machines_exchange_it(tmp_path: Path) -> None:
    file = tmp_path / "abonnes.txt"
    file.write_text("vie@évry.example\nvie@xn--vry-9la.example\n", encoding="utf-8")
    assert read(file) == (("vie@xn--vry-9la.example",), 1)


def test_a_journal_that_is_a_folder_is_told_in_words(
    subscribers: Path, letter: Letter, capsys: pytest.CaptureFixture[str]
) -> None:
    journal_of(subscribers, "2026-11").mkdir()
    assert letter(9, "--confirm") == 1
    assert "ne peut pas être lu" in capsys.readouterr().err


def test_what_a_server_answers_reaches_the_journal_without_a_sign_that_a_terminal_obeys() -> None:
    assert _said(550, b"5.1.1 \x1b[2J non\r\n  merci \xe2\x80\xae") == "550 5.1.1 \\x1b[2J non merci \\u202e"


def test_an_address_written_twice_is_served_once(tmp_path: Path) -> None:
    file = tmp_path / "abonnes.txt"
    file.write_bytes("\ufeffA@b.example\r\na@B.example\r\n".encode())
    assert read(file) == (("A@b.example",), 1)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://smtp.ville.example", Server("smtp.ville.example", 587, False)),
        ("smtps://smtp.ville.example", Server("smtp.ville.example", 465, True)),
        (
            "smtp://lettre%40ville.example@smtp.ville.example:25",
            Server("smtp.ville.example", 25, False, "lettre@ville.example"),
        ),
    ],
)
def test_a_server_is_read_from_its_address(url: str, expected: Server) -> None:
    assert Server.of(url) == expected


@pytest.mark.parametrize(
    "url", ["smtp.ville.example", "http://x.example", "smtp://", "smtp://x:port", "smtp://u:secret@x"]
)
def test_an_address_of_no_server_is_refused_without_repeating_a_password(url: str) -> None:
    with pytest.raises(ServerError) as refused:
        Server.of(url)
    assert "secret" not in str(refused.value)


@given(st.dictionaries(st.sampled_from(EVERYBODY), st.sampled_from(State)))
def test_every_subscriber_is_in_one_part_of_a_plan(states: dict[str, State]) -> None:
    parts = plan(tuple(EVERYBODY), states)
    assert sorted(address for part in parts for address in part) == sorted(EVERYBODY)
    assert not set(parts.waiting) & {a for a, state in states.items() if state is not State.LATER}
