"""Secrets in running words: ``the admin password is Xy7``, ``mdp Xy7``, ``PIN 993311``, ``admin / Xy7``, ``curl -u admin:Xy7``.

Behind the name of a secret the next word is cut if something says that it is the secret (``is``, ``est``, quotation marks) or
if it looks like one. In doubt it is cut: a lost word of a remark costs less than a password in a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from debadge.text.folding import fold
from debadge.text.spelling import bare, has_root, roots_of, spelled

MARK = "[cut]"
_WORD = re.compile(r"(?:[\s_#]+|[(,;](?=\S))(?:[=-]>\s*)?([^\s<>]+)")
_AND = re.compile(r"(?:\s*/\s*|\s+(?:and|or|et|ou)\s+)([^\s<>]+)")
_QUOTED = re.compile(r"\"[^\"<>]{1,128}\"|'[^'<>]{1,128}'|«[^»<>]{1,128}»|“[^”<>]{1,128}”|`[^`<>]{1,128}`")
_AROUND = ".,;:!?()[]{}\"'«»“”`"
_ENDS = (
    ".,;:)]\"'"  # behind a cut word; whether they were part of the secret nobody can say, and they tell nothing of it
)
_MAX_WORDS = 9  # from a name to its secret: "password for the main gate camera was changed to"
_ATTRIBUTE = re.compile(r"[A-Za-z][\w:-]*=")  # of markup or of a distinguished name: "root/O=Acme9"
_PAGE = re.compile(r"[\w/.-]*\.(?:cgi|aspx?|php|jsp|html?|js|css|xml|png|gif|ico)\b", re.IGNORECASE)
_ELIDED = re.compile(r"^[dl] ")  # "d'accès", folded
_NO_SIGN = frozenset("-'’./,:;()[]…")  # they stand in words that are none: "re-entry", "user/admin"
_COMMANDS = re.compile(
    r"(?i)(?<![\w-])((?:(?:-u|--user|--proxy-user)[ =]?[\"']?[\w.@\\-]{1,64}:)|sshpass\s+-p\s*|mysql\w{0,10}\b[^\n|;]{0,120}?\s-p"
    r"|snmp(?:bulk)?(?:walk|get|getnext|set)\b[^\n|;]{0,120}?\s-[cAX]\s*)([^\s\"']+)"
)

Span = tuple[int, int]


class _Named:
    """Names of secrets, and what the word behind them has to look like."""

    def __init__(self, names: Sequence[str], looks: Callable[[str], bool]) -> None:
        self.pattern = re.compile(rf"(?i)(?<![^\W\d_])(?:{spelled(names)})\d?(?![^\W_])[:=]?")
        self.roots, self.looks = roots_of(names), looks


class Spoken:
    """The words that stand around secrets."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """Take the plain form of columns/secrets.yaml."""
        clear = [name for name in names["anywhere"] if name not in names["vague"]]
        self.named = (
            _Named(clear, looks_secret),
            _Named(names["short"], _looks_strange),
            _Named(names["numbers"], _is_code),
            _Named(names["keys"], _never),
        )
        self.link, self.plain = _folded(names["link"]), _folded(names["plain"])
        self.users = _folded(names["users"])
        self.between = _folded(names["between"])
        users, logins = spelled(names["users"]), spelled(names["logins"])
        self.login = re.compile(
            rf"(?i)(?<![^\W\d_])(?:{logins})(?![^\W_])(?:\s*[:=]|\s+(?:is|are|est|sont)\b)?\s+"
            rf"([\w.@-]{{1,64}})(\s*[/:|,]\s*|\s+)([^\s<>]+)"
        )
        self.roots = roots_of([*names["users"], *names["logins"]])
        self.pair = re.compile(rf"(?i)(?<![\w/.@\\-])(?:{users})(\s*[:/]\s*)(?![/:])([^\s<>]+)")

    def cut(self, text: str) -> str:
        """The text without the secrets that its words tell."""
        text = _COMMANDS.sub(rf"\1{MARK}", text)
        lowered = bare(text)
        for one in self.named:
            if has_root(lowered, one.roots):
                ends = (found.end() for found in one.pattern.finditer(text))
                text = _without(text, (span for end in ends for span in self._behind(text, end, one.looks)))
        if has_root(lowered, self.roots):
            text = _without(text, map(self._of_login, self.login.finditer(text)))
            text = _without(text, map(self._of_pair, self.pair.finditer(text)))
        return text

    def _behind(self, text: str, start: int, looks: Callable[[str], bool]) -> Iterator[Span]:
        """Where the secrets stand whose name ends here: one, or one and another."""
        found = self._first(text, start, looks)
        while found is not None:
            yield found
            other = _AND.match(text, found[1])
            is_one = other and looks_secret(other[1].strip(_AROUND)) and not _is_model(other[1])
            found = _span(other.start(1), other[1]) if other and is_one and self._may_be(other[1]) else None

    def _first(self, text: str, start: int, looks: Callable[[str], bool]) -> Span | None:
        told = strayed = (
            False  # something says that the next word is the secret; words that we do not know stand between
        )
        for at, raw in _words(text, start):
            if MARK in raw or _ATTRIBUTE.match(raw):
                return None
            if quoted := None if strayed and not told else _QUOTED.match(text, at):
                return quoted.span()
            core = raw.strip(_AROUND)
            kind = self._kind(core, told=told)
            if kind == "word" and (told or (looks(core) and not (strayed and _is_model(core)))):
                return _span(at, raw)
            is_ended = raw.endswith((".", ";", ","))
            strayed |= kind == "word" or (kind == "link" and is_ended)  # "password reset, recorder"
            told = told or (kind == "link" and not is_ended) or raw.endswith((":", "="))
            if (
                kind == "plain"
                or (strayed and not _may_stray(core, looks))
                or (is_ended and not told and kind != "link")
            ):
                return None
        return None

    def _kind(self, core: str, *, told: bool) -> str:
        word = _ELIDED.sub("", fold(core))
        if word in self.plain:
            return "plain"
        if word in self.link:
            return "link"
        return "between" if word in self.between or not word or (word in self.users and not told) else "word"

    def _of_login(self, found: re.Match[str]) -> Span | None:
        """``login admin / x``, ``credentials are jdoe:Xy7``; not ``Login to 7F03A1``, the realm of a device."""
        name, mark, raw = found.groups()
        parted, known = bool(mark.strip()), fold(name) in self.users
        sure = (parted and known) or (looks_secret(raw.strip(_AROUND)) and (parted or known))
        return _span(found.start(3), raw) if sure and self._may_be(raw) else None

    def _of_pair(self, found: re.Match[str]) -> Span | None:
        """``root/Xy7``, ``admin:x``; not ``admin/office``."""
        mark, raw = found.groups()
        sure = mark == ":" or _looks_strange(raw.strip(_AROUND))
        return _span(found.start(2), raw) if sure and self._may_be(raw) else None

    def _may_be(self, raw: str) -> bool:
        return not (
            MARK in raw or _ATTRIBUTE.match(raw) or _PAGE.match(raw) or fold(raw) in self.plain or not fold(raw)
        )


def looks_secret(word: str) -> bool:
    """Whether a word has what passwords have: a digit, a sign, capitals inside, or several hyphens."""
    if len(word) < 3 or not any(map(str.isalnum, word)):
        return False
    return (
        any(map(str.isdigit, word))
        or any(not c.isalnum() and c not in _NO_SIGN for c in word)
        or (any(map(str.isupper, word[1:])) and any(map(str.islower, word)))
        or word.count("-") > 1
    )


def _looks_strange(word: str) -> bool:
    """As `looks_secret`, behind a name that also means other things: ``pass 2``, ``PW 12V``, ``Admin/204``."""
    return looks_secret(word) and len(word) > 3


def _is_code(word: str) -> bool:
    return word.isdigit() and 4 <= len(word) <= 8


def _never(word: str) -> bool:  # noqa: ARG001  # all take the same
    """A key that is not said to be this: ``Key West``."""
    return False


def _is_model(word: str) -> bool:
    """``DS-2CD2143G2-I``: behind "password" and words that we do not know this is the camera that has it."""
    return "-" in word and word.isupper() and any(map(str.isdigit, word))


def _may_stray(word: str, looks: Callable[[str], bool]) -> bool:
    """Whether the search goes on behind a word that we do not know, as in "password for the lobby camera is"."""
    return looks is looks_secret and (fold(word).replace(" ", "").isalpha() or len(word) < 3)


def _words(text: str, at: int) -> Iterator[tuple[int, str]]:
    """The next words and where each begins."""
    for _ in range(_MAX_WORDS):
        found = _WORD.match(text, at)
        if found is None:
            return
        yield found.start(1), found[1]
        at = found.end()


def _span(start: int, raw: str) -> Span:
    return start, start + len(raw.rstrip(_ENDS) or raw)


def _without(text: str, places: Iterable[Span | None]) -> str:
    told: list[str] = []
    at = 0
    for start, end in (place for place in places if place):
        if start >= at:
            told += [text[at:start], MARK]
            at = end
    return "".join([*told, text[at:]]) if told else text


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, names))
