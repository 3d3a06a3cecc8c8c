from django.core.management.commands import migrate

from perspectief.wordless_migrations import WordlessAutodetector


class Command(migrate.Command):
    autodetector = WordlessAutodetector
