from django.apps import AppConfig


class PerspectiefConfig(AppConfig):
    """The project package as an app: its templates, static files, commands and system checks."""

    name = "perspectief"
    verbose_name = "Perspectief Herstelbemiddeling"
