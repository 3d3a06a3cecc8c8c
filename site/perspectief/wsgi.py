"""The WSGI application that the web server runs."""

import os

from django.core.wsgi import get_wsgi_application

from perspectief.log_format import log_what_nobody_catches
from perspectief.request_guard import GuardedApplication
from perspectief.settings_faults import settings_faults_in_one_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "perspectief.settings.production")
os.environ["IS_WEB_SERVER"] = "true"  # the settings give it a pool of connections

with settings_faults_in_one_line():
    application = GuardedApplication(get_wsgi_application())
log_what_nobody_catches()
