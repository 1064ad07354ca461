"""How wide a text stands in Times: enough for a line that is to be as long as the text above it."""

import unicodedata

# Advance widths of Times Bold in thousandths of the size (Adobe Core 14 AFM); letters with accents are as wide as
# without. The regular face is about a twentieth narrower, which a drawn line does not show.
_WIDTHS = {
    **dict.fromkeys("0123456789abghknopquvxy$_", 500),
    **dict.fromkeys("ABCDNRUVXY&", 722),
    **dict.fromkeys("ELTZ", 667),
    **dict.fromkeys("GHKOQ", 778),
    **dict.fromkeys("FPS", 600),
    **dict.fromkeys("ceszr", 430),
    **dict.fromkeys("ijlt.,;:'| /", 285),
    **dict.fromkeys("f-()[]!", 333),
    "I": 389,
    "J": 500,
    "M": 944,
    "W": 1000,
    "m": 833,
    "w": 722,
    "d": 556,
}
_OTHER = 556


def text_width(text: str, size: float) -> float:
    """Give the width in pt of one line of `text` in Times Bold of `size` pt; good to about a twentieth."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = (c for c in plain if not unicodedata.combining(c))
    return sum(_WIDTHS.get(c, _OTHER) for c in letters) * size / 1000
