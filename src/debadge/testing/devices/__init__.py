"""Simulated devices, for our tests and our users': bytes in, bytes out, and never a socket.

Comes in: a persona and one datagram. Goes out: what a device of that make would answer, or None where it would be silent.
Never: anything of `debadge.wire` (a simulator that shares code with the reader proves nothing), or data of a real unit.
"""
