"""Elements as strings: everything that is not markup already is escaped, so that no input can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from debadge.report.reading.plain import harmless


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


EMPTY = Html()
_SAFE_LINKS = ("https://", "http://")


def text(value: object) -> Html:
    """Anything as markup: markup as it is, all else escaped, many things one after the other, None as nothing."""
    match value:
        case Html():
            return value
        case None:
            return EMPTY
        case str():
            return Html(escape(harmless(value)))
        case Iterable():
            return Html("".join(map(text, value)))
        case _:
            return Html(escape(str(value)))


def tag(name: str, /, *inside: object, **attributes: object) -> Html:
    """An element. ``cls`` is class; an underscore in a name is a hyphen; None leaves an attribute out, True gives it no value."""
    return Html(f"<{name}{_attributes(attributes)}>{''.join(map(text, inside))}</{name}>")


def void(name: str, /, **attributes: object) -> Html:
    """An element without an end, such as meta."""
    return Html(f"<{name}{_attributes(attributes)}>")


def _attributes(given: dict[str, object]) -> str:
    told = []
    for name, value in given.items():
        if value is None or value is False:
            continue
        key = "class" if name == "cls" else name.replace("_", "-")
        told.append(f" {key}" if value is True else f' {key}="{escape(harmless(str(value)))}"')
    return "".join(told)


def link(url: str | None, told: object) -> Html:
    """A link to the web where the address is one, and plain text where it is not. A link loads nothing by itself."""
    if url and url.startswith(_SAFE_LINKS) and harmless(url) == url and not set(url) & set(" <>\"'`\\"):
        return tag("a", told, href=url, rel="noreferrer")
    return text(told)


def table(
    heads: Iterable[object], rows: Iterable[Iterable[object]], *, label: str, name: str, cls: str | None = None
) -> Html:
    """A table that scrolls sideways by itself; the first cell of a row names the row, ``name`` the region that scrolls."""
    head = tag("thead", tag("tr", (tag("th", cell, scope="col") for cell in heads)))
    body = tag("tbody", (row(cells) for cells in rows))
    return scrolling(tag("table", tag("caption", label, cls="unseen"), head, body, cls=cls), name)


def row(cells: Iterable[object]) -> Html:
    """One row, named by its first cell."""
    first, *rest = cells
    return tag("tr", tag("th", first, scope="row"), (tag("td", cell) for cell in rest))


def scrolling(inside: Html, name: str) -> Html:
    """A region that a keyboard can scroll (WCAG 2.1.1); its name is told apart from that of the part it stands in."""
    return tag("section", inside, cls="wide", aria_label=name, tabindex="0")
