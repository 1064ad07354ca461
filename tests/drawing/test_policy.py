import base64
import hashlib

from generator.drawing.policy import page_policy, single_policy, source_hash, widest


def test_a_hash_is_that_of_the_text_between_the_tags():
    digest = base64.b64encode(hashlib.sha256("alert('á')".encode()).digest()).decode()
    assert source_hash("alert('á')") == f"'sha256-{digest}'"


def test_a_page_of_one_file_may_load_nothing_from_anywhere():
    assert "script-src 'none'; style-src 'none'" in single_policy()
    assert "'self'" not in single_policy(("a",), ("b",)).replace("img-src 'self'", "")


def test_webassembly_is_compiled_only_where_there_is_a_search():
    assert "'wasm-unsafe-eval'" in page_policy((), search=True)
    assert "eval" not in page_policy((), search=False)


def test_no_policy_lets_inline_text_run_without_its_hash():
    for policy in (page_policy(("a",), search=True), single_policy(("a",), ("b",))):
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy


def test_the_widest_policy_allows_what_each_allows_and_nothing_else():
    one, other = page_policy(("a",), search=True), single_policy(("b",), ("c",))
    allowed = dict(part.split(" ", 1) for part in widest((one, other)).split("; "))
    assert set(allowed["script-src"].split()) == {
        "'self'",
        "'wasm-unsafe-eval'",
        source_hash("a"),
        source_hash("b"),
    }
    assert set(allowed["style-src"].split()) == {"'self'", source_hash("c")}
    assert allowed["default-src"] == allowed["base-uri"] == "'none'"
    assert widest((one, other)) == widest((one, other, one))
