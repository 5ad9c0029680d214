"""The forms and the templates as files of the repository, where each forge looks for them.

GitHub: docs.github.com, « Syntax for issue forms », which Forgejo reads at the same place. GitLab has no
form: its templates are texts, with the same headings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from hub.model.wording import DEFAULT, Wording
from hub.proposal.form import Field, Form
from hub.proposal.forms import FORMS
from hub.proposal.reminders import REMINDERS, template, usual

_SAID = "# Fait par « make forms » d'après hub/proposal/ : changez les mots là-bas.\n"


def generated(words: Wording = DEFAULT) -> Mapping[str, str]:
    """Path from the root of the repository -> text, in the words of a town."""
    forms = [form._replace(before=words.say(form.before)) for form in FORMS]
    files = {f".github/ISSUE_TEMPLATE/{form.name}.yml": _SAID + _yaml(_issue_form(form)) for form in forms}
    files |= {f".gitlab/issue_templates/{form.name}.md": _text(form) for form in forms}
    files[".github/ISSUE_TEMPLATE/config.yml"] = _SAID + _yaml({"blank_issues_enabled": True})
    files[".github/pull_request_template.md"] = usual()
    files[".gitlab/merge_request_templates/Default.md"] = usual()
    for name in REMINDERS:
        files[f".github/PULL_REQUEST_TEMPLATE/{name}.md"] = template(name)
        files[f".gitlab/merge_request_templates/{name}.md"] = template(name)
    return files


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)


def _issue_form(form: Form) -> dict[str, Any]:
    before = {"type": "markdown", "attributes": {"value": form.before}}
    return {
        "name": form.title,
        "description": form.about,
        "title": form.prefix,
        "body": [before, *map(_element, form.fields)],
    }


def _element(field: Field) -> dict[str, Any]:
    about: dict[str, Any] = {"label": field.label}
    if field.help:
        about["description"] = field.help
    if field.choices:
        kind = "dropdown"
        about["options"] = list(field.choices.values())
    else:
        kind = "textarea" if field.long else "input"
        if field.example:
            about["placeholder"] = field.example
    return {
        "type": kind,
        "id": field.key,
        "attributes": about,
        "validations": {"required": field.required},
    }


def _text(form: Form) -> str:
    """Where there is no form: the headings, and under each what to write there."""
    parts = [f"<!-- {form.title}. {form.before}\nÉcrivez sous chaque titre, et laissez les titres. -->\n"]
    parts += [f"### {field.label}\n\n<!-- {_hint(field)} -->\n" for field in form.fields]
    return "\n".join(parts)


def _hint(field: Field) -> str:
    said = [field.help]
    if field.choices:
        said.append(f"Recopiez l'un de ces mots : {' ; '.join(field.choices.values())}.")
    elif field.example:
        said.append(f"Par exemple : « {field.example} ».")
    said.append("Il faut une réponse." if field.required else "Vous pouvez laisser vide.")
    return " ".join(filter(None, said))
