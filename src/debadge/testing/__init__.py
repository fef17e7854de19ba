"""Builders of records and simulated evidence, also for our users' tests. Everything made here is synthetic."""
