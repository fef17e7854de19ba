"""Numbers and phrases from small grammars: # is a digit from 1 to 9, (a|b) one of several, nothing else is special."""

from __future__ import annotations

import re
from random import Random

_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")  # brackets without a bar stand for themselves


def expand(grammar: str, rng: Random) -> str:
    """One text of the grammar."""
    while found := _CHOICE.search(grammar):
        grammar = grammar[: found.start()] + rng.choice(found[1].split("|")) + grammar[found.end() :]
    return re.sub("#", lambda _: str(rng.randint(1, 9)), grammar)
