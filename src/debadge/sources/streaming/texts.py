"""Bytes to text in blocks of whole lines, whatever the encoding; a line without end is passed over and never held.

The encoding is that of `decode`, settled as far as the text is known: UTF-8 until bytes come that are none, from there on Chinese
or cp1252 if nothing beyond ASCII was sound before, else UTF-8 with damage. It is told where bytes look like none of these.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

from debadge.model.errors import FileError
from debadge.sources.chinese import chinese_encoding, sample_of, stand_together
from debadge.sources.interface import ReadContext
from debadge.sources.limits import MAX_LINE
from debadge.sources.streaming.opening import Opened


class Blocks:
    """The text of a source in blocks of whole lines; of a damaged file what stands before the damage, and the error kept."""

    def __init__(self, opened: Opened, context: ReadContext) -> None:
        self._opened, self._context = opened, context
        self.damage: FileError | None = None

    def __iter__(self) -> Iterator[str | None]:
        """Texts that end at the end of a line, the last one perhaps not; None for a line longer than any line of a list."""
        return whole_lines(self.pieces())

    def pieces(self) -> Iterator[str]:
        """The same text cut anywhere."""
        try:
            yield from texts(self._opened, self._context)
        except FileError as bad:
            self.damage = bad

    def check(self) -> None:
        """To be called at the end.

        Raises:
            FileError: The file is damaged or cut off; all that could be read has been given.
        """
        if self.damage is not None:
            raise self.damage


def texts(opened: Opened, context: ReadContext) -> Iterator[str]:
    """The text in pieces, cut anywhere, without a byte-order mark."""
    decoder = _Decoder(opened.name, opened.encoding, context)
    first = True
    for piece in opened.pieces():
        text = decoder.decode(piece)
        if first and text:
            text, first = text.removeprefix("\ufeff"), False
        yield text
    yield decoder.decode(b"", last=True)


def whole_lines(pieces: Iterable[str], longest: int = MAX_LINE) -> Iterator[str | None]:
    """Pieces put together so that each ends with a line; None stands for a line longer than ``longest`` characters."""
    rest, is_skipping = "", False
    for piece in pieces:
        if is_skipping:
            end = _first_end(piece)
            if not end:
                continue
            piece, is_skipping = piece[end:], False  # noqa: PLW2901  # what is left of it
        text = rest + piece
        cut = _last_end(text)
        if cut:
            yield text[:cut]
        rest = text[cut:]
        if len(rest) > longest:
            yield None
            rest, is_skipping = "", True
    if rest:
        yield rest


def _last_end(text: str) -> int:
    """Where the last whole line ends; a carriage return at the very end may be half of a line end."""
    return text.rfind("\n") + 1 or text.rfind("\r", 0, len(text) - 1) + 1


def _first_end(text: str) -> int:
    """Where the first line ends, or 0."""
    ends = [at for mark in "\r\n" if (at := text.find(mark)) >= 0]
    if not ends:
        return 0
    at = min(ends)
    return at + 2 if text[at : at + 2] == "\r\n" else at + 1


class _Decoder:
    def __init__(self, name: str, encoding: str, context: ReadContext) -> None:
        self._name, self._report = name, context.report
        self._is_utf8 = encoding.startswith("utf-8")
        self._other = codecs.getincrementaldecoder("cp1252" if self._is_utf8 else encoding)("replace")
        self._rest, self._sound, self._encoding, self._told = b"", False, encoding, False

    def decode(self, piece: bytes, *, last: bool = False) -> str:
        """The text of a piece, without a character that is only begun."""
        if not self._is_utf8:
            return self._noted(self._other.decode(piece, last))
        data = self._rest + piece if self._rest else piece
        try:
            text, used = codecs.utf_8_decode(data, "strict", last)
        except UnicodeDecodeError:
            return self._damaged(data, last=last)
        self._rest = data[used:]
        self._sound = self._sound or not text.isascii()
        return text

    def _damaged(self, data: bytes, *, last: bool) -> str:
        text, used = codecs.utf_8_decode(data, "replace", last)
        damaged = text.count("\ufffd")
        if self._sound or sum(1 for sign in text if ord(sign) > 127) - damaged > damaged:
            self._rest, self._encoding, self._sound = data[used:], "utf-8", True
            return self._noted(text)
        beyond = sample_of(data)
        self._rest, self._is_utf8, self._encoding = b"", False, chinese_encoding(beyond) or "cp1252"
        self._other = codecs.getincrementaldecoder(self._encoding)("replace")
        if self._encoding == "cp1252" and stand_together(beyond):
            self._report.note(self._name, "encoding_untold")
        return self._noted(self._other.decode(data, last))

    def _noted(self, text: str) -> str:
        if not self._told and "\ufffd" in text:
            self._told = True
            self._report.note(self._name, "bytes_unreadable", encoding=self._encoding.removesuffix("-sig"))
        return text
