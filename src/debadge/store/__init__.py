"""Run folders: what one run found, as files that can be read, checked and replayed without us.

Comes in: an Assessment. Goes out: bytes by file name, and back. Never: a clock, a host name, a secret.
"""
