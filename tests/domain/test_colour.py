import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.domain.colour import DARK_GROUNDS, ENOUGH, LIGHT_GROUNDS, accent, contrast

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
STYLE = Path(__file__).parents[2] / "generator/theme/assets/site.css"


def tokens(look: str) -> dict[str, str]:
    """The colour tokens of one look as site.css states them."""
    selector = {"light": ":root {", "dark": ':root[data-theme="dark"] {'}[look]
    block = STYLE.read_text(encoding="utf-8").split(selector, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@given(COLOURS)
def test_any_accent_can_be_read_in_both_looks(colour):
    made = accent(colour)
    assert min(contrast(made.light, ground) for ground in LIGHT_GROUNDS) >= ENOUGH
    assert min(contrast(made.dark, ground) for ground in DARK_GROUNDS) >= ENOUGH


def test_a_colour_that_can_be_read_is_kept():
    assert accent("#9a3412").light == "#9a3412"


@given(COLOURS)
def test_text_can_be_read_on_the_tint_of_any_accent(colour):
    made = accent(colour)
    assert contrast(tokens("light")["ink"], made.light_tint) >= ENOUGH
    assert contrast(tokens("dark")["ink"], made.dark_tint) >= ENOUGH


@pytest.mark.parametrize(("look", "grounds"), [("light", LIGHT_GROUNDS), ("dark", DARK_GROUNDS)])
def test_the_theme_stands_on_the_grounds_that_accents_are_made_for(look, grounds):
    assert (tokens(look)["paper"], tokens(look)["tint"]) == grounds


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_colour_of_words_can_be_read_on_its_ground(look):
    of = tokens(look)
    pairs = [(name, ground) for name in ("ink", "soft", "bad") for ground in ("paper", "tint")]
    pairs += [(name, f"{name}-bg") for name in ("ok", "info", "warn", "bad", "plain")]
    pairs += [(name, ground) for name in ("ok", "info") for ground in ("paper", "tint")]
    pairs += [("paper", "bad"), ("soft", "plain-bg")]
    low = {pair: contrast(of[pair[0]], of[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < ENOUGH} == {}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_edge_of_a_control_can_be_seen(look):
    of = tokens(look)
    assert min(contrast(of["edge"], of[ground]) for ground in ("paper", "tint")) >= 3


def test_the_dark_look_is_the_same_by_choice_and_by_system():
    style = STYLE.read_text(encoding="utf-8")
    chosen = style.split(':root[data-theme="dark"] {', 1)[1].split("}", 1)[0]
    by_system = style.split(':root:not([data-theme="light"]) {', 1)[1].split("}", 1)[0]
    assert chosen.split() == by_system.split()
