"""The best known open screener, nomenklatura, on the same rows and the same names: in a virtual environment of its own.

It is never a dependency of ours. `venv.py` makes the environment, `run.py` is the program inside it, `compare.py` hands it rows
and names and reads its answers, which the scorer of `tools.accuracy.names` judges as it judges ours.
"""
