"""Purchase lines by the thousand: phrases x makers and badges x ways of writing x languages, from a seed.

Seeds 1 to 50 are for development, 1001 to 1050 for tests. **Nobody tunes on the test seeds**: no rule, word list or threshold is
changed because of a line that only they show. A quarter of all phrases, names and numbers appears under test seeds alone.
The same seed gives the same lines, whatever else was generated before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tools.accuracy.lines import disturb
from tools.accuracy.lines.draw import DEV, TEST, Draw
from tools.accuracy.lines.labelled import Line
from tools.accuracy.lines.writers import WRITERS, Draft, phrases

__all__ = ["DEV", "SHARES", "TEST", "generate"]
SHARES = {
    "plain": 32,
    "catalogue": 8,
    "spare": 9,
    "service": 9,
    "removal": 11,
    "mention": 11,
    "several": 4,
    "cue": 6,
    "columns": 7,
    "relabel": 13,
    "other": 14,
    "trap": 10,
    "ordinary": 14,
}
"""Lines of each kind a seed."""
COUNTED = frozenset({"buy", "spare_or_licence", "removal", "goods", "lookalikes"})  # lines that state a quantity


def generate(seeds: Iterable[int]) -> Iterator[Line]:
    """The lines of these seeds, seed by seed."""
    for seed in seeds:
        yield from _of_seed(seed)


def _of_seed(seed: int) -> Iterator[Line]:
    draw = Draw(seed)
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    draw.rng.shuffle(kinds)
    for place, kind in enumerate(kinds, 1):
        lang = draw.language()
        yield _line(f"{seed}-{place:03}", kind, lang, WRITERS[kind](draw, lang), draw)


def _line(id_: str, kind: str, lang: str, draft: Draft, draw: Draw) -> Line:
    text, kept = _written(draft, lang, draw)
    return Line(
        id=id_,
        shown={
            "description": disturb.cut(text, kept, draw.rng) if draw.rng.random() < 0.2 else text,
            **dict(draft.cells),
        },
        lang=lang,
        maker=draft.maker,
        action=draft.action,
        kind=kind,
        any_of=draft.any_of,
        also=draft.also,
        why=draft.why,
    )


def _written(draft: Draft, lang: str, draw: Draw) -> tuple[str, str]:
    """The text with place and count behind it, and the deciding words, both written the same way."""
    is_counted = draft.action in COUNTED or draft.why in COUNTED
    count = draw.one(phrases()["counts"][lang]) if is_counted else ""
    tail = count.replace("{n}", str(draw.rng.choice((1, 2, 4, 6, 10, 12, 24)))) + draw.one(phrases()["places"][lang])
    way = disturb.way(draw.rng)
    text, kept = disturb.written(draft.text + tail, way), disturb.written(draft.kept, way).strip("[]*")
    if lang == "fr" and draw.rng.random() < 0.4:
        text, kept = disturb.without_accents(text), disturb.without_accents(kept)
    return text, kept.removeprefix("00010 ")
