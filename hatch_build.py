"""Hatch's hook: puts the compiled message catalogues into a wheel.

Git does not keep them, and without them the Dutch site would speak English.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):
    """Compiles every catalogue of `locales`, and refuses one with an unfinished translation."""

    _compiled: TemporaryDirectory[str]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled catalogues to what is built.

        Raises:
            RuntimeError: a catalogue is missing or has messages that need work.
        """
        if version == "editable":
            return  # `make run` and `make test` compile them beside their sources
        root = Path(self.root)
        sys.path.insert(0, str(root / "site"))
        from perspectief.catalogues import CatalogueFile, compiled_form, unfinished

        self._compiled = TemporaryDirectory()
        locales = root / "locales"
        languages = [folder.parent.name for folder in locales.glob("*/LC_MESSAGES")]
        if not languages:
            raise RuntimeError("There is no message catalogue in locales.")
        for language in languages:
            file = CatalogueFile(locales, language)
            if not file.source.exists():
                raise RuntimeError(f"{file.source} is missing.")
            catalogue = file.read()
            if lines := unfinished(catalogue):
                raise RuntimeError("\n".join([f"{file.source} needs work:", *lines]))
            compiled = Path(self._compiled.name) / f"{language}.mo"
            compiled.write_bytes(compiled_form(catalogue))
            place = file.compiled.relative_to(root).as_posix()
            build_data["force_include"][str(compiled)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw away what was compiled."""
        if version != "editable":
            self._compiled.cleanup()
