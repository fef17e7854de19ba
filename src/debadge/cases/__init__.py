"""Comes in: events, what people did. Goes out: where each case stands, and what may be done next.

Never reads a clock or a file, and never changes an event: the ledger is the truth, and this is how it is read.
"""
