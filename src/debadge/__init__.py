"""debadge: who really made a device, and what the law of many countries says about it on a given day."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
_FROM = {"screen_lines": "debadge.flow.screen_lines", "screen_names": "debadge.flow.screening"}
"""What programs call, and where it is; loaded only when somebody asks for it."""


def __getattr__(name: str) -> Any:
    """`debadge.screen_lines` and `debadge.screen_names`."""
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FROM[name]), name)
