"""From what people say on a command line to a step: texts become fields, cases are chosen, the role follows where one fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from debadge.cases.book import Book
from debadge.cases.fields import kind_of
from debadge.cases.transitions import STEPS
from debadge.model.case import Case, Role
from debadge.model.errors import ToldError
from debadge.store.pictures import bare

MAX_FILE = 100_000_000  # bytes of one file that is kept beside the ledger
_LISTS_OF_FIELDS = frozenset({"media"})


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said of a step."""

    action: str
    cases: tuple[str, ...] = ()  # ids, or beginnings of ids
    where: tuple[str, ...] = ()  # field=value: all cases that have it
    twins: bool = False  # those of the same maker, model and site as well
    fields: Mapping[str, Any] = field(default_factory=dict)  # text, list of texts, or bool by field
    files: tuple[Path, ...] = ()
    photos: tuple[Path, ...] = ()


def given_of(said: Said) -> dict[str, Any]:
    """The fields of a step.

    Raises:
        ToldError: A text that is not of the form that its field has.
    """
    told = {name: value for name, value in said.fields.items() if value not in (None, [])}
    return {name: _value(name, value) for name, value in told.items()}


def _value(name: str, value: Any) -> Any:
    if name in _LISTS_OF_FIELDS:
        return [_pairs(name, one) for one in value]
    match kind_of(name):
        case "mapping":
            return {key: text for one in value for key, text in _pairs(name, one).items()}
        case "number" if isinstance(value, str):
            return _number(name, value)
        case _:
            return value


def _pairs(name: str, text: str) -> dict[str, str]:
    """Fields in one text: "kind=disk, serial=W1, method=destroy"."""
    pairs = [part.partition("=") for part in text.split(",")]
    if not all(mark and key.strip() and value.strip() for key, mark, value in pairs):
        raise ToldError("case.said.pairs", field=name, text=text)
    return {key.strip(): value.strip() for key, _, value in pairs}


def _number(name: str, text: str) -> int:
    """A whole number; of money hundredths, "12500.50" is 1250050."""
    whole, mark, part = text.partition(".")
    if name == "cents" and whole.isdecimal() and (part.isdecimal() or not mark) and len(part) <= 2:
        return int(whole) * 100 + int(part.ljust(2, "0"))
    if name == "cents" or not text.isdecimal():
        raise ToldError("case.said.number", field=name, text=text)
    return int(text)


def content_of(paths: Iterable[Path]) -> tuple[bytes, ...]:
    """The content of files that are kept beside the ledger.

    Raises:
        ToldError: One cannot be read, or is too large.
    """
    told = []
    for path in paths:
        try:
            if path.stat().st_size > MAX_FILE:
                raise ToldError("case.said.large", file=path, most=MAX_FILE // 1_000_000)
            told.append(path.read_bytes())
        except OSError as bad:
            raise ToldError("case.said.file", file=path, why=bad.strerror or bad) from bad
    return tuple(told)


def pictures_of(paths: Iterable[Path]) -> tuple[bytes, ...]:
    """Photographs, without place and device.

    Raises:
        ToldError: One cannot be read, or is no JPEG or PNG.
    """
    several = tuple(paths)
    return tuple(bare(content, path.name) for path, content in zip(several, content_of(several), strict=True))


def cases_of(said: Said, book: Book) -> tuple[str, ...]:
    """The ids of the cases that are meant, in the order of the ledger where several fit one word.

    Raises:
        ToldError: A beginning that fits none or several, a condition that no case has.
    """
    named = [_case(text, book) for text in said.cases]
    chosen = dict.fromkeys(one.id for one in named)
    if said.where:
        fits = [case.id for case in book.cases.values() if _fits(case, said.where)]
        if not fits:
            raise ToldError("case.said.nowhere", where=" ".join(said.where))
        chosen |= dict.fromkeys(fits)
    if said.twins:
        alike = {twin_of(book.cases[id_]) for id_ in chosen} - {None}
        chosen |= dict.fromkeys(case.id for case in book.cases.values() if twin_of(case) in alike)
    return tuple(chosen)


def twin_of(case: Case) -> tuple[object, ...] | None:
    """What twins share: maker, model, site, and where they stand in the work; None where no model is known."""
    model = case.item.get("model")
    return (case.item.get("maker"), model, case.item.get("site"), case.state) if model else None


def _case(text: str, book: Book) -> Case:
    whole = book.case(text)
    if whole is not None:
        return whole
    fits = [case for case in book.cases.values() if case.id.startswith(text)]
    if len(fits) != 1:
        reason = "case.said.several" if fits else "case.said.nobody"
        raise ToldError(reason, text=text, cases=", ".join(case.id for case in fits[:5]))
    return fits[0]


def _fits(case: Case, where: Sequence[str]) -> bool:
    for text in where:
        name, mark, value = text.partition("=")
        if not mark:
            raise ToldError("case.said.where", text=text)
        told = case.state.value if name == "state" else case.item.get(name, "")
        if str(told).casefold() != value.casefold():
            return False
    return True


def role_of(action: str, person: str, day: date, book: Book) -> str:
    """The role in which somebody does a step: of those that may do it the first that they have, as `Role` orders them.

    Raises:
        ToldError: They have none.
    """
    allowed = [role for role in Role if role in STEPS[action].roles]
    held = [role for role in allowed if book.holders(role, person, day)] if book.roles else allowed
    if not held:
        raise ToldError("case.said.role", action=action, person=person, roles=", ".join(allowed))
    return held[0].value
