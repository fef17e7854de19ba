"""Answers of screening for people: tables for a terminal, rows for a spreadsheet, and a certificate to print."""
