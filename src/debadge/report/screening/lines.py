"""Purchase lines for people: what each does with whose goods, and the rule that decides; the rest is counted."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice, zip_longest
from typing import Any

from debadge.model.observation import Reject, Skip
from debadge.model.screened import Goods, Judgement, Screened
from debadge.model.supplier import Supplier
from debadge.report.csv import safe
from debadge.report.reading.answers import Reply
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording
from debadge.report.screening.aside import skip_told
from debadge.report.terminal.columns import WIDTH, indented, laid_out

_WIDTHS = (6, 11, 6, 38, 11)  # line, what it does, may it, whose goods, grade: 80 with gaps of two
_RIGHTS = (True, False, False, False, False)
_INDENT = " " * (sum(_WIDTHS[:3]) + 6)
MOST_RULES = 3  # lines under one row; the others are counted
MOST_SKIPS = 20  # rows that are no lines, in their place; all are counted
_UNSHOWN = frozenset({"blank_row", "title_row"})  # that nobody takes for lines
COLUMNS = (
    *(
        "line",
        "locator",
        "maker",
        "entity",
        "brand",
        "model",
        "device_class",
        "quantity",
        "action",
        "grade",
        "conflict",
        "also",
    ),
    *("reply", "as_of", "until", "day_of", "regime", "measure", "act", "outcome", "questions", "citation", "supplier"),
    *("supplier_answer", "supplier_list", "supplier_ref", "rejected"),
)
Listed = Callable[[Goods], bool]  # whether a rule names the maker of goods, or somebody who stands behind it


def table_lines(
    answers: Iterable[Screened | Reject | Skip], head: str, words: Wording, listed: Listed, *, everything: bool
) -> Iterator[str]:
    """The table, line by line; only lines with goods of makers that a rule names, unless everything is asked for."""
    told, skips = iter(answers), 0
    first = list(islice(told, 1))  # a file that cannot be read is told before anything is shown
    yield from (f"{line}\n" for line in (*indented(harmless(head), "", "  "), ""))
    heads = [words.say(f"screen_lines.column.{name}") for name in ("line", "action", "reply", "what", "grade")]
    yield from (f"{line}\n" for line in (*laid_out(heads, _WIDTHS, _RIGHTS), "-" * WIDTH))
    for one in chain(first, told):
        if isinstance(one, Skip):
            skips += one.reason not in _UNSHOWN
            if one.reason not in _UNSHOWN and (everything or skips <= MOST_SKIPS):
                yield from (f"{line}\n" for line in indented(skip_told(one, words), "     - ", "       "))
        elif isinstance(one, Reject):
            yield from (f"{line}\n" for line in indented(words.refusal(one), "     ! ", "       "))
        elif everything or any(map(listed, one.answer.goods)) or (one.supplier and one.supplier.shows):
            yield from (f"{line}\n" for line in _row(one, words))


def _row(one: Screened, words: Wording) -> Iterator[str]:
    main = one.answer.main
    if main is None:
        yield from laid_out([str(one.number), "-", "", words.say("screen_lines.nobody"), ""], _WIDTHS, _RIGHTS)
        yield from _supplier(one.supplier, words)
        return
    reply = words.word("question", Reply(one.judgement.reply)) if one.judgement else ""
    what, grade = counted_goods(main, one, words), words.word("grade", main.found.grade)
    cells = [str(one.number), words.word("action", main.action), reply, what, grade]
    yield from laid_out([harmless(cell) for cell in cells], _WIDTHS, _RIGHTS)
    for told in (*others_told(one, words), *judged_told(one.judgement, words)):
        yield from indented(harmless(told), _INDENT, _INDENT + "  ")
    yield from _supplier(one.supplier, words)


def counted_goods(main: Goods, one: Screened, words: Wording) -> str:
    """The goods that a line is about, and how many of them where it says so."""
    goods = goods_told(main, one.model, words)
    return goods if one.quantity is None else words.say("screen_lines.goods", goods=goods, count=f"{one.quantity:g}")


def others_told(one: Screened, words: Wording) -> Iterator[str]:
    """The other goods of a line, and whether each may be had."""
    replies = one.judgement.replies[1:] if one.judgement else ()
    for other, reply in zip_longest(one.answer.goods[1:], replies):
        told = {"action": words.word("action", other.action), "goods": goods_told(other, None, words)}
        if reply in (None, Reply.NONE):
            yield words.say("screen_lines.also", **told)
        else:
            yield words.say("screen_lines.also.judged", **told, reply=words.word("question", Reply(reply)))


def judged_told(judgement: Judgement | None, words: Wording) -> Iterator[str]:
    """The first rules about the goods of a line, how many more there are, and of which day where that is in doubt."""
    if judgement is None:
        return
    for finding in judgement.findings[:MOST_RULES]:
        asked = ", ".join(words.word("test", test) for test in finding.questions)
        act, outcome = words.word("doing", finding.act or "-"), words.outcome(finding)
        told = words.say("screen_lines.rule", act=act, outcome=outcome, regime=finding.regime)
        yield f"{told} ({asked})" if asked else told
    if (more := len(judgement.findings) - MOST_RULES) > 0:
        yield words.counted("report.rules.more", more)
    if judgement.as_of != judgement.until:
        yield words.say("screen_lines.days", first=judgement.as_of, last=judgement.until)
    if judgement.day_of == "unread":
        yield words.say("screen_lines.day_unread", day=judgement.as_of)


def _supplier(one: Supplier | None, words: Wording) -> Iterator[str]:
    """The supplier of a line, where it is like a named party."""
    if one is None or not one.shows:
        return
    for text in supplier_told(one, words):
        yield from indented(harmless(text), _INDENT, _INDENT + "  ")


def supplier_told(one: Supplier, words: Wording) -> Iterator[str]:
    """Who it is like, and who dismissed that."""
    told, answer = one.plain, words.say(f"screen.answer.{one.answer}")
    if told["name"]:
        like = {key: told[key] for key in ("name", "list", "ref")}
        yield words.say("screen_desk.supplier", query=told["query"], answer=answer, **like)
    else:
        yield words.say("screen_desk.supplier.bare", query=told["query"], answer=answer)
    if one.plain["dismissed"]:
        decided = {key: one.plain["dismissed"][key] for key in ("by", "when", "why")}
        yield words.say("screen_desk.dismissed", **decided)
    if told.get("revived"):
        yield words.say(f"screen_desk.revived.{told['revived']}")


def goods_told(goods: Goods, model: str | None, words: Wording) -> str:
    """The name that people know them by, and who made them where that is somebody else."""
    found = goods.found
    if found.conflict:
        return words.say(
            "report.what.conflict",
            thing=goods.text,
            makers=words.makers((c.maker for c in found.candidates), "report.and"),
        )
    maker = words.name(found.maker) if found.maker else None
    thing = " ".join(part for part in (found.brand or maker, model or found.model) if part) or goods.text
    if maker is None:
        makers = [candidate.maker for candidate in found.candidates]
        return words.say("report.what.leads", thing=thing, makers=words.makers(makers)) if makers else thing
    if found.brand and found.brand.casefold() != maker.casefold() and found.basis and found.basis.value == "inferred":
        return words.say("report.what.badge", thing=thing, maker=maker)
    return thing


class _Echo:
    """Hands back what the writer would have written."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Echo(), lineterminator="\r\n")


def csv_head() -> str:
    """The headings of the CSV (RFC 4180)."""
    return str(_WRITER.writerow(COLUMNS))


def csv_row(one: Screened | Reject) -> str:
    """One line of the CSV: its worst finding beside it; no cell that a spreadsheet would calculate."""
    if isinstance(one, Reject):
        cells: dict[str, object] = {"locator": one.locator, "rejected": one.reason}
    else:
        plain = one.plain()
        cells = {key: plain[key] for key in COLUMNS if key in plain}
        cells["also"] = " ".join(f"{other['maker'] or other['brand']}:{other['action']}" for other in plain["also"])
        judged = plain["judged"] or {"findings": []}
        first: Mapping[str, Any] = next(iter(judged["findings"]), {})
        cells |= {key: judged.get(key, "") for key in ("reply", "as_of", "until", "day_of")}
        cells |= {key: first.get(key, "") for key in ("regime", "measure", "act", "outcome", "citation")}
        supplier = plain["supplier"] or {}
        cells |= {"supplier": supplier.get("query")}
        cells |= {f"supplier_{key}": supplier.get(key) for key in ("answer", "list", "ref")}
        cells["questions"] = " ".join(first.get("questions", ()))
    return str(_WRITER.writerow([safe(_text(cells.get(key, ""))) for key in COLUMNS]))


def _text(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value
