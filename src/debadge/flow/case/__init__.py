"""What people do with cases, a verb a module: each reads the ledger, writes one event at most, and tells what came of it."""
