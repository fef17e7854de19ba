"""What can go wrong, and whose it is.

DebadgeError
├── InputError       the user's file, line or argument; the message names place and remedy
│   └── ToldError    the same as values, told in the reader's language
│       └── FileError    an evidence file that cannot be read
└── KnowledgeError   our own facts: a rule file that does not load, a broken link between files

A bad row is not an exception but a `Reject`, a value that is counted and shown.
"""


class DebadgeError(Exception):
    """Something a person can act on; the message says what is wrong, where, and what to do."""


class InputError(DebadgeError):
    """The user's file or argument."""


class ToldError(InputError):
    """What is wrong and what to do: the id of a sentence, and the words to put into it."""

    def __init__(self, reason: str, **given: object) -> None:
        self.reason, self.given = reason, {name: str(word) for name, word in given.items()}
        super().__init__(f"{reason} {self.given}")


class FileError(ToldError):
    """An evidence file that cannot be read."""


class KnowledgeError(DebadgeError):
    """Our facts."""
