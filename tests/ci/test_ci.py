"""The GitHub action and the GitLab job of docs/ci.md: their scripts run, what they print and write."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.newsroom import CONFIG, UNLABELLED, Newsroom

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
GITHUB, GITLAB = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs the scripts in bash")


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    newsroom.write("labelcheck.toml", CONFIG)
    newsroom.write("articles/a.txt", UNLABELLED)
    newsroom.write("articles/b c.txt", "Nothing.\n")
    return newsroom


def bash(folder: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """As GitHub runs a step whose shell is bash; labelcheck is on the path."""
    program = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": program, "LABELCHECK_CACHE_DIR": str(folder / ".cache"), **variables}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def check(newsroom: Newsroom, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's last step with these inputs."""
    values = {name: given.get("default", "") for name, given in ACTION["inputs"].items()} | inputs
    variables = {name.upper(): value for name, value in values.items()}
    return bash(newsroom.folder, STEPS[-1]["run"], PYTHON=sys.executable, RUNNER_TEMP="/nonexistent", **variables)


class TestAction:
    def test_every_action_is_pinned_to_a_revision(self) -> None:
        used = [step["uses"] for step in (*STEPS, *GITHUB["jobs"]["labels"]["steps"]) if "uses" in step]
        assert len(used) == 4
        assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name) for name in used)

    def test_no_input_can_become_part_of_a_script(self) -> None:
        scripts = [step["run"] for step in STEPS if "run" in step]
        assert scripts
        assert not any("${{" in script for script in scripts)

    def test_inputs_reach_the_step_and_are_those_of_the_guide(self) -> None:
        reached = {re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value) for value in STEPS[-1]["env"].values()}
        assert {name[1] for name in reached if name} == set(ACTION["inputs"])
        (used,) = (step["with"] for step in GITHUB["jobs"]["labels"]["steps"] if "paths" in step.get("with", {}))
        assert set(used) == set(ACTION["inputs"])

    def test_findings_are_annotations_and_fail_the_step(self, newsroom: Newsroom) -> None:
        done = check(newsroom)
        assert done.returncode == 1, done.stderr
        assert done.stdout.startswith("::error file=articles/a.txt,line=1,endLine=1,col=5,endColumn=20,")
        assert done.stdout.count("\n") == 1

    def test_paths_and_options_come_one_a_line(self, newsroom: Newsroom) -> None:
        done = check(newsroom, paths="articles/b c.txt\n\narticles/a.txt\n", options="--select\nLC2\n--lang=ru\n")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    def test_a_sarif_report_is_written_too(self, newsroom: Newsroom) -> None:
        done = check(newsroom, paths="articles", sarif="out put.sarif")
        assert done.returncode == 1
        assert done.stdout.startswith("::error ")
        log = json.loads((newsroom.folder / "out put.sarif").read_text(encoding="utf-8"))
        assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["LC101"]

    def test_what_could_not_be_checked_fails_the_step(self, newsroom: Newsroom) -> None:
        done = check(newsroom, paths="nowhere")
        assert done.returncode == 2
        assert done.stdout == "::error file=nowhere,title=not checked::no such file or folder\n"

    def test_no_module_is_imported_from_the_repository(self, newsroom: Newsroom) -> None:
        for name in ("click", "yaml", "labelcheck", "tomllib"):
            newsroom.write(f"{name}.py", "raise SystemExit('imported')\n")
        assert check(newsroom).returncode == 1


class TestGitLab:
    def test_the_job_writes_its_report_and_fails(self, newsroom: Newsroom) -> None:
        job = GITLAB["labels"]
        install, *script = job["script"]
        assert install.startswith("pip install ")
        done = bash(newsroom.folder, "\n".join(script))
        assert done.returncode == 1
        assert "articles/a.txt:1:5: error LC101" in done.stdout
        assert job["artifacts"]["when"] == "always"
        (report,) = json.loads((newsroom.folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
        assert report["location"] == {"path": "articles/a.txt", "lines": {"begin": 1, "end": 1}}
        assert {"description", "check_name", "fingerprint", "severity"} <= report.keys()
