"""Search in the pages of the reader's language, alike on SQLite and PostgreSQL.

Every word, of a page or of a question, becomes one term (`terms`): folded, stemmed in its language,
and shared by words that mean the same here. Wagtail's database search keeps the terms of each page
(`models`, `entries`) and finds those that hold them (`finding`); no operator ever reaches it.
`passages` shows the words in their sentence, `spelling` what somebody may have meant, and `views`
the page with all that.
"""
