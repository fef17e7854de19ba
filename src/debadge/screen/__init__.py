"""Before the money is spent: purchase lines and names of suppliers.

Comes in: the text of a line, or a name. Goes out: what the line does with whose goods, or which listing the name may be.
Who made the goods is answered by `identify`, who stands behind a party by `parties`. Never: files, networks, or an opinion.
"""
