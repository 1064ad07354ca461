"""One case for each mistake that people make in a plan: what is said, where, and the line to write.

A case changes one line of a plan that is right. `▸` marks the place that the problem must point at; it is not
part of the file.
"""

import re
import unicodedata
from pathlib import Path

import pytest

from generator.commands.problems import render_text, sentence
from generator.domain.problem import Severity
from generator.reading.files import AGENCIES, DOCUMENTS, read_text
from generator.reading.plans import read_plan
from generator.reading.registries import read_registry
from generator.reading.validation import MAX_MISTAKES
from generator.wording import load_strings

SITE = Path(__file__).parent.parent / "sites" / "valid-small"
FILE = "plans/gop-y.yml"
PLAN = """\
schema: 1
id: gop-y
place: thanh-pho-tan-an
kind: campaign
status: issued
title: Góp ý
short_title: {vi: Góp ý, en: Ideas}
summary: Người dân góp ý.
document:
  branch: party
  issuer: Thành ủy
validity: từ ngày 01/01/2023 đến ngày 31/12/2023
sections:
  - id: muc-tieu
    title: Tổ chức
targets:
  - id: chi-tieu
    text: Trên 95%
    metrics: [{op: gt, value: 95}]
tasks:
  - id: phat-dong
    section: muc-tieu
    text: Phát động
    roles:
      lead: UBND Thành phố
    time: trước ngày 31/3/2023
role_blocks:
  - id: phan-cong
    covers: [phat-dong]
    roles: {advise: Thành ủy}
""".replace("muc-tieu", "to-chuc")

# name: (what stands in the plan, what a person wrote instead, code, the corrected line or None)
CASES = {
    "a list for a translation": (
        "en: Ideas}",
        "en: ▸[a]}",
        "text_not_list",
        'short_title: {vi: Góp ý, en: "[a]"}',
    ),
    "a number sign in a text": (
        "    text: Phát động",
        "    text: ▸Phát động #1",
        "hash_in_text",
        '    text: "Phát động #1"',
    ),
    "a link that runs a script": (
        "tasks:\n",
        'channels:\n  - {id: k, purpose: feedback, kind: web, label: a, target: ▸"java\\tscript:alert(1)"}\ntasks:\n',
        "unsafe_link",
        None,
    ),
    "a key misspelt": ("kind: campaign", "▸kin: campaign", "unknown_key_near", "kind: campaign"),
    "a key misspelt deep inside": (
        "      lead:",
        "      ▸leed:",
        "unknown_key_near",
        "      lead: UBND Thành phố",
    ),
    "a key that is like no other": ("kind: campaign", "▸mau_sac: đỏ", "unknown_key", None),
    "a misspelt key without a value": (
        "    time: trước ngày 31/3/2023",
        "    ▸tyme:",
        "unknown_key_near",
        "    time:",
    ),
    "a required key left out": ("summary: Người dân góp ý.\n", "", "key_missing", "summary: …"),
    "a required record left out": (
        "document:\n  branch: party\n  issuer: Thành ủy\n",
        "",
        "key_missing",
        "document: {branch: …, issuer: …}",
    ),
    "a required key left out within braces": (
        "{op: gt, value: 95}",
        "▸{value: 95}",
        "key_missing_in_braces",
        "    metrics: [{op: …, value: 95}]",
    ),
    "a gap that nobody filled": ("summary: Người dân góp ý.", "▸summary: …", "value_missing", None),
    "a required key of a list entry left out": (
        "  - id: phat-dong\n    section: to-chuc\n    text: Phát động",
        "  - ▸id: phat-dong\n    section: to-chuc",
        "key_missing",
        "    text: …",
    ),
    "nothing after a required key": ("title: Góp ý\n", "▸title:\n", "value_missing", None),
    "nothing after a dash": (
        "covers: [phat-dong]",
        "covers:\n      - phat-dong\n      -▸",
        "value_missing",
        None,
    ),
    "a value misspelt": ("status: issued", "status: ▸isued", "choice_near", "status: issued"),
    "a value that is like no other": ("status: issued", "status: ▸xong", "choice", None),
    "a version of the future": ("schema: 1", "schema: ▸2", "schema_newer", None),
    "a version of the past": ("schema: 1", "schema: ▸0", "schema_older", None),
    "a version in words": ("schema: 1", "schema: ▸một", "schema_unclear", "schema: 1"),
    "an id in Vietnamese": ("id: gop-y", "id: ▸Góp Ý", "bad_id", "id: gop-y"),
    "an id with an underscore": ("id: chi-tieu", "id: ▸chi_tieu", "bad_id", "  - id: chi-tieu"),
    "an id that is too long": ("id: gop-y", "id: ▸" + "a" * 81, "too_long", None),
    "a list for a text": (
        "summary: Người dân góp ý.",
        "summary: ▸[a, b]",
        "text_not_list",
        'summary: "[a, b]"',
    ),
    "a colon in a list of texts": (
        "    time: trước ngày 31/3/2023",
        "    outputs:\n      - ▸Kết quả: báo cáo",
        "colon_in_text",
        '      - "Kết quả: báo cáo"',
    ),
    "a text for a list": ("tasks:\n", "milestones: ▸không\ntasks:\n", "list_wanted_so", None),
    "an entry without its dash": (
        "sections:\n  - id: to-chuc\n    title",
        "sections:\n    ▸id: to-chuc\n    title",
        "list_wanted",
        "    - id: to-chuc",
    ),
    "a text for a record": ("    roles: {advise: Thành ủy}", "    roles: ▸Thành ủy", "record_wanted_so", None),
    "a language that is none": (
        "en: Ideas}",
        "▸eng: Ideas}",
        "language_code",
        "short_title: {vi: Góp ý, en: Ideas}",
    ),
    "no Vietnamese": (
        "short_title: {vi: Góp ý, en: Ideas}",
        "short_title: ▸{en: Ideas}",
        "vietnamese_missing",
        "short_title: {vi: …, en: Ideas}",
    ),
    "the country's code for the language's": (
        "short_title: {vi: Góp ý, en: Ideas}",
        "short_title:\n  ▸vn: Góp ý",
        "language_code",
        "  vi: Góp ý",
    ),
    "a comma in braces": (
        "{vi: Góp ý, en: Ideas}",
        "{vi: Góp ý, ▸hiến kế, en: Ideas}",
        "comma_in_braces",
        'short_title: {vi: "Góp ý, hiến kế", en: Ideas}',
    ),
    "thousands with a dot": (
        "value: 95",
        "value: ▸10.000",
        "number_ambiguous",
        "    metrics: [{op: gt, value: 10000}]",
    ),
    "words for a number": ("value: 95", "value: ▸nhiều", "number_wanted", None),
    "a number without end": ("value: 95", "value: ▸1e999999999", "number_wanted", None),
    "words for yes or no": ("status: issued", "status: issued\nsummary_only: ▸có thể", "yes_no_wanted", None),
    "words for a whole number": (
        "tasks:\n",
        "events:\n  - {id: le, name: Lễ, audience: [{group: A, expected: ▸năm mươi}]}\ntasks:\n",
        "whole_number_wanted",
        None,
    ),
    "a year for a day": ("status: issued", "status: issued\npublish_from: ▸2024", "day_type", None),
    "a day that no calendar has": (
        "status: issued",
        "status: issued\npublish_from: ▸2024-02-30",
        "day_impossible",
        None,
    ),
    "a month that no calendar has": (
        "time: trước ngày 31/3/2023",
        "time: ▸2026-13-01",
        "day_not_real",
        None,
    ),
    "the 31st of February": (
        "time: trước ngày 31/3/2023",
        "time: ▸trước ngày 31/2/2023",
        "time_impossible",
        None,
    ),
    "a record for a time": ("time: trước ngày 31/3/2023", "time: ▸{ngày: 1}", "time_type", None),
    "a body that is not known": ("lead: UBND Thành phố", "lead: ▸Phòng Nội vụ", "body_unknown", None),
    "a body without accents": (
        "lead: UBND Thành phố",
        "lead: ▸Ban Tuyen giao Thanh uy",
        "body_unknown_near",
        "      lead: Ban Tuyên giáo Thành ủy",
    ),
    "the chairman for his committee": (
        "lead: UBND Thành phố",
        "lead: ▸Chủ tịch UBND Thành phố",
        "body_unknown_near",
        None,
    ),
    "a wrong body beside its words": (
        "lead: UBND Thành phố",
        "lead: {text: cơ quan thường trực, body: ▸xyz}",
        "body_unknown",
        None,
    ),
    "a record that names no body": ("lead: UBND Thành phố", "lead: ▸{note: a}", "body_missing", None),
    "a place that is not known": (
        "place: thanh-pho-tan-an",
        "place: ▸thanh-pho-tan-am",
        "place_unknown_near",
        "place: thanh-pho-tan-an",
    ),
    "a place like no other": ("place: thanh-pho-tan-an", "place: ▸xyz", "place_unknown", None),
    "two tasks with one id": ("  - id: phan-cong", "  - id: ▸phat-dong", "id_twice", None),
    "an id that the page keeps": ("id: chi-tieu", "id: ▸muc-chi-tieu", "id_reserved", None),
    "a section that is not there": (
        "section: to-chuc",
        "section: ▸to-chu",
        "reference_unknown_near",
        "    section: to-chuc",
    ),
    "a section like no other": ("section: to-chuc", "section: ▸xyz", "reference_unknown", None),
    "a block that covers what is not there": (
        "covers: [phat-dong]",
        "covers: [phat-dong, ▸xyz]",
        "reference_unknown",
        None,
    ),
    "a block that covers nothing": ("covers: [phat-dong]", "▸covers: []", "block_covers_nothing", None),
    "a document that is not known": (
        "    text: Phát động",
        "    cites: [▸nq-35-tu]\n    text: Phát động",
        "document_unknown_near",
        "    cites: [nq-35-tu-long-an]",
    ),
    "a document like no other": (
        "    text: Phát động",
        "    cites: ▸xyz\n    text: Phát động",
        "document_unknown",
        None,
    ),
    "a section above itself": (
        "    title: Tổ chức",
        "    title: Tổ chức\n    parent: ▸to-chuc",
        "parent_circle",
        None,
    ),
    "smart quotes for an id": ("id: gop-y", "id: ▸“gop-y”", "smart_quotes", 'id: "gop-y"'),
    "a time that nobody understands": ("time: trước ngày 31/3/2023", "time: ▸lúc ấy", "time_unknown", None),
    "a tab": ("  branch: party", "▸\tbranch: party", "tab", "  branch: party"),
    "a colon in a text": (
        "title: Góp ý\n",
        "title: ▸Góp ý: hiến kế\n",
        "colon_in_text",
        'title: "Góp ý: hiến kế"',
    ),
    "a quote that is not closed": (
        "title: Góp ý\n",
        'title: ▸"Góp ý\n',
        "quote_not_closed",
        'title: "Góp ý"',
    ),
    "a translation whose first quote is not closed": (
        "short_title: {vi: Góp ý, en: Ideas}",
        'short_title: {vi: ▸"Góp ý, en: "Ideas"}',
        "quote_not_closed",
        'short_title: {vi: "Góp ý", en: "Ideas"}',
    ),
    "a translation whose last quote is not closed": (
        "short_title: {vi: Góp ý, en: Ideas}",
        'short_title: {vi: "Góp ý", en: ▸"Ideas}',
        "quote_not_closed",
        'short_title: {vi: "Góp ý", en: "Ideas"}',
    ),
    "a translation with one quote alone": (
        "short_title: {vi: Góp ý, en: Ideas}",
        'short_title: {vi: ▸"Góp ý, en: Ideas}',
        "quote_not_closed",
        'short_title: {vi: "Góp ý", en: Ideas}',
    ),
    "an entry's line a space too far left": (
        "    section: to-chuc\n    text: Phát động",
        "▸   section: to-chuc\n    text: Phát động",
        "indentation",
        "    section: to-chuc",
    ),
    "words after quotes": (
        "title: Góp ý\n",
        'title: ▸"Góp ý" hiến kế\n',
        "text_after_quotes",
        "title: '\"Góp ý\" hiến kế'",
    ),
    "smart quotes around a colon": (
        "title: Góp ý\n",
        "title: ▸“Góp ý: hiến kế”\n",
        "smart_quotes",
        'title: "Góp ý: hiến kế"',
    ),
    "a bracket that is not closed": (
        "covers: [phat-dong]",
        "covers: ▸[phat-dong",
        "bracket_not_closed",
        "    covers: [phat-dong]",
    ),
    "a bracket that is not closed at the end of the file": (
        "    roles: {advise: Thành ủy}\n",
        "    roles: {advise: Thành ủy}\nkeywords: ▸[góp ý,\n",
        "bracket_not_closed",
        "keywords: [góp ý,]",
    ),
    "no space after a colon": ("kind: campaign", "kind▸:campaign", "space_after_colon", "kind: campaign"),
    "no colon": ("kind: campaign", "▸kind campaign", "colon_missing", "kind: campaign"),
    "a sign that cannot begin a text": (
        "title: Góp ý\n",
        "title: ▸@gop-y\n",
        "quote_needed",
        'title: "@gop-y"',
    ),
    "a line indented too little": (
        "  issuer: Thành ủy",
        "▸ issuer: Thành ủy",
        "indentation",
        "  issuer: Thành ủy",
    ),
    "a line indented too far": ("kind: campaign", "▸  kind: campaign", "indentation", "kind: campaign"),
    "a key twice": ("status: issued", "status: issued\n▸status: draft", "duplicate_key", None),
    "a tag": (
        "title: Góp ý\n",
        "title: ▸!!python/name:os.system a\n",
        "tag",
        'title: "!!python/name:os.system a"',
    ),
    "an anchor": ("title: Góp ý\n", "title: ▸&a Góp ý\n", "anchor", 'title: "&a Góp ý"'),
    "an alias": ("title: Góp ý\n", "title: ▸*a\n", "alias", 'title: "*a"'),
    "a second document": ("tasks:\n", "▸---\ntasks:\n", "several_documents", None),
    "a list for a key": ("kind: campaign", "? ▸[a, b]\n: campaign", "key_type", None),
    "levels without end": (
        "title: Góp ý\n",
        "title: " + "[" * 59 + "▸[" * 1 + "[" * 3000 + "\n",
        "too_deep",
        None,
    ),
    "two edits not merged": (
        "kind: campaign",
        "▸<<<<<<< HEAD\nkind: campaign\n=======\nkind: scheme\n>>>>>>> b",
        "merge_conflict",
        None,
    ),
    "a mark that turns the direction": (
        "title: Góp ý\n",
        "title: Góp▸\u202e ý\n",
        "hidden_direction_mark",
        "title: Góp ý",
    ),
    "a character without width": (
        "title: Góp ý\n",
        "title: Góp▸\u200b ý\n",
        "hidden_zero_width",
        "title: Góp ý",
    ),
    "a letter in a phone number": (
        "tasks:\n",
        "channels:\n  - {id: k, purpose: feedback, label: a, kind: phone, target: ▸0272 38O6 259}\ntasks:\n",
        "phone_letter",
        "  - {id: k, purpose: feedback, label: a, kind: phone, target: 0272 3806 259}",
    ),
    "a link without https": (
        "tasks:\n",
        "channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸tanan.gov.vn/gop-y}\ntasks:\n",
        "target_without_https",
        "  - {id: k, purpose: feedback, label: a, kind: web, target: https://tanan.gov.vn/gop-y}",
    ),
    "a mailbox without its sign": (
        "tasks:\n",
        "channels:\n  - {id: k, purpose: feedback, label: a, kind: email, target: ▸gopy.tanan.gov.vn}\ntasks:\n",
        "mailbox_wrong",
        None,
    ),
    "a space in a link": (
        "tasks:\n",
        'channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸"https://tan an.vn"}\ntasks:\n',
        "link_sign",
        None,
    ),
    "a scheme misspelt": (
        "tasks:\n",
        "channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸htps://tanan.vn}\ntasks:\n",
        "unsafe_link",
        None,
    ),
    "a slash left out of a link": (
        "tasks:\n",
        'channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸"https:/tanan.vn"}\ntasks:\n',
        "link_host",
        None,
    ),
    "a bracket in the host of a link": (
        "tasks:\n",
        'channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸"http://["}\ntasks:\n',
        "link_host",
        None,
    ),
    "a quarter that no year has": ("time: trước ngày 31/3/2023", "time: ▸trong Quý V/2026", "time_impossible", None),
    "a quarter in digits that no year has": ("time: trước ngày 31/3/2023", "time: ▸2026-Q5", "day_not_real", None),
    "the 32nd": ("time: trước ngày 31/3/2023", "time: ▸32/1/2026", "day_not_real", None),
    "the 29th of February of a common year": (
        "time: trước ngày 31/3/2023",
        "time: ▸trước ngày 29/2/2023",
        "time_impossible",
        None,
    ),
    "the 25th hour": ("time: trước ngày 31/3/2023", "time: ▸25h00 ngày 01/3/2023", "time_impossible", None),
    "an end before its start": (
        "từ ngày 01/01/2023 đến ngày 31/12/2023",
        "▸từ ngày 31/12/2023 đến ngày 01/01/2023",
        "time_reversed",
        None,
    ),
    "a role misspelt": ("      lead: UBND", "      ▸leads: UBND", "unknown_key_near", "      lead: UBND Thành phố"),
    "a role in Vietnamese": (
        "      lead: UBND",
        "      ▸chu_tri: UBND",
        "unknown_key_near",
        "      lead: UBND Thành phố",
    ),
    "a key in Vietnamese": ("title: Góp ý\n", "▸Tiêu đề: Góp ý\n", "unknown_key_near", "title: Góp ý"),
    "a key in Vietnamese without accents": ("kind: campaign", "▸loai: campaign", "unknown_key_near", "kind: campaign"),
    "on as a key": ("kind: campaign", "kind: campaign\n▸on: có", "unknown_key", None),
    "a key with a capital": ("kind: campaign", "▸Kind: campaign", "unknown_key_near", "kind: campaign"),
    "no version": ("schema: 1\n", "", "key_missing_line", "schema: 1"),
    "a percent sign in a number": (
        "value: 95",
        "value: ▸95%",
        "number_with_unit",
        '    metrics: [{op: gt, value: 95, unit: "%"}]',
    ),
    "a unit beside a number": (
        "value: 95",
        "value: ▸95 người",
        "number_with_unit",
        '    metrics: [{op: gt, value: 95, unit: "người"}]',
    ),
    "a decimal comma within braces": (
        "value: 95",
        "value: 95,▸5",
        "comma_in_braces",
        '    metrics: [{op: gt, value: "95,5"}]',
    ),
    "a sign for a comparison": ("op: gt", 'op: ▸"≥"', "choice_near", '    metrics: [{op: "gte", value: 95}]'),
    "an angle within braces": ("op: gt", "op: ▸>", "quote_needed", '    metrics: [{op: ">", value: 95}]'),
    "another word for yes": (
        "status: issued",
        "status: issued\nsummary_only: ▸Đúng",
        "yes_no_wanted",
        "summary_only: có",
    ),
    "the month before the day": ("time: trước ngày 31/3/2023", "time: ▸12/31/2023", "day_not_real", None),
    "two bodies on one line": (
        "lead: UBND Thành phố",
        "lead: ▸UBND Thành phố; Thành ủy",
        "body_several",
        "      lead: [UBND Thành phố, Thành ủy]",
    ),
    "a dash before each role": (
        "    roles:\n      lead: UBND Thành phố",
        "    roles:\n      ▸- lead: UBND Thành phố",
        "record_not_list",
        "      lead: UBND Thành phố",
    ),
    "the name of the file for the id": ("id: gop-y", "id: ▸plans/gop-y.yml", "bad_id", "id: gop-y"),
    "a wide colon": ("kind: campaign", "▸kind：campaign", "colon_missing", "kind: campaign"),
    "a wide comma": (
        "covers: [phat-dong]",
        "covers: [▸phat-dong，chi-tieu]",
        "comma_list",
        "    covers: [phat-dong, chi-tieu]",
    ),
    "an equals sign for the colon": ("title: Góp ý\n", "▸title = Góp ý\n", "colon_missing", "title: Góp ý"),
    "a colon at the end": ("kind: campaign", "kind: ▸campaign:", "colon_stray", "kind: campaign"),
    "a text that goes on with a colon": (
        "summary: Người dân góp ý.",
        "summary: Người dân\n  ▸góp ý: mọi việc.",
        "colon_in_long_text",
        None,
    ),
    "a dash before a key": ("kind: campaign", "▸- kind: campaign", "dash_stray", "kind: campaign"),
    "two dashes": ("covers: [phat-dong]", "covers:\n      - ▸- phat-dong", "dash_twice", "      - phat-dong"),
    "an entry's line below its dash": (
        "  - id: to-chuc\n    title: Tổ chức",
        "  - id: to-chuc\n▸  title: Tổ chức",
        "indentation",
        "    title: Tổ chức",
    ),
    "an entry's line beyond its key": (
        "  - id: to-chuc\n    title: Tổ chức",
        "  - id: to-chuc\n▸      title: Tổ chức",
        "indentation",
        "    title: Tổ chức",
    ),
    "a second entry without its dash": (
        "    title: Tổ chức\n",
        "    title: Tổ chức\n▸  id: hai\n    title: Hai\n",
        "dash_missing",
        "  - id: hai",
    ),
    "a remark as in a web page": ("kind: campaign", "▸<!-- loại -->\nkind: campaign", "remark_sign", "# loại"),
    "a remark as in a program": ("kind: campaign", "▸// loại\nkind: campaign", "remark_sign", "# loại"),
    "bold words as in Markdown": (
        "title: Góp ý\n",
        "title: ▸**Góp ý**\n",
        "quote_needed",
        'title: "**Góp ý**"',
    ),
    "a star for a dash": ("  - id: to-chuc", "  ▸* id: to-chuc", "bullet_star", "  - id: to-chuc"),
    "a plus for a dash": ("covers: [phat-dong]", "covers:\n      ▸+ phat-dong", "bullet", "      - phat-dong"),
    "a number for a dash": ("covers: [phat-dong]", "covers:\n      ▸1. phat-dong", "bullet", "      - phat-dong"),
    "the middle of two edits": ("kind: campaign", "▸=======\nkind: campaign", "merge_conflict", None),
    "a long text at the margin": (
        "summary: Người dân góp ý.",
        "summary: >-\n▸Người dân góp ý.",
        "block_indentation",
        "  Người dân góp ý.",
    ),
    "the sign of a long text before a short one": (
        "summary: Người dân góp ý.",
        "summary: ▸>-Người dân góp ý.",
        "folded_on_line",
        'summary: "Người dân góp ý."',
    ),
    "an address without its colon": (
        "tasks:\n",
        "channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸https//tanan.vn}\ntasks:\n",
        "address_misspelt",
        "  - {id: k, purpose: feedback, label: a, kind: web, target: https://tanan.vn}",
    ),
    "an address with www alone": (
        "tasks:\n",
        "channels:\n  - {id: k, purpose: feedback, label: a, kind: web, target: ▸www.tanan.vn}\ntasks:\n",
        "target_without_https",
        "  - {id: k, purpose: feedback, label: a, kind: web, target: https://www.tanan.vn}",
    ),
    "several ids with commas": (
        "covers: [phat-dong]",
        "covers: ▸phat-dong, chi-tieu",
        "comma_list",
        "    covers: [phat-dong, chi-tieu]",
    ),
    "a bullet from Word": ("covers: [phat-dong]", "covers:\n      ▸• phat-dong", "bullet", "      - phat-dong"),
    "a long dash for a hyphen": ("covers: [phat-dong]", "covers:\n      ▸– phat-dong", "bullet", "      - phat-dong"),
    "no space after a dash": ("covers: [phat-dong]", "covers:\n      ▸-phat-dong", "bullet", "      - phat-dong"),
    "a percent sign at the beginning": ("title: Góp ý\n", "title: ▸%Góp ý\n", "quote_needed", 'title: "%Góp ý"'),
    "a backtick": ("title: Góp ý\n", "title: ▸`Góp ý`\n", "quote_needed", 'title: "`Góp ý`"'),
    "a star in front of a text": ("title: Góp ý\n", "title: ▸* Góp ý\n", "quote_needed", 'title: "* Góp ý"'),
    "an upright line in front of a text": ("title: Góp ý\n", "title: ▸| Góp ý\n", "quote_needed", 'title: "| Góp ý"'),
    "an angle in front of a text": ("title: Góp ý\n", "title: ▸> Góp ý\n", "quote_needed", 'title: "> Góp ý"'),
    "a single quote that is not closed": ("title: Góp ý\n", "title: ▸'Góp ý\n", "quote_not_closed", 'title: "Góp ý"'),
    "quotes within quotes": (
        "title: Góp ý\n",
        'title: ▸"Cuộc vận động "Góp ý""\n',
        "text_after_quotes",
        "title: 'Cuộc vận động \"Góp ý\"'",
    ),
    "a path of Windows in quotes": (
        "title: Góp ý\n",
        'title: ▸"C:\\Users\\a"\n',
        "text_after_quotes",
        "title: 'C:\\Users\\a'",
    ),
    "braces in a text": (
        "summary: Người dân góp ý.",
        "summary: ▸{Người dân} góp ý.",
        "text_after_quotes",
        'summary: "{Người dân} góp ý."',
    ),
    "a text that goes on at the margin": (
        "summary: Người dân góp ý.",
        "summary: Người dân góp ý\n▸và hiến kế.",
        "colon_missing",
        None,
    ),
    "an id with a space": ("id: chi-tieu", "id: ▸chi tieu", "bad_id", "  - id: chi-tieu"),
    "true for a choice": ("kind: campaign", "kind: ▸true", "choice", None),
    "a day with a short year": ("status: issued", "status: issued\npublish_from: ▸9-8-24", "day_type", None),
    "a line pasted from Word": (
        "title: Góp ý\n",
        "title: Góp\u00a0ý▸\u200b – “hiến kế”\u00ad\n",
        "hidden_zero_width",
        "title: Góp ý – “hiến kế”",
    ),
    "a secret document": ("summary: Người dân góp ý.", "▸summary: MẬT", "secret_document", None),
    "a control character": ("title: Góp ý\n", "title: Góp▸\x07 ý\n", "hidden_control", "title: Góp ý"),
}
MISTAKES = CASES


def test_there_are_as_many_mistakes_as_people_make():
    assert len(CASES) >= 140


@pytest.fixture(scope="module")
def names():
    return read_registry(read_text(SITE, AGENCIES), read_text(SITE, DOCUMENTS)).names


def changed(old, new):
    assert PLAN.count(old) >= 1
    return PLAN.replace(old, new, 1)


def place_of_mark(text):
    before = text[: text.index("▸")]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_the_plan_that_the_cases_start_from_is_right(names):
    read = read_plan(FILE, PLAN.encode(), names)
    assert read.problems == ()
    assert read.plan is not None


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_to_write(name, names):
    old, new, code, instead = MISTAKES[name]
    text = changed(old, new)
    line, column = place_of_mark(text) if "▸" in text else (1, 1)
    problems = read_plan(FILE, text.replace("▸", "").encode(), names).problems
    found = [(p.code, p.location.line, p.location.column, p.instead or None) for p in problems]
    assert (code, line, column, instead) in found
    told = next(p for p in problems if p.code == code)
    for language in ("vi", "en"):
        strings = load_strings(language)
        assert re.search(r"\{\w+\}", sentence(told, strings)) is None
        assert f"{FILE}:{line}:{column}: " in render_text([told], strings)


@pytest.mark.parametrize("name", sorted(MISTAKES.keys() - {"two dashes"}))
def test_a_mistake_brings_no_other_problems(name, names):
    old, new, code, _ = MISTAKES[name]
    problems = read_plan(FILE, changed(old, new).replace("▸", "").encode(), names).problems
    assert [p.code for p in problems] == [code]


MENDED = sorted(
    name for name, case in MISTAKES.items() if case[3] and "…" not in case[3] and case[2] != "key_missing_line"
)


@pytest.mark.parametrize("name", MENDED)
def test_the_line_that_is_proposed_mends_the_mistake(name, names):
    old, new, code, instead = MISTAKES[name]
    text = changed(old, new)
    line, _ = place_of_mark(text)
    lines = text.replace("▸", "").split("\n")
    lines[line - 1] = instead
    again = read_plan(FILE, "\n".join(lines).encode(), names).problems
    assert (code, line) not in [(p.code, p.location.line) for p in again]


def test_only_what_the_page_can_live_with_is_a_warning(names):
    warnings = set()
    for old, new, _, _ in MISTAKES.values():
        problems = read_plan(FILE, changed(old, new).replace("▸", "").encode(), names).problems
        warnings |= {p.code for p in problems if p.severity is Severity.WARNING}
    assert warnings == {"time_unknown", "hidden_zero_width", "hash_in_text", "target_without_https"}


def test_all_mistakes_of_a_file_are_told_at_once(names):
    text = (
        PLAN.replace("kind: campaign", "kin: campaign").replace("lead: UBND", "lead: Xyz").replace("to-chuc", "abc", 1)
    )
    codes = [p.code for p in read_plan(FILE, text.encode(), names).problems]
    assert sorted(codes) == ["body_unknown", "reference_unknown", "unknown_key_near"]


def test_a_translation_that_is_still_empty_is_no_mistake(names):
    text = PLAN.replace("{vi: Góp ý, en: Ideas}", "{vi: Góp ý, en: }")
    assert read_plan(FILE, text.encode(), names).problems == ()


def test_without_a_place_the_bodies_are_not_blamed(names):
    text = PLAN.replace("place: thanh-pho-tan-an\n", "")
    assert [p.code for p in read_plan(FILE, text.encode(), names).problems] == ["key_missing"]


HARMLESS = {
    "a byte-order mark": PLAN.encode("utf-8-sig"),
    "line ends of Windows": PLAN.replace("\n", "\r\n").encode(),
    "line ends of old Macs": PLAN.replace("\n", "\r").encode(),
    "accents apart from their letters": unicodedata.normalize("NFD", PLAN).encode(),
    "spaces that do not break, from a web page": PLAN.replace("  branch", "\u00a0\u00a0branch").encode(),
    "a tab after a colon, from Excel": PLAN.replace("title: Góp ý\n", "title:\tGóp ý\n", 1).encode(),
    "a key in quotes": PLAN.replace("\nkind:", '\n"kind":').encode(),
    "a space before a colon": PLAN.replace("\nkind:", "\nkind :").encode(),
    "a day with dots": PLAN.replace("ngày 31/3/2023", "ngày 31.3.2023").encode(),
    "an hour as it is spoken": PLAN.replace("trước ngày 31/3/2023", "8h30 ngày 31/3/2023").encode(),
    "a number with noughts in front": PLAN.replace("\n  branch", "\n  number: 007\n  branch").encode(),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_what_machines_and_programs_leave_behind_is_no_mistake(name, names):
    assert HARMLESS[name] != PLAN.encode()
    read = read_plan(FILE, HARMLESS[name], names)
    assert [p.code for p in read.problems] == []
    assert read.plan.id == "gop-y"


OTHER_FILES = {
    "a document of Word": (b"PK\x03\x04" + bytes(range(256)), "file_not_text"),
    "an old document of Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_not_text"),
    "a document of WordPad": (rb"{\rtf1\ansi G\'f3p \'fd}", "file_not_text"),
    "a PDF": (b"%PDF-1.7\n", "file_not_text"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "file_not_text"),
    "Unicode of Notepad": (PLAN.encode("utf-16"), "utf16"),
    "an old code page": (PLAN.encode("cp1258", "replace"), "not_utf8"),
    "nothing": (b"", "file_empty"),
    "remarks alone": ("# kế hoạch\n".encode(), "file_empty"),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_a_file_of_another_kind_is_told_as_what_it_is(name, names):
    data, code = OTHER_FILES[name]
    (told,) = read_plan(FILE, data, names).problems
    assert told.code == code
    assert all("{" not in sentence(told, load_strings(language)) for language in ("vi", "en"))


@pytest.mark.parametrize("text", ["- a\n- b\n", "một dòng chữ\n", "[]\n"])
def test_a_file_that_is_no_record_is_told_as_a_whole(text, names):
    assert [p.code for p in read_plan(FILE, text.encode(), names).problems] == ["file_not_record"]


def test_a_flood_of_mistakes_is_cut_short(names):
    text = PLAN + "keywords:\n" + "  - {a: b}\n" * 5000
    assert len(read_plan(FILE, text.encode(), names).problems) == MAX_MISTAKES


@pytest.mark.parametrize(("right", "wrong"), [("\ntitle:", "\ntitel:"), ("  issuer:", "  issure:")])
def test_a_required_key_that_is_misspelt_is_not_called_missing_as_well(right, wrong):
    assert right in PLAN
    problems = read_plan(FILE, PLAN.replace(right, wrong).encode(), None).problems
    assert [problem.code for problem in problems] == ["unknown_key_near"]
