"""Developers' programs: measurements and long proofs. Nothing here is part of the product."""
