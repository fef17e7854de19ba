"""`python -m debadge` is the same as `debadge`."""

from debadge.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
