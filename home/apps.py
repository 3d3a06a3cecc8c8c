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
        from home.campaigns.page import is_campaign, next_scheduled_change
        from home.search import entries
        from home.year_figures import page
        from perspectief.scheduled_changes import register_source
        from registration import services

        entries.connect()
        register_source(next_scheduled_change)
        services.recognise_campaigns(is_campaign)
        services.figures_released.connect(
            page.figures_released, dispatch_uid="home.year_figures.page"
        )
