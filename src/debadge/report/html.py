"""The report as one page: what nobody looked at, the answers, the reasons, the rules, the ages."""

from __future__ import annotations

from debadge.model.assessment import Assessment
from debadge.report.page.page import page
from debadge.text.sentences import Sentences


def render(assessment: Assessment, sentences: Sentences) -> str:
    """The whole document, in one language."""
    return page(assessment, sentences)
