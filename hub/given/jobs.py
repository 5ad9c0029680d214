"""The jobs of this repository as a town of contents alone has them: the program is installed, not there.

They are changed as texts, so that their remarks and the digests of their actions stay as they were reviewed.
"""

from __future__ import annotations

import re

_CALL = "python3 -m hub.forge"
_CALLED = ".venv/bin/python -m hub.forge"

_CHECKOUT = re.compile(r"^( +)- uses: actions/checkout@.*\n(?:\1 .*\n)*", re.MULTILINE)
"""The step that takes the repository, of GitHub and of Forgejo, with its lines."""

_INSTALL = "{margin}- name: Installer\n{margin}  run: make install\n"
_ASKED = "run: make install\n"

_OF_THE_PROGRAM = re.compile(r"^programme:\n(?:[ ].*\n|\n)*", re.MULTILINE)
_PAGE = re.compile(r"\bdocs/forges\.md\b")
"""The page of this repository that a remark names: a town has what it asks in its README.md."""

_ELSEWHERE = re.compile(r" Voir docs/[a-z]+\.md\.")
"""Those that a town has nothing of."""

_SCRIPT = re.compile(
    r"^  script:\n(?!    - make install\n)(?=(?:    - .*\n)*?    - python3 -m hub\.forge)", re.MULTILINE
)
"""The lines of a job of GitLab that calls the program and installs nothing."""


def of_a_town(text: str) -> str:
    """A workflow of GitHub or of Forgejo, whose jobs install the program before they call it."""
    parts, last = [], 0
    found = list(_CHECKOUT.finditer(text))
    for step, after in zip(found, [*found[1:], None], strict=True):
        job = text[step.end() : after.start() if after else len(text)]
        parts.append(text[last : step.end()])
        if _CALL in job and _ASKED not in job:
            parts.append(_INSTALL.format(margin=step[1]))
        last = step.end()
    return _of_its_own("".join((*parts, text[last:])))


def of_gitlab(text: str) -> str:
    """The jobs of GitLab, likewise; the one that tests the program is left out."""
    text = _OF_THE_PROGRAM.sub("", text)
    return _of_its_own(_SCRIPT.sub("  script:\n    - make install\n", text))


def _of_its_own(text: str) -> str:
    """The jobs that name what a town has: its program, its pages."""
    return _ELSEWHERE.sub("", _PAGE.sub("README.md", text.replace(_CALL, _CALLED)))
