"""From evidence to makers: match texts, fuse what fired, say why.

Comes in: the observations of one thing, and knowledge as model types. Goes out: an Identification with its evidence for
and against, and what nobody looked at. Never: files, networks, law, or a company's country.
"""
