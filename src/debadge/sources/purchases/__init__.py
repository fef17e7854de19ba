"""Purchase lines: from a file or standard input to batches of rows whose columns are known, and to single records.

Comes in: orders, contracts, catalogues, bills of materials, plain text. Goes out: `Rows`, and `PurchaseLine` where one is asked
for. Never: who made a thing, or a line lost in silence.
"""
