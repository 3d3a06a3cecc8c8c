from django.core.management.commands import makemigrations

from perspectief.wordless_migrations import WordlessAutodetector


class Command(makemigrations.Command):
    autodetector = WordlessAutodetector
