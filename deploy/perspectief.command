#!/bin/sh
# Any command of the site, as the site's own user: perspectief help
cd /
umask 027
if [ "$(id -u)" = 0 ]; then
    exec runuser -u perspectief -- /opt/perspectief/current/venv/bin/perspectief "$@"
fi
exec /opt/perspectief/current/venv/bin/perspectief "$@"
