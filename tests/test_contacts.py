"""Contacts: numbers and addresses of the whole country are accepted, shown in one form, and mended."""

from __future__ import annotations

import json
import re
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType
from pydantic import TypeAdapter, ValidationError

from hub.checks.contacts import mended_mail, mended_phone, mended_web
from hub.feeds.datafiles import sheets as open_data
from hub.feeds.vcard import vcard
from hub.markup import Renderer
from hub.markup.links import Destination
from hub.model.fields import Rna
from hub.model.telephone import dialled, international, shown
from hub.model.web import mail_address, readable, web_address
from hub.pages.jsonld import association as jsonld
from tests import towns
from tests.mistakes.case import ASSOCIATIONS

REGIONS = "FR GP GF MQ RE YT PM BL MF NC PF WF".split()
KINDS = (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.TOLL_FREE, PhoneNumberType.VOIP)
EXAMPLES = [
    number
    for region in REGIONS
    for kind in KINDS
    if (number := phonenumbers.example_number_for_type(region, kind))
]


@pytest.mark.parametrize(
    ("written", "as_shown", "as_dialled"),
    [
        ("0262400010", "0262 40 00 10", "+262262400010"),
        ("0269 60 12 34", "0269 60 12 34", "+262269601234"),
        ("0590-12-34-56", "0590 12 34 56", "+590590123456"),
        ("0594 30 12 34", "0594 30 12 34", "+594594301234"),
        ("0596.70.12.34", "0596 70 12 34", "+596596701234"),
        ("0690 30 12 34", "0690 30 12 34", "+590690301234"),
        ("0692/12/34/56", "0692 12 34 56", "+262692123456"),
        ("0694 20 12 34", "0694 20 12 34", "+594694201234"),
        ("0696 20 12 34", "0696 20 12 34", "+596696201234"),
        ("0639 69 12 34", "0639 69 12 34", "+262639691234"),
        ("+262 (0)262 40 00 10", "0262 40 00 10", "+262262400010"),
        ("+508 41 12 34", "+508 41 12 34", "+508411234"),
        ("+687 25 12 34", "+687 25 12 34", "+687251234"),
        ("+689 40 50 34 56", "+689 40 50 34 56", "+68940503456"),
        ("+681 72 12 34", "+681 72 12 34", "+681721234"),
        ("+33 (0)1 99 00 10 01", "01 99 00 10 01", "+33199001001"),
        ("0033 1 99 00 10 01", "01 99 00 10 01", "+33199001001"),
        ("0 800 12 34 56", "0 800 123 456", "+33800123456"),
        ("3919", "3919", "3919"),
        ("39 39", "3939", "3939"),
        ("3114", "3114", "3114"),
        ("116 006", "116 006", "116006"),
        ("118218", "118 218", "118218"),
        ("1014", "1014", "1014"),
        *((number, number, number) for number in "15 17 18 112 115 119".split()),
        ("+32 2 512 34 56", "+32 2 512 34 56", "+3225123456"),
    ],
)
def test_a_number_is_shown_and_dialled_as_its_region_does(
    written: str, as_shown: str, as_dialled: str
) -> None:
    assert (shown(written), dialled(as_shown)) == (as_shown, as_dialled)


@pytest.mark.parametrize(
    "written",
    "0146 2026 911 12345 0000000000 01990010 0199001001/0199001002 +33262400010 3919a 0/0".split(),
)
def test_what_rings_nowhere_is_no_number(written: str) -> None:
    assert shown(written) is None


NUMBERS = st.builds(
    lambda number, tail: phonenumbers.PhoneNumber(
        country_code=number.country_code,
        national_number=number.national_number // 10**4 * 10**4 + tail,
    ),
    st.sampled_from(EXAMPLES),
    st.integers(0, 9999),
).filter(phonenumbers.is_valid_number)


@settings(deadline=None)
@given(NUMBERS, st.sampled_from((" ", "", ".", "-", "\u00a0", "\u2011", "/")))
def test_every_number_of_the_country_is_read_however_it_is_written_and_shown_once(
    number: phonenumbers.PhoneNumber, joint: str
) -> None:
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    written = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    for spelling in (e164, re.sub(r"[ .]", joint, written), written.replace("+", "00")):
        one = shown(spelling)
        assert one and dialled(one) == e164
        assert shown(one) == one
        assert shown(international(one)) == one


@settings(deadline=None)
@given(st.text(alphabet="0123456789+ ().-/at３", max_size=24))
def test_what_is_shown_is_read_again_as_the_same(written: str) -> None:
    one = shown(written)
    assert one is None or (shown(one) == one and re.fullmatch(r"\+?[0-9]{2,15}", dialled(one)))


DEPARTMENTS = [f"{n:02}" for n in range(1, 96) if n != 20] + "2A 2B 9R 9G 9M 9C 9T 9N 9P 9S 9B 9F".split()
RNA = TypeAdapter(Rna)


@settings(deadline=None)
@given(st.sampled_from(DEPARTMENTS), st.integers(0, 9_999_999), st.booleans(), st.booleans())
def test_a_register_number_of_every_department_is_published_in_one_form(
    department: str, number: int, small: bool, spaced: bool
) -> None:
    right = f"W{department}{number:07}"
    written = f"{right[:4]} {right[4:7]} {right[7:]}" if spaced else right
    assert RNA.validate_python(written.lower() if small else written) == right


@pytest.mark.parametrize("written", ["751P00085568", "751p00085568", "301S0301001688", "9R1P00085568"])
def test_a_register_number_of_before_2009_is_accepted(written: str) -> None:
    assert RNA.validate_python(written) == written.upper()


@pytest.mark.parametrize(
    "written", ["922000000", "W92200000", "W9220000000", "W9Z1000123", "W2C1000123", "751P000"]
)
def test_what_no_register_gave_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        RNA.validate_python(written)


def test_each_program_is_given_the_number_in_the_form_it_dials(tmp_path: Path) -> None:
    contact = "courriel: contact@licornes.example"
    more = f"{contact}\n    telephone: 0262400010\n    rna: w9r1000123"
    hub = towns.hub_of(tmp_path, towns.edited(ASSOCIATIONS, contact, more))
    one = hub.by_id["licornes"]
    assert b"TEL;TYPE=VOICE:+262 262 40 00 10\r\n" in vcard(hub, one, Renderer(hub))
    assert jsonld(hub, one, "")["telephone"] == "+262 262 40 00 10"
    data = {path: make() for path, make in open_data(hub, towns.TODAY)}
    row = next(r for r in json.loads(data["donnees/associations.json"]) if r["id"] == "licornes")
    assert (row["telephone"], row["rna"]) == ("0262 40 00 10", "W9R1000123")


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("https://licornes.example", "https://licornes.example"),
        ("HTTPS://Licornes.Example/A", "https://licornes.example/A"),
        ("https://licornes.example/l'eau_(potable)", "https://licornes.example/l'eau_(potable)"),
        (
            "https://licornes.example/fête?où=là#été",
            "https://licornes.example/f%C3%AAte?o%C3%B9=l%C3%A0#%C3%A9t%C3%A9",
        ),
        ("https://été.example/", "https://xn--t-9fab.example/"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/f%C3%AAte?a[]=1|2", "https://a.example/f%C3%AAte?a%5B%5D=1%7C2"),
        ("https://a.example:8443/@ville", "https://a.example:8443/@ville"),
        ("http://192.0.2.7/", "http://192.0.2.7/"),
    ],
)
def test_an_address_that_a_browser_accepts_is_published_in_ascii(written: str, published: str) -> None:
    assert web_address(written) == published


@pytest.mark.parametrize(
    "written",
    [
        "https://ville.example@autre.example/",
        "https://ville.example:secret@autre.example/",
        "https://@autre.example/",
        "https://ville.example\\@autre.example/",
        "https://ville.example /a",
        "https://ville.example/a\u00a0b",
        "https://ville.example/\u202e",
        "<https://ville.example/>",
        "https://localhost/",
        "https://a(b.example/",
        "https://-a.example/",
        "https://1.2/",
        "https://a..example/",
        f"https://{'a' * 64}.example/",
        f"https://{'a.' * 130}example/",
        "https://a.example:99999/",
        "https:/ville.example/",
        "https:ville.example",
        "//ville.example/",
        "ftp://ville.example/",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_leads_elsewhere_or_nowhere_is_refused_in_a_field_and_in_a_link(written: str) -> None:
    assert web_address(written) is None
    if re.match(r"https?:", written) and " " not in written:
        assert not Destination.of(written).safe


_UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~"
_PCHAR = st.one_of(
    st.sampled_from(_UNRESERVED + "!$&'()*+,;=:@"), st.integers(0, 255).map(lambda byte: f"%{byte:02X}")
)
_SEGMENT = st.lists(_PCHAR, max_size=8).map("".join)
_LABEL = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True).filter(
    lambda label: label[2:4] != "--"
)
_QUERY = st.lists(st.one_of(_PCHAR, st.sampled_from("/?")), max_size=12).map("".join)


_ADDRESSES = st.builds(
    "{}://{}.example{}{}{}{}".format,
    st.sampled_from(("http", "https")),
    st.lists(_LABEL, min_size=1, max_size=3).map(".".join),
    st.one_of(st.just(""), st.integers(1, 65535).map(":{}".format)),
    st.lists(_SEGMENT.map("/{}".format), max_size=4).map("".join),
    st.one_of(st.just(""), _QUERY.map("?{}".format)),
    st.one_of(st.just(""), _QUERY.map("#{}".format)),
)


@settings(deadline=None)
@given(_ADDRESSES)
def test_every_address_of_rfc_3986_is_published_as_it_is(address: str) -> None:
    assert web_address(address) == address


@settings(deadline=None)
@given(
    st.text(max_size=30),
    st.sampled_from(("", "https://", "https://a.example/", "https://a.example@", "www.")),
)
def test_what_is_published_of_any_text_is_ascii_and_is_published_the_same_again(
    text: str, start: str
) -> None:
    address = web_address(start + text)
    assert address is None or (
        address.isascii() and web_address(address) == address and web_address(readable(address)) == address
    )


@settings(deadline=None)
@given(
    st.text(max_size=30),
    st.sampled_from(("", "https://", "https://a.example/", "https://b.example@a.example", "www.a.fr")),
)
def test_a_remedy_never_offers_an_address_that_is_refused(text: str, start: str) -> None:
    written = start + text
    if web_address(written) is None and (remedy := mended_web(written)):
        offered = re.search(r"https?://.*", remedy)
        assert offered is None or (web_address(offered[0]) and offered[0] != written)
    if mail_address(written) is None and (remedy := mended_mail(written)):
        addresses = re.findall(r"\S+@\S+", remedy.replace("« @ »", ""))
        assert all(mail_address(one.rstrip(".,")) for one in addresses)
    if shown(written) is None and (remedy := mended_phone(written)):
        assert all(shown(number) for number in re.findall('"([^"]*)"', remedy))


NO_MAIL = (
    "a@1.2 a@-x-.fr a@x-.fr .a@b.example a.@b.example a..b@b.example é@b.example a@b a@b@c.example "
    "a@192.0.2.7 @b.example a@"
)
LONG_MAIL = (f"a@{'b' * 3000}.example", f"a@{'b.' * 200}example", f"{'a' * 65}@b.example")


@pytest.mark.parametrize("written", [*NO_MAIL.split(), *LONG_MAIL, "a b@c.example", ""])
def test_an_address_that_no_mail_may_have_is_refused(written: str) -> None:
    assert mail_address(written) is None


def test_a_mail_address_of_a_machine_with_accents_is_published_in_ascii() -> None:
    assert mail_address("contact@été.example") == "contact@xn--t-9fab.example"
    assert mail_address("Prenom.Nom+lettre@b-c.example") == "Prenom.Nom+lettre@b-c.example"


def test_the_contact_of_the_settings_is_told_when_no_mail_may_have_it(tmp_path: Path) -> None:
    settings = {"mkdocs.yml": towns.MINIATURE["mkdocs.yml"] + "    contact: é@exemple.fr\n"}
    (problem,) = towns.inspected(tmp_path, settings).problems
    assert (problem.code, problem.path, problem.line, problem.column) == ("C016", "mkdocs.yml", 9, 14)
