"""Papers to draw: one made by hand, with anything in it changed."""

from dataclasses import replace
from datetime import date

from generator.layout import layout_for
from generator.official_paper import Block, BlockKind, Foot, Item, OfficialPaper, Run

DAYS = {"state": date(2024, 8, 5), "party": date(2024, 3, 1), "party_now": date(2026, 11, 20)}
ADDRESS = "HTTPS://KE-HOACH.EXAMPLE/Q/CQZN80/"
# Every Vietnamese vowel with every tone, both cases.
VOWELS = "aăâeêioôơuưy"
SMALLER = Item((Run("mục nhỏ"),), "+")
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def paper(branch: str = "state", **changes: object) -> OfficialPaper:
    """Give a paper of a branch: "state", "party" (before 27/5/2026) or "party_now"."""
    kind = branch.partition("_")[0]
    state = kind == "state"
    made = OfficialPaper(
        language="vi",
        title="Thông báo: Về việc mời tham gia ý kiến",
        author="ỦY BAN NHÂN DÂN",
        banner=None,
        heading=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc") if state
        else ("ĐẢNG CỘNG SẢN VIỆT NAM",),
        superior=None if state else "ĐẢNG BỘ TỈNH LONG AN",
        issuer=Run("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ LONG KHÁNH" if state else "THÀNH ỦY TÂN AN"),
        number="Số: 15/TB-UBND" if state else "Số 15-TB/TU",
        place_date="Long Khánh, ngày 05 tháng 8 năm 2024",
        type="THÔNG BÁO",
        subject=(Run("Về việc mời tham gia ý kiến"),),
        body=(
            Block(BlockKind.PARAGRAPH, (Run("Ủy ban thông báo như sau:"),)),
            Block(BlockKind.HEADING, (Run("1. Hình thức"),)),
            Block(BlockKind.LIST, items=(
                Item((Run("Trang "), Run("gop-y.example", "https://gop-y.example/")), items=(SMALLER,)),
                Item((Run("Phát biểu"),), "6."),
            )),
            Block(BlockKind.PARAGRAPH, (Run("Trân trọng thông báo./."),)),
        ),
        authority="TM. ỦY BAN NHÂN DÂN" if state else "T/M BAN THƯỜNG VỤ",
        signer_title="CHỦ TỊCH",
        signer_name=None,
        recipients_label="Nơi nhận:",
        recipients=("- Thường trực Thành ủy;", "- Lưu: VT."),
        foot=Foot(
            note="Bản trình bày từ dữ liệu, không thay thế văn bản gốc có chữ ký và dấu.",
            address=(Run("Nguồn: "), Run("https://ke-hoach.example/a/", "https://ke-hoach.example/a/")),
            code_address=ADDRESS,
            code_label="Mã QR",
            code_caption=(Run("Quét mã hoặc gõ: "), Run(ADDRESS, ADDRESS)),
        ),
        layout=layout_for(kind, DAYS[branch]),
    )  # fmt: skip
    plain = {key: _as_runs(key, value) for key, value in changes.items()}
    return replace(made, **plain)


def _as_runs(key: str, value: object) -> object:
    """Give a subject or an issuer that is a bare text as runs."""
    if not isinstance(value, str):
        return value
    return {"subject": (Run(value),), "issuer": Run(value)}.get(key, value)
