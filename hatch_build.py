"""The build step that compiles the reading: for a wheel into it, for an editable install beside the sources.

Where there is no C compiler, where compiling fails, or with ``LAGEBILD_PURE=1`` the package is pure Python.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))
import compiling

#: What compiles.
COMPILERS = ["mypy[mypyc]==2.4.*", "setuptools>=75"]
#: The packages of the project whose types the compiled modules need.
TYPED = ("spacy", "numpy", "msgspec")


class CompiledReading(BuildHookInterface):
    """Adds the compiled modules to what hatchling builds."""

    def dependencies(self) -> list[str]:
        """Tools and types for the build; none where nothing is compiled."""
        if self.target_name != "wheel" or compiling.why_not() is not None:
            return []
        own = self.metadata.core.dependencies
        return [*COMPILERS, *(line for line in own if re.split(r"[^\w-]", line)[0].lower() in TYPED)]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        reason = compiling.why_not()
        try:
            if reason is None:
                self._compile(version, build_data)
        except RuntimeError as error:
            reason = str(error)
        if reason is not None:
            if version == "editable":
                compiling.remove()
            self.app.display_warning(compiling.slower(reason))

    def _compile(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            compiling.install()
            return
        self._made = Path(tempfile.mkdtemp(prefix="lagebild-"))
        made = compiling.build(self._made)
        build_data["force_include"].update({str(file): place for file, place in made.items()})
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        made = getattr(self, "_made", None)
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
