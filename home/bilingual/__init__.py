"""Content that code writes: the Dutch as Wagtail stores it, the English as editors find it."""
