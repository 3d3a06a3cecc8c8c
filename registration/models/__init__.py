"""The tables of the registration app, one module per subject."""

from registration.models.absence import Absence
from registration.models.access_log import AccessLogEntry
from registration.models.callback import Callback, ContactAttempt, Reassignment
from registration.models.crisis_line import CrisisLine
from registration.models.desk_calendar import ClosedDay, OpeningHours
from registration.models.draft import Draft
from registration.models.figures import AnonymousCount, ExampleCount
from registration.models.hand_over import HandOver, Informed, Mediator
from registration.models.mail import MailWording, OutboundMail, RecipientLock
from registration.models.options import (
    EventKind,
    HeardFrom,
    Need,
    OptionLabel,
    OrganisationKind,
    Province,
    Region,
    Role,
    TimeAgo,
)
from registration.models.own_page import Erasure, OwnPageVisit
from registration.models.periodic import PeriodicJob
from registration.models.privacy import PrivacyStatement
from registration.models.promise import (
    ExamplePromiseDay,
    PromiseBreach,
    PromiseClockSettings,
    PromiseDay,
    PromiseMove,
)
from registration.models.registration import Registration
from registration.models.reminder import Reminder
from registration.models.retention_run import RetentionRun
from registration.models.same_person import SamePersonDecision
from registration.models.settings import AttemptPolicy, PromiseSettings, RetentionSettings

__all__ = [
    "Absence",
    "AccessLogEntry",
    "AnonymousCount",
    "AttemptPolicy",
    "Callback",
    "ClosedDay",
    "ContactAttempt",
    "CrisisLine",
    "Draft",
    "Erasure",
    "EventKind",
    "ExampleCount",
    "ExamplePromiseDay",
    "HandOver",
    "HeardFrom",
    "Informed",
    "MailWording",
    "Mediator",
    "Need",
    "OpeningHours",
    "OptionLabel",
    "OrganisationKind",
    "OutboundMail",
    "OwnPageVisit",
    "PeriodicJob",
    "PrivacyStatement",
    "PromiseBreach",
    "PromiseClockSettings",
    "PromiseDay",
    "PromiseMove",
    "PromiseSettings",
    "Province",
    "Reassignment",
    "RecipientLock",
    "Region",
    "Registration",
    "Reminder",
    "RetentionRun",
    "RetentionSettings",
    "Role",
    "SamePersonDecision",
    "TimeAgo",
]
