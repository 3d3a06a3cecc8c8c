"""The day before the month, in English too: Django's English formats are American."""

FIRST_DAY_OF_WEEK = 1
DATE_INPUT_FORMATS = [
    "%Y-%m-%d",
    *(f"%d{sign}%m{sign}{year}" for sign in "-/. " for year in ("%Y", "%y")),
    *(f"%d {month} {year}" for month in ("%B", "%b") for year in ("%Y", "%y")),
]
DATETIME_INPUT_FORMATS = [
    f"{day} {time}" for day in DATE_INPUT_FORMATS for time in ("%H:%M:%S", "%H:%M", "%H.%M")
]
