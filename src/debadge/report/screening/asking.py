"""The lines and names of a certificate that need somebody, as rows of its tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.model.certificate import Certificate, Remark
from debadge.model.screened import Screened
from debadge.report.page.markup import EMPTY, Html, tag, text
from debadge.report.reading.answers import Reply
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording
from debadge.report.screening.lines import counted_goods, judged_told, others_told, supplier_told

Cells = tuple[object, ...]
_MOST_WRITTEN = 160  # characters of a line


def line_rows(lines: Iterable[Screened], file: str, words: Wording) -> Iterator[Cells]:
    """Line, goods, what it does, may it be done, on which day, why."""
    return ((*_begin(one, file, words), _lines(_why(one, words))) for one in lines)


def quiet_rows(lines: Iterable[Screened], file: str, words: Wording) -> Iterator[Cells]:
    """The same, with what is written there in the place of why."""
    return ((*_begin(one, file, words), harmless(_written(one))) for one in lines)


def _begin(one: Screened, file: str, words: Wording) -> Cells:
    main = one.answer.main
    goods: object = words.say("screen_lines.nobody")
    if main:
        goods = text(
            (counted_goods(main, one, words), " ", tag("span", words.word("grade", main.found.grade), cls="told"))
        )
    place = words.say("certificate.place", place=harmless(one.locator.removeprefix(f"{file}:")))
    where = text((str(one.number), " ", tag("span", place, cls="told")))
    action = words.word("action", main.action) if main else "–"
    reply = words.word("question", Reply(one.judgement.reply)) if one.judgement else "–"
    return where, goods, action, reply, _day(one)


def _day(one: Screened) -> Html:
    """The day for which the rules were asked, or the first and the last."""
    if one.judgement is None:
        return text("–")
    days = dict.fromkeys((one.judgement.as_of, one.judgement.until))
    return text(tag("div", tag("time", day.isoformat())) for day in days)


def _written(one: Screened) -> str:
    """The line as written, cut."""
    told = " ".join(" ".join(one.line.description).split()) if one.line else ""
    told = told or (one.answer.main.text if one.answer.main else "")
    return told if len(told) <= _MOST_WRITTEN else f"{told[:_MOST_WRITTEN]}…"


def days_told(told: Certificate, words: Wording) -> Iterator[str]:
    """For which days the rules were asked, and of how many lines."""
    days = told.days
    if days is None:
        return
    if days.own:
        yield words.counted("certificate.days.own", days.own, first=days.first, last=days.last)
    for name in ("asked", "unread"):
        if count := getattr(days, name):
            yield words.counted(f"certificate.days.{name}", count, day=told.as_of)


def remarks_told(remarks: Iterable[Remark], words: Wording) -> Html:
    """What the reader says of the file, one below the other."""
    told = [tag("li", harmless(one.locator), ": ", words.told(one.reason, one.given)) for one in remarks]
    return tag("ul", told) if told else EMPTY


def _why(one: Screened, words: Wording) -> Iterator[str]:
    yield from others_told(one, words)
    yield from judged_told(one.judgement, words)
    if one.judgement is None and one.answer.main and (maker := one.answer.main.found.maker):
        yield words.say("certificate.named_by_rules", maker=words.name(maker))
    if one.supplier and one.supplier.shows:
        yield from supplier_told(one.supplier, words)


def name_rows(names: Iterable[Mapping[str, Any]], file: str, words: Wording) -> Iterator[Cells]:
    """Place, name, answer, score, what it is like."""
    for told in names:
        place = str(told["input"].get("locator") or told["line"]).removeprefix(f"{file}:")
        score = tag("span", f"{told['score']:.2f}", cls="number") if told["name"] else ""
        yield place, told["query"], words.say(f"screen.answer.{told['answer']}"), score, _lines(_like(told, words))


def _like(told: Mapping[str, Any], words: Wording) -> Iterator[str]:
    if told["asked_as"] and told["asked_as"] != told["query"]:
        yield words.say("screen.shown.asked_as", name=told["asked_as"])
    if told["name"]:
        yield " · ".join(filter(None, (told["name"], f"{told['list']} {told['ref']}", told["since"], told["citation"])))
    for tie in told["ties"]:
        keys = {key: tie[key] for key in ("owner", "owned", "share")}
        keys["relation"] = words.word("relation", tie["relation"])
        checked = words.say(f"screen.checked.{str(tie['verified']).lower()}")
        yield words.say("screen.shown.tie", **keys, checked=checked)
    if told["confirmed"]:
        yield words.say("screen_desk.confirmed", **{key: told["confirmed"][key] for key in ("by", "when", "why")})
    if told["revived"]:
        yield words.say(f"screen_desk.revived.{told['revived']}")


def _lines(several: Iterable[str]) -> Html:
    return text(tag("div", one) for one in several)
