"""A small shell and pages for the engine's tests, in Vietnamese and English. Nothing here is a real body."""

from pathlib import Path

from generator.domain.colour import accent
from generator.publishing.engine import (
    Fact,
    FinishedPage,
    Language,
    NavItem,
    Shell,
    ShellWords,
    UrgentBar,
)

BASE = "https://ke-hoach.example/"
LANGUAGES = (
    Language(code="vi", name="Tiếng Việt", home="", locale="vi_VN"),
    Language(code="en", name="English", home="en/", locale="en_GB"),
)
WORDS = ShellWords(
    skip="Đến nội dung chính",
    menu="Danh mục",
    main_navigation="Danh mục chính",
    languages="Ngôn ngữ",
    theme="Giao diện",
    theme_auto="theo thiết bị",
    theme_light="sáng",
    theme_dark="tối",
    urgent="Thông báo khẩn",
    footer="Về trang này",
    report="Báo lỗi trên trang này",
    as_of="Trạng thái tính đến ngày",
)
NAV = (
    ("Trang chủ", "", "home", "home"),
    ("Kế hoạch", "ke-hoach/", "plans", "plan"),
    ("Cơ quan", "co-quan/", "agencies", "agency"),
    ("Lịch", "lich/", "timeline", "calendar"),
    ("Góp ý", "gop-y/", "feedback", "feedback"),
    ("Giới thiệu", "gioi-thieu/", "about", "about"),
)
STATES = (
    ("not_yet_open", "Chưa mở nhận góp ý"),
    ("open", "Đang nhận góp ý"),
    ("closed", "Đã kết thúc nhận góp ý"),
    ("past_stated_date", "Đã qua thời hạn nêu trong kế hoạch, chưa công bố kết quả"),
)


def shell(base: str = BASE, urgent: UrgentBar | None = None) -> Shell:
    return Shell(
        site_name="Kế hoạch của thành phố và thị xã",
        language="vi",
        base_address=base,
        home="",
        words=WORDS,
        nav=tuple(NavItem(label=label, path=path, key=key, icon=icon) for label, path, key, icon in NAV),
        languages=LANGUAGES,
        accent=accent("#9a3412"),
        as_of="2026-11-20",
        as_of_text="20/11/2026",
        date_form="{dd}/{m}/{y}",
        footer=(
            Fact(label="Cơ quan chủ quản", value="chưa công bố", missing=True),
            Fact(label="Người chịu trách nhiệm nội dung", value="chưa công bố", missing=True),
            Fact(label="Giấy phép", value="CC BY 4.0", href="https://creativecommons.org/licenses/by/4.0/"),
        ),
        footer_links=(NavItem(label="Quyền riêng tư", path="quyen-rieng-tu/", key="privacy", icon="lock"),),
        demo="Trang minh hoạ",
        urgent=urgent,
        report_href="lien-he/",
        states=STATES,
    )


def page(
    path: str = "ke-hoach/mau/", body: str = "<h1>Kế hoạch mẫu</h1>", base: str = BASE, **more: str
) -> FinishedPage:
    return FinishedPage(
        path=path,
        language="vi",
        title="Kế hoạch mẫu",
        description="Một trang để thử.",
        alternates=(("vi", path), ("en", f"en/{path}")),
        canonical=base + path,
        section="plans",
        body=body,
        **more,
    )


def pattern_page() -> FinishedPage:
    """Every component of the theme's catalogue on one page."""
    source = Path(__file__).with_name("pattern_page.html")
    return page(path="mau/", body=source.read_text(encoding="utf-8"))
