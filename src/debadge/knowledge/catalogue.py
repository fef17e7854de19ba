"""Files of model grammars into model types, and what they must show of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from debadge.identify.catalogue import Catalogue
from debadge.knowledge.fingerprints import cited_of, texts_of
from debadge.knowledge.node import Node
from debadge.model.catalogue import FORMS, SAYINGS, TECHNOLOGIES, ModelGrammar
from debadge.model.errors import KnowledgeError
from debadge.model.signal import Example

_WORDS = {"form": FORMS, "technology": TECHNOLOGIES}


def read_catalogue(files: Mapping[str, Any]) -> tuple[ModelGrammar, ...]:
    """All grammars, path -> plain value; the last part of a path is the maker.

    Raises:
        KnowledgeError: Anything missing, misspelt or twice; names file and place.
    """
    told = tuple(
        _grammar(Node(item, f"{path}.yaml[{number}]"), PurePosixPath(path).name)
        for path, value in sorted(files.items())
        for number, item in enumerate(value)
    )
    ids = [grammar.id for grammar in told]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise KnowledgeError(f"models: the id `{twice[0]}` stands twice")
    return told


def _grammar(node: Node, maker: str) -> ModelGrammar:
    id_ = node.text("id")
    node.place = f"{node.place} ({id_})"
    grammar = ModelGrammar(
        id=id_,
        maker=maker,
        pattern=node.text("pattern"),
        says=node.raw("says"),
        means=node.raw("means", {}),
        why=node.text("why"),
        cited=cited_of(node.sub("source")),
        examples=tuple(_examples(node)),
        counter_examples=tuple(texts_of(node, "not")),
    )
    node.done()
    for wrong in _wrong_words(grammar):
        raise node.fail(wrong)
    return grammar


def _examples(node: Node) -> Iterator[Example]:
    for key, synthetic in (("examples", False), ("examples_synthetic", True)):
        for item in node.each(key, []):
            text = item.text("text")
            yield Example(text=text, captures={name: item.text(name) for name in list(item.left)}, synthetic=synthetic)


def _wrong_words(grammar: ModelGrammar) -> Iterator[str]:
    try:
        captures = set(re.compile(grammar.pattern.encode()).groupindex)
    except re.error as bad:
        yield f"the pattern does not compile ({bad})"
        return
    if odd := (captures | set(grammar.says)) - set(SAYINGS):
        yield f"`{min(odd)}` is not one of {', '.join(SAYINGS)}"
    if idle := set(grammar.means) - captures:
        yield f"`means` explains `{min(idle)}`, which the pattern does not capture"
    for name, allowed in _WORDS.items():
        told = {*grammar.means.get(name, {}).values(), *([grammar.says[name]] if name in grammar.says else [])}
        if odd := told - set(allowed):
            yield f"{name} `{min(odd)}` is not one of {', '.join(allowed)}"


def check_catalogue(grammars: Iterable[ModelGrammar], makers: Iterable[str]) -> list[str]:
    """Everything wrong with the grammars, as sentences that name them; empty if nothing is."""
    grammars, known = tuple(grammars), frozenset(makers)
    return [f"models.{g.id}: {wrong}" for g in grammars for wrong in _wrong(g, known)]


def _wrong(grammar: ModelGrammar, makers: frozenset[str]) -> Iterator[str]:
    reading = Catalogue((grammar,))
    if grammar.maker not in makers:
        yield f"no file describes the maker `{grammar.maker}`"
    if not grammar.examples:
        yield "has no example"
    for example in grammar.examples:
        told = dict(reading.read(grammar.maker, example.text))
        if missing := {k: v for k, v in example.captures.items() if told.get(k) != v}:
            yield f"says {told} of its example {example.text!r} instead of {missing}"
        elif not told:
            yield f"does not read its example {example.text!r}"
    for text in grammar.counter_examples:
        if reading.read(grammar.maker, text):
            yield f"reads its counter-example {text!r}"
    unproved = set(re.compile(grammar.pattern).groupindex) - {name for e in grammar.examples for name in e.captures}
    if unproved:
        yield f"the capture `{min(unproved)}` is in no example"
