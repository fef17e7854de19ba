"""The little Markdown that the pages need: nothing in a fact becomes markup, and a cell stays in its row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARKUP = re.compile(r"([\\`*<\[\]])")
BREAK = "<br>"


def plain(text: str) -> str:
    """A text of a fact file, shown as it is."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def row(*cells: str) -> str:
    """One row of a table."""
    return "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) or "-" for cell in cells) + " |"


def table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table with a blank line before it; without rows nothing."""
    told, heads = list(rows), tuple(heads)
    if told:
        yield ""
        yield row(*heads)
        yield "|" + "---|" * len(heads)
        yield from (row(*cells) for cells in told)


def section(head: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and what is under it; with nothing there no heading."""
    told = list(lines)
    if told:
        yield ""
        yield f"## {head}"
        yield from told


def bullets(texts: Iterable[str]) -> Iterator[str]:
    """A list with a blank line before it."""
    for number, text in enumerate(texts):
        if number == 0:
            yield ""
        yield f"- {text}"


def link(text: str, target: str) -> str:
    """A link; an address with brackets or blanks is no danger to it."""
    return f"[{text}](<{target}>)" if re.search(r"[()\s]", target) else f"[{text}]({target})"


def anchor(name: str) -> str:
    """A place to link to."""
    return f'<a id="{name}"></a>'


def page(lines: Iterable[str]) -> str:
    """The text of a file."""
    return "\n".join(lines) + "\n"
