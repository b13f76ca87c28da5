"""Your service. The first step goes into a new file beside this one: models.py."""
