"""Long proofs, run by `make prove`: each prints a figure and what it rests on."""
