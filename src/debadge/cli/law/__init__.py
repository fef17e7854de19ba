"""`debadge regimes VERB`: each verb takes arguments and facts, and gives the answer for machines and its lines for people."""
