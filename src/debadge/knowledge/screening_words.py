"""The words of purchase lines into model types: knowledge/data/screening/actions.yaml and spellings.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from debadge.knowledge.fingerprints import cited_of
from debadge.knowledge.node import Node
from debadge.model.screening import ACTIONS, NEUTRAL, PLACES, ActionRule, LineWords, Places, Spellings

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
    places = Places(
        behind=actions.words("places_behind"), before=actions.words("places_before"), signs=actions.words("place_signs")
    )
    actions.done()
    return LineWords(
        rules=rules, places=places, spellings=_spellings(Node(family.get("screening/spellings"), "screening/spellings"))
    )


def _rule(node: Node) -> ActionRule:
    rule = ActionRule(
        id=node.text("id"),
        action=node.text("action"),
        place=node.text("place"),
        words=node.words("words"),
        signs=node.words("signs", default=()),
        examples=node.words("examples", default=()),
    )
    node.done()
    for wrong in _wrong(rule):
        raise node.fail(wrong)
    return rule


def _wrong(rule: ActionRule) -> Iterator[str]:
    if rule.action not in {*ACTIONS, NEUTRAL}:
        yield f"`{rule.action}` is not one of {', '.join((*ACTIONS, NEUTRAL))}"
    if rule.place not in PLACES:
        yield f"`{rule.place}` is not one of {', '.join(PLACES)}"
    for word in rule.words:
        try:
            re.compile(word)
        except re.error as bad:
            yield f"{word!r} does not compile ({bad})"
        if _CAPITAL.search(word):
            yield f"{word!r} has capitals: texts are compared in small letters"


def _spellings(node: Node) -> Spellings:
    cited_of(node.sub("source"))
    heads = node.words("heads")
    told = Spellings(
        heads={_SEPARATORS.sub("", head).upper(): head for head in heads},
        bare={key.upper(): text for key, text in _texts(node.sub("bare"))},
        programs=node.words("programs"),
        near=node.words("near"),
        joined=dict(_texts(node.sub("joined"))),
        vague=node.words("vague"),
        vaguest=node.words("vaguest"),
        words_behind=node.words("words_behind"),
        elsewhere=node.words("elsewhere"),
        elsewhere_signs=node.words("elsewhere_signs"),
        inside=node.words("inside"),
        doubtful=node.words("doubtful"),
        signs_behind=node.words("signs_behind"),
    )
    node.done()
    return told


def _texts(node: Node) -> Iterator[tuple[str, str]]:
    for key in list(node.left):
        yield key, node.text(key)
    node.done()
