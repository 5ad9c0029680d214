"""Pydantic without what it looks for: plugins, among all that is installed, which may then see our models.

To find that there is none, it would load `importlib.metadata`, hence `email`, `zipfile`, `socket` and others,
and list every package: a tenth of the time of a check of 300 associations. `tests/test_imports.py` tells when
it is no longer kept from it.
"""

from __future__ import annotations

import sys
from types import ModuleType

_LOADER = "pydantic.plugin._loader"


def keep_plugins_out() -> None:
    """To be called before the first model is made."""
    if _LOADER not in sys.modules:
        loader = ModuleType(_LOADER)
        loader.__dict__["get_plugins"] = tuple
        sys.modules[_LOADER] = loader
