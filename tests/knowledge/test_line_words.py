"""The words of purchase lines load strictly."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from debadge.flow.world import World
from debadge.knowledge.screening_words import read_line_words
from debadge.model.errors import KnowledgeError

Family = dict[str, Any]
ACTIONS, SPELLINGS = "screening/actions", "screening/spellings"


@pytest.fixture
def family(world: World) -> Family:
    return copy.deepcopy(dict(world.pack.family("screening")))


def test_shipped_words_load(family: Family) -> None:
    words = read_line_words(family)
    assert {rule.action for rule in words.rules} == {
        "buy",
        "neutral",
        "removal",
        "service",
        "mention",
        "spare_or_licence",
    }
    assert words.spellings.heads["DS2CD"] == "DS-2CD"
    assert "with" in words.connectives.extras.words


def rule(family: Family, **changed: Any) -> None:
    family[ACTIONS]["rules"][0] |= changed


def connective(family: Family, **changed: Any) -> None:
    family[ACTIONS]["connectives"]["extras"] |= changed


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: f.pop(SPELLINGS), "screening/spellings: expected a mapping"),
        (lambda f: f[ACTIONS].pop("connectives"), "`connectives` is missing"),
        (lambda f: f[ACTIONS]["connectives"].pop("often"), "`often` is missing"),
        (lambda f: f[ACTIONS]["connectives"].update(more={}), "unknown key `more`"),
        (lambda f: f[SPELLINGS].pop("counting"), "`counting` is missing"),
        (lambda f: f[SPELLINGS]["streets"].update(words=["rue("]), "does not compile"),
        (lambda f: connective(f, words=["with", "with"]), "a word stands twice"),
        (lambda f: connective(f, words=["With"]), "has capitals"),
        (lambda f: rule(f, action="steal"), "`steal` is not one of buy"),
        (lambda f: rule(f, place="nearby"), "`nearby` is not one of ahead"),
        (lambda f: rule(f, examples=[]), "has no example"),
        (lambda f: rule(f, words=["(buy"]), "does not compile"),
        (lambda f: rule(f, id="put-up"), "the rule `put-up` stands twice"),
    ],
    ids=[
        *("file", "family", "connective", "more", "counting", "street", "twice", "capitals"),
        *("action", "place", "example", "rule", "id"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(spoil: Callable[[Family], Any], says: str, family: Family) -> None:
    spoil(family)
    with pytest.raises(KnowledgeError, match="screening/") as told:
        read_line_words(family)
    assert says in str(told.value)
