"""What the words of purchase lines must show of themselves: a rule decides its examples, a spelling means something."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.identify.identify import Identifier
from debadge.identify.rules import Rules
from debadge.model.screened import LineAnswer, LineCells
from debadge.model.screening import NEUTRAL, LineWords, Spellings
from debadge.screen.lines.screener import LineScreener

_TAILS = range(4, 9)  # signs of a number that may be its head: "DS-3" to "DH-IPC-H"
_GRAMMARS = frozenset({"model", "brand"})


def examples_of(words: LineWords) -> int:
    """How many examples prove the words."""
    return sum(len(rule.examples) for rule in words.rules)


def check_line_words(words: LineWords, identifier: Identifier, screener: LineScreener) -> list[str]:
    """Everything wrong with the words, as sentences that name the rule or spelling; empty if nothing is."""
    return [*_rules(words, screener), *_spellings(words.spellings, identifier)]


def _rules(words: LineWords, screener: LineScreener) -> Iterator[str]:
    for rule in words.rules:
        for text in rule.examples:
            answer = screener.screen(LineCells(texts=(text,)))
            if wrong := _wrong(rule.action, answer):
                yield f"screening/actions.{rule.id}: {wrong} its example {text!r}"


def _wrong(action: str, answer: LineAnswer) -> str | None:
    """What is wrong with the answer to an example; whatever the line does, it names somebody."""
    actions = {goods.action for goods in answer.goods}
    if not actions:
        return "names nobody in"
    if action != NEUTRAL and action not in actions:
        return f"does not decide, but reads `{', '.join(sorted(actions))}` from,"
    return None


def _spellings(told: Spellings, identifier: Identifier) -> Iterator[str]:
    names, rules = identifier.matcher.names.spellings, identifier.matcher.rules
    yield from (
        f"screening/spellings: joined: `{name}` for `{text}` is no known name"
        for text, name in told.joined.items()
        if name not in names
    )
    yield from (f"screening/spellings: near: `{name}` is no known name" for name in told.near if name not in names)
    tails = sorted({number[at:] for number in _numbers(identifier) for at in _TAILS})
    for head in (*told.heads.values(), *told.bare.values()):
        if not any(_is_read(head + tail, rules) for tail in tails):
            yield f"screening/spellings: heads: no grammar reads a number that begins with `{head}`"
    for program in told.programs:
        if not any(rules.search("software_name", program.encode())):
            yield f"screening/spellings: programs: no rule of the fingerprints reads `{program}`"


def _numbers(identifier: Identifier) -> Iterator[str]:
    """The model numbers that the facts give as examples, in capitals."""
    for signal in identifier.signals.values():
        if signal.field == "model_string":
            yield from (example.text.upper() for example in signal.examples)


def _is_read(number: str, rules: Rules) -> bool:
    hits = rules.search("model_string", number.encode())
    return any(rules.signal_of(hit).strength in _GRAMMARS for hit in hits)
