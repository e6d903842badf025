"""Settings of the portal. Every environment variable is read here and listed in .env.example.

A variable whose value makes no sense refuses to start, with one French sentence that names it.
Other modules import `django.conf.settings`, never this one.
"""

import re
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError, ValidationError

from portal.files import refusal

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(BASE_DIR / ".env", recurse=False)

# What environs expected, said in French.
EXPECTED = {
    "integer": "un nombre entier est attendu",
    "boolean": "«\u202ftrue\u202f» ou «\u202ffalse\u202f» est attendu",
    "database URL": "une adresse comme «\u202fpostgres://utilisateur:motdepasse@hote:5432/base\u202f» est attendue",
    "number above": "un nombre d’au moins 1 est attendu",
    "web address": "une adresse qui commence par «\u202fhttps://\u202f» est attendue",
    "mail server": "une adresse comme «\u202fsubmission://nom:motdepasse@smtp.exemple.fr:587\u202f» est attendue",
}
# The indexes of searches are written for these two.
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


def at_least_one(number: int) -> None:
    """Limits of nothing at all would refuse every document. Raises ValidationError."""
    if number < 1:
        raise ValidationError("number above")


def web_addresses(*asked: str) -> None:
    """Links that lack their beginning lead nowhere, and Django trusts no such origin. Raises ValidationError."""
    if not all(re.match(r"https?://[^/\s]+", address) for address in asked):
        raise ValidationError("web address")


def require(name: str, expected: str, *, found: bool) -> None:
    """What environs cannot be told to check. Raises EnvError."""
    if not found:
        raise EnvError(f'"{name}" {expected}')


def refused(error: EnvError) -> str:
    """The French sentence of a value that makes no sense."""
    name = re.search(r'"([A-Z_]+)"', str(error))
    why = next((french for told, french in EXPECTED.items() if told in str(error)), str(error))
    return f"Réglage refusé, {name[1] if name else 'variable inconnue'}\u202f: {why}."


try:
    DEBUG = env.bool("DEBUG", False)
    SECRET_KEY = env.str("SECRET_KEY", "")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
    CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [], validate=lambda all_of: web_addresses(*all_of))
    HTTPS_ONLY = env.bool("HTTPS_ONLY", False)
    BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
    DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "var")))
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'portal.sqlite3'}")}
    UPLOAD_MAX_BYTES = env.int("UPLOAD_MAX_MB", 50, validate=at_least_one) * 1024 * 1024
    READER_MAX_PAGES = env.int("READER_MAX_PAGES", 2000, validate=at_least_one)
    READER_MAX_SECONDS = env.int("READER_MAX_SECONDS", 900, validate=at_least_one)
    WORKER_STALE_SECONDS = env.int("WORKER_STALE_SECONDS", 60, validate=at_least_one)
    READER_MAX_MEMORY_BYTES = env.int("READER_MAX_MEMORY_MB", 2048, validate=at_least_one) * 1024 * 1024
    SITE_NAME = env.str("SITE_NAME", "Subventions votées")
    PUBLISHER_NAME = env.str("PUBLISHER_NAME", "")
    PUBLISHER_ADDRESS = env.str("PUBLISHER_ADDRESS", "")
    PUBLISHER_PHONE = env.str("PUBLISHER_PHONE", "")
    PUBLISHER_EMAIL = env.str("PUBLISHER_EMAIL", "")
    PUBLICATION_DIRECTOR = env.str("PUBLICATION_DIRECTOR", "")
    HOST_NAME = env.str("HOST_NAME", "")
    HOST_ADDRESS = env.str("HOST_ADDRESS", "")
    HOST_PHONE = env.str("HOST_PHONE", "")
    SITE_ADDRESS = env.str("SITE_ADDRESS", "", validate=lambda one: one and web_addresses(one)).rstrip("/")
    EMAIL_URL = env.str("EMAIL_URL", "")
    EMAIL = env.dj_email_url("EMAIL_URL", "dummy://")
    DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", PUBLISHER_EMAIL or "ne-pas-repondre@localhost")
    require("DATABASE_URL", "database URL", found=DATABASES["default"]["ENGINE"] in ENGINES)
    require("EMAIL_URL", "mail server", found="EMAIL_BACKEND" in EMAIL)
except EnvError as error:
    raise ImproperlyConfigured(refused(error)) from error

STATIC_ROOT = DATA_DIR / "static"
try:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    if not SECRET_KEY:
        # A key of this machine's own, made once and kept out of the repository: nothing to configure for a first run.
        secret_file = DATA_DIR / "secret_key"
        if not secret_file.exists():
            from django.core.management.utils import get_random_secret_key

            secret_file.write_text(get_random_secret_key())
            secret_file.chmod(0o600)
        SECRET_KEY = secret_file.read_text().strip()
except OSError as error:
    why = f"ce dossier ne peut pas servir ({refusal(error)}\u202f: {error.filename})"
    raise ImproperlyConfigured(f"Réglage refusé, DATA_DIR\u202f: {why}.") from error

if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }

INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",  # its pages are found in `portal.urls`, by what serves them alone
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "grants",
    "ingest",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "grants.middleware.compression.CompressedTexts",
    "grants.middleware.freshness.Freshness",
    "grants.middleware.sharing.OpenToAll",
    "grants.middleware.errors.FrenchErrors",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

CSRF_FAILURE_VIEW = "grants.views.errors.csrf_failure"
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

LANGUAGE_CODE = "fr"
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

# Where mails go; without EMAIL_URL nothing is sent, and nothing on the site offers it.
globals().update({name: value for name, value in EMAIL.items() if name.startswith("EMAIL_")})
EMAIL_TIMEOUT = 20  # seconds

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Every address of a static file that the site gives holds its fingerprint: the plain ones are not kept nor compressed.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Django's own two, after one that lets nothing in that is larger than UPLOAD_MAX_MB.
FILE_UPLOAD_HANDLERS = [
    "ingest.desk.files.size_limit.SizeLimit",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Figures and pages of the version of the data that is public now: each process of the site remembers its own.
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "pages")
}

# Readings wait in the database for `manage.py worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Nothing from elsewhere, and no inline style or script: sizes of bars and frames are SVG attributes.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if HTTPS_ONLY:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
