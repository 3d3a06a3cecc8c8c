"""What is asked of who wants to be called and would rather tell the story later."""

from registration.forms.short import ShortForm


class StoryLaterForm(ShortForm):
    """A name of any kind and one safe way: who somebody is and what happened is not asked."""
