"""What changed between two packs, in words: a line for each change, below its file, below its family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from debadge.cli.common import wrap
from debadge.flow.packdiff import Change
from debadge.knowledge.pack import Pack
from debadge.report.reading.plain import cut, harmless
from debadge.report.reading.speech import Wording
from debadge.text.sentences import LANGUAGES

MOST = 400  # characters of a value on screen; the JSON form has all of it
_KINDS = {
    "roles": "role",
    "acts": "doing",
    "sites": "site_class",
    "funding": "funding",
    "condition": "condition",
    "products": "product",
    "products_argued": "product",
    "purposes": "purpose",
    "purposes_argued": "purpose",
    "effect": "outcome",
    "force": "force",
    "relabels": "reading",
    "components": "reading",
    "asks": "settles",
    "jurisdiction": "place",
    "market": "place",
    "countries": "place",
    "country": "place",
    "foreign_to": "place",
    "affiliates": "affiliates",
    "grade": "source_grade",
    "confidence": "confidence",
    "status": "proceeding",
    "subject_to": "subject_to",
    "lang": "lang",
    "relation": "relation",
    "resumption": "resumption",
    "share": "share",
}  # key -> kind of its words in the catalogue
_NAMES = frozenset({"owner", "maker", "not_maker", "entity", "by"})  # keys of which the value is a party or maker
_OF_PARTIES = frozenset({"named", "owned_by", "made_by", "statements"})  # keys below which entries are called by one
_OF_ENTRIES = frozenset({"measures", "exceptions", "proceedings", "suspended", "sources", "models", "blocks"})
_ID = re.compile(r"[^ ,]*")  # behind it may stand what is supplied, or which of several entries it is
_ABOUT = ("says", "title", "name", "why", "text")  # what tells best what a whole entry is


def lines(changes: Sequence[Change], packs: Sequence[Pack], words: Wording) -> Iterator[str]:
    """All changes; ``packs`` know the titles of files, the first of them first."""
    for family, several in groupby(changes, lambda one: one.family):
        yield ""
        yield words.word("pack.family", family)
        for record, told in groupby(several, lambda one: one.record):
            title = _title(family, record, packs, words)
            yield wrap(f"{record}: {title}" if title else record, 2, 4)
            yield from (wrap(_line(one, words), 4, 6) for one in told)
    yield ""
    yield words.counted("pack.diff.count", len(changes)) if changes else wrap(words.say("pack.diff.none"))


def _title(family: str, record: str, packs: Iterable[Pack], words: Wording) -> str:
    for pack in packs:
        value = pack.family(family).get(f"{family}/{record}")
        if isinstance(value, dict) and (told := value.get("title") or value.get("name")):
            return words.text(told) if isinstance(told, dict) else harmless(str(told))
    return ""


def _line(one: Change, words: Wording) -> str:
    where = " / ".join(token_word(one.path[:n], token, words) for n, token in enumerate(one.path))
    key = one.path[-1] if one.path else ""
    before, after = (_shown(key, value, words) for value in (one.before, one.after))
    if one.kind == "changed" and before == after:  # the text of the other language
        before, after = (_shown(key, value, words, other=True) for value in (one.before, one.after))
    told = words.say(f"pack.diff.{one.kind}", before=before, after=after)
    return words.say("pack.diff.line", where=where, told=told) if where else told


def token_word(above: Sequence[str], token: str, words: Wording) -> str:
    """A key as people say it, or what an entry is called; the key itself where the catalogue has no word."""
    parent = above[-1] if above else ""
    if parent in _OF_PARTIES:
        party = _ID.match(token)
        assert party is not None  # it matches nothing as well
        return words.name(party[0]) + harmless(token[party.end() :])
    if parent in _OF_ENTRIES:
        return harmless(token)
    for kind in ("pack.field", "fact"):
        if words.sentences.has(f"{kind}.{token}"):
            return words.word(kind, token)
    return harmless(token)


def _shown(key: str, value: Any, words: Wording, *, other: bool = False) -> str:
    return cut(_value(key, value, words, other=other), MOST)


def _value(key: str, value: Any, words: Wording, *, other: bool = False) -> str:
    match value:
        case None:
            return words.say("report.none")
        case bool():
            return words.word("value", str(value).lower())
        case {"earliest": first, "latest": last}:
            return f"{first} … {last}"
        case dict() if value and set(value) <= set(LANGUAGES):
            lang = (
                next((one for one in LANGUAGES if one != words.sentences.lang), "") if other else words.sentences.lang
            )
            return harmless(str(value.get(lang) or next(iter(value.values()))))
        case dict():
            return _entry(value, words)
        case list():
            return ", ".join(_value(key, one, words) for one in value)
        case _:
            text = harmless(str(value))
            return words.name(text) if key in _NAMES else words.word(_KINDS[key], text) if key in _KINDS else text


def _entry(value: Mapping[str, Any], words: Wording) -> str:
    """A whole entry by what it says; one that says nothing in words, part by part."""
    about = next((key for key in _ABOUT if value.get(key)), None)
    if about:
        return _value(about, value[about], words)
    parts = ((token_word((), key, words), _value(key, part, words)) for key, part in value.items() if part is not None)
    told = "; ".join(words.say("pack.diff.line", where=name, told=part) for name, part in parts)
    return told or words.say("report.none")
