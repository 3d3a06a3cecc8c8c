"""Settings shared by development, tests and production.

Everything that differs between machines comes from the environment; README.md has the table.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, ValidationError

import locales
from perspectief.base_url import checked_base_url

env = Env()


def _at_least_one(number: int) -> None:
    if number < 1:
        raise ValidationError("Must be 1 or more.")


PROJECT_PACKAGE = Path(__file__).resolve().parent.parent
BASE_DIR = PROJECT_PACKAGE.parent.parent
VAR_DIR = Path(env.str("VAR_DIR", str(BASE_DIR / "var")))

DEBUG = False
ROOT_URLCONF = "perspectief.urls"
WSGI_APPLICATION = "perspectief.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",  # must come first: it patches the admin of apps after it
    "perspectief",
    "perspectief.staff",
    "home",
    "registration",
    "registration.public_pages",
    "media_library",
    "wagtail_localize",
    "wagtail_localize.locales",  # instead of wagtail.locales
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "perspectief.staff.users_app.StaffUsersAppConfig",  # instead of wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django_recaptcha",
    "phonenumber_field",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "perspectief.stack_room.StackRoomMiddleware",
    "perspectief.security_headers.EveryAnswerMiddleware",  # outside all that can answer
    "perspectief.tracking_parameters.TrackingParametersMiddleware",
    "perspectief.cache_generation.OneGenerationMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "perspectief.middleware.SecurityHeadersMiddleware",
    "perspectief.middleware.ReadableAddressMiddleware",
    "perspectief.page_cache.PageCacheMiddleware",  # inside the headers, outside the sessions
    "django.contrib.sessions.middleware.SessionMiddleware",
    "perspectief.address_language.AddressLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "perspectief.typed_text.TypedTextMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "perspectief.staff.session_middleware.StaffSessionMiddleware",
    "perspectief.staff.middleware.StaffLanguageMiddleware",
    "perspectief.wagtail_exports.SpreadsheetExportMiddleware",
    "perspectief.staff.middleware.SecondFactorMiddleware",
    "perspectief.staff.middleware.NoAccessMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "perspectief.bounded_hashing.TooBusyMiddleware",
    "home.bilingual.refusal.UntranslatedMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]
FORM_RENDERER = "perspectief.admin_calls.FormRenderer"

# --- Database ----------------------------------------------------------------------------------
# For settings that use SQLite. What is deleted is overwritten in the file, too.
SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA secure_delete=ON;"

# --- Language and time ------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Else submitting a page for translation publishes an English page full of Dutch.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
MODELTRANSLATION_LANGUAGES = ("nl", "en")
MODELTRANSLATION_DEFAULT_LANGUAGE = "nl"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("nl",)
LOCALE_PATHS = [Path(locales.__path__[0])]  # also where the project is installed as a wheel
FORMAT_MODULE_PATH = ["perspectief.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# --- Static files and media --------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "perspectief.style_sheet.StyleSheetFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
SERVE_MEDIA_FILES = False  # in production nginx does
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site uses a file of ours

# --- Programs -----------------------------------------------------------------------------------
# Of one `perspectief web`; a thread answers one request and uses one connection to the database.
WEB_PROCESSES = env.int("WEB_PROCESSES", 2, validate=_at_least_one)
WEB_THREADS = env.int("WEB_THREADS", 4, validate=_at_least_one)

# --- Cache ------------------------------------------------------------------------------------
# Publishing makes cached pages out of date at once; this bounds what nobody announces.
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", 300)
# So long a cache in front of the site may keep a page; changes show after this time at the latest.
SHARED_CACHE_SECONDS = env.int("SHARED_CACHE_SECONDS", 5)

# --- Figures ------------------------------------------------------------------------------------
# Totals below this are not shown, because they could tell something about one person.
SMALLEST_SHOWN_TOTAL = 10
# The same for the figures of a year, on the coordinator's screen and in what the site publishes.
SMALLEST_SHOWN_FIGURE = 5

# --- Mail --------------------------------------------------------------------------------------
EMAIL_FILE_PATH = VAR_DIR / "mail"  # where development puts it instead of sending
# Seconds for each step of the talk with the mail server; the lease of a mail is longer.
EMAIL_TIMEOUT = 20

# --- Backups -----------------------------------------------------------------------------------
# Where `perspectief backup` keeps them, and the public keys of age that may open them.
BACKUP_DIR = env.str("BACKUP_DIR", "")
BACKUP_RECIPIENTS = env.str("BACKUP_RECIPIENTS", "")
# Outside every backup: what was erased, as keyed hashes. Best on another disk than the database.
ERASURE_LEDGER = Path(env.str("ERASURE_LEDGER", str(VAR_DIR / "erasures.txt")))

# --- Background work ---------------------------------------------------------------------------
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail"]},
}

# --- Staff ---------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/staff/login/"
LOGIN_REDIRECT_URL = "/admin/"
WAGTAIL_PASSWORD_RESET_ENABLED = False  # allauth's is used; Wagtail's knows no second factor
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # nor does it count how often the old one is guessed
WAGTAILUSERS_PASSWORD_ENABLED = False  # nobody sets another's password
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # another address takes a coordinator's yes
STAFF_START_LINK_SECONDS = 3 * 24 * 60 * 60  # an account starts with a mailed link
ACCOUNT_ADAPTER = "perspectief.staff.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "perspectief.staff.forms.LoginForm",
    "change_password": "perspectief.staff.forms.ChangePasswordForm",
    "reauthenticate": "perspectief.staff.forms.ReauthenticatePasswordForm",
    "reset_password": "perspectief.staff.forms.ResetPasswordForm",
    "reset_password_from_key": "perspectief.staff.forms.NewPasswordForm",
    "user_token": "perspectief.staff.forms.PasswordLinkForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator types the address, a link proves it
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = False  # account_changes.py tells of every change, on any screen
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Perspectief: "
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300  # seconds; showing a factor again opens what matters so long
# A long talk on the phone fits; a forgotten computer is closed before the day is over.
STAFF_SESSION_IDLE_SECONDS = 60 * 60
STAFF_SESSION_SECONDS = 10 * 60 * 60  # a working day, whatever one does
# allauth counts in the cache, which may forget; staff/guesses.py and staff/limited_views.py count.
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
STAFF_DEVICE_COOKIE_NAME = "staff-device"
STAFF_DEVICE_COOKIE_AGE = 90 * 24 * 60 * 60  # seconds
MFA_ADAPTER = "perspectief.staff.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "perspectief.staff.forms.AuthenticateForm",
    "authenticate_webauthn": "perspectief.staff.forms.AuthenticatePasskeyForm",
    "reauthenticate": "perspectief.staff.forms.ReauthenticateForm",
    "login_webauthn": "perspectief.staff.forms.LoginPasskeyForm",
    "reauthenticate_webauthn": "perspectief.staff.forms.ReauthenticatePasskeyForm",
    "activate_totp": "perspectief.staff.forms.ActivateTOTPForm",
    "add_webauthn": "perspectief.staff.forms.AddPasskeyForm",
    "edit_webauthn": "perspectief.staff.forms.EditPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_RECOVERY_CODES_SHOW_ONCE = True  # whoever sits down at an open screen cannot copy them
STAFF_FEW_RECOVERY_CODES = 3  # from here on each page about the second factor says so
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Perspectief"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
# Accounts that may do without a second factor on the machine itself: none, but for a demo.
STAFF_SECOND_FACTOR_EXEMPT_USERNAMES: list[str] = []
DEMO_ACCOUNTS_ALLOWED = False
TRUSTED_PROXY_COUNT = 0
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"perspectief.staff.password_rules.{name}"}
    for name in ("UnlikeItsOwner", "LongEnough", "Uncommon", "NotOnlyDigits")
]

# What bounded_hashing.py lets through, in each process of the web server.
PASSWORD_HASHERS = ["perspectief.bounded_hashing.BoundedPasswordHasher"]
SLOW_HASHES_AT_ONCE = env.int("SLOW_HASHES_AT_ONCE", 1)
SLOW_HASHES_WAITING = env.int("SLOW_HASHES_WAITING", 16)
SLOW_HASH_WAIT_SECONDS = env.int("SLOW_HASH_WAIT_SECONDS", 10)

# --- Wagtail -------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Perspectief Herstelbemiddeling"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False  # the desk has more urgent news
WAGTAIL_WORKFLOW_ENABLED = False  # whoever edits pages here also publishes them
# The only source of absolute addresses; perspectief/site_address.py makes them.
DEMO_PORT = env.int("PORT", 8000) if env.str("PORT", "") else 8000
WAGTAILADMIN_BASE_URL = checked_base_url(env.str("BASE_URL", f"http://localhost:{DEMO_PORT}"))
WAGTAILIMAGES_IMAGE_MODEL = "media_library.ContentImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media_library.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "svg", "webp"]  # a GIF may flash
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 8 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000  # a photo of a good phone
# A password that several share is stored as it is, and nobody counts who guesses it.
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # by the site, which knows who may, wherever they are kept
WAGTAILDOCS_DOCUMENT_MODEL = "media_library.ContentDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "ods", "odt", "pdf", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024  # bytes
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # no third party is contacted by an embed
# The site's own search stems words itself, in the language of each page (home/search/terms.py).
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"},
}
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_USER_TIME_ZONES = ["Europe/Amsterdam"]

# --- The foundation ---------------------------------------------------------------------------
PHONENUMBER_DEFAULT_REGION = "NL"
OUTAGE_PAGES = VAR_DIR / "outage-pages"  # what the web server in front shows without the site
# Where the page for faults finds the phone number while the database is away.
LAST_KNOWN_PHONE_FILE = VAR_DIR / "last-known-phone.json"
DESK_EMAIL = env.str("DESK_EMAIL", "aanmeldpunt@example.org")
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", "Perspectief Herstelbemiddeling <aanmeldpunt@example.org>"
)
# A neutral mail is only neutral if its domain is; without this setting none is sent.
NEUTRAL_FROM_EMAIL = env.str("NEUTRAL_FROM_EMAIL", "")
# Where "leave this site quickly" leads to: an ordinary site that raises no question.
LEAVE_URL = env.str("LEAVE_URL", "https://www.weeronline.nl/")
# The form opens only on a privacy statement that the data protection officer approved.
REQUIRE_APPROVED_PRIVACY_STATEMENT = True

# --- Protection ----------------------------------------------------------------------------------
RECAPTCHA_PUBLIC_KEY = env.str("RECAPTCHA_PUBLIC_KEY", "")
RECAPTCHA_PRIVATE_KEY = env.str("RECAPTCHA_PRIVATE_KEY", "")
RECAPTCHA_VERIFY_REQUEST_TIMEOUT = 4  # seconds; then the person goes on without Google
# Registrations from one address within the time: above FLAG they get a note, at BLOCK others wait.
REGISTRATION_FLOOD_SECONDS = 600
REGISTRATION_FLOOD_FLAG = 3
REGISTRATION_FLOOD_BLOCK = 30
# Where to tell us of a weakness: an address, or https://… of a page; without it, DESK_EMAIL.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
# Whoever shows this may read /metrics/; without it there is no such address.
METRICS_TOKEN = env.str("METRICS_TOKEN", "")
SENTRY_DSN = env.str("SENTRY_DSN", "")
SENTRY_ENVIRONMENT = env.str("SENTRY_ENVIRONMENT", "production")
CSRF_FAILURE_VIEW = "perspectief.csrf_failure.csrf_failure"
SESSION_ENGINE = "perspectief.staff.session_store"  # ends sessions of staff earlier
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day, in seconds
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone when the browser closes, as the session is
SECURE_REFERRER_POLICY = "same-origin"
# Of public pages: the same for every visitor, so that they can be cached. middleware.py has others.
CONTENT_SECURITY_POLICY: dict[str, dict[str, Any]] = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "frame-src": ["https://www.youtube-nocookie.com"],
        "frame-ancestors": [SELF],  # the editor's preview
        "form-action": [SELF],
        "base-uri": [SELF],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"

# --- Logs ----------------------------------------------------------------------------------------
# What is logged about a request is a method, a path and a status; never a query or a body, and no
# SQL, which has answers in it. The web server keeps no access log (docs/operations.md).
LOG_FORMAT = env.str("LOG_FORMAT", "text")  # or json: an object a line, for a program to read
if LOG_FORMAT not in ("text", "json"):
    raise ImproperlyConfigured("LOG_FORMAT must be text or json.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {
            "()": "perspectief.log_format.FormatterWithoutTexts",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        },
        "json": {"()": "perspectief.log_format.JsonFormatterWithoutTexts"},
    },
    "handlers": {
        "console": {"()": "perspectief.log_format.QuietHandler", "formatter": LOG_FORMAT},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.db.backends": {"level": "WARNING"},
        # The web server's own; else it writes tracebacks with their texts.
        "_granian": {"handlers": ["console"], "propagate": False},
        "granian.access": {"handlers": ["console"], "propagate": False},
        # Warns of each new try, with the database's host and account; what fails is logged anyway.
        "psycopg.pool": {"level": "ERROR"},
        "wagtail": {"level": "WARNING"},  # its own log of changes is in the database
        # Every page that is saved starts some tasks; only those that fail are worth a line.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
