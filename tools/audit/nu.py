"""The Nu HTML checker over every page, as it is served."""

import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from audit.equipment import package
from audit.figures import Findings, counted
from audit.sample import Served, pages

ROW, COLUMN = "every page", "HTML"
_AT_ONCE = 200
# A block of data is no script: a policy says nothing of it (HTML, 4.12.1, "prepare the script element", step 14),
# yet the checker takes it for one.
_DATA_BLOCK = re.compile(r'<script type="application/(?:ld\+)?json"')
# It refuses addresses of this machine unless told.
_OUR_OWN_HOST = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
_OF_A_POLICY = "Inline script violates Content Security Policy"


def checked(served: Served) -> Findings:
    """Give what the checker says of all pages."""
    addresses = [served.address + quote(path) for path in pages(served.site)]
    parts = (addresses[start : start + _AT_ONCE] for start in range(0, len(addresses), _AT_ONCE))
    faults = tuple(_told(one, served.address) for part in parts for one in _messages(part))
    return Findings((counted(ROW, COLUMN, faults),))


def _messages(addresses: list[str]) -> Iterator[dict[str, Any]]:
    # Deep nesting of a long page needs more than Java's own stack.
    command = ["java", "-Xss8m", _OUR_OWN_HOST, "-jar", str(package("vnu-jar/build/dist/vnu.jar"))]
    done = subprocess.run(
        [*command, "--format", "json", *addresses],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    for message in json.loads(done.stderr)["messages"]:
        if not _is_of_data(message):
            yield message


def _is_of_data(message: dict[str, Any]) -> bool:
    return message["message"].startswith(_OF_A_POLICY) and bool(_DATA_BLOCK.search(message.get("extract", "")))


def _told(message: dict[str, Any], address: str) -> str:
    path = message.get("url", "").removeprefix(address)
    where = f"{path}:{message.get('lastLine', 0)}:{message.get('firstColumn', 0)}"
    return f"{where}: {message['message']} {' '.join(message.get('extract', '').split())[:120]}"
