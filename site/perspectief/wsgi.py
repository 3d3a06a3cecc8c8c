"""The WSGI application that the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

from perspectief.log_format import log_what_nobody_catches
from perspectief.request_guard import GuardedApplication

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perspectief.settings.production")

application = GuardedApplication(get_wsgi_application())
log_what_nobody_catches()
