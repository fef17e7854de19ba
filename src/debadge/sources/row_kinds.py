"""Which rows of a table are things, and which are totals, remarks, headings between rows and repeated headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from debadge.sources.interface import ReadContext
from debadge.sources.values import Cell, is_blank, text_of
from debadge.text.folding import fold
from debadge.text.tables import Layout

_DIGITS = re.compile(r"\d+")
_TAG = re.compile(r"\d{3}|^[^\W\d_a-z]{1,4}[ -]?\d+$")
_PROSE_WORDS = 4  # a lone cell of more words than this is a remark, unless it stands where things are described
_UNIT_LETTERS = 3  # of "CAD" or "u." beside a sum


class RowKinds:
    """Tells rows that are things from totals, remarks and repeated headers."""

    def __init__(self, layout: Layout, context: ReadContext, rows: Iterable[Sequence[Cell]]) -> None:
        self.layout, self.words = layout, context.columns.words
        self.header = [fold(text) for column, text in enumerate(layout.headings) if column not in layout.secret]
        self.describing = {c for c, target in layout.of.items() if target.names_thing}
        self.codes = {c for c, target in layout.of.items() if target.form in {"code", "mac", "ip"}}
        self.naming = {c for c, target in layout.of.items() if target.name in {"maker", "model", "serial"}}
        # a list of lone names has no headings between its rows: they are what it lists
        self.has_sections = any(sum(1 for cell in cells if text_of(cell).strip()) > 1 for cells in rows)

    def is_thing(self, cells: Sequence[Cell], whole: Sequence[Cell]) -> bool:
        """Whether the row is neither blank nor set aside; one that also has a secret, ``whole``, is no heading."""
        why = self._aside(cells)
        return not is_blank(cells) and (why is None or (why == "section_row" and cells != whole))

    def why(self, cells: Sequence[Cell]) -> str:
        """The reason for setting a row aside."""
        return self._aside(cells) or "note_row"

    def _aside(self, cells: Sequence[Cell]) -> str | None:
        filled = [(column, text_of(cell)) for column, cell in enumerate(cells) if text_of(cell).strip()]
        if len(filled) == 1 and self._is_note(*filled[0]):
            return "note_row"
        if len(filled) == 1 and self._is_section(*filled[0]):
            return "section_row"
        if any(self._is_total(column, text, filled) for column, text in filled[:2]):
            return "total_row"
        if len(filled) > 1 and all(self._is_heading(column, text) for column, text in filled):
            return "repeated_header"  # of one language under the other, or of the next page
        texts = [fold(text_of(cell)) for column, cell in enumerate(cells) if column not in self.layout.secret]
        return "repeated_header" if len(filled) > 1 and _same(texts, self.header) else None

    def _is_heading(self, column: int, text: str) -> bool:
        """Whether the cell is another heading for what its own column holds."""
        target = self.layout.of.get(column)
        return target is not None and fold(text) in target.headings

    def _is_total(self, column: int, text: str, filled: list[tuple[int, str]]) -> bool:
        """``Total : 43``, ``Sous-total Hikvision``; not a maker called Total Security, whose row has a model."""
        others = [(c, t) for c, t in filled if c != column]
        bare = fold(_DIGITS.sub(" ", text))
        if any(c in self.codes for c, _ in others) or not any(
            bare == w or bare.startswith(f"{w} ") for w in self.words["totals"]
        ):
            return False
        if bare in self.words["totals"] and column not in self.naming:
            return True
        return all(sum(map(str.isalpha, t)) <= _UNIT_LETTERS for _, t in others)

    def _is_note(self, column: int, text: str) -> bool:
        words = fold(text).split()
        if text.lstrip().startswith("*") or (words and words[0] in self.words["notes"] and len(words) > 1):
            return True
        return column not in self.describing and len(words) > _PROSE_WORDS

    def _is_section(self, column: int, text: str) -> bool:
        """``Building B`` above the rows of that building; not a lone tag such as ``HO-1021``, ``CAM 12`` or ``12345``."""
        if column in self.describing or not self.has_sections:
            return False
        return not self._is_total(column, text, []) and not _looks_like_tag(text)


def _looks_like_tag(text: str) -> bool:
    """Whether a text could be the number of a thing: a word with digits, three digits together, or few capitals and digits."""
    if not _DIGITS.search(text):
        return not any(map(str.isalpha, text))
    return len(text.split()) == 1 or _TAG.search(text.strip()) is not None


def _same(texts: list[str], header: list[str]) -> bool:
    length = max(len(texts), len(header))
    return [*texts, *[""] * (length - len(texts))] == [*header, *[""] * (length - len(header))]
