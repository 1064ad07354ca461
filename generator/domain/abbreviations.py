"""The short forms of Vietnamese offices, as a table: every name is spelt out before names are compared.

Not in it, because they are other bodies: Thường trực (not Ban Thường vụ, not Ban Chấp hành), Chủ tịch UBND
(not UBND), Đảng bộ (not Thành ủy). Short forms that mean different bodies in different towns (TTTU, BDVTU,
VPTX) are aliases in the registry instead.
"""

import re

# Small letters, NFC. A dot after a short form and a missing space after it are accepted.
_SHORT_FORMS = {
    "ubmttqvn": "ủy ban mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ub.mttqvn": "ủy ban mặt trận tổ quốc",
    "ub.mttq": "ủy ban mặt trận tổ quốc",
    "ub mttqvn": "ủy ban mặt trận tổ quốc",
    "ub mttq": "ủy ban mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc",
    "mttq": "mặt trận tổ quốc",
    "ubtp": "ủy ban nhân dân thành phố",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "ubkt": "ủy ban kiểm tra",
    "btv": "ban thường vụ",
    "bch": "ban chấp hành",
    "btg": "ban tuyên giáo",
    "bdv": "ban dân vận",
    "bcđ": "ban chỉ đạo",
    "bcsđ": "ban cán sự đảng",
    "cty": "công ty",
    "vp": "văn phòng",
    "tp": "thành phố",
    "tx": "thị xã",
    "tw": "trung ương",
}
_SHORT = re.compile(
    r"(?<![^\W_])("
    + "|".join(re.escape(s) for s in sorted(_SHORT_FORMS, key=len, reverse=True))
    + r")(?:\.\s*|(?![^\W_]))"
)
# Without its dot, "p" is no word of an office.
_WARD = re.compile(r"(?<![^\W_])p\.\s*")
# "TT" is Thường trực before a committee or council and Trung tâm elsewhere, so only the first is spelt out.
_PERMANENT = re.compile(r"(?<![^\W_])tt\.?\s+(?=(tỉnh|thành|thị|huyện|đảng) ủy|hội đồng nhân dân)")
_FRONT = "mặt trận tổ quốc"
_FRONT_OF_VIET_NAM = re.compile(_FRONT + r" (việt nam|vn)(?![^\W_])")


def short_forms() -> dict[str, str]:
    """Give each short form of an office and its full form, in small letters."""
    return dict(_SHORT_FORMS)


def spelt_out(name: str) -> str:
    """Spell out the short forms in `name` (small letters); the Front is named without "Việt Nam"."""
    words = _SHORT.sub(lambda found: _SHORT_FORMS[found[1]] + " ", name)
    words = _WARD.sub("phường ", words)
    words = _PERMANENT.sub("thường trực ", re.sub(r"\s+", " ", words).strip())
    return _FRONT_OF_VIET_NAM.sub(_FRONT, words)
