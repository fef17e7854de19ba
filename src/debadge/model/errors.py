"""What can go wrong, and whose it is.

DebadgeError
├── InputError       the user's file, line or argument; the message names place and remedy
│   └── ToldError    the same as values, told in the reader's language
│       └── FileError    an evidence file that cannot be read
├── PackError        a released pack of facts that is not accepted: no such form, too large, not signed, signed by a stranger
│   └── TamperError  its bytes are not those that were signed, the chain of packs is broken, or a snapshot of a list was changed;
│                     nobody goes on from there
├── TransitionError  a step of a case that is not allowed now; the message says why, and what is
└── KnowledgeError   our own facts: a rule file that does not load, a broken link between files

A bad row is not an exception but a `Reject`, a value that is counted and shown.
"""


class DebadgeError(Exception):
    """Something a person can act on; the message says what is wrong, where, and what to do."""


class InputError(DebadgeError):
    """The user's file or argument."""


class WordedError(DebadgeError):
    """What is wrong and what to do: the id of a sentence, and the words to put into it."""

    def __init__(self, reason: str, **given: object) -> None:
        self.reason, self.given = reason, {name: str(word) for name, word in given.items()}
        super().__init__(f"{reason} {self.given}")


class ToldError(WordedError, InputError):
    """The user's file or argument, told in the reader's language."""


class FileError(ToldError):
    """An evidence file that cannot be read."""


class PackError(WordedError):
    """A released pack of facts that is not accepted."""


class TamperError(PackError):
    """Bytes that are not those that were signed or kept, or a chain that is broken."""


class TransitionError(ToldError):
    """A step that is not allowed in this state."""


class KnowledgeError(DebadgeError):
    """Our facts."""
