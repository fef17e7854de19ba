"""Fetching: https alone, bounded, and never in a test over the network."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count
from urllib.error import HTTPError, URLError
from urllib.request import Request

import pytest

from debadge.model.errors import ToldError
from debadge.sources.lists.fetch import _OnlyHttps, fetch

URL = "https://lists.example/a.csv"


class Answered(io.BytesIO):
    """An answer from a list."""

    def __init__(self, content: bytes, url: str = URL) -> None:
        super().__init__(content)
        self.url, self.headers = url, dict[str, str]()


def still() -> float:
    return 0.0


def test_bytes_come_as_they_are() -> None:
    assert fetch(URL, lambda _url, _wait: Answered(b"a,b\r\n"), still) == b"a,b\r\n"


@pytest.mark.parametrize(
    "url", ["http://lists.example/a", "file:///etc/hosts", "https:///a", "https://me:pw@lists.example/"]
)
def test_only_https_is_asked(url: str) -> None:
    def never(_url: str, _wait: float) -> Answered:
        pytest.fail("the address was asked")

    with pytest.raises(ToldError, match="not_https"):
        fetch(url, never, still)


def test_answer_from_elsewhere_than_https_is_refused() -> None:
    with pytest.raises(ToldError, match="not_https"):
        fetch(URL, lambda _url, _wait: Answered(b"a", "http://lists.example/a.csv"), still)


def test_redirect_away_from_https_is_refused_before_it_is_asked() -> None:
    with pytest.raises(ToldError, match="not_https"):
        _OnlyHttps().redirect_request(Request(URL), io.BytesIO(), 302, "Found", {}, "http://lists.example/")


def test_redirect_to_https_is_followed() -> None:
    told = _OnlyHttps().redirect_request(Request(URL), io.BytesIO(), 302, "Found", {}, "https://other.example/")
    assert told.full_url == "https://other.example/"


def test_too_many_bytes_are_not_kept() -> None:
    with pytest.raises(ToldError, match="too_large"):
        fetch(URL, lambda _url, _wait: Answered(b"x" * 200_000), still, most=100_000)


def test_trickle_ends() -> None:
    hours: Iterator[int] = count(0, 3600)
    with pytest.raises(ToldError, match="too_slow"):
        fetch(URL, lambda _url, _wait: Answered(b"x" * 200_000), lambda: float(next(hours)))


def test_answer_that_breaks_off_is_not_kept() -> None:
    answer = Answered(b"half")
    answer.headers = {"Content-Length": "8"}
    with pytest.raises(ToldError) as bad:
        fetch(URL, lambda _url, _wait: answer, still)
    assert (bad.value.reason, bad.value.given["declared"]) == ("lists.sync.cut_off", "8")


def test_nothing_is_no_list() -> None:
    with pytest.raises(ToldError, match="empty"):
        fetch(URL, lambda _url, _wait: Answered(b""), still)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (URLError("Name or service not known"), "Name or service not known"),
        (TimeoutError("timed out"), "timed out"),
        (HTTPError(URL, 404, "Not Found", None, None), "HTTP 404"),  # type: ignore[arg-type]  # as urllib itself calls it
    ],
)
def test_address_that_does_not_answer_says_why(bad: Exception, why: str) -> None:
    def refuse(_url: str, _wait: float) -> Answered:
        raise bad

    with pytest.raises(ToldError) as told:
        fetch(URL, refuse, still)
    assert told.value.given == {"url": URL, "why": why}
