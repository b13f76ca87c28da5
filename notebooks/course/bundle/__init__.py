"""The course in one folder that needs no network: `python -m course bundle`."""
