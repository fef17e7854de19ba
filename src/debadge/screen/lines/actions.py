"""What a line does with one name in it: the words before it, right before it and behind it decide, in that order of weight.

"Removal and disposal of 20 Hikvision cameras", "Hikvision camera repair", "bracket compatible with Hikvision": an English line has
its main word at the end, a French or Chinese one at the beginning, and a coordinated pair ("supply and maintain") counts together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from debadge.identify.asides import Asides
from debadge.model.screening import NEUTRAL, ActionRule, Places

_SENTENCE = re.compile(
    r"[;!?\n。；！]|(?<![\s.](?:in|no|ex))(?<!incl)(?<!excl)(?<!nos)(?<!qty)(?<!mod)(?<!max)(?<!min)(?<!ext)(?<!int)(?<!etc)(?<!inc)(?<!ltd)(?<!co)(?<!cam)(?<!eq)(?<!equip)"
    r"(?<!approx)(?<!maint)(?<!serv)(?<!mfr)(?<!mfg)(?<!repl)\.\s"
)
"""A point behind an abbreviation ends no sentence."""
_CLAUSE = re.compile(r"[,;:*()（），。；]|\.\s|\s[-\u2013\u2014|/]\s")
_EXTRAS = re.compile(
    r"(?<!\w)(?:with|w/|c/w|incl\w*|including|avec|y compris|and|et|plus|for|pour|on|sur|in|dans|at|from|to(?! be)|by|par|as|or|ou)(?!\w)|[+&]|含|包括|带|附"
)
_INCLUDED = re.compile(r"(?<!\w)(?:included?|incluse?s?|comprise?s?|fournie?s?|en sus|extra)(?!\w)(?! (?:by|par))")
_OFTEN = re.compile(
    r"(?:(?:annual|yearly|quarterly|monthly|semi-?annual|preventi(?:ve|tative)|corrective|full|complete|system|on-?site|scheduled|emergency|annuell?e?|mensuell?e?|"
    r"trimestriell?e?|preventi(?:f|ve)|is|are|to be|for|pour|a)\s+)*"
)
_SEGMENT = 4  # words: a short segment behind a mark says what the line is: "Hikvision NVR - repair"
_JOINED = re.compile(r"[\s,/&+-]*(?:(?:and|or|et|ou|the|la|le|les|及|和|与|與|、|并|並)[\s,/&+-]*)*")
_OF = re.compile(
    r"[\s,/&+-]*(?:(?:and|or|et|ou|the|of|de|des|du|la|le|les|d.|to|on|for|pour|f/|及|和|与|與|、|并|並)[\s,/&+-]*)*"
)
_FILL = re.compile(
    r"(?:[\s,.'\"\u2019(:/-]|\d+|(?<!\w)(?:the|an?|any|all|our|your|existing|current|old|new|other|another|either|or|and|both|brand|branded|make|made|model|"
    r"type|series|ip|cctv|by|from|of|le|la|les|l|des?|du|d|une?|tous?|toutes?|marque|modele|existante?s?|manufactured|supplied|sourced|produced|fabriquee?s?|par|ou|et|product|produits?|products|equipment|"
    r"equipements?|devices?|systems?|systemes?|appareils?|materiel|gear|intelligente?s?|smart|network|reseau|wireless|sans fil|portable|portatifs?|ethernet|mobile|units?|x)(?!\w)|[的之或和与及])*"
)
_PART_BEFORE_THING = re.compile(r"^(?:[\s-]+(?!(?:for|pour|de|des|du|d|of|to|per|par|on|sur)\b)\w+)?[\s-]+$|^$")
_REPLACING = re.compile(r"replac|remplac|更换|更換|change")
_PASSIVE = re.compile(
    r"(?:supplied|provided|furnished|fournie?s?|is|are|be|being|will|shall|must|to be|not|a|doivent|doit|devant|ne|non|pas)(?!\w)"
)
_FOR = re.compile(r"(?<!\w)(?:for|pour|para|fur|fuer)(?!\w)|(?<!\w)f/|用于")
_IN_PLACE = re.compile(r"(?<!\w)(?:with|by|par|avec)(?!\w)|为|為")
_LIST = re.compile(r"[\s,/&、，]*(?:(?:and|or|et|ou|nor|ni|和|或|及|与)[\s,/]*)?")
_COUNTED = re.compile(r"[,;+]\s*\d+\s")
_ITEM = re.compile(r"[,;+&]|(?<!\w)(?:and|et|plus)(?!\w)")
PART = "spare_or_licence"


@dataclass(frozen=True, slots=True)
class Role:
    """What the line does with a name, and the words that say so."""

    action: str
    word: str | None  # as written, in plain small letters; None: nothing says otherwise
    place: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    action: str
    start: int
    end: int
    word: str


class Actions:
    """The action words, compiled by place."""

    def __init__(self, rules: Iterable[ActionRule], places: Places, asides: Asides) -> None:
        """Compile them; ``asides`` knows which parts are features of a thing."""
        self._asides = asides
        signs = "|".join(map(re.escape, places.signs))
        self._place_behind = re.compile(rf"[\s-]{{0,2}}(?:{'|'.join(places.behind)})(?!\w)|(?:{signs})")
        self._place_before = re.compile(rf"(?<!\w)(?:{'|'.join(places.before)}) (?:de |des |du |d.)?(?:la |l.)?$")
        self._by_place: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for rule in rules:
            self._by_place.setdefault(rule.place, []).append((rule.action, _pattern(rule)))

    def role(
        self, line: str, span: tuple[int, int], others: Sequence[tuple[int, int]], things: Sequence[tuple[int, int]]
    ) -> Role:
        """What the line does with the name that stands at ``span``.

        Args:
            line: The text in plain small letters.
            span: Of the name, the number behind it included.
            others: Spans of all names and numbers in the line.
            things: Spans of words for kinds of equipment: "camera", "switch".
        """
        begin, stop = _sentence(line, *span)
        span = (span[0], _end_of_list(line, span, others))
        before, behind = line[begin : span[0]], self._own(line, span[1], stop, others)
        named = [(start - begin, end - begin) for start, end in others if begin <= start and end <= span[0]]
        kinds = [(start - begin, end - begin) for start, end in things if begin <= start and end <= span[0]]
        close = self._close(_blank(before, named), kinds)
        if close is not None:
            return Role("mention", close, "close")
        after = self._behind(behind, [(s - span[1], e - span[1]) for s, e in things if s >= span[1] and e <= stop])
        ahead = self._ahead(before, kinds, named)
        told = _weigh(after, ahead)
        if told.word is None and told.place is None and (purpose := self._purpose(_blank(before, named), kinds)):
            return Role("mention", purpose, "close")
        return told

    def _purpose(self, before: str, kinds: Sequence[tuple[int, int]]) -> str | None:
        """Whether the line is about something else that is for what is named: "wiring for the Hikvision recorder"."""
        bare = _blank(before, kinds)
        for hit in _FOR.finditer(bare):
            if before[: hit.start()].strip() and _FILL.fullmatch(bare, hit.end()):
                return hit[0]
        return None

    def _own(self, line: str, end: int, stop: int, others: Sequence[tuple[int, int]]) -> str:
        """What stands behind a name before the next one, without what belongs to that: "to replace", "compatible with"."""
        following = min((start for start, _ in others if start > end), default=None)
        if following is None or following >= stop:
            return line[end:stop]
        between = line[end:following]
        hits = (
            hit
            for _, pattern in self._by_place["close"]
            for hit in pattern.finditer(between)
            if _FILL.fullmatch(between, hit.end())
        )
        return between[: min((hit.start() for hit in hits), default=len(between))]

    def speaks(self, text: str) -> bool:
        """Whether words for an action stand in a text in plain small letters."""
        return any(one.action != NEUTRAL for one in (*self._found("ahead", text), *self._found("behind", text)))

    def _close(self, before: str, kinds: Sequence[tuple[int, int]]) -> str | None:
        bare = _blank(before, kinds)
        for _, pattern in self._by_place["close"]:
            for hit in pattern.finditer(bare):
                if _FILL.fullmatch(bare, hit.end()):
                    return hit[0]
        return None

    def _behind(self, behind: str, things: Sequence[tuple[int, int]]) -> Role | None:
        cut = _CLAUSE.search(behind)
        clause = behind[: cut.start() if cut else len(behind)]
        extra = _EXTRAS.search(clause)
        told = self._asides.without("feature", clause[: extra.start() if extra else len(clause)])
        if _INCLUDED.search(clause):
            told = ""
        found = [
            one for one in self._found("behind", told) if one.action != PART or not _is_before_thing(told, one, things)
        ]
        if extra:
            passive = [
                one
                for one in self._found("behind", clause)
                if one.start >= extra.start() and _PASSIVE.match(clause, one.start)
            ]
            found = passive or found
        if not found and cut:
            found = self._segments(behind[cut.start() :])
        if not found:
            return None
        said = [one for one in found if one.action == "mention"]  # "compatible bracket", "replacement plan"
        last = max(said or found, key=lambda one: (one.end, one.end - one.start))
        if not last.word.isascii():  # Chinese has its main word first: "维修 硬盘更换"
            last = min(said or found, key=lambda one: one.start)
        return Role(last.action, last.word, "behind")

    def _segments(self, behind: str) -> list[_Found]:
        """Short segments that are nothing but words of an action: "(maintenance)", "- à retirer"."""
        for piece in _CLAUSE.split(behind):
            bare = piece.strip()
            if _INCLUDED.search(bare):
                continue
            if _EXTRAS.match(bare):
                break  # "incl. installation and training": what comes with the thing
            if 0 < len(bare.split()) <= _SEGMENT:
                found = [
                    one
                    for one in self._found("behind", bare)
                    if one.action != PART and _OFTEN.fullmatch(bare[: one.start])
                ]
                if found:
                    return found
        return []

    def _ahead(self, before: str, kinds: Sequence[tuple[int, int]], named: Sequence[tuple[int, int]]) -> Role | None:
        found = _longest(self._found("ahead", before))
        parts = [one for one in found if one.action == PART and _is_head(before, one, kinds)]
        verb = self._verb(before, [one for one in found if one.action != PART], named)
        if parts and (verb is None or verb.action == "buy"):
            return Role(PART, parts[-1].word, "ahead")
        if parts and verb is not None and verb.word and _REPLACING.match(verb.word):
            return Role("service", f"{verb.word} {parts[-1].word}", "ahead")  # "replace the fan in a switch"
        return verb

    def _verb(self, before: str, found: Sequence[_Found], named: Sequence[tuple[int, int]]) -> Role | None:
        """What the nearest words for an action say, together with those that they are joined with."""
        chain: list[_Found] = []
        edge = len(before)
        for one in sorted(found, key=lambda one: -one.start):
            gap = before[one.end : edge]
            is_neutral = all(told.action == NEUTRAL for told in chain)
            if chain and not (_JOINED.fullmatch(gap) or (is_neutral and _OF.fullmatch(gap))):
                if is_neutral:  # "removal of cameras and installation of": a verb phrase of its own
                    chain.append(_Found("buy", edge, edge, ""))
                break
            chain.append(one)
            edge = one.start
        told = [one for one in chain if one.action != NEUTRAL]
        if not told:
            return None
        best = min(told, key=lambda one: _ORDER.index(one.action))
        if best.action == "removal" and any(_IN_PLACE.search(before, end) for start, end in named if start >= best.end):
            return Role("buy", None, "ahead")  # "replace Hikvision cameras with Axis"
        first = min(found, key=lambda one: one.start)
        if first.action == "mention" and not before[: first.start].strip(" '\"(-:") and best.action != "buy":
            best = first  # "study of the removal of": the outermost word is what is bought
        return Role(best.action, best.word or None, "ahead")

    def _found(self, place: str, text: str) -> list[_Found]:
        return [
            _Found(action, hit.start(), hit.end(), hit[0])
            for action, pattern in self._by_place[place]
            for hit in pattern.finditer(text)
            if action in {NEUTRAL, PART, "buy"} or not self._is_place(text, hit)
        ]

    def _is_place(self, text: str, hit: re.Match[str]) -> bool:
        return bool(self._place_behind.match(text, hit.end()) or self._place_before.search(text[: hit.start()]))


def _end_of_list(line: str, span: tuple[int, int], others: Sequence[tuple[int, int]]) -> int:
    """Where a list of names ends: "Hikvision, Dahua and Uniview are excluded"."""
    end = span[1]
    for start, stop in sorted(others):
        if start >= end and _LIST.fullmatch(line[end:start]):
            end = stop
    return end


_ORDER = ("buy", "removal", "service", PART, "mention")
"""Of several that are joined: what costs money for the thing first."""


def _weigh(after: Role | None, ahead: Role | None) -> Role:
    """The words behind a name are its own; a part is one whoever supplies it, and work on a part is work."""
    if ahead is not None and ahead.action == "mention":
        return ahead
    if after is not None and after.action != PART:
        return ahead if ahead is not None and ahead.action == "removal" and after.action == "service" else after
    if ahead is not None and ahead.action not in {"buy", PART}:
        return ahead
    return after or ahead or Role("buy", None, None)


def _pattern(rule: ActionRule) -> re.Pattern[str]:
    longest = sorted(rule.words, key=lambda word: (-len(word), word))  # "fan kit" before "fan"
    words = rf"(?<![\w-])(?:{'|'.join(longest)})(?!\w|-free|-proof)" if rule.words else ""
    return re.compile("|".join(part for part in (words, "|".join(map(re.escape, rule.signs))) if part))


def _sentence(line: str, start: int, end: int) -> tuple[int, int]:
    begin = max((hit.end() for hit in _SENTENCE.finditer(line, 0, start)), default=0)
    stop = _SENTENCE.search(line, end)
    return begin, stop.start() if stop else len(line)


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _longest(found: Iterable[_Found]) -> list[_Found]:
    """Without those that lie inside another: "support contract" is no support."""
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def _is_before_thing(text: str, part: _Found, things: Sequence[tuple[int, int]]) -> bool:
    """Whether a part only describes the thing that follows at once: "battery camera", "licence plate camera"."""
    return any(_PART_BEFORE_THING.fullmatch(text[part.end : start]) for start, _ in things if start >= part.end)


def _is_head(before: str, part: _Found, kinds: Sequence[tuple[int, int]]) -> bool:
    """Whether a part before a name is what the line is about: "battery for", "camera bracket", and not "cable, camera"."""
    if _is_before_thing(before, part, kinds):
        return False
    if not before[: part.start].strip() and before.count(",") >= 2 and not _COUNTED.search(before, part.end):
        return True  # "BATTERY,RADIO,LI-ION,HYTERA": a catalogue that puts the noun first
    ahead = [end for start, end in kinds if end <= part.start]
    if ahead and before[max(ahead) : part.start].strip(" -"):
        return False
    other = any(_ITEM.search(before[part.end : start]) for start, _ in kinds if start > part.end)
    return not other and not _COUNTED.search(before, part.end)
