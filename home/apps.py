from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """What the public reads: page types, blocks, navigation and demo content."""

    name = "home"
    verbose_name = _("Website")

    def ready(self) -> None:
        """Tell search, the page cache and the registration desk what they need of pages."""
        # Imported here: they need the models.
        from home import checks  # noqa: F401  # they register themselves
        from home.figures import year_page
        from home.pages.campaigns import is_campaign, next_turning_point
        from home.search import entries
        from perspectief.turning_points import register_source
        from registration import services

        entries.connect()
        register_source(next_turning_point)
        services.recognise_campaigns(is_campaign)
        services.figures_released.connect(
            year_page.figures_released, dispatch_uid="home.figures.year_page"
        )
