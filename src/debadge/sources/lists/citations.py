"""Notices of the Federal Register: however they are joined and spelled, one form, in the order written."""

from __future__ import annotations

import re

_NOTHING = re.compile(r"see\b(?!.*\d)|n/?a$|none$|unknown$", re.IGNORECASE)  # "See BIS Entity List" is no notice
_NOTICE = re.compile(r"\b(\d{1,3})\s*F\.?\s?R\.?\s+(?:no\. \d+ pg\. )?(\d{2,6})\b", re.IGNORECASE)


def citation_of(text: str) -> str | None:
    """``84 FR 54002; 85 FR 44159``; a text without a volume and page stays as it is written, none, or one that only points
    elsewhere, is None.

    Days and issue numbers behind a notice ("82 F.R. 48792 10/20/2017", "77 FR 58006 (no. 182)") say nothing that volume and
    page do not.
    """
    if _NOTHING.match(text.strip()):
        return None
    told = dict.fromkeys(f"{volume} FR {int(page)}" for volume, page in _NOTICE.findall(text))
    return "; ".join(told) or " ".join(text.split()) or None
