"""Where a text names a kind of equipment: "camera", "switch"; beside one a name or number is meant that means nothing alone."""

from __future__ import annotations

import re

from debadge.identify.rules import Rules
from debadge.model.screening import Spellings

_CLASSES = "device_class_string"
Span = tuple[int, int]


class Things:
    """The kinds of equipment, ready to be looked for in plain small letters."""

    def __init__(self, rules: Rules, spellings: Spellings) -> None:
        """Take what reads kinds, and the words that show none."""
        self._rules = rules
        self._no_things = re.compile(rf"(?<!\w)(?:{'|'.join(spellings.no_things)})(?!\w)")
        self._vague, self._vaguest = frozenset(spellings.vague), frozenset(spellings.vaguest)

    def classes(self, line: str) -> list[Span]:
        """Where device classes are named."""
        return [(start, end) for _, start, end in self._rules.places(_CLASSES, self._bare(line))]

    def places(self, line: str) -> list[Span]:
        """Where device classes and other kinds of equipment are named."""
        others = self._rules.places("description", self._bare(line))
        return self.classes(line) + [(start, end) for signal, start, end in others if signal.says.get("thing")]

    def kinds(self, line: str) -> frozenset[str]:
        """The device classes that are named."""
        return frozenset(signal.says["device_class"] for signal, *_ in self._rules.places(_CLASSES, self._bare(line)))

    def are_shown(self, line: str, places: list[Span]) -> bool:
        """Whether one of the places shows what is bought, and is no "kit"."""
        return any(line[start:end] not in self._vague for start, end in places)

    def stand_in(self, *texts: str) -> bool:
        """Whether a kind stands in short texts right beside a name, be it as vague as "scanner"."""
        return any(text[start:end] not in self._vaguest for text in texts for start, end in self.places(text))

    def is_commodity(self, text: str) -> bool:
        """Whether a column for the kind of goods names a device class."""
        return bool(text) and any(self._rules.search(_CLASSES, self._bare(text.lower()).encode()))

    def _bare(self, line: str) -> str:
        """The line without phrases that hold a word for equipment and are none; places stay the same."""
        return self._no_things.sub(lambda hit: "_" * len(hit[0]), line)
