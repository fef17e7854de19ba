"""Evidence that somebody already has, read into observations.

Comes in: files and folders of strangers. Goes out: observations, rejects and skips, with the place of each, and a report
of what was understood, cut and left over. Never: a maker, a law, a secret, or a record dropped in silence.
"""
