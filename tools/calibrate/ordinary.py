"""The table of words of ordinary suppliers, from a list of their names: which words stand in at least eight of them."""

# ruff: noqa: E501  # the head of a file, as it is written

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from debadge.flow.world import World
from debadge.knowledge.screening import name_words
from debadge.screen.names.reading import Reader, spread

AT_LEAST = 8  # names: a word of fewer says nothing about what is common, and may be a person's name
HEAD = """\
# In how many of {names:,} names of ordinary suppliers a word stands, for words of at least {least} of them: what is common says little.
# Words as they are compared: legal forms off, spellings of one word under one. Made by `python -m tools.calibrate ordinary FILE`.
sources:
  vendors: {{title: "Government of Canada, proactive disclosure of contracts: a random part of the supplier names, through the public repository GoC-Spending/contracts-data at 6e6e454 (data/testing/2022-07-09-all-vendors.csv). Contains information licensed under the Open Government Licence - Canada", url: "https://open.canada.ca/en/open-government-licence-canada", published: 2022-07-09, read: 2026-11-22, grade: third_party}}
source: vendors
names: {names}
counts:
"""


def table(names: Iterable[str]) -> str:
    """The file ``ordinary.yaml``."""
    words = name_words(World.load().pack)
    reader = Reader(replace(words, ordinary={}, ordinary_names=1))
    counts: Counter[str] = Counter()
    number = 0
    for name in names:
        number += 1
        counts.update(set(spread(reader.read(name).forms)))
    by_count = defaultdict(list)
    for word, times in counts.items():
        if times >= AT_LEAST and len(word) > 1:
            by_count[times].append(word)
    lines = (f'  {times}: "{" ".join(sorted(by_count[times]))}"\n' for times in sorted(by_count, reverse=True))
    return HEAD.format(names=number, least=AT_LEAST) + "".join(lines)


def write(path: Path, out: Path) -> None:
    """From a text file, one name a line."""
    out.write_text(table(line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()), "utf-8")
