"""59: requests made up from the OpenAPI document, valid ones and invalid ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hardening.servers import serving, sign_up

CONFIG = Path(__file__).parent / "schemathesis.toml"
HOOKS = Path(__file__).parent / "schemathesis_hooks.py"


@pytest.mark.slow
def test_59_made_up_requests_find_no_failure(database_url: str, tmp_path: Path) -> None:
    with serving(database_url, tmp_path / "log") as server:
        with server.client() as client:
            token = sign_up(client, "fuzzer")["Authorization"]
        command = [sys.executable, "-m", "schemathesis.cli", f"--config-file={CONFIG}", "run"]
        # All checks run by default. DELETE /users/me is left out: it takes no input, and would end
        # the token of all requests after it.
        options = ["--max-examples=100", "--exclude-name=DELETE /users/me"]
        ended = subprocess.run(
            [*command, f"{server.url}/openapi.json", f"--header=Authorization: {token}", *options],
            cwd=tmp_path,
            env=os.environ | {"SCHEMATHESIS_HOOKS": str(HOOKS)},
            capture_output=True,
            text=True,
            timeout=600,
        )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "Selected: 22/23" in ended.stdout
    assert "✅ Stateful" in " ".join(ended.stdout.split())
    assert " failed with " not in (tmp_path / "log").read_text()
