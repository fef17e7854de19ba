"""What can go wrong, and whose it is.

DebadgeError
├── InputError       the user's file, line or argument; the message names place and remedy
├── KnowledgeError   our own facts: a rule file that does not load, a broken link between files
├── SourceError      the world refused: a device, a network, a disk
├── TransitionError  a step that is not allowed in this state
└── TamperError      a chain or digest does not hold; nobody catches it

A bad row is not an exception but a `Reject`, a value that is counted and shown.
"""


class DebadgeError(Exception):
    """Something a person can act on; the message says what is wrong, where, and what to do."""


class InputError(DebadgeError):
    """The user's file or argument."""


class KnowledgeError(DebadgeError):
    """Our facts."""


class SourceError(DebadgeError):
    """The world refused."""


class TransitionError(DebadgeError):
    """Not allowed in this state."""


class TamperError(DebadgeError):
    """The chain is broken."""
