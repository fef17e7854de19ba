"""Negative files into model types: knowledge/data/negatives/<id>.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.parties import source_of
from debadge.knowledge.regimes import read_sources
from debadge.knowledge.vocabulary import Vocabulary
from debadge.model.negative import Negative


def read_negatives(files: Mapping[str, Any], vocabulary: Vocabulary) -> tuple[Negative, ...]:
    """Every negative, in the order of the files.

    Raises:
        KnowledgeError: A file that does not load; names place and remedy.
    """
    return tuple(
        _negative(PurePosixPath(path).name, value, f"{path}.yaml", vocabulary) for path, value in sorted(files.items())
    )


def _negative(id_: str, value: Any, place: str, vocabulary: Vocabulary) -> Negative:
    node = Node(value, place)
    sources, as_of = read_sources(node), node.window("as_of")
    if as_of is None:
        raise node.fail("`as_of` is a day, a month or a year: a negative without its time says nothing")
    told = Negative(
        id=id_,
        places=node.words("places"),
        roles=node.words("roles", vocabulary.set("roles")),
        says=node.texts("says"),
        as_of=as_of,
        source=source_of(node, sources),
    )
    for code in told.places:
        if vocabulary.place(code) != code:
            raise node.fail(f"places: `{code}` is not a code of ISO 3166")
    node.done()
    return told
