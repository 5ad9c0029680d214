"""`python -m hub.atelier`: exit code 0 where this town has a workshop; 1, and a word, where not."""

from __future__ import annotations

import sys
from pathlib import Path

from hub.inspection import found


def main(source: Path) -> int:
    """Whether the town of the folder `source` says where its files are kept, as an exit code."""
    site = found(source).hub.site
    if site.is_known and site.depot:
        return 0
    print("Pas d'atelier : mkdocs.yml ne dit pas où sont les fichiers (« depot »).")
    return 1


if __name__ == "__main__":
    sys.exit(main(Path()))
