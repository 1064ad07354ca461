"""A small plan without any warning, and what the warnings say of it once a part is written otherwise."""

import re

from generator.reading.files import FileRead
from generator.reading.plans import read_plan
from generator.reading.registries import read_registry
from generator.reading.source import source_of
from generator.reading.warnings import plan_warnings

FILE = "plans/a.yml"
AGENCIES = """\
schema: 1
places:
  - {id: tinh-long-an, level: province, name: Long An, title: tỉnh Long An, successors: [{id: tinh-tay-ninh}]}
  - {id: tinh-tay-ninh, level: province, name: Tây Ninh, title: tỉnh Tây Ninh}
  - {id: tan-an, level: district, name: Tân An, title: thành phố Tân An, parent: tinh-long-an}
agencies:
  - {id: ubnd, name: Ủy ban nhân dân thành phố Tân An, branch: state, level: district,
     place: tan-an, valid_until: 2025-06-30}
  - {id: thanh-uy, name: Thành ủy Tân An, aliases: Thành ủy, branch: party, level: district, place: tan-an}
  - {id: btv, name: Ban Thường vụ Thành ủy, branch: party, level: district, place: tan-an}
  - {id: ban-to-chuc, name: Ban Tổ chức Cuộc vận động, branch: temporary, level: district, place: tan-an}
  - {id: phong, name: Phòng Nội vụ, branch: state, level: district, place: tan-an}
"""
DOCUMENTS = """\
schema: 1
documents:
  - {id: nq-35, type: nghi_quyet, number: 35, symbol: NQ/TU, as_written: 35-NQ/TU,
     issuers: thanh-uy, issued: ngày 08/4/2022}
  - {id: khong-co-quan, type: ke_hoach, number: 163, symbol: KH-UBND, as_written: 163/KH-UBND,
     issued: ngày 08/5/2022}
  - {id: khong-ngay, type: chi_thi, number: "05", symbol: CT/TU, as_written: 05-CT/TU, issuers: thanh-uy}
  - {id: chi-ten, type: luat, subject: thực hiện dân chủ ở cơ sở}
  - {id: luat, type: luat, number: 10/2022, symbol: QH15, issuers: thanh-uy}
  - {id: nq-25-cu, type: nghi_quyet, number: 25, symbol: NQ/TU, as_written: 25-NQ/TU,
     issuers: thanh-uy, issued: ngày 25/7/2008}
  - {id: nq-25-moi, type: nghi_quyet, number: 25, symbol: NQ/TU, as_written: 25-NQ/TU,
     issuers: thanh-uy, issued: ngày 03/6/2013}
  - {id: nq-25-khac, type: nghi_quyet, number: 25, symbol: NQ/TU, as_written: 25-NQ/TU,
     issuers: btv, issued: ngày 01/6/2013}
  - {id: pl-34, type: phap_lenh, number: 34/2007, symbol: PL-UBTVQH11,
     as_written: 34/2007/PL-UBTVQH11, issuers: thanh-uy}
  - {id: cu, type: chi_thi, number: "7", symbol: CT/TU, as_written: 07-CT/TU, issuers: btv,
     issued: 2020, superseded_by: nq-35}
  - {id: cach, type: cong_van, number: "8", symbol: CV/ThU, as_written: 8 - CV/ThU, issuers: btv,
     issued: 2021}
  - {id: lien, type: cong_van, number: "9", symbol: CV/ThU, as_written: 9-CV/ThU, issuers: btv, issued: 2021}
  - {id: cham, type: cong_van, number: "10", symbol: CV/ThU, as_written: 10-CV/Th.U, issuers: btv,
     issued: 2021}
"""
PLAN = """\
schema: 1
id: gop-y
place: tan-an
kind: campaign
status: issued
title: Góp ý xây dựng thành phố
short_title: Góp ý
summary: Người dân góp ý.
document:
  {number: 1, symbol: KH/TU, as_written: Số 1-KH/TU, branch: party, issued: ngày 10 tháng 01 năm 2023,
   dateline: Tân An, issuer: Thành ủy}
validity: năm 2023
"""
NAMES = read_registry(
    FileRead(source_of("plans/agencies.yml", AGENCIES)), FileRead(source_of("plans/documents.yml", DOCUMENTS))
).names


def plan_with(part):
    """Give the plan with the top-level keys of `part` in place of its own."""
    keys = re.findall(r"^▸?(\w+):", part, re.MULTILINE)
    blocks = re.split(r"^(?=\w)", PLAN, flags=re.MULTILINE)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys) + part


def warnings_for(text):
    """Give the warnings of a plan, read as it is in a project."""
    read = read_plan(FILE, text.encode(), NAMES)
    assert read.problems == ()
    return list(plan_warnings(read, text.encode(), NAMES)[0])
