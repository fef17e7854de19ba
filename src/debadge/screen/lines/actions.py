"""What a line does with one name in it: the words before it, right before it and behind it decide.

"Removal and disposal of 20 Hikvision cameras", "Hikvision camera repair", "bracket compatible with Hikvision": an English
line has its main word at the end, a French or Chinese one at the beginning, and a pair ("supply and maintain") counts together.
"""

from __future__ import annotations

from collections.abc import Iterable

from debadge.identify.asides import Asides
from debadge.model.screening import NEUTRAL, LineWords
from debadge.screen.lines.ahead import Ahead, Spans, describes
from debadge.screen.lines.behind import Behind
from debadge.screen.lines.connectives import Joints
from debadge.screen.lines.exchange import IN, OUT, Exchanged, Side
from debadge.screen.lines.items import Items
from debadge.screen.lines.role import PART, PUT_UP, Role, weigh
from debadge.screen.lines.spotting import Spotter


class Actions:
    """The action words, compiled."""

    def __init__(self, words: LineWords, asides: Asides) -> None:
        """Compile them; ``asides`` knows which parts are features of a thing."""
        self._joints = Joints(words.connectives)
        self._spotter = Spotter(words.rules, words.places, self._joints.no_endings)
        items = Items(words.connectives)
        self._ahead = Ahead(self._spotter, self._joints, items)
        self._behind = Behind(self._spotter, self._joints, asides, items)
        self._exchanged = Exchanged(words.exchanges, self._joints.filling, words.connectives.old)

    def role(self, line: str, span: tuple[int, int], others: Spans, things: Spans, *, is_counted: bool = False) -> Role:
        """What the line does with the name that stands at ``span``.

        Args:
            line: The text in plain small letters.
            span: Of the name, the number behind it included.
            others: Spans of all names and numbers in the line.
            things: Spans of words for kinds of equipment: "camera", "switch".
            is_counted: The goods have a number and a count: other items of the line say nothing of them.
        """
        begin, stop = self._joints.sentence_at(line, *span)
        start, end = span[0], self._end_of_list(line, span[1], others)
        before, behind = line[begin:start], self._own(line, end, stop, others)
        named = [(s - begin, e - begin) for s, e in others if begin <= s and e <= start]
        kinds = [(s - begin, e - begin) for s, e in things if begin <= s and e <= start]
        unnamed = _blank(before, named)
        bare = _blank(_blank(before, [one for one in named if before[one[1] :].lstrip()[:1] != ":"]), kinds)
        side = self._side(line, (begin, start, end, stop), others, behind)
        edge = side.edge if side and side.side == IN else 0
        close = next((hit for hit in self._spotter.close(bare) if self._joints.is_filling(bare, hit.end())), None)
        if close is not None and close.start() >= edge:
            return Role("mention", close[0], "close")
        follow = [(s - end, e - end) for s, e in things if s >= end and e <= stop]
        after = self._behind.read(behind, follow, is_counted=is_counted)
        if side is not None:
            return self._exchange(side, after)
        told = weigh(after, self._ahead.read(before, kinds, is_counted=is_counted))
        if told.action == "removal" and self._joints.returning.search(behind):
            return Role("service", told.word, told.place)
        if told.word is None and told.place is None and (purpose := self._purpose(unnamed, bare)):
            return Role("mention", purpose, "close")
        if told.action == "buy" and told.word is None and (there := self._there(before, behind)):
            return Role("mention", there, "ahead")
        return told

    def _there(self, before: str, behind: str) -> str | None:
        """The words by which a sentence only says what is there already: "the site currently has 12 Dahua cameras"."""
        told = self._joints.there.search(before) or self._joints.there_behind.search(behind)
        return told[0] if told else None

    def _side(self, line: str, places: tuple[int, int, int, int], others: Spans, behind: str) -> Side | None:
        """On which side of an exchange the name stands, where no other verb stands between."""
        begin, start, end, stop = places
        named = [(s - begin, e - begin) for s, e in others if begin <= s and e <= stop]
        side = self._exchanged.side(line[begin:stop], (start - begin, end - begin), named, behind)
        if side is None or side.side != IN:
            return side
        told = self._spotter.find("ahead", line[begin + side.edge : start])
        return side if all(one.action in {"buy", NEUTRAL, PART} for one in told) else None

    def are_exchanged(self, line: str, one: tuple[int, int], other: tuple[int, int], others: Spans) -> bool:
        """Whether of what stands at two places of a sentence one goes and the other comes."""
        begin, stop = self._joints.sentence_at(line, *one)
        if other[1] > stop or not self._exchanged.may_exchange(line[begin:stop]):
            return False
        named = [(s - begin, e - begin) for s, e in others if begin <= s and e <= stop]
        sides = [
            self._exchanged.side(line[begin:stop], (s - begin, e - begin), named, line[e:stop]) for s, e in (one, other)
        ]
        return len([side for side in sides if side and side.side == IN]) == 1

    def _exchange(self, side: Side, after: Role | None) -> Role:
        """What goes is removed, what comes is bought, and is a part where a part goes."""
        if after is not None and after.action in {PART, "mention"} and after.word != side.word:
            return after
        is_part = any(one.action == PART for one in self._spotter.find("ahead", side.object))
        if side.side == OUT:
            return Role("removal", side.word, "ahead")
        return Role(PART if is_part else "buy", side.word if is_part else None, "ahead")

    def stated(self, role: Role) -> Role:
        """What a line does with goods that it states, by a text that does not name them: nothing vague takes them away."""
        is_vague = role.action == "mention" or role.place == PUT_UP
        if is_vague or (role.action == "removal" and self._joints.replacing.match(role.word or "")):
            return Role("buy", None, None)
        return role

    def speaks(self, text: str) -> bool:
        """Whether words for an action stand in a text in plain small letters."""
        return any(True for _ in self._spotter.spoken(text))

    def parts(self, text: str, things: Spans, *, is_own: bool) -> bool:
        """Whether words for an action stand between a name and its number, so that these are not one.

        Args:
            text: What stands there, in plain small letters.
            things: Kinds of equipment in it: parts that only describe one say nothing, "battery radio".
            is_own: The number is that of a part that its maker makes itself.
        """
        return any(
            one.action != PART or not (is_own or describes(text, one, things, self._joints))
            for one in self._spotter.spoken(text)
        )

    def _purpose(self, unnamed: str, bare: str) -> str | None:
        """Whether the line is about something else that is for what is named: "wiring for the Hikvision recorder"."""
        for hit in self._joints.purpose.finditer(bare):
            if unnamed[: hit.start()].strip() and self._joints.is_filling(bare, hit.end()):
                return hit[0]
        return None

    def _own(self, line: str, end: int, stop: int, others: Spans) -> str:
        """What stands behind a name before the next one, without what belongs to that: "to replace", "compatible with"."""
        following = min((start for start, _ in others if start > end), default=None)
        if following is None or following >= stop:
            return line[end:stop]
        between = line[end:following]
        turns = (hit for hit in self._spotter.close(between) if self._joints.is_filling(between, hit.end()))
        return between[: min((hit.start() for hit in turns), default=len(between))]

    def _end_of_list(self, line: str, end: int, others: Spans) -> int:
        """Where a list of names ends: "Hikvision, Dahua and Uniview are excluded"."""
        for start, stop in sorted(others):
            if start >= end and self._joints.listing.fullmatch(line[end:start]):
                end = stop
        return end


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
