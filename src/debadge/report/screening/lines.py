"""Purchase lines for people: what each does with whose goods, and the rule that decides; the rest is counted."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from debadge.model.observation import Reject
from debadge.model.screened import Goods, Screened
from debadge.report.csv import safe
from debadge.report.reading.answers import Reply
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording
from debadge.report.terminal.columns import WIDTH, indented, laid_out

_WIDTHS = (6, 11, 6, 38, 11)  # line, what it does, may it, whose goods, grade: 80 with gaps of two
_RIGHTS = (True, False, False, False, False)
_INDENT = " " * (sum(_WIDTHS[:3]) + 6)
MOST_RULES = 3  # lines under one row; the others are counted
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
    *("reply", "as_of", "regime", "measure", "act", "outcome", "questions", "citation", "rejected"),
)
Listed = Callable[[Goods], bool]  # whether a rule names the maker of goods, or somebody who stands behind it


def table_lines(
    answers: Iterable[Screened | Reject], head: str, words: Wording, listed: Listed, *, everything: bool
) -> Iterator[str]:
    """The table, line by line; only lines with goods of makers that a rule names, unless everything is asked for."""
    yield from (f"{line}\n" for line in (*indented(harmless(head), "", "  "), ""))
    heads = [words.say(f"screen_lines.column.{name}") for name in ("line", "action", "reply", "what", "grade")]
    yield from (f"{line}\n" for line in (*laid_out(heads, _WIDTHS, _RIGHTS), "-" * WIDTH))
    for one in answers:
        if isinstance(one, Reject):
            yield from (f"{line}\n" for line in indented(words.refusal(one), "     ! ", "       "))
        elif everything or any(map(listed, one.answer.goods)):
            yield from (f"{line}\n" for line in _row(one, words))


def _row(one: Screened, words: Wording) -> Iterator[str]:
    main = one.answer.main
    if main is None:
        yield from laid_out([str(one.number), "-", "", words.say("screen_lines.nobody"), ""], _WIDTHS, _RIGHTS)
        return
    reply = words.word("question", Reply(one.judgement.reply)) if one.judgement else ""
    what = words.say("screen_lines.goods", goods=_goods(main, one.model, words), count=f"{one.quantity or 1:g}")
    grade = words.word("grade", main.found.grade)
    cells = [str(one.number), words.word("action", main.action), reply, what, grade]
    yield from laid_out([harmless(cell) for cell in cells], _WIDTHS, _RIGHTS)
    for other in one.answer.goods[1:]:
        also = words.say(
            "screen_lines.also", action=words.word("action", other.action), goods=_goods(other, None, words)
        )
        yield from indented(harmless(also), _INDENT, _INDENT + "  ")
    if one.judgement:
        for finding in one.judgement.findings[:MOST_RULES]:
            asked = ", ".join(words.word("test", test) for test in finding.questions)
            told = words.say(
                "screen_lines.rule",
                act=words.word("doing", finding.act or "-"),
                outcome=words.outcome(finding),
                regime=finding.regime,
            )
            yield from indented(harmless(f"{told} ({asked})" if asked else told), _INDENT, _INDENT + "  ")
        if (more := len(one.judgement.findings) - MOST_RULES) > 0:
            yield from indented(words.counted("report.rules.more", more), _INDENT, _INDENT + "  ")


def _goods(goods: Goods, model: str | None, words: Wording) -> str:
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
        cells |= {key: judged.get(key, "") for key in ("reply", "as_of")}
        cells |= {key: first.get(key, "") for key in ("regime", "measure", "act", "outcome", "citation")}
        cells["questions"] = " ".join(first.get("questions", ()))
    return str(_WRITER.writerow([safe(_text(cells.get(key, ""))) for key in COLUMNS]))


def _text(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value
