"""What the law says: situate asks, judge answers, one test a function.

Comes in: assets, identifications, an organisation, regimes. Goes out: findings with every test, its answer, its
facts and its clause. Never: a date, party or rule in code; those are knowledge.
"""
