"""How a field may be written, in JSON Schema: an editor reads a number in `number: 35`, the reader keeps a text."""

from typing import Any

from generator.domain.scalar import YES_NO_WORDS

Node = dict[str, Any]

_TEXT: Node = {"type": ["string", "number"]}
_WHOLE = r"^\s*[+-]?[0-9]+\s*$"
_KEPT = ("pattern", "minLength", "maxLength")
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_NOTHING: Node = {"type": "null"}

WORDS: Node = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {"vi": _TEXT},
            "required": ["vi"],
            "propertyNames": {"pattern": "^[a-z]{2}$"},
            "additionalProperties": {"type": ["string", "number", "null"]},
        },
    ]
}
BODY: Node = {
    "type": "object",
    "properties": {"text": _TEXT, "body": _TEXT, "note": {"type": ["string", "number", "null"]}},
    "anyOf": [{"required": ["body"]}, {"required": ["text"]}],
    "additionalProperties": False,
}


def written(node: Node) -> Node:
    """Give the schema of what people may write where the domain has `node` (as pydantic says it)."""
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    if "anyOf" in node:
        return _choice(node["anyOf"])
    if "const" in node:
        return {"enum": [node["const"], str(node["const"])]}
    if "enum" in node:
        return {"enum": node["enum"]}
    return _typed(node)


def _typed(node: Node) -> Node:
    kind = node.get("type")
    if kind == "string":
        return _TEXT | {key: node[key] for key in _KEPT if key in node}
    if kind == "integer":
        limits = {key: node[key] for key in _LIMITS if key in node}
        return {"anyOf": [{"type": "integer", **limits}, {"type": "string", "pattern": _WHOLE}]}
    if kind == "array":
        return {"type": "array", "items": written(node["items"])}
    if kind == "object" and "additionalProperties" in node:
        return {"type": "object", "additionalProperties": written(node["additionalProperties"])}
    return {"type": kind} if kind else {}


def _choice(parts: list[Node]) -> Node:
    """Text in languages and yes or no have a form of their own; whatever else is one of its parts."""
    kinds = {part.get("type") for part in parts}
    rest = [_NOTHING] if "null" in kinds else []
    if "boolean" in kinds:
        return {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": _any_case()}, *rest]}
    if {"string", "object"} <= kinds:
        return {"anyOf": [{"$ref": "#/$defs/Words"}, *rest]} if rest else {"$ref": "#/$defs/Words"}
    return {"anyOf": [written(part) for part in parts]}


def _any_case() -> str:
    """Give the words for yes and no in any case; ECMA 262 has no flag for that inside a pattern."""
    words = ("".join(f"[{sign}{sign.upper()}]" for sign in word) for word in YES_NO_WORDS)
    return rf"^\s*({'|'.join(words)})\s*$"


def one_or_more(form: Node) -> Node:
    """One value may stand for a list of one."""
    return {"anyOf": [form["items"], form]}


def or_nothing(form: Node) -> Node:
    """A key that may be left out may also stand there with nothing after it."""
    if "anyOf" in form:
        return form if _NOTHING in form["anyOf"] else {**form, "anyOf": [*form["anyOf"], _NOTHING]}
    return {"anyOf": [form, _NOTHING]}
