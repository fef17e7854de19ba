"""What every part of the page reads: the assessment, its words, its answers, folds and shapes, worked out once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debadge.model.assessment import Assessment
from debadge.model.source import Source
from debadge.report.page.markup import Html, link, tag
from debadge.report.reading.answers import Answers, Reply, answers_of
from debadge.report.reading.folding import Fold, fold
from debadge.report.reading.plain import harmless
from debadge.report.reading.shapes import Shape, shapes
from debadge.report.reading.speech import Speech
from debadge.text.sentences import Sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One assessment, ready to be drawn."""

    assessment: Assessment
    lang: str
    speech: Speech
    answers: Answers
    folds: Sequence[Fold]
    shape_of: Mapping[int, Shape]  # place in Assessment.groups -> the reasoning it shares
    shapes: Sequence[Shape]

    @classmethod
    def of(cls, assessment: Assessment, sentences: Sentences) -> View:
        """Work everything out."""
        answers = answers_of(assessment)
        shape_of, several = shapes(assessment, answers)
        return cls(
            assessment=assessment,
            lang=sentences.lang,
            speech=Speech(assessment, sentences),
            answers=answers,
            folds=fold(assessment, answers),
            shape_of=shape_of,
            shapes=several,
        )

    @property
    def who(self) -> str:
        """The organisation's name."""
        asking = self.assessment.organisation
        return self.speech.text(asking.names) if asking else self.say("report.nobody")

    @property
    def has_organisation(self) -> bool:
        """Whether anybody asked; without one there are makers and no answers."""
        return self.assessment.organisation is not None

    def say(self, id_: str, **given: object) -> str:
        """A sentence of the catalogue."""
        return self.speech.say(id_, **given)

    def foreign(self, lang: str) -> str | None:
        """The language to mark a text with, where it is not the page's own (WCAG 3.1.2)."""
        return None if lang == self.lang else lang

    def cite(self, source: Source) -> Html:
        """A source: its title in its own language, a link where it has an address, and how good and how old it is."""
        title = tag("span", harmless(source.title), lang=self.foreign(source.lang))
        return tag("cite", link(source.url, title), " ", self.speech.source_told(source))

    def table(self, label: str) -> str:
        """The name of the region in which a table scrolls."""
        return self.say("page.table", label=label)

    def reply(self, reply: Reply) -> Html:
        """An answer to *buy?* or *keep?*: a word, in a frame that differs in more than its colour."""
        return tag("span", self.speech.word("question", reply), cls=f"reply {reply.value.replace('_', '-')}")

    def part(self, id_: str, heading: str, *inside: object, cls: str | None = None) -> Html:
        """A part of the page with its heading."""
        return tag(
            "section",
            tag("h2", self.say(heading), id=f"{id_}-heading"),
            *inside,
            id=id_,
            cls=cls,
            aria_labelledby=f"{id_}-heading",
        )
