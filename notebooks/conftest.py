"""pytest runs each notebook on its own: with a progress file of its own, and no settings."""

import os
import tempfile

import pytest

collect_ignore = ["course/mine/given"]  # tests for the reader's own service
HOME = tempfile.mkdtemp(prefix="microblog-progress-")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """The kernel of a notebook sees the environment of this process."""
    for name in [name for name in os.environ if name.startswith("MICROBLOG_")]:
        del os.environ[name]
    os.environ["MICROBLOG_COURSE_HOME"] = HOME
