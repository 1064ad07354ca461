"""What was looked up is known even of what was made before."""

from generator.views.watched import _KEPT_MADE, Watch, Watched


def _index() -> tuple[Watch, Watched[str]]:
    watch = Watch()
    return watch, Watched("bodies", watch, ("phuong", "xa"), lambda key: f"UBND {key}")


def test_a_value_is_made_once() -> None:
    watch, bodies = _index()
    made = [watch.once("title", lambda: object()) for _ in range(2)]
    assert made[0] is made[1]
    assert bodies["xa"] == watch.once("other", lambda: bodies["xa"])


def test_who_is_given_what_was_made_before_has_looked_up_what_it_was_made_of() -> None:
    watch, bodies = _index()
    with watch.watching() as first:
        watch.once("title", lambda: bodies["xa"] + str(bodies.get("none")))
    with watch.watching() as second:
        watch.once("title", lambda: "")
    assert first == second == {("bodies", "xa"), ("bodies", "none")}


def test_what_is_made_within_counts_for_all_around_it() -> None:
    watch, bodies = _index()

    def outer() -> str:
        return watch.once("inner", lambda: bodies["xa"]) + bodies["phuong"]

    with watch.watching() as first:
        watch.once("outer", outer)
    with watch.watching() as second:
        watch.once("outer", outer)
    assert first == second == {("bodies", "xa"), ("bodies", "phuong")}


def test_what_fails_is_not_kept() -> None:
    watch, bodies = _index()
    for _ in range(2):
        try:
            watch.once("title", lambda: bodies["none"])
        except KeyError:
            continue
        raise AssertionError
    assert watch.once("title", lambda: bodies["xa"]) == "UBND xa"


def test_only_the_last_few_are_kept() -> None:
    watch, _ = _index()
    for number in range(3 * _KEPT_MADE):
        watch.once(number, str)
    assert len(watch.made) == _KEPT_MADE
