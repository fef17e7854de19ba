"""Compiles the knowledge pack into the wheel, so that an installed command never compiles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackHook(BuildHookInterface[Any]):
    """Runs before a wheel is put together."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # the interface's signature
        """Compile every fact file into one pack beside them."""
        source = Path(self.root) / "src"
        sys.path.insert(0, str(source))
        try:
            from debadge.knowledge.pack import compile_pack  # noqa: PLC0415  # only importable once the path is set

            compile_pack()
        finally:
            sys.path.remove(str(source))
