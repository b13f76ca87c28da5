"""The learner's own service: a folder to build it in, and the steps that build it."""
