# ruff: noqa: E501 - tables: a row is a line
"""Ways in which offices write times: what each means, and how English says it by rule."""

from datetime import date

import pytest

from generator.domain.times import Period, SaidOf, TimeContext, parse_time, print_time

# words | kind | start | end | English
DEADLINES = """
chậm nhất ngày 15/3/2024 | by | - | 2024-03-15 | by 15 March 2024
chậm nhất là ngày 15/3/2024 | by | - | 2024-03-15 | by 15 March 2024
Chậm nhất đến ngày 15/3/2024 | by | - | 2024-03-15 | by 15 March 2024
Chậm nhất đến hết ngày 15/3/2024 | by | - | 2024-03-15 | by 15 March 2024
chậm nhất trước ngày 30/6/2024 | before | - | 2024-06-30 | before 30 June 2024
chậm nhất vào 15/3/2024 | by | - | 2024-03-15 | by 15 March 2024
chậm nhất trong tháng 3/2024 | by | - | 2024-03-31 | by the end of March 2024
muộn nhất ngày 01/02/2024 | by | - | 2024-02-01 | by 1 February 2024
trễ nhất ngày 1/2/2024 | by | - | 2024-02-01 | by 1 February 2024
không muộn hơn ngày 20/12/2024 | by | - | 2024-12-20 | by 20 December 2024
không quá ngày 20/12/2024 | by | - | 2024-12-20 | by 20 December 2024
không chậm hơn 20/12/2024 | by | - | 2024-12-20 | by 20 December 2024
hạn chót: 20/12/2024 | by | - | 2024-12-20 | by 20 December 2024
hạn cuối là ngày 20/12/2024 | by | - | 2024-12-20 | by 20 December 2024
đến ngày 31/5/2024 | by | - | 2024-05-31 | by 31 May 2024
đến hết ngày 31/5/2024 | by | - | 2024-05-31 | by 31 May 2024
đến hết tháng 5/2024 | by | - | 2024-05-31 | by the end of May 2024
hết tháng 5 năm 2024 | by | - | 2024-05-31 | by the end of May 2024
đến hết quý II/2024 | by | - | 2024-06-30 | by the end of Q2 2024
đến hết năm 2024 | target_year | - | 2024-12-31 | by 2024
đến cuối năm 2024 | by | - | 2024-12-31 | by late 2024
xong trước 15/7/2024 | before | - | 2024-07-15 | before 15 July 2024
gửi báo cáo trước ngày 15/12/2024 | before | - | 2024-12-15 | before 15 December 2024
Hoàn thành trước ngày 05 tháng 8 năm 2024 | before | - | 2024-08-05 | before 5 August 2024
hoàn thành 3 công trình trước 30/6/2025 | before | - | 2025-06-30 | before 30 June 2025
Thời gian hoàn thành: trước ngày 30/11/2024. | before | - | 2024-11-30 | before 30 November 2024
Thời hạn hoàn thành: Trước 30/11/2024; | before | - | 2024-11-30 | before 30 November 2024
TRƯỚC NGÀY 30/11/2024 | before | - | 2024-11-30 | before 30 November 2024
trước ngày 30-11-2024 | before | - | 2024-11-30 | before 30 November 2024
trước ngày 30.11.2024 | before | - | 2024-11-30 | before 30 November 2024
trước  ngày   30 / 11 / 2024 | before | - | 2024-11-30 | before 30 November 2024
trước 2024-11-30 | before | - | 2024-11-30 | before 30 November 2024
trước 17h00 ngày 31/5/2024 | before | - | 2024-05-31 | before 17:00 on 31 May 2024
trước 17 giờ 00 phút ngày 31/5/2024 | before | - | 2024-05-31 | before 17:00 on 31 May 2024
trước 17h ngày 31/5/2024 | before | - | 2024-05-31 | before 17:00 on 31 May 2024
trước 17 giờ, ngày 31/5/2024 | before | - | 2024-05-31 | before 17:00 on 31 May 2024
chậm nhất 16h30 ngày 31/5/2024 | by | - | 2024-05-31 | by 16:30 on 31 May 2024
trước 16g30 ngày 31 tháng 5 năm 2024 | before | - | 2024-05-31 | before 16:30 on 31 May 2024
trước quý II/2024 | before_period | - | 2024-04-01 | before Q2 2024 (by 31 March 2024)
trước năm 2025 | before_period | - | 2025-01-01 | before 2025 (by 31 December 2024)
trước tháng 3/2024 | before_period | - | 2024-03-01 | before March 2024 (by 29 February 2024)
trước tháng 3/2023 | before_period | - | 2023-03-01 | before March 2023 (by 28 February 2023)
trước cuối tháng 6/2024 | before_period | - | 2024-06-21 | before late June 2024 (by 20 June 2024)
trước thứ Sáu, ngày 09/8/2024 | before | - | 2024-08-09 | before Friday, 9 August 2024
"""

WITHIN = """
tháng 3 năm 2023 | in_month | 2023-03-01 | 2023-03-31 | in March 2023
tháng Ba năm 2023 | in_month | 2023-03-01 | 2023-03-31 | in March 2023
tháng 02/2024 | in_month | 2024-02-01 | 2024-02-29 | in February 2024
tháng 2-2023 | in_month | 2023-02-01 | 2023-02-28 | in February 2023
trong tháng 12/2024 | in_month | 2024-12-01 | 2024-12-31 | in December 2024
tháng giêng năm 2025 | in_month | 2025-01-01 | 2025-01-31 | in January 2025
tháng mười hai năm 2024 | in_month | 2024-12-01 | 2024-12-31 | in December 2024
tháng năm năm 2024 | in_month | 2024-05-01 | 2024-05-31 | in May 2024
tháng tư/2024 | in_month | 2024-04-01 | 2024-04-30 | in April 2024
3/2024 | in_month | 2024-03-01 | 2024-03-31 | in March 2024
Quý I/2023 | in_quarter | 2023-01-01 | 2023-03-31 | in Q1 2023
quý 1 năm 2023 | in_quarter | 2023-01-01 | 2023-03-31 | in Q1 2023
Quí IV/2024 | in_quarter | 2024-10-01 | 2024-12-31 | in Q4 2024
quý III năm 2024 | in_quarter | 2024-07-01 | 2024-09-30 | in Q3 2024
trong quý 2-2024 | in_quarter | 2024-04-01 | 2024-06-30 | in Q2 2024
quý ba năm 2024 | in_quarter | 2024-07-01 | 2024-09-30 | in Q3 2024
trong năm 2023 | target_year | 2023-01-01 | 2023-12-31 | in 2023
cả năm 2024 | target_year | 2024-01-01 | 2024-12-31 | in 2024
trong cả năm 2024 | target_year | 2024-01-01 | 2024-12-31 | in 2024
vào năm 2025 | target_year | 2025-01-01 | 2025-12-31 | in 2025
2024 | target_year | 2024-01-01 | 2024-12-31 | in 2024
đến 2026 | target_year | - | 2026-12-31 | by 2026
tới năm 2026 | target_year | - | 2026-12-31 | by 2026
6 tháng đầu năm 2024 | in_span | 2024-01-01 | 2024-06-30 | in the first 6 months of 2024
06 tháng đầu năm 2024 | in_span | 2024-01-01 | 2024-06-30 | in the first 6 months of 2024
trong 6 tháng cuối năm 2024 | in_span | 2024-07-01 | 2024-12-31 | in the last 6 months of 2024
9 tháng đầu năm 2024 | in_span | 2024-01-01 | 2024-09-30 | in the first 9 months of 2024
3 tháng cuối năm 2024 | in_span | 2024-10-01 | 2024-12-31 | in the last 3 months of 2024
nửa đầu năm 2024 | in_span | 2024-01-01 | 2024-06-30 | in the first 6 months of 2024
nửa cuối tháng 5/2024 | in_span | 2024-05-16 | 2024-05-31 | in the second half of May 2024
đầu năm 2024 | in_span | 2024-01-01 | 2024-03-31 | in early 2024
giữa năm 2024 | in_span | 2024-06-01 | 2024-07-31 | in mid-2024
cuối năm 2024 | in_span | 2024-10-01 | 2024-12-31 | in late 2024
đầu tháng 5/2024 | in_span | 2024-05-01 | 2024-05-10 | in early May 2024
giữa tháng 5/2024 | in_span | 2024-05-11 | 2024-05-20 | in mid-May 2024
cuối tháng 2 năm 2024 | in_span | 2024-02-21 | 2024-02-29 | in late February 2024
vào cuối quý I/2024 | in_span | 2024-03-01 | 2024-03-31 | in late Q1 2024
đầu quý III năm 2024 | in_span | 2024-07-01 | 2024-07-31 | in early Q3 2024
thượng tuần tháng 5/2024 | in_span | 2024-05-01 | 2024-05-10 | in the first ten days of May 2024
trung tuần tháng 5 năm 2024 | in_span | 2024-05-11 | 2024-05-20 | in the second ten days of May 2024
trong hạ tuần tháng 5/2024 | in_span | 2024-05-21 | 2024-05-31 | in the last ten days of May 2024
tuần thứ hai của tháng 3/2024 | in_span | 2024-03-08 | 2024-03-14 | in the second week of March 2024
tuần đầu tháng 3/2024 | in_span | 2024-03-01 | 2024-03-07 | in the first week of March 2024
tuần cuối tháng 3/2024 | in_span | 2024-03-25 | 2024-03-31 | in the last week of March 2024
trong tuần thứ tư tháng 3 năm 2024 | in_span | 2024-03-22 | 2024-03-28 | in the fourth week of March 2024
quý III và quý IV/2024 | in_span | 2024-07-01 | 2024-12-31 | in Q3 2024 and Q4 2024
quý III, IV/2024 | in_span | 2024-07-01 | 2024-12-31 | in Q3 2024 and Q4 2024
quý I, II năm 2024 | in_span | 2024-01-01 | 2024-06-30 | in Q1 2024 and Q2 2024
quý I, II và III/2024 | in_span | 2024-01-01 | 2024-09-30 | in Q1 2024, Q2 2024 and Q3 2024
quý IV/2024 và quý I/2025 | in_span | 2024-10-01 | 2025-03-31 | in Q4 2024 and Q1 2025
tháng 3 và tháng 4/2024 | in_span | 2024-03-01 | 2024-04-30 | in March 2024 and April 2024
tháng 3, 4/2024 | in_span | 2024-03-01 | 2024-04-30 | in March 2024 and April 2024
tháng 6, 9 và 12 năm 2024 | in_span | 2024-06-01 | 2024-12-31 | in June 2024, September 2024 and December 2024
năm 2024 và năm 2025 | in_span | 2024-01-01 | 2025-12-31 | in 2024 and 2025
ngày 05 và 06/8/2024 | in_span | 2024-08-05 | 2024-08-06 | on 5 August 2024 and 6 August 2024
ngày 05/8/2024 và ngày 09/8/2024 | in_span | 2024-08-05 | 2024-08-09 | on 5 August 2024 and 9 August 2024
"""

DAYS = """
ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024
vào ngày 9/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024
trong ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024
09/08/2024 | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024
5.8.2024 | on_day | 2024-08-05 | 2024-08-05 | on 5 August 2024
05-8-2024 | on_day | 2024-08-05 | 2024-08-05 | on 5 August 2024
ngày 5 tháng 8 năm 2024 | on_day | 2024-08-05 | 2024-08-05 | on 5 August 2024
ngày 29/2/2024 | on_day | 2024-02-29 | 2024-02-29 | on 29 February 2024
thứ Hai, ngày 05/8/2024 | on_day | 2024-08-05 | 2024-08-05 | on Monday, 5 August 2024
thứ 2 ngày 05/8/2024 | on_day | 2024-08-05 | 2024-08-05 | on Monday, 5 August 2024
Thứ Sáu (ngày 09/8/2024) | on_day | 2024-08-09 | 2024-08-09 | on Friday, 9 August 2024
Chủ nhật, ngày 11/8/2024 | on_day | 2024-08-11 | 2024-08-11 | on Sunday, 11 August 2024
8 giờ 30 ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 08:30 on 9 August 2024
8h30, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 08:30 on 9 August 2024
lúc 08 giờ 00 phút, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 08:00 on 9 August 2024
vào lúc 7h30 ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 07:30 on 9 August 2024
7 giờ 30, thứ Sáu, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 07:30 on Friday, 9 August 2024
2 giờ chiều ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 14:00 on 9 August 2024
19h30 tối ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | at 19:30 on 9 August 2024
ngày 09/8/2024, lúc 8h00 | on_day | 2024-08-09 | 2024-08-09 | at 08:00 on 9 August 2024
từ 7h30 đến 11h30 ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | from 07:30 to 11:30 on 9 August 2024
8h00 - 11h30, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | from 08:00 to 11:30 on 9 August 2024
sáng ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on the morning of 9 August 2024
buổi chiều ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on the afternoon of 9 August 2024
tối 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on the evening of 9 August 2024
ngày 09/8/2024 (buổi sáng) | on_day | 2024-08-09 | 2024-08-09 | on the morning of 9 August 2024
01 buổi, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024 (half-day session)
02 buổi, ngày 09/8/2024 | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024 (2 half-day sessions)
ngày 09/8/2024 (01 ngày) | on_day | 2024-08-09 | 2024-08-09 | on 9 August 2024 (one day)
02 ngày, từ ngày 05 đến 06/8/2024 | window | 2024-08-05 | 2024-08-06 | from 5 August 2024 to 6 August 2024 (2 days)
"""

RANGES = """
từ ngày 01/3/2024 đến ngày 15/4/2024 | window | 2024-03-01 | 2024-04-15 | from 1 March 2024 to 15 April 2024
từ ngày 01/3/2024 đến hết ngày 15/4/2024 | window | 2024-03-01 | 2024-04-15 | from 1 March 2024 to 15 April 2024
từ ngày 01 đến 15/3/2024 | window | 2024-03-01 | 2024-03-15 | from 1 March 2024 to 15 March 2024
từ ngày 01 đến ngày 15/3/2024 | window | 2024-03-01 | 2024-03-15 | from 1 March 2024 to 15 March 2024
từ ngày 01 đến ngày 15 tháng 3 năm 2024 | window | 2024-03-01 | 2024-03-15 | from 1 March 2024 to 15 March 2024
từ 15/3 đến 30/4/2024 | window | 2024-03-15 | 2024-04-30 | from 15 March 2024 to 30 April 2024
từ ngày 15/3 đến hết ngày 30/4/2024 | window | 2024-03-15 | 2024-04-30 | from 15 March 2024 to 30 April 2024
kể từ ngày 15/3/2024 đến ngày 30/4/2024 | window | 2024-03-15 | 2024-04-30 | from 15 March 2024 to 30 April 2024
01-05/3/2024 | window | 2024-03-01 | 2024-03-05 | from 1 March 2024 to 5 March 2024
ngày 01-05/3/2024 | window | 2024-03-01 | 2024-03-05 | from 1 March 2024 to 5 March 2024
01/3 - 05/4/2024 | window | 2024-03-01 | 2024-04-05 | from 1 March 2024 to 5 April 2024
15/12/2024 - 15/01/2025 | window | 2024-12-15 | 2025-01-15 | from 15 December 2024 to 15 January 2025
tháng 3-5/2024 | window | 2024-03-01 | 2024-05-31 | from March 2024 to May 2024
tháng 3 - tháng 5/2024 | window | 2024-03-01 | 2024-05-31 | from March 2024 to May 2024
từ tháng 3 đến tháng 5/2024 | window | 2024-03-01 | 2024-05-31 | from March 2024 to May 2024
từ tháng 11/2024 đến tháng 02/2025 | window | 2024-11-01 | 2025-02-28 | from November 2024 to February 2025
từ tháng 3 đến hết tháng 5 năm 2024 | window | 2024-03-01 | 2024-05-31 | from March 2024 to May 2024
từ tháng 3 đến 5 năm 2024 | window | 2024-03-01 | 2024-05-31 | from March 2024 to May 2024
từ quý I đến quý III/2024 | window | 2024-01-01 | 2024-09-30 | from Q1 2024 to Q3 2024
quý I-III/2024 | window | 2024-01-01 | 2024-09-30 | from Q1 2024 to Q3 2024
từ quý III/2023 đến quý I/2024 | window | 2023-07-01 | 2024-03-31 | from Q3 2023 to Q1 2024
từ năm 2022 đến năm 2026 | window | 2022-01-01 | 2026-12-31 | from 2022 to 2026
từ ngày phát động đến hết ngày 31/5/2024 | window | - | 2024-05-31 | from the launch date to 31 May 2024
từ nay đến 31/5/2024 | window | - | 2024-05-31 | from now to 31 May 2024
từ nay đến hết tháng 12/2024 | window | - | 2024-12-31 | from now to December 2024
từ khi phát động đến tháng 8/2024 | window | - | 2024-08-31 | from the launch to August 2024
từ ngày 01/3/2024 | since | 2024-03-01 | - | from 1 March 2024
kể từ ngày 01/3/2024 | since | 2024-03-01 | - | from 1 March 2024
bắt đầu từ tháng 3/2024 | since | 2024-03-01 | - | from March 2024
từ quý II/2024 | since | 2024-04-01 | - | from Q2 2024
từ năm 2025 | since | 2025-01-01 | - | from 2025
sau ngày 05/8/2024 | after | 2024-08-06 | - | after 5 August 2024
sau tháng 8/2024 | after | 2024-09-01 | - | after August 2024
dự kiến từ ngày 01/3 đến 05/3/2024 | window | 2024-03-01 | 2024-03-05 | expected from 1 March 2024 to 5 March 2024
"""

EXPECTED = """
dự kiến tháng 8/2024 | expected | 2024-08-01 | 2024-08-31 | expected in August 2024
Dự kiến quý III/2024 | expected | 2024-07-01 | 2024-09-30 | expected in Q3 2024
dự kiến ngày 09/9/2024 | expected | 2024-09-09 | 2024-09-09 | expected on 9 September 2024
dự kiến vào cuối năm 2024 | expected | 2024-10-01 | 2024-12-31 | expected in late 2024
Thời gian dự kiến: tháng 8/2024 | expected | 2024-08-01 | 2024-08-31 | expected in August 2024
khoảng tháng 8/2024 | expected | 2024-08-01 | 2024-08-31 | expected in August 2024
vào khoảng giữa tháng 8/2024 | expected | 2024-08-11 | 2024-08-20 | expected in mid-August 2024
dự kiến trước ngày 30/8/2024 | before | - | 2024-08-30 | expected before 30 August 2024
"""

RECURRING = """
hằng ngày | recurring | - | - | daily
hàng tuần | recurring | - | - | weekly
hằng tháng | recurring | - | - | monthly
hàng quý | recurring | - | - | quarterly
Hàng năm | recurring | - | - | every year
mỗi năm | recurring | - | - | every year
mỗi tháng một lần | recurring | - | - | monthly
mỗi tháng 01 lần | recurring | - | - | monthly
mỗi quý 2 lần | recurring | - | - | 2 times a quarter
hai lần một năm | recurring | - | - | 2 times a year
02 lần/năm | recurring | - | - | 2 times a year
1 lần/tháng | recurring | - | - | monthly
06 tháng một lần | recurring | - | - | half-yearly
6 tháng/lần | recurring | - | - | half-yearly
định kỳ 6 tháng | recurring | - | - | half-yearly
định kỳ 06 tháng, năm | recurring | - | - | half-yearly and yearly
định kỳ quý, 6 tháng, năm | recurring | - | - | quarterly, half-yearly and yearly
định kỳ 3 năm một lần | recurring | - | - | every 3 years
02 tuần một lần | recurring | - | - | every 2 weeks
báo cáo hằng tháng, hằng quý và hằng năm | recurring | - | - | monthly, quarterly and yearly
định kỳ hằng quý hoặc 6 tháng | recurring | - | - | quarterly or half-yearly
định kỳ | recurring | - | - | periodically
định kỳ và đột xuất | recurring | - | - | periodically and ad hoc
định kỳ hoặc đột xuất | recurring | - | - | periodically or ad hoc
Định kỳ hằng quý và đột xuất khi có yêu cầu | recurring | - | - | quarterly and ad hoc, when requested
hằng tháng, quý, 6 tháng, 9 tháng, năm | recurring | - | - | monthly, quarterly, half-yearly, every 9 months and yearly
ngày 25 hằng tháng | recurring | - | - | on the 25th of every month
vào ngày 25 hàng tháng | recurring | - | - | on the 25th of every month
trước ngày 25 hằng tháng | recurring_before | - | - | before the 25th of every month
chậm nhất ngày 25 hằng tháng | recurring_before | - | - | by the 25th of every month
hằng tháng, trước ngày 25 | recurring_before | - | - | before the 25th of every month
hằng tháng (trước ngày 25) | recurring_before | - | - | before the 25th of every month
trước ngày 20 mỗi tháng | recurring_before | - | - | before the 20th of every month
ngày 05 và ngày 20 hằng tháng | recurring | - | - | on the 5th and the 20th of every month
trước ngày 15 tháng cuối quý | recurring_before | - | - | before the 15th of the last month of every quarter
trước ngày 15 của tháng cuối quý | recurring_before | - | - | before the 15th of the last month of every quarter
ngày 10 tháng đầu tiên của quý | recurring | - | - | on the 10th of the first month of every quarter
Trước 31/3 hằng năm | recurring_before | - | - | before 31 March every year
trước ngày 31 tháng 3 hằng năm | recurring_before | - | - | before 31 March every year
hằng năm, trước ngày 31/3 | recurring_before | - | - | before 31 March every year
ngày 18/11 hằng năm | recurring | - | - | on 18 November every year
trước ngày 15/6 và 15/12 hằng năm | recurring_before | - | - | before 15 June and 15 December every year
tháng 12 hằng năm | recurring | - | - | in December every year
trong tháng 11 hàng năm | recurring | - | - | in November every year
quý IV hằng năm | recurring | - | - | in Q4 every year
thứ Sáu hằng tuần | recurring | - | - | on Friday every week
Thứ 6 hằng tuần | recurring | - | - | on Friday every week
ít nhất 01 lần mỗi quý | recurring | - | - | at least once a quarter
tối thiểu 02 lần/năm | recurring | - | - | at least 2 times a year
Hằng năm, ít nhất 10.000 ngày công | recurring | - | - | every year
"""

LANES = """
Thường xuyên | ongoing | - | - | ongoing
thường xuyên, liên tục | ongoing | - | - | ongoing
nhiệm vụ thường xuyên trong năm | ongoing | - | - | ongoing
thường xuyên hằng năm | ongoing | - | - | continuously every year
thường xuyên và đột xuất | as_needed | - | - | continuously and ad hoc
kịp thời | as_needed | - | - | promptly
đột xuất | as_needed | - | - | ad hoc
đột xuất khi có yêu cầu | as_needed | - | - | ad hoc, when requested
theo từng giai đoạn | staged | - | - | in stages
giai đoạn 2022-2026 | period | 2022-01-01 | 2026-12-31 | 2022-2026 period
Giai đoạn 2021 – 2025 | period | 2021-01-01 | 2025-12-31 | 2021-2025 period
trong giai đoạn 2022-2026 | period | 2022-01-01 | 2026-12-31 | 2022-2026 period
giai đoạn từ 2022 đến 2026 | period | 2022-01-01 | 2026-12-31 | 2022-2026 period
giai đoạn (2022 - 2026) | period | 2022-01-01 | 2026-12-31 | 2022-2026 period
2022-2026 | period | 2022-01-01 | 2026-12-31 | 2022-2026 period
năm 2022-2026 | period | 2022-01-01 | 2026-12-31 | 2022-2026 period
nhiệm kỳ 2020-2025 | period | 2020-01-01 | 2025-12-31 | 2020-2025 term
nhiệm kì 2025 -2030 | period | 2025-01-01 | 2030-12-31 | 2025-2030 term
trong nhiệm kỳ | period | - | - | within the term
đến năm 2030, tầm nhìn đến năm 2045 | period | - | 2030-12-31 | to 2030, with a vision to 2045
đến năm 2030, tầm nhìn 2045 | period | - | 2030-12-31 | to 2030, with a vision to 2045
đến năm 2030 (tầm nhìn đến năm 2045) | period | - | 2030-12-31 | to 2030, with a vision to 2045
giai đoạn 2021-2025, định hướng đến năm 2030 | period | 2021-01-01 | 2025-12-31 | 2021-2025 period, with a view to 2030
giai đoạn 2021-2030, tầm nhìn đến năm 2050 | period | 2021-01-01 | 2030-12-31 | 2021-2030 period, with a vision to 2050
định hướng đến năm 2030 | period | - | - | with a view to 2030
đến năm 2030 và những năm tiếp theo | period | - | 2030-12-31 | to 2030 and subsequent years
giai đoạn 2022-2026 và các năm tiếp theo | period | 2022-01-01 | 2026-12-31 | 2022-2026 period and subsequent years
"""

EVENTS = """
vào dịp Đại hội Đảng | event_relative | - | - | on the occasion of the Party congresses
nhân dịp Quốc khánh 2/9 | event_relative | - | - | on the occasion of Quốc khánh 2/9
sau khi Đề án được phê duyệt | event_relative | - | - | after: Đề án được phê duyệt
trước khi khai mạc | event_relative | - | - | before: khai mạc
trước Đại hội | event_relative | - | - | before the congress
trước Đại hội Đảng | event_relative | - | - | before the Party congresses
khi có yêu cầu | event_relative | - | - | when: requested
trước ngày tổ chức hội nghị | event_relative | - | - | before ngày tổ chức hội nghị
kể từ ngày ký ban hành | event_relative | - | - | from the date of signing
sơ kết giữa nhiệm kỳ | event_relative | - | - | mid-term review
tổng kết 10 năm thực hiện Nghị quyết | event_relative | - | - | 10-year review of the Resolution
sơ kết 03 năm thực hiện Chỉ thị | event_relative | - | - | 3-year preliminary review of the Directive
vào kỳ họp cuối năm 2024 | event_relative | 2024-10-01 | 2024-12-31 | at the late 2024 session
tại kỳ họp giữa năm 2024 | event_relative | 2024-06-01 | 2024-07-31 | at the mid-2024 session
vào dịp Đại hội Đảng (dự kiến tháng 8/2025) | event_relative | 2025-08-01 | 2025-08-31 | on the occasion of the Party congresses (expected in August 2025)
trong vòng 30 ngày kể từ ngày 01/3/2024 | duration | 2024-03-01 | 2024-03-31 | within 30 days from 1 March 2024
trong 30 ngày, kể từ ngày 01/3/2024 | duration | 2024-03-01 | 2024-03-31 | within 30 days from 1 March 2024
trong thời hạn 01 tháng kể từ ngày 31/01/2024 | duration | 2024-01-31 | 2024-02-29 | within 1 month from 31 January 2024
sau 05 ngày làm việc | duration | - | - | after 5 working days
sau 05 ngày làm việc kể từ ngày ký | duration | - | - | 5 working days after the date of signing
chậm nhất sau 10 ngày làm việc kể từ ngày ban hành | duration | - | - | within 10 working days from the date of issue
trong vòng 02 tuần | duration | - | - | within 2 weeks
sau 15 ngày kể từ ngày 01/3/2024 | duration | 2024-03-16 | - | 15 days after 1 March 2024
có thư mời sau | deferred | - | - | invitation to follow
sẽ có thông báo sau | deferred | - | - | notice to follow
có thông báo cụ thể sau | deferred | - | - | notice to follow
theo quy định | deferred | - | - | as regulated
theo kế hoạch đề ra | deferred | - | - | as planned
theo hướng dẫn của Ban Tổ chức | deferred | - | - | according to hướng dẫn của Ban Tổ chức
theo Kế hoạch số 182/KH-UBND | deferred | - | - | according to Kế hoạch số 182/KH-UBND
đợt thi đua cao điểm | period | - | - | peak emulation drive
"""

NOT_UNDERSTOOD = """
tăng 5% so với năm 2023
cùng kỳ năm 2023
sớm nhất ngày 30/6/2024
không sớm hơn ngày 30/6/2024
ngày 15/3/2024 âm lịch
từ tháng 3 đến tháng 5 hằng năm
cuối hằng tháng
mỗi năm ít nhất 01 lần
15 ngày trước ngày 31/3/2024
trước ngày 31/3/2024 1 tuần
từ 17h00 ngày 5/8/2024 đến 17h00 ngày 6/8/2024
24h00 ngày 31/5/2024
báo cáo kết quả năm 2023 trước ngày 15/01/2024
chiều thứ Sáu hằng tuần
8h00 thứ Hai hằng tuần
không trước ngày 31/3/2024
không phải trước ngày 31/3/2024
chưa xong trước ngày 31/3/2024
trừ tháng 8/2024
nếu xong trước ngày 31/3/2024
gia hạn đến ngày 31/3/2024
lùi đến ngày 31/3/2024
trước ngày 31/3/2024 và trước ngày 30/8/2024
trước ngày 31/3/2024 hoặc 30/4/2024
ngày 05/8/2024, tháng 9/2024
tháng 8/2024 hoặc tháng 9/2024
Quyết định số 05/QĐ-UBND ngày 12/10/2020
trước ngày 31/3
ngày 15
ngày 31/3/24
tháng 8
quý I, II
6 tháng cuối năm
từ ngày 01 đến 15/3
từ tháng 11 đến tháng 02/2025
từ tháng 11/2024 đến tháng 2
năm học 2024-2025
trước năm học 2024-2025
hằng năm đến năm 2026
năm nay
năm sau
tháng sau
giai đoạn 2
giai đoạn 2021-25
3/5 chỉ tiêu
12/19 chỉ tiêu
từ 70% đến 75%
0,4 – 0,6%
10.000 ngày công
3-5/2024
hoàn thành trước ngày
đến hết
trước ngày tháng 6 năm 2024
hoàn thành tốt nhiệm vụ được giao
Tân An
???
2024-2025-2026
31/3/2024/5
ngày 31/3/20245
tổng kết 05 năm thực hiện Đề án trước ngày 30/6/2026
"""

IMPOSSIBLE = """
31/2/2026 | 31/2/2026
trước ngày 31/2/2026 | ngày 31/2/2026
2026-13-01 | 2026-13-01
2026-02-30 | 2026-02-30
2026-13 | 2026-13
2026-Q5 | 2026-Q5
2026-00-10 | 2026-00-10
quý V/2026 | quý V/2026
quý 5 năm 2026 | quý 5 năm 2026
quý 0/2026 | quý 0/2026
30/02 | 30/02
32/1 | 32/1
ngày 29/2/2023 | ngày 29/2/2023
ngày 0/5/2024 | ngày 0/5/2024
trước tháng 13/2024 | tháng 13/2024
13/2026 | 13/2026
ngày 31 tháng 4 năm 2024 | ngày 31 tháng 4 năm 2024
trước 25h00 ngày 31/5/2024 | 25h00
trước 17h75 ngày 31/5/2024 | 17h75
từ ngày 30/4/2024 đến ngày 15/3/2024 | ngày 30/4/2024 đến ngày 15/3/2024
giai đoạn 2026-2022 | 2026-2022
2026/2022 | 2026/2022
2024-05-01/2024-03-01 | 2024-05-01/2024-03-01
thứ Ba, ngày 05/8/2024 | thứ Ba, ngày 05/8/2024
trước 31/2 hằng năm | 31/2
ngày 32 hằng tháng | ngày 32
12 tháng đầu năm 2024 | 12 tháng đầu năm
năm 0000 | năm 0000
từ ngày 01/3 đến ngày 31/4/2024 | ngày 31/4/2024
"""

MEANT = DEADLINES + WITHIN + DAYS + RANGES + EXPECTED + RECURRING + LANES + EVENTS


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines() if line.strip()]


def _day(cell: str) -> date | None:
    return None if cell == "-" else date.fromisoformat(cell)


@pytest.mark.parametrize(("words", "kind", "start", "end", "english"), _rows(MEANT))
def test_an_office_s_wording_has_one_meaning(words, kind, start, end, english, phrases_en):
    time = parse_time(words)
    assert (time.kind, time.start, time.end) == (kind, _day(start), _day(end))
    assert print_time(time, phrases_en) == english


@pytest.mark.parametrize("words", NOT_UNDERSTOOD.strip().splitlines())
def test_what_may_mean_two_things_is_not_guessed(words):
    time = parse_time(words)
    assert (time.kind, time.text, time.end, time.past_from) == ("unknown", words, None, None)


@pytest.mark.parametrize(("words", "offending"), _rows(IMPOSSIBLE))
def test_a_day_that_does_not_exist_is_told_apart_from_the_unknown(words, offending):
    time = parse_time(words)
    assert (time.kind, time.offending, time.end) == ("impossible", offending, None)


def test_there_are_at_least_two_hundred_expressions():
    assert len(_rows(MEANT)) >= 200


YEAR_2024 = TimeContext(Period(date(2024, 1, 1), date(2024, 12, 31)))
IN_2024 = """
trước ngày 31/3 | 2024-03-31
trước ngày 31/3/24 | 2024-03-31
tháng 8 | 2024-08-31
quý I, II | 2024-06-30
6 tháng cuối năm | 2024-12-31
6 tháng đầu năm | 2024-06-30
từ ngày 01 đến 15/3 | 2024-03-15
cuối năm | 2024-12-31
ngày 29/2 | 2024-02-29
trong tháng 5 | 2024-05-31
"""


@pytest.mark.parametrize(("words", "end"), _rows(IN_2024))
def test_a_year_left_out_is_that_of_a_plan_of_one_year(words, end):
    assert parse_time(words, YEAR_2024).end == date.fromisoformat(end)


def test_a_year_left_out_stays_open_in_a_plan_of_several_years():
    context = TimeContext(Period(date(2022, 1, 1), date(2026, 12, 31)))
    assert parse_time("trước ngày 31/3", context).kind == "unknown"


def test_recurrences_and_ongoing_work_end_with_the_validity():
    for words in ("Thường xuyên", "Trong nhiệm kỳ", "hằng năm", "Trước 31/3 hàng năm"):
        assert parse_time(words, YEAR_2024).end == date(2024, 12, 31)


def test_a_time_of_a_cited_document_is_never_past():
    context = TimeContext(said_of=SaidOf.CITATION)
    for words in (
        "đến năm 2025",
        "ngày 12/10/2020",
        "Kế hoạch số 182/KH-UBND ngày 12/10/2020",
        "trước 30/6/2024",
    ):
        time = parse_time(words, context)
        assert time.kind != "unknown"
        assert time.past_from is None


def test_a_year_means_a_band_when_it_is_the_validity():
    assert parse_time("năm 2023", TimeContext(said_of=SaidOf.PERIOD)).kind == "period"
    assert parse_time("năm 2023").past_from == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2023-03-31", "chậm nhất ngày 31/3/2023"),
        ("2023-03", "trong tháng 3/2023"),
        ("2023-Q1", "quý I/2023"),
        ("2023", "năm 2023"),
        ("2023-03-31/2023-05-01", "từ ngày 31/3/2023 đến ngày 01/5/2023"),
        ("2022/2026", "giai đoạn 2022 - 2026"),
        ("2023-03..2024-05", "từ tháng 3/2023 đến tháng 5/2024"),
        ("2024-05-31 17:00", "chậm nhất 17h00 ngày 31/5/2024"),
    ],
)
def test_iso_forms_mean_the_same_as_the_words(iso, words, meaning):
    assert meaning(parse_time(iso)) == meaning(parse_time(words))


def test_an_iso_day_is_a_limit_for_deadlines_and_the_day_itself_for_events():
    assert parse_time("2024-08-09").kind == "by"
    assert parse_time("2024-08-09", TimeContext(said_of=SaidOf.EVENT)).kind == "on_day"
    assert parse_time("2024-08-09", TimeContext(said_of=SaidOf.ISSUE_DATE)).kind == "issue_date"
