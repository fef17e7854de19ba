"""Fetch one file from an official address: https only, also after a redirect; bounded in bytes and seconds."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from typing import Any, Protocol
from urllib.parse import urlsplit

from debadge.model.errors import ToldError
from debadge.sources.limits import MAX_FILE_BYTES

WAIT_S = 30.0  # for an answer, and between two pieces of it
WHOLE_S = 600.0  # for all of it; the largest list is 50 MB
_CHUNK = 1 << 16
_AGENT = "debadge (list import; asked for by a person)"


class Answer(Protocol):
    """An open answer."""

    url: str  # after redirects

    def read1(self, size: int) -> bytes:
        """What has come, at most so much; none at the end. It never waits for more: a trickle would fill no piece."""
        ...

    def close(self) -> None:
        """Done."""
        ...


Opener = Callable[[str, float], Answer]
"""(address, seconds to wait) -> an open answer."""


def fetch(url: str, opener: Opener, clock: Callable[[], float], most: int = MAX_FILE_BYTES) -> bytes:
    """The bytes at an address.

    Args:
        url: https.
        opener: What opens it; `over_https` in the product, a simulated one in tests.
        clock: Seconds of a clock that only goes forward.
        most: Bytes.

    Raises:
        ToldError: Another scheme, no answer, too large, too slow, or nothing there.
    """
    _secure(url, url)
    begun = clock()
    try:
        answer = opener(url, WAIT_S)
        try:
            _secure(answer.url, url)
            content = _content(answer, url, begun, clock, most)
        finally:
            answer.close()
    except (OSError, HTTPException) as bad:  # urllib's errors are OSErrors
        raise ToldError("lists.sync.unreachable", url=url, why=_why(bad)) from bad
    if not content:
        raise ToldError("lists.sync.empty", url=url)
    return content


def _content(answer: Answer, url: str, begun: float, clock: Callable[[], float], most: int) -> bytes:
    pieces, size = [], 0
    while piece := answer.read1(_CHUNK):
        size += len(piece)
        if size > most:
            raise ToldError("lists.sync.too_large", url=url, megabytes=most // 1_000_000)
        if clock() - begun > WHOLE_S:
            raise ToldError("lists.sync.too_slow", url=url, seconds=int(WHOLE_S))
        pieces.append(piece)
    if size < _declared(answer):
        raise ToldError("lists.sync.cut_off", url=url, size=size, declared=_declared(answer))
    return b"".join(pieces)


def _declared(answer: Answer) -> int:
    """How many bytes the answer says it has; none where it does not say."""
    told = str(getattr(answer, "headers", {}).get("Content-Length", ""))
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else 0


def _secure(url: str, asked: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.username is not None:
        raise ToldError("lists.sync.not_https", url=asked)


def _why(bad: Exception) -> str:
    return f"HTTP {bad.code}" if isinstance(bad, urllib.error.HTTPError) else str(getattr(bad, "reason", bad) or bad)


class _OnlyHttps(urllib.request.HTTPRedirectHandler):
    """A redirect to anything but https is refused before it is asked."""

    def redirect_request(self, req: Any, fp: Any, code: Any, msg: Any, headers: Any, newurl: str) -> Any:
        _secure(newurl, req.full_url)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def over_https(url: str, wait_s: float) -> Answer:
    """Open an address on the network, with certificates checked and no cookies, credentials or other schemes."""
    handlers = (urllib.request.HTTPSHandler(context=ssl.create_default_context()), _OnlyHttps())
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        *handlers,
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept-Encoding": "identity"})  # noqa: S310  # https, asked above
    answer: Answer = opener.open(request, timeout=wait_s)
    return answer
