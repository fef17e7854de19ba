"""Ownership and control as a dated graph.

Comes in: ties with days, shares and whether they are verified. Goes out: Kleene answers about one day.
Never: a guess about an unknown share.
"""
