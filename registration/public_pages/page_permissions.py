"""What editors may not do with the pages that the site cannot do without."""

from wagtail.models import PagePermissionTester


class PermanentPagePermissionTester(PagePermissionTester):
    """Lets editors edit and publish a page, but only an administrator take it away."""

    def can_unpublish(self) -> bool:
        """Return whether the page may go offline."""
        return self.user.is_superuser and super().can_unpublish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Return whether the page may be deleted."""
        return self.user.is_superuser and super().can_delete(ignore_bulk=ignore_bulk)

    def can_move(self) -> bool:
        """Return whether the page may get another address."""
        return self.user.is_superuser and super().can_move()

    def can_set_view_restrictions(self) -> bool:
        """Return whether the page may be hidden behind a password."""
        return self.user.is_superuser and super().can_set_view_restrictions()
