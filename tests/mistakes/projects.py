"""Mistakes of projects and of their actions (M030 to M035)."""

from __future__ import annotations

from tests.mistakes.case import MINUTES, Case
from tests.towns import edited

PROJECT = "content/projets/arrosage.md"
COMMISSION = "minutes/2026-02-10-commission.md"
TOOLS = "content/projets/pelles.md"


def meeting(project: str, what: str = "Compter les trous", state: str = "fait", who: str = "Licornes") -> str:
    """The minutes of an earlier meeting, with one action."""
    action = f"{{projet: {project}, quoi: {what}, qui: [{who}], echeance: 2027-04, etat: {state}}}"
    return (
        "---\ninstance: commission\ndate: 2026-02-10\nstatut: adopte\npublie_le: 2026-02-12\n"
        f"ordre_du_jour: [Pelles]\nsuivi:\n  - {action}\n---\n"
    )


def text(title: str, rest: str = "") -> str:
    """The text of a project."""
    return f"---\ntitre: {title}\nporteurs: [Licornes]\n{rest}---\nPour creuser.\n"


CASES: list[Case] = [
    *(
        (
            f"a project called as a page of the follow-up: {name}",
            {f"content/projets/{name}.md": text("Pelles")},
            [("M030", f"content/projets/{name}.md", 1, 1)],
        )
        for name in ("2026", "7", "par-projet", "par-qui", "par-mandat")
    ),
    ("a project of a year is none of its pages", {"content/projets/forum-2026.md": text("Forum")}, []),
    ("two projects of one name", {TOOLS: text("Arrosage")}, [("M031", TOOLS, 2, 8)]),
    (
        "a project whose other name is another's",
        {TOOLS: text("Pelles", "alias: [Bêches, ARROSOIRS]\n")},
        [("M031", TOOLS, 4, 17)],
    ),
    ("a project whose other name is its own", {TOOLS: text("Pelles", "alias: [pelles]\n")}, []),
    *(
        (
            f"a name nearly another's: {name}",
            {COMMISSION: meeting(name)},
            [("M032", COMMISSION, 8, 14)],
        )
        for name in ("Arrosoires", "Arosage", "Arrosagge")
    ),
    *(
        (f"no slip in the name of a project: {name}", {COMMISSION: meeting(name)}, [])
        for name in ("ARROSOIRS", "arrosoirs", "Arrosage", "Arrosage 2027", "Pelles", "Ateliers")
    ),
    (
        "two projects that a year tells apart",
        {
            **edited(MINUTES, "projet: Arrosoirs", "projet: Forum 2027"),
            COMMISSION: meeting("Forum 2026"),
        },
        [],
    ),
    (
        "two projects that a letter tells apart",
        {
            **edited(MINUTES, "projet: Arrosoirs", "projet: Salle verte A"),
            COMMISSION: meeting("Salle verte B"),
        },
        [],
    ),
    (
        "nearly the name of a project whose text cannot be read",
        {PROJECT: "---\ntitre: Arrosage\netat: fini\n---\n", COMMISSION: meeting("Arrosagge")},
        [("C006", PROJECT, 3, 7)],
    ),
    (
        "a project that is over, and an action that is not",
        {
            **edited(PROJECT, "porteurs", "etat: abandonne\nporteurs"),
            COMMISSION: meeting("Arrosage", state="a-faire"),
        },
        [("M033", PROJECT, 4, 7)],
    ),
    (
        "an action that comes back in other words",
        {
            **edited(
                MINUTES,
                "En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait",
                "Compter tous les trou, qui: [Licornes], echeance: 2027-04, etat: en-cours",
            ),
            COMMISSION: meeting("Arrosoirs", "Compter tous les trous", "en-cours"),
        },
        [("M034", MINUTES, 10, 31)],
    ),
    (
        "an action that comes back in the same words",
        {
            **edited(
                MINUTES,
                "En acheter un, qui: [Licornes], echeance: 2026-04, etat: fait",
                "Compter tous les trous., qui: [Licornes], echeance: 2027-04, etat: en-cours",
            ),
            COMMISSION: meeting("Arrosoirs", "compter tous les TROUS", "en-cours"),
        },
        [],
    ),
    (
        "an association a letter away",
        {COMMISSION: meeting("Arrosoirs", who="Cœur de choeurs")},
        [("M035", COMMISSION, 8, 56)],
    ),
    (
        "a project borne by an association a letter away",
        edited(PROJECT, "porteurs: [Licornes]", "porteurs: [Service des jardins, Licornnes]"),
        [("M035", PROJECT, 4, 33)],
    ),
    *(
        (f"a function is no slip: {who}", {COMMISSION: meeting("Arrosoirs", who=who)}, [])
        for who in ("Service vie associative", "Bureau du conseil", "ville", "Les dragons du service")
    ),
]
