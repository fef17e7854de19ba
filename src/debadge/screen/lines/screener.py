"""One purchase line: the goods that it names, identified by the same rules as a device, the ones that count first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from debadge.identify.identify import Identifier
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject
from debadge.model.screened import NOTHING_NAMED, Goods, LineAnswer, LineCells
from debadge.model.screening import LineWords
from debadge.model.words import Basis, Grade
from debadge.screen.lines.goods import Good
from debadge.screen.lines.hints import Hints
from debadge.screen.lines.namings import NAME, NUMBER, PROGRAM
from debadge.screen.lines.reading import LineReader, Reading
from debadge.screen.lines.role import PART, Role
from debadge.screen.lines.several import merged, ranked
from debadge.screen.lines.stretches import MAX_TEXT

MAX_CACHED = 5_000  # answers; a purchase file says the same thing again and again
_ORDER = ("buy", "spare_or_licence", "service", "removal")
_LINE = Origin(tool="screen", method="record", locator="")
_SUBJECT, _PROGRAM = Subject(kind="purchase_line", row="line"), Subject(kind="component", row="line")
RETURNED = "qty < 0"  # stands for the word that says so
_BETWEEN = " ; "  # texts of several columns stay sentences of their own


class LineScreener:
    """Ready to be asked; equal cells are asked once."""

    def __init__(self, identifier: Identifier, words: LineWords, listed: Collection[str]) -> None:
        """Take the knowledge; ``listed`` has the makers and parties that some rule names."""
        self._identifier, self._listed = identifier, frozenset(listed)
        self._reader = LineReader(identifier, words, listed)
        self._hints = Hints(identifier.badges, identifier.signals)
        self._cache: dict[LineCells, LineAnswer] = {}

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each of many texts may name somebody; of one that may not, `screen` finds nothing."""
        return self._reader.may_name(texts)

    def screen(self, cells: LineCells) -> LineAnswer:
        """The answer for the cells of one line."""
        if cells.part_number and not self.may_name((cells.part_number,))[0]:
            cells = replace(cells, part_number="")  # it names nobody, and is another on every line
        answer = self._cache.get(cells)
        if answer is None:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            answer = self._cache[cells] = self._screen(cells)
        return answer

    def _screen(self, cells: LineCells) -> LineAnswer:
        named = self._reader.makers_of(cells.maker, _shown(cells)) if cells.maker else ()
        makers = frozenset[str]().union(*map(self._reader.whose, named))
        text = _BETWEEN.join(dict.fromkeys((*cells.texts, *_prose(cells))))
        reading = self._reader.read(text, cells.commodity, makers)
        others = self._of_others(cells, named, reading.goods)
        goods = [self._of_text(_spoken_of(good) if good in others else good) for good in reading.goods]
        if named and not cells.part_number:
            cells = replace(cells, part_number=_number_of(reading.goods, makers))
        if cells.maker or cells.part_number:
            goods = self._with_cells(cells, named, goods, lambda same: self._role(cells, reading, others, same))
        told = (replace(one, found=self._hints.weighed(one.found, is_shown=reading.is_shown)) for one in goods)
        goods = [one for one in told if one.found.maker or one.found.brand or one.found.candidates]
        if not goods:
            return NOTHING_NAMED
        goods = list(map(_sent_back, goods)) if cells.is_returned else goods
        goods = ranked(merged(goods), self._listed)
        are_several = sum(one.action != "mention" for one in goods) > 1
        return LineAnswer(
            goods=tuple(goods),
            read_as=tuple((slip.found, slip.read) for slip in reading.mended),
            quantity=goods[0].quantity if are_several else self._reader.count_of(reading.line),
        )

    def _of_text(self, good: Good) -> Goods:
        found = self._identifier.identify("line", _seen(self._observed(good)))
        # an everyday word that is a name here, or a number of several words
        if found.maker is None or _lacks_number(found, good):
            apart = self._identifier.identify("line", _seen(_as_cells(good)))
            found = apart if apart.maker or not (found.brand or found.candidates) else found
        named = _named(good) if found.maker is None and not found.conflict else None
        if named in self._identifier.makers:  # a badge of which no maker is known names none
            found = replace(found, maker=named, grade=Grade.POSSIBLE, basis=Basis.OBSERVED)
        if (good.guessed or good.is_for) and found.maker and found.grade is not Grade.UNKNOWN:
            found = replace(found, grade=Grade.POSSIBLE)
        count = self._reader.count_of(good.around)
        return Goods(action=good.role.action, word=good.role.word, text=good.text, found=found, quantity=count)

    def _observed(self, good: Good) -> Iterator[Observation]:
        yield _observation("description", good.text)
        for one in good.namings:
            if one.kind == PROGRAM:
                yield _observation("software_name", one.text, _PROGRAM)

    def _of_others(self, cells: LineCells, named: Sequence[str], goods: Sequence[Good]) -> list[Good]:
        """The parts that the text names which are somebody else's, by the column for makers."""
        if not cells.maker or self._identifier.matcher.names.is_nothing(cells.maker):
            return []
        makers = frozenset[str]().union(*map(self._reader.whose, (*named, cells.part_number)))
        return [
            good for good in goods if good.role.action == PART and not good.is_own and makers.isdisjoint(good.makers)
        ]

    def _role(self, cells: LineCells, reading: Reading, others: Sequence[Good], same: Goods | None) -> Role:
        """What the line does with the goods of its cells: by what its text says of the same ones, else by the whole text."""
        if same is None and others:
            return others[0].role
        said = Role(same.action, same.word, None) if same else None
        return self._reader.role_of_cell(reading, said, is_stated=bool(cells.maker and cells.part_number))

    def _with_cells(
        self, cells: LineCells, named: Sequence[str], goods: list[Goods], role_of: Callable[[Goods | None], Role]
    ) -> list[Goods]:
        """The goods of the cells, joined with what the text says of the same makers."""
        told: list[Goods] = []
        for maker in named or ("",):
            found = self._identifier.identify(
                "line", _seen(self._of_cells(cells, maker, goods, are_several=len(named) > 1))
            )
            if not (found.maker or found.candidates or found.conflict or maker):
                continue
            same = next((one for one in goods if _agree(one.found, found)), None)
            does = role_of(same)
            text = " ".join(part for part in (cells.maker, cells.part_number) if part)
            count = same.quantity if same else None
            told.append(
                Goods(action=does.action, word=does.word, text=text, found=found, of_cells=True, quantity=count)
            )
            goods = [one for one in goods if one is not same]
        return [*told, *goods]

    def _of_cells(
        self, cells: LineCells, maker: str, goods: Sequence[Goods], *, are_several: bool
    ) -> Iterator[Observation]:
        """What the cells say of one maker that they name; of a cell that names nobody who is known, ``maker`` is empty."""
        if maker or (cells.maker and not any(one.found.maker in self._listed for one in goods)):
            yield _observation("brand_string", maker or self._reader.respelled(cells.maker))
        number = self._reader.respelled(cells.part_number)
        if not maker:
            number = self._reader.number_of(number, _shown(cells), alone=not cells.maker) or ""
        if number and not (are_several and not self._reader.is_of(number, maker)):
            yield _observation("model_string", number)
        if cells.commodity:
            yield _observation("device_class_string", cells.commodity)
        if cells.texts:
            yield _observation("device_class_string", cells.texts[0])


def _number_of(goods: Iterable[Good], makers: frozenset[str]) -> str:
    """The number of goods of some makers that a text names, the surest; not one that a part is for, or only spoken of."""
    own = (good for good in goods if good.role.action != "mention" and (good.role.action != PART or good.is_own))
    told = [one for good in own for one in good.namings if one.is_of(makers)]
    return max(told, key=lambda one: one.is_sure).text if told else ""


def _spoken_of(good: Good) -> Good:
    """A part for the goods that somebody else makes: they are only spoken of."""
    return replace(good, role=Role("mention", good.role.word, good.role.place))


def _prose(cells: LineCells) -> Iterator[str]:
    """Cells for maker or number that are longer than any: what stands in them is text."""
    return (cell for cell in (cells.maker, cells.part_number) if len(cell) > MAX_TEXT)


def _shown(cells: LineCells) -> str:
    """The cells that may show a kind of equipment."""
    return " ".join((*cells.texts, cells.commodity))


def _sent_back(one: Goods) -> Goods:
    """Goods of a line with a quantity below 0: what it would buy goes back."""
    return replace(one, action="removal", word=RETURNED) if one.action in {"buy", "spare_or_licence"} else one


def _observation(field: str, value: str, subject: Subject = _SUBJECT) -> Observation:
    return Observation(subject=subject, field=field, value=value, origin=_LINE, collected=None)


def _as_cells(good: Good) -> Iterator[Observation]:
    for one in good.namings:
        if one.kind != PROGRAM:
            yield _observation("brand_string" if one.kind == NAME else "model_string", one.text)


def _seen(several: Iterable[Observation]) -> list[tuple[str, Observation]]:
    return [(str(number), one) for number, one in enumerate(several)]


def _lacks_number(found: Identification, good: Good) -> bool:
    """Whether `identify` leaves out the number of goods that have a name and a number."""
    return found.model is None and {NAME, NUMBER} <= {one.kind for one in good.namings}


def _named(good: Good) -> str | None:
    """The one maker that names and numbers mean, where `identify` names nobody by the text alone.

    A number of one line of a badge means nobody without the badge: others may number so, too.
    """
    keys = {one.key for one in good.namings if one.kind == NAME}
    signals = [signal for one in good.namings for signal in one.signals]
    if not keys and all(signal.strength == "line" for signal in signals):
        return None
    return next(iter(good.makers)) if len(good.makers) == 1 and keys <= good.makers else None


def _agree(one: Identification, other: Identification) -> bool:
    return bool(_makers(one) & _makers(other)) or (one.brand is not None and one.brand == other.brand)


def _makers(found: Identification) -> set[str]:
    return {candidate.maker for candidate in found.candidates} | ({found.maker} if found.maker else set())
