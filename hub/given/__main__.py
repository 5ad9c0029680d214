"""`python -m hub.given`: renews what the program gives to the town of this folder.

It asks for no library, and so comes before those that a new version asks for (`make install` of a town).
"""

from __future__ import annotations

from pathlib import Path

from hub.given import renewed
from hub.rewriting import write


def main(town: Path) -> None:
    """Renew the files of the folder `town`, and say which."""
    for one in list(renewed(town)):
        write(town, [one])
        print(f"{one.path} : renouvelé, d'après la version installée du programme.")


if __name__ == "__main__":
    main(Path())
