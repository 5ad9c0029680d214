"""`make forms`: writes the forms and the templates where the forges look for them."""

from __future__ import annotations

from hub.model.settings import words_at
from hub.places import PROGRAM
from hub.proposal.templates import generated


def main() -> None:
    """Write every generated file."""
    files = generated(words_at(PROGRAM))
    for path, text in files.items():
        (PROGRAM / path).parent.mkdir(parents=True, exist_ok=True)
        (PROGRAM / path).write_text(text, encoding="utf-8")
    print(f"{len(files)} fichiers pour les forges : relisez leur différence (git diff).")


if __name__ == "__main__":
    main()
