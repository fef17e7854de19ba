"""The words of purchase lines into model types: knowledge/data/screening/actions.yaml and spellings.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from debadge.knowledge.fingerprints import cited_of
from debadge.knowledge.node import MISSING, Node
from debadge.model.screening import (
    ACTIONS,
    NEUTRAL,
    PLACES,
    ActionRule,
    Connectives,
    Counting,
    Exchange,
    Exchanges,
    LineWords,
    Places,
    Specifications,
    Spellings,
    Streets,
    Terms,
)

_SEPARATORS = re.compile(r"[^0-9A-Za-z]")
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")


def read_line_words(family: Mapping[str, Any]) -> LineWords:
    """From the plain form of the files ``screening/*``.

    Raises:
        KnowledgeError: A file that is missing or does not fit; names the place.
    """
    actions = Node(family.get("screening/actions"), "screening/actions")
    cited_of(actions.sub("source"))
    rules = tuple(_rule(node) for node in actions.each("rules"))
    ids = [rule.id for rule in rules]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise actions.fail(f"the rule `{twice[0]}` stands twice")
    places = Places(
        behind=_regexes(actions, "places_behind"),
        before=_regexes(actions, "places_before"),
        signs=actions.words("place_signs"),
    )
    connectives = _connectives(actions.sub("connectives"))
    exchanges = _exchanges(actions.sub("exchanges"))
    actions.done()
    spellings = _spellings(Node(family.get("screening/spellings"), "screening/spellings"))
    return LineWords(rules=rules, places=places, connectives=connectives, exchanges=exchanges, spellings=spellings)


def _rule(node: Node) -> ActionRule:
    rule = ActionRule(
        id=node.text("id"),
        action=node.text("action"),
        place=node.text("place"),
        words=_regexes(node, "words"),
        signs=_regexes(node, "signs", default=()),
        examples=node.words("examples", default=()),
    )
    node.done()
    for wrong in _wrong(rule):
        raise node.fail(wrong)
    return rule


def _connectives(node: Node) -> Connectives:
    told = Connectives(**{field.name: _terms(node.sub(field.name)) for field in fields(Connectives)})
    node.done()
    return told


def _exchanges(node: Node) -> Exchanges:
    frames = tuple(
        Exchange(verbs=_terms(one.sub("verbs")), over=_terms(one.sub("over")), needs_name=one.flag("needs_name"))
        for one in node.each("frames")
    )
    told = Exchanges(frames=frames, **{key: _terms(node.sub(key)) for key in ("out", "come", "taking")})
    node.done()
    return told


def _terms(node: Node) -> Terms:
    told = Terms(words=_regexes(node, "words"), signs=_regexes(node, "signs", default=()))
    node.done()
    return told


def _regexes(node: Node, key: str, default: Any = MISSING) -> tuple[str, ...]:
    """A list of words that are regular expressions over plain small letters."""
    words = node.words(key, default=default)
    for word in words:
        try:
            re.compile(word)
        except re.error as bad:
            raise node.fail(f"{key}: {word!r} does not compile ({bad})") from bad
        if _CAPITAL.search(word):
            raise node.fail(f"{key}: {word!r} has capitals: texts are compared in small letters")
    return words


def _wrong(rule: ActionRule) -> Iterator[str]:
    if rule.action not in {*ACTIONS, NEUTRAL}:
        yield f"`{rule.action}` is not one of {', '.join((*ACTIONS, NEUTRAL))}"
    if rule.place not in PLACES:
        yield f"`{rule.place}` is not one of {', '.join(PLACES)}"
    if not rule.examples:
        yield "has no example"


def _spellings(node: Node) -> Spellings:
    cited_of(node.sub("source"))
    heads = node.words("heads")
    told = Spellings(
        heads={_SEPARATORS.sub("", head).upper(): head for head in heads},
        bare={key.upper(): text for key, text in _texts(node.sub("bare"))},
        programs=node.words("programs"),
        near=node.words("near"),
        short=node.words("short"),
        kinds=node.words("kinds"),
        joined=dict(_texts(node.sub("joined"))),
        vague=node.words("vague"),
        vaguest=node.words("vaguest"),
        words_behind=_regexes(node, "words_behind"),
        elsewhere=_regexes(node, "elsewhere"),
        elsewhere_signs=_regexes(node, "elsewhere_signs"),
        inside=node.words("inside"),
        doubtful=node.words("doubtful"),
        signs_behind=node.words("signs_behind"),
        links=_regexes(node, "links"),
        homonyms=node.words("homonyms"),
        given=node.words("given"),
        families=node.words("families"),
        no_things=_regexes(node, "no_things"),
        other_goods=_regexes(node, "other_goods"),
        firm=node.words("firm"),
        or_equal=_regexes(node, "or_equal"),
        anybodys=_regexes(node, "anybodys"),
        part_makers=_regexes(node, "part_makers"),
        supports=_regexes(node, "supports"),
        supported=_regexes(node, "supported"),
        dealers=_regexes(node, "dealers"),
        specifications=_specifications(node.sub("specifications")),
        streets=_streets(node.sub("streets")),
        counting=_counting(node.sub("counting")),
    )
    node.done()
    return told


def _specifications(node: Node) -> Specifications:
    told = Specifications(**{field.name: _regexes(node, field.name) for field in fields(Specifications)})
    node.done()
    return told


def _streets(node: Node) -> Streets:
    told = Streets(words=_regexes(node, "words"), asides=_regexes(node, "asides"), articles=_regexes(node, "articles"))
    node.done()
    return told


def _counting(node: Node) -> Counting:
    told = Counting(
        said=_regexes(node, "said"),
        units=_regexes(node, "units"),
        ahead=_regexes(node, "ahead"),
        measures=_regexes(node, "measures"),
        packs=_regexes(node, "packs"),
        classifiers=_regexes(node, "classifiers"),
        numerals=dict(_texts(node.sub("numerals"))),
        years=node.text("years"),
        ports=_regexes(node, "ports"),
        zooms=_regexes(node, "zooms"),
    )
    node.done()
    return told


def _texts(node: Node) -> Iterator[tuple[str, str]]:
    for key in list(node.left):
        yield key, node.text(key)
    node.done()
