"""`python -m debadge` is the same as `debadge`."""

from debadge.cli.main import entry

if __name__ == "__main__":
    entry()
