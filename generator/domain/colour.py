"""Colours that can be read: the site's accent, made dark or light enough for each ground (WCAG 2.2)."""

import colorsys
from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.frozen import frozen

# The grounds that text stands on in the theme's light and dark looks; a test holds site.css to them.
LIGHT_GROUNDS = ("#fffdf9", "#f6f1ea")
DARK_GROUNDS = ("#171412", "#231f1b")
# WCAG 2.2, success criterion 1.4.3 (AA): body text against its ground.
ENOUGH = 4.5
_STEP = 0.01


@frozen
class Accent:
    """The accent for the light and the dark look, `#rrggbb`. On either, its first ground is readable."""

    light: str
    dark: str
    light_tint: str
    dark_tint: str


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(16)
def accent(written: str) -> Accent:
    """Make the accents of the two looks from the colour `written` in the settings, keeping its hue.

    The colour itself is kept where it is readable (at least 4.5:1) on every ground of the look.
    """
    light = _moved(written, LIGHT_GROUNDS, lambda lightness: lightness - _STEP)
    dark = _moved(written, DARK_GROUNDS, lambda lightness: lightness + _STEP)
    return Accent(light, dark, mixed(light, LIGHT_GROUNDS[0], 0.09), mixed(dark, DARK_GROUNDS[0], 0.16))


def mixed(colour: str, ground: str, share: float) -> str:
    """Lay `colour` over `ground` with the opacity `share`, 0 to 1."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return _written(a * share + b * (1 - share) for a, b in pairs)


def _moved(colour: str, grounds: tuple[str, ...], step: Callable[[float], float]) -> str:
    """Change the lightness of `colour` step by step until it is readable on all `grounds`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while min(contrast(colour, ground) for ground in grounds) < ENOUGH:
        lightness = step(lightness)
        colour = _written(colorsys.hls_to_rgb(hue, min(max(lightness, 0), 1), saturation))
    return colour


def _channels(colour: str) -> tuple[float, float, float]:
    """Give red, green and blue of `#rrggbb`, each 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _written(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    """Give the relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def readable_on(ground: str) -> str:
    """Give white or black, whichever is easier to read on `ground`."""
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, ground))
