"""Examples of fields, each as a line of YAML: for schemas, new files and corrected lines."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

# Where the example of a field stands that means the same in every record.
ANYWHERE = "any"
_EXAMPLES = Path(__file__).with_name("field_examples.yml")


def told(words: Mapping[str, Mapping[str, Any]], record: str, key: str) -> Any:
    """Give what stands for the field itself, or for fields of this name anywhere. KeyError where neither does."""
    own = words.get(record, {})
    return own[key] if key in own else words[ANYWHERE][key]


def example(record: str, key: str) -> str:
    """Give the example of a field, as a line of YAML. KeyError where there is none."""
    return str(told(_examples(), record, key))


@lru_cache
def _examples() -> Mapping[str, Mapping[str, Any]]:
    # Every example is a text, whatever stands in it.
    data = yaml.load(_EXAMPLES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    found: Mapping[str, Mapping[str, Any]] = data["fields"]
    return found
