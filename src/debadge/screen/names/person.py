"""Rows that are about a person: they are refused, since organisations are screened and natural persons never."""

from __future__ import annotations

from debadge.model.query import Query
from debadge.screen.names.reading import Reader
from debadge.text.folding import fold

_MOST_WORDS = 5  # of a bare personal name with its honorific


def is_person(query: Query, reader: Reader) -> bool:
    """Whether the input says so, or the name is an honorific and a bare name: no legal form, no trade word, no place.

    An input that says what kind of supplier it is decides: "Mr Lube" of kind "company" is compared.
    """
    words = reader.words
    if query.kind:
        return fold(query.kind) in words.person_kinds
    found = query.text.split(maxsplit=1)
    first = found[0].casefold() if found else ""  # "M." only with its dot: "M Construction" is a firm
    if len(found) < 2 or words.honorifics.isdisjoint((first, first.rstrip("."))):
        return False
    if any(map(str.isdigit, query.text)) or "&" in query.text:
        return False
    forms = reader.read(found[1]).forms
    if len(forms) != 1 or forms[0].removed or forms[0].words in words.end or len(forms[0].words) >= _MOST_WORDS:
        return False
    return not any(word in words.trade or word in words.places for word in forms[0].words)
