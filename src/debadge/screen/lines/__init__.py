"""A purchase line: whose goods it names, in whatever spelling, and what it does with them.

Comes in: the cells of a line, and what the facts know of makers, numbers and words. Goes out: `LineAnswer`, the same
identification as of a device beside an action: bought, a part or a licence, looked after, removed, only spoken of. Never: what
the law says of it.
"""
