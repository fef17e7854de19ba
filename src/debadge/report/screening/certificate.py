"""The certificate of screening as one page to print and sign: nothing is loaded, nothing runs, everything is escaped.

Its last line is the SHA-256 of the page itself with 64 zeros in its place, so that anybody can see whether it was changed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from debadge.model.certificate import Certificate, Counted
from debadge.model.listing import Snapshot
from debadge.report.page.markup import EMPTY, Html, row, tag, text, void
from debadge.report.reading.speech import Wording
from debadge.report.screening.aside import aside_told
from debadge.report.screening.asking import days_told, line_rows, name_rows, quiet_rows, remarks_told
from debadge.report.screening.style import STYLE

BLANK = "0" * 64
_SIGNED = ("name", "signature", "date")


def certificate_page(told: Certificate, words: Wording) -> str:
    """The whole page; the same certificate and language give the same bytes."""
    page = _page(told, words)
    before, found, after = page.rpartition(BLANK)
    assert found
    return f"{before}{hashlib.sha256(page.encode()).hexdigest()}{after}"


def _page(told: Certificate, words: Wording) -> str:
    parts = (
        _begin(told, words),
        _checked(told, words),
        _against(told, words),
        _figures(told, words),
        _asking(told, words),
        _quiet(told, words),
        _decisions(told, words),
        _gaps(told, words),
        _not(told, words),
        _signed(words),
    )
    marking = tag("p", told.marking, cls="marking") if told.marking else EMPTY
    digest = tag("p", words.say("certificate.digest"), " ", tag("code", BLANK), cls="digest")
    whole = tag(
        "div",
        tag("header", marking, cls="top"),
        tag("main", parts),
        tag("footer", digest, marking, cls="bottom"),
        cls="sheet",
    )
    lang = words.sentences.lang
    return f"<!DOCTYPE html>\n{tag('html', _head(told, words), tag('body', whole), lang=lang)}\n"


def _head(told: Certificate, words: Wording) -> Html:
    return tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy()),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        tag("title", words.say("certificate.title"), ": ", told.file.name),
        tag("style", Html(STYLE)),
    )


def policy() -> str:
    """Nothing is loaded and nothing runs; the one style sheet is named by its digest (CSP level 2, section 7.2)."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _begin(told: Certificate, words: Wording) -> Html:
    who = words.text(told.who) if told.who else words.say("report.nobody")
    facts = [("who", who), ("as_of", told.as_of.isoformat()), ("file", told.file.name)]
    rows = (tag("div", tag("dt", words.say(f"certificate.fact.{name}")), tag("dd", value)) for name, value in facts)
    what = words.say(f"certificate.of.{told.about}", number=told.file.rows)
    first = words.counted(f"certificate.asking.{told.about}", told.asking) if told.asking else _nothing(told, words)
    days = (tag("p", one) for one in days_told(told, words))
    result = tag("p", first, cls="first"), tuple(days), tag("p", words.say("certificate.clears_nobody"))
    return Html(
        tag("h1", words.say("certificate.title"))
        + tag("p", what, cls="about")
        + tag("dl", rows, cls="facts")
        + tag("section", result, cls="result", aria_label=words.say("certificate.result"))
    )


def _nothing(told: Certificate, words: Wording) -> str:
    return words.say(f"certificate.nothing.{told.about}")


def _part(heading: str, words: Wording, *inside: object) -> Html:
    return tag("section", tag("h2", words.say(f"certificate.part.{heading}")), *inside)


def _table(name: str, keys: Iterable[str], rows: Iterable[Iterable[object]], words: Wording, cls: str) -> Html:
    heads = (tag("th", words.say(f"certificate.{name}.{key}"), scope="col") for key in keys)
    body = tag("tbody", (row(cells) for cells in rows))
    return tag("div", tag("table", tag("thead", tag("tr", heads)), body, cls=cls), cls="wide")


def _checked(told: Certificate, words: Wording) -> Html:
    file = told.file
    columns = ", ".join(_column(heading, target, words) for heading, target in file.understood)
    aside = aside_told(file.aside, words)
    facts = (
        tag("p", words.say("certificate.rows", rows=file.rows, rejected=file.rejected)),
        tag("p", aside) if aside else EMPTY,
        tag("p", words.say("certificate.columns", columns=columns)) if columns else EMPTY,
        tag("p", words.say("certificate.sha"), " ", tag("code", file.digest)),
    )
    return _part("checked", words, tag("p", tag("b", file.name)), facts)


def _column(heading: str, target: str, words: Wording) -> str:
    """A heading, and what it was taken as where that is another word."""
    known = words.sentences.has(f"column.{target}")
    taken = words.say(f"column.{target}") if known else target.replace("_", " ")
    return heading if heading.casefold() == taken.casefold() else f"{heading} ({taken})"


def _against(told: Certificate, words: Wording) -> Html:
    if not told.compared:
        return _part("against", words, tag("p", words.say("certificate.against.rules", pack=told.pack)))
    if not told.lists:
        return _part(
            "against", words, tag("p", words.say("certificate.against.facts", pack=told.pack, policy=told.policy))
        )
    facts = words.say("certificate.against", pack=told.pack, policy=told.policy)
    rows = (
        (
            one.list,
            _day(one.published),
            _day(one.imported),
            _age(one, told.as_of, words),
            tag("span", one.count, cls="number"),
            tag("code", one.digest),
        )
        for one in told.lists
    )
    keys = ("id", "published", "imported", "age", "count", "digest")
    return _part("against", words, tag("p", facts), _table("list", keys, rows, words, "small"))


def _age(one: Snapshot, as_of: date, words: Wording) -> Html:
    days = (as_of - one.day).days
    return tag("span", days, cls="number") if one.published else text(words.say("certificate.list.no_day", age=days))


def _day(day: date | None) -> Html:
    return tag("time", day.isoformat()) if day else text("–")


def _figures(told: Certificate, words: Wording) -> Html:
    return _part("result", words, tag("div", tuple(_counts(told, words)), cls="columns"))


def _counts(told: Certificate, words: Wording) -> Iterator[Html]:
    for kind in dict.fromkeys(one.kind for one in told.counts):
        rows = (
            row((_figure(one, words), tag("span", one.count, cls="number"))) for one in told.counts if one.kind == kind
        )
        caption = tag("caption", words.say(f"certificate.count.{kind}"))
        yield tag("table", caption, tag("tbody", rows), cls="counts")


def _figure(one: Counted, words: Wording) -> str:
    if one.word in ("dismissed", "nobody"):
        return words.say(f"certificate.count.{one.word}")
    names = {"action": "action", "outcome": "outcome"}
    return words.word(names.get(one.kind, "screen.answer"), one.word)


def _asking(told: Certificate, words: Wording) -> Html:
    if not told.asking:
        return EMPTY
    if told.about == "lines":
        keys: tuple[str, ...] = ("number", "goods", "action", "reply", "day", "why")
        shown, rows = len(told.lines), line_rows(told.lines, told.file.name, words)
    else:
        keys, shown, rows = (
            ("line", "name", "answer", "score", "like"),
            len(told.names),
            name_rows(told.names, told.file.name, words),
        )
    more = told.asking - shown
    rest = tag("p", words.counted("certificate.more", more), cls="told") if more else EMPTY
    return _part(f"asking.{told.about}", words, _table("asking", keys, rows, words, "small"), rest)


def _quiet(told: Certificate, words: Wording) -> Html:
    """Lines about named makers that need nobody: told shortly, so that an error can be seen."""
    if not told.settled:
        return EMPTY
    rows = quiet_rows(told.quiet, told.file.name, words)
    more = told.settled - len(told.quiet)
    return _part(
        "quiet",
        words,
        tag("p", words.counted("certificate.quiet", told.settled)),
        _table("asking", ("number", "goods", "action", "reply", "day", "written"), rows, words, "small"),
        tag("p", words.counted("certificate.more", more), cls="told") if more else EMPTY,
    )


def _decisions(told: Certificate, words: Wording) -> Html:
    if not told.decisions:
        return EMPTY
    rows = (
        (
            one.asked.written,
            words.say("screen_desk.kind." + one.kind.value),
            f"{one.list} {one.ref}",
            text((one.by, ", ", one.day.isoformat(), ": ", one.why)),
            _day(one.expires),
        )
        for one, _ in told.decisions
    )
    keys = ("name", "kind", "row", "who", "expires")
    rest = (
        tag("p", words.counted("certificate.more", told.more_decisions), cls="told") if told.more_decisions else EMPTY
    )
    return _part("decisions", words, _table("decision", keys, rows, words, "small"), rest)


def _gaps(told: Certificate, words: Wording) -> Html:
    beside = {"certificate.gap.notes": told.file.remarks, "certificate.gap.rejected": told.file.refused}
    gaps = [
        tag("li", words.told(gap.reason, gap.given), remarks_told(beside.get(gap.reason, ()), words))
        for gap in told.gaps
    ]
    return _part("gaps", words, tag("ul", gaps) if gaps else tag("p", words.say("certificate.no_gaps")))


def _not(told: Certificate, words: Wording) -> Html:
    limits = ["advice", f"limit.{told.about}", "days" if told.days and told.days.own else "day"]
    said = (tag("p", words.say(f"certificate.not.{name}")) for name in limits)
    return tag("section", said, cls="not", aria_label=words.say("certificate.part.not"))


def _signed(words: Wording) -> Html:
    return tag("div", (tag("div", words.say(f"certificate.sign.{name}")) for name in _SIGNED), cls="sign")
