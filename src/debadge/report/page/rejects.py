"""What came in and could not be used: rows with place and reason, files with the remedy, what each file gave."""

from __future__ import annotations

from debadge.model.coverage import FileCoverage
from debadge.model.observation import Reject
from debadge.report.page.markup import Html, table, tag
from debadge.report.page.view import View
from debadge.report.reading.gaps import notes
from debadge.report.reading.plain import cut, harmless

MOST = 500  # rows written out; rejects.jsonl has them all
LONGEST = 300  # characters of a reason


def rejects(view: View) -> Html:
    """Two tables: rows that could not be used, and all files."""
    told = view.assessment.rejects
    heads = [view.say(f"page.rejects.{name}") for name in ("place", "reason")]
    rows = ([tag("code", view.speech.place(r)), cut(view.speech.told(r.reason, r.given), LONGEST)] for r in told[:MOST])
    label = view.say("report.rejects", count=len(told))
    bad = table(heads, rows, label=label, name=view.table(label)) if told else None
    more = tag("p", view.say("page.rejects.more", count=len(told) - MOST)) if len(told) > MOST else None
    return view.part("rejects", "page.rejects", tag("h3", label), bad, more, _notes(view), _files(view))


def _notes(view: View) -> Html | None:
    """Cells that were read and say something a person should know."""
    told, count = notes(view.assessment.coverage, view.speech)
    if not told:
        return None
    label = view.say("report.notes", count=count)
    rows = ([tag("code", place), cut(said, LONGEST)] for place, said in told[:MOST])
    heads = [view.say(f"page.rejects.{name}") for name in ("place", "reason")]
    return tag("div", tag("h3", label), table(heads, rows, label=label, name=view.table(label)))


def _files(view: View) -> Html:
    label = view.say("page.files")
    heads = [view.say(f"page.files.{name}") for name in ("name", "format", "records", "rejected", "skipped", "told")]
    rows = (_file(view, one) for one in view.assessment.coverage.files)
    return tag("div", tag("h3", label), table(heads, rows, label=label, name=view.table(label)))


def _file(view: View, one: FileCoverage) -> list[object]:
    skipped = ", ".join(
        view.say("report.fact.bare", name=_reason(view, reason), value=count)
        for reason, count in sorted(one.skipped.items())
    )
    kind = view.speech.word("record_kind", one.record_kind) if one.record_kind else None
    told = cut(_error(view, one.error), LONGEST) if one.error else kind or view.say("report.none")
    if one.same_as:
        told = view.say("page.files.same", name=harmless(one.same_as))
    form = one.format or tag("b", view.say("page.files.unread"))
    return [
        [harmless(one.name), " ", tag("code", one.digest[:12])],
        form,
        one.records,
        one.rejected,
        skipped or view.say("report.none"),
        told,
    ]


def _error(view: View, error: Reject) -> str:
    """Why a file could not be read; the file itself stands at the beginning of the row."""
    return view.speech.refusal(error) if "sheet" in error.given else view.speech.told(error.reason, error.given)


def _reason(view: View, reason: str) -> str:
    """Why rows were skipped; reasons that need words to fill them are told by their id."""
    known = view.speech.sentences.told.get(reason)
    return known[view.lang] if known and "{" not in known[view.lang] else harmless(reason)
