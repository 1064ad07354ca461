"""Vietnamese words that people write where the program expects others: recognised to be corrected, never shown."""

import re

YES_AND_NO = {"đúng": "có", "rồi": "có", "x": "có", "1": "có", "sai": "không", "chưa": "không", "0": "không"}
"""By another word for it: how yes and no are written in a plan."""

BETWEEN_TIMES = re.compile(r"\s+đến\s+(?:hết\s+)?|(?<=\d)\s*/\s*(?=\d{4}-)|\s+[-–]\s+")
"""What stands between the first and the last day of a stretch."""
