"""How codes, dates, promises, answers and crisis lines are said, in the active language."""
