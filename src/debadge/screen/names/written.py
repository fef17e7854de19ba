"""Listed names as they are written, to be found word for word whatever they consist of, in any legal form.

What weighs and mends words leaves out names of words that everybody uses; a supplier of just that name asks for a look, too.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from debadge.screen.names.entry import Entry
from debadge.screen.names.reading import Read, Reader

_LEAST = 8  # letters of a name without its legal form, from which on it is looked for
_ALONE = 10  # of one word alone
Words = tuple[str, ...]


class Found(NamedTuple):
    """A listed name that is the same word for word."""

    entry: int
    text: str  # as listed
    words: Words  # that agree


class Written:
    """The names of all entries, by their words."""

    def __init__(
        self, entries: Iterable[Entry], readings: Mapping[str, Read], reader: Reader, ordinary: Container[str]
    ) -> None:
        """``readings``: of every listed name; ``ordinary``: words of ordinary suppliers."""
        self._reader, self._ordinary = reader, ordinary
        self._whole: dict[Words, list[tuple[int, str]]] = {}
        self._bare: dict[Words, list[tuple[int, str]]] = {}
        for number, entry in enumerate(entries):
            told = ((name.text, words) for name in entry.names for words in readings[name.text].written)
            for text, words in dict.fromkeys(told):
                self._whole.setdefault(words, []).append((number, text))
                bare = reader.without_forms(words)
                if bare != words and self._is_long(bare):
                    self._bare.setdefault(bare, []).append((number, text))

    def of(self, read: Read) -> Iterator[Found]:
        """The listed names that a name is, with its legal form or without one."""
        for words in read.written:
            yield from (Found(*told, words) for told in self._whole.get(words, ()))
        for words in dict.fromkeys(map(self._reader.without_forms, read.written)):
            yield from (Found(*told, words) for told in self._bare.get(words, ()))

    def _is_long(self, bare: Words) -> bool:
        """Whether a name without its legal form is hardly met twice: of two words, or one that ordinary suppliers do not use."""
        whole = "".join(bare)
        return len(whole) >= (_LEAST if len(bare) > 1 else _ALONE) and (len(bare) > 1 or whole not in self._ordinary)
