"""The mistakes people make, by subject: a table each."""

from tests.mistakes import (
    activities,
    agenda,
    attachments,
    bureau,
    clipboard,
    directory,
    elections,
    fields,
    forms,
    grants,
    identity,
    logo,
    minutes,
    publications,
    redirections,
    settings,
    slips,
    texts,
)
from tests.mistakes.case import Case

CASES: list[Case] = [
    *fields.CASES,
    *forms.CASES,
    *clipboard.CASES,
    *directory.CASES,
    *activities.CASES,
    *bureau.CASES,
    *minutes.CASES,
    *elections.CASES,
    *agenda.CASES,
    *publications.CASES,
    *texts.CASES,
    *slips.CASES,
    *attachments.CASES,
    *redirections.CASES,
    *grants.CASES,
    *settings.CASES,
    *identity.CASES,
    *logo.CASES,
]
