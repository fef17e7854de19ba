"""`debadge case`: what is done with the ledger, and what it shows."""
