"""What a report is, and which there are: the modules of this folder, listed without importing them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, Protocol

from debadge.model.assessment import Assessment
from debadge.model.errors import InputError
from debadge.text.sentences import Sentences

_NOT_FORMATS = frozenset({"__init__", "interface"})


class Report(Protocol):
    """A format's ``render``: the same assessment, language and options give the same bytes.

    A format may take options by name, each with a default; `table` takes ``color`` and ``everything``.
    """

    def __call__(self, assessment: Assessment, sentences: Sentences, /, **options: Any) -> str | Iterator[bytes]:
        """The whole report, as text that ends with a line feed or, where it may be large, as UTF-8 piece by piece."""


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted(p.stem for p in Path(__file__).parent.glob("*.py") if p.stem not in _NOT_FORMATS))


def load(form: str) -> Report:
    """The report of one format, imported now.

    Raises:
        InputError: No such format; lists those there are.
    """
    if form not in formats():
        raise InputError(f"`{form}` is not a format of reports; choose one of {', '.join(formats())}")
    report: Report = import_module(f"debadge.report.{form}").render
    return report


def render(form: str, assessment: Assessment, sentences: Sentences, **options: Any) -> Iterator[bytes]:
    """One report as the bytes of a file, piece by piece; options that the format does not take are not asked of it."""
    report = load(form)
    taken = signature(report).parameters
    made = report(assessment, sentences, **{name: value for name, value in options.items() if name in taken})
    return iter((made.encode(),)) if isinstance(made, str) else made
