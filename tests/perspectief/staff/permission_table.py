"""Who gets into which screen of the admin: the decision, line by line.

A line has the name of the address (`*` stands for anything; the longest pattern that fits counts),
who may look (GET) and who may send (POST). The letters:

    C  Communicatie                 K  Aanmeldpunt-coördinator     N  an account without a group
    D  Aanmeldpunt                  B  Beheer                      A  nobody who is logged in

A screen that offers no GET or no POST answers nobody, whatever the line says. The names of our own
screens are written out, so that a new one has to be decided about.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from perspectief.staff import groups

STRANGER, ANONYMOUS = "N", "A"
PEOPLE = {
    "C": groups.COMMUNICATION,
    "D": groups.DESK,
    "K": groups.COORDINATOR,
    "B": groups.ADMINISTRATION,
    STRANGER: "without a group",
    ANONYMOUS: "not logged in",
}
STAFF = "CDKB"
ACCOUNTS = STAFF + STRANGER
EVERYBODY = ACCOUNTS + ANONYMOUS


@dataclass(frozen=True)
class Line:
    """Who may look at the screens with such a name, and who may send them something."""

    pattern: str
    get: str
    post: str


# Answers that a registrant can choose from; a code that is in use somewhere is never deleted.
ANSWERS = (
    "role",
    "eventkind",
    "timeago",
    "province",
    "need",
    "heardfrom",
    "organisationkind",
    "region",
)

TABLE = (
    # --- The desk ---------------------------------------------------------------------------------
    Line("callbacks:index", "DK", ""),
    Line("callbacks:results", "DK", ""),
    Line("callbacks:day", "DK", ""),
    Line("callbacks:find", "DK", "DK"),
    Line("callbacks:closed", "DK", ""),
    Line("callbacks:paper", "DK", "DK"),
    Line("callbacks:details", "DK", ""),
    Line("callbacks:read", "", "K"),  # what a colleague has taken
    Line("callbacks:take", "", "DK"),
    Line("callbacks:release", "", "DK"),
    Line("callbacks:reassign", "", "DK"),
    Line("callbacks:story", "", "DK"),
    Line("callbacks:attempt", "", "DK"),
    Line("callbacks:attempt_note", "", "DK"),
    Line("callbacks:undo", "", "DK"),
    Line("callbacks:plan", "", "DK"),
    Line("callbacks:message", "", "DK"),
    Line("callbacks:note", "", "DK"),
    Line("callbacks:hand_over", "DK", "DK"),
    Line("callbacks:hand_over_sheet", "DK", ""),
    Line("callbacks:sheet_given", "", "DK"),
    Line("callbacks:sheet_not_given", "", "DK"),
    Line("callbacks:end_told", "", "DK"),
    Line("callbacks:mediator_told", "", "DK"),
    Line("callbacks:changes", "", "DK"),
    Line("callbacks:same_person", "", "DK"),
    Line("callbacks:client", "", "DK"),
    Line("callbacks:close", "", "DK"),
    Line("callbacks:reopen", "", "DK"),
    Line("coming_days:index", "DK", "DK"),
    Line("coming_days:remove_absence", "", "DK"),
    Line("coming_days:give_back", "", "DK"),
    Line("promises:index", "DK", ""),
    Line("promises:csv", "DK", ""),
    Line("promises:reason", "DK", "DK"),
    Line("privacy_duties:*", "K", "K"),
    Line("privacy_duties:correct", "DK", "DK"),  # who has taken it corrects what they hear
    Line("registration_case_export", "K", "K"),
    Line("registration_figures", "K", ""),
    Line("registration_figures_csv", "K", ""),
    Line("registration_figures_release", "", "K"),
    Line("registration_retention", "KB", ""),
    Line("registration_access_log_file", "", "B"),
    Line("registration_desk_guide", "DK", ""),
    Line("registration_access_log", "B", ""),
    Line("registration_outgoing_mail", "KB", ""),
    Line("registration_resume_mail", "", "KB"),
    Line("registration_resend_mail", "", "KB"),
    Line("registration_drop_mail", "", "KB"),
    Line("registration_unfinished", "DK", ""),
    Line("registration_erased_told", "", "DK"),
    # --- What the coordinator sets ----------------------------------------------------------------
    *(Line(f"{name}:*", "K", "K") for name in ANSWERS),
    *(Line(f"{name}:delete", "", "") for name in ANSWERS),
    Line("opening_hours:*", "K", "K"),
    Line("closed_days:*", "K", "K"),
    Line("mediators:*", "K", "K"),
    Line("mediators:delete", "", ""),  # earlier allocations would lose their name
    Line("crisis_lines:*", "K", "K"),
    Line("crisis_lines:delete", "", ""),
    Line("mail_wording:*", "K", "K"),
    Line("mail_wording:add", "", ""),
    Line("mail_wording:delete", "", ""),
    Line("optionlabel:*", "K", "K"),
    Line("optionlabel:add", "", ""),
    Line("optionlabel:delete", "", ""),
    Line("privacy_statements:*", "KB", "KB"),
    Line("privacy_statements:delete", "", ""),
    # --- What the administrator sets --------------------------------------------------------------
    Line("way to settings *", STAFF, STAFF),  # only leads to the screen itself
    Line("settings registration.promisesettings:*", "B", "B"),
    Line("settings registration.retentionsettings:*", "B", "B"),
    Line("settings registration.attemptpolicy:*", "K", "K"),
    Line("settings registration.attemptpolicy:preview_on_edit", "", ""),
    Line("settings registration.promiseclocksettings:*", "K", "K"),
    Line("settings registration.promiseclocksettings:preview_on_edit", "", ""),
    Line("settings registration.promisesettings:preview_on_edit", "", ""),
    Line("settings registration.retentionsettings:preview_on_edit", "", ""),
    Line("wagtailusers_users:*", "B", "B"),
    Line("bulk auth.user.*", "B", ""),  # accounts are changed one at a time
    Line("staff_requests", "KB", ""),
    Line("staff_request", "KB", "KB"),  # who says yes and who withdraws: test_account_requests.py
    Line("wagtailsites:*", "", ""),  # BASE_URL says what the address is
    # --- Pages, files and what else editors make --------------------------------------------------
    Line("wagtailadmin_explore*", "C", "C"),
    Line("wagtailadmin_pages:*", "C", "C"),
    Line("bulk wagtailcore.page.*", "C", "C"),
    Line("wagtailadmin_pages:convert_alias", "", ""),  # nothing here is an alias
    Line("wagtailadmin_pages:choose_parent", STAFF, STAFF),  # lists where one may add: nowhere
    Line("wagtailadmin_pages:move_confirm", STAFF, "C"),
    Line("wagtailadmin_pages:revisions_index", STAFF, STAFF),  # only leads to the history
    Line("wagtailadmin_collections:*", "C", "C"),
    Line("wagtaildocs:*", "C", "C"),
    Line("wagtaildocs:create_multiple_from_*", "", ""),  # uploads that wait for their words
    Line("wagtaildocs:delete_upload_multiple", "", ""),
    Line("bulk media_library.contentdocument.*", "C", "C"),
    Line("wagtailimages:*", "C", "C"),
    Line("wagtailimages:create_multiple_from_*", "", ""),
    Line("wagtailimages:delete_upload_multiple", "", ""),
    Line("wagtailimages:url_generator*", "", ""),
    Line("bulk media_library.contentimage.*", "C", "C"),
    Line("videos:*", "C", "C"),
    Line("media-coverage:*", "C", "C"),
    Line("wagtailredirects:*", "C", "C"),
    Line("wagtailsnippets_home_*", "C", "C"),
    Line("bulk home.sitemenu.delete", "C", "C"),
    Line("settings perspectief.contactdetails:*", "C", "C"),
    Line("settings perspectief.contactdetails:preview_on_edit", "", ""),
    Line("bulk home.figure.delete", "C", "C"),
    Line("bulk home.sameword.delete", "C", "C"),
    Line("bulk home.figureset.delete", "", ""),  # figures hang on it
    Line("campaigns:*", "C", "C"),
    Line("campaigns:choose_parent", STAFF, STAFF),
    Line("campaign_*", "C", "C"),
    Line("wagtail_localize:*", "C", "C"),
    Line("admin/localize/update/*", "C", "C"),  # takes the place of wagtail-localize's
    Line("wagtail_localize:javascript_catalog", STAFF, ""),
    Line("wagtail_localize:submit_snippet_translation", "", ""),
    Line("wagtail_localize:machine_translate", "", ""),
    Line("wagtail_localize:preview_translation+mode", "", ""),  # our pages have one preview
    Line("wagtail_localize:stop_translation", "", ""),
    Line("wagtail_localize:convert_to_alias", "", ""),
    Line("wagtail_localize:translations_report*", STAFF, ""),
    Line("wagtail_localize:snippets_api_listing", STAFF, ""),
    Line("wagtail_localize:snippets_api_detail", "", ""),
    Line("wagtailforms:index*", "C", ""),
    Line("wagtailforms:*_submissions*", "", ""),
    # --- Choosing what is public anyway -----------------------------------------------------------
    Line("wagtailadmin_choose_page*", STAFF, STAFF),
    Line("wagtailadmin_tag_*", STAFF, STAFF),
    Line("wagtailsnippetchoosers_home_*", STAFF, ""),
    Line("wagtailsnippetchoosers_home_*:create", "C", "C"),
    Line("video_chooser:*", STAFF, ""),
    Line("video_chooser:create", "C", "C"),
    Line("wagtaildocs_chooser:*", STAFF, ""),
    Line("wagtaildocs_chooser:chosen", "C", ""),
    Line("wagtaildocs_chooser:create", "C", "C"),
    Line("wagtailimages_chooser:*", STAFF, ""),
    Line("wagtailimages_chooser:chosen", "C", ""),
    Line("wagtailimages_chooser:create", "C", "C"),
    Line("wagtailimages_chooser:select_format", STAFF, STAFF),
    Line("wagtailembeds:*", STAFF, STAFF),
    Line("wagtailadmin_api:*", STAFF, ""),
    Line("wagtailadmin_api:*:find", "", ""),
    Line("wagtailadmin_api:pages:detail", "C", ""),
    Line("wagtailadmin_api:pages:action", "", "C"),
    # --- Wagtail's own ----------------------------------------------------------------------------
    Line("wagtailadmin_home", STAFF, ""),
    Line("wagtailadmin_account", STAFF, STAFF),
    Line("admin/account/", STAFF, STAFF),  # ours, in its place
    Line("wagtailadmin_reports:*", "C", ""),
    Line("wagtailadmin_reports:site_history*", STAFF, ""),  # of what one may edit
    Line("wagtailadmin_dismissibles", STAFF, ""),
    Line("wagtailadmin_editing_sessions:ping", "", "C"),
    Line("wagtailadmin_editing_sessions:release", "", STAFF),
    Line("wagtailadmin_block_preview", "", ""),
    Line("wagtailadmin_sprite", EVERYBODY, EVERYBODY),
    Line("wagtailadmin_javascript_catalog", EVERYBODY, ""),
    Line("wagtailadmin_error_test", STAFF, STAFF),
    Line("admin/test404/", STAFF, ""),
    Line("admin/^.*/$", "", ""),
    # --- Parts of Wagtail that we do not use ------------------------------------------------------
    Line("wagtailadmin_workflows:*", "", ""),
    Line("wagtailadmin_workflows:task_chooser*", STAFF, STAFF),
    Line("wagtailadmin_pages:*workflow_action*", "", ""),
    Line("wagtailadmin_pages:workflow_preview", "", ""),
    Line("wagtailadmin_pages:workflow_history_detail", "", ""),
    Line("wagtailadmin_pages:confirm_workflow_cancellation", STAFF, STAFF),
    Line("wagtailsnippets:index", "", ""),
    Line("wagtaillocales:*", "", ""),
    Line("wagtailusers_groups:*", "", ""),  # groups.py says what groups may do
    # --- Logging in -------------------------------------------------------------------------------
    Line("admin/log*", "", ""),
    Line("admin/logout/", ACCOUNTS, ""),
    Line("wagtailadmin_login", "", ""),
    Line("wagtailadmin_logout", ACCOUNTS, ""),  # sent away once it is done
    Line("*password_reset*", EVERYBODY, EVERYBODY),
    Line("account_login", ANONYMOUS, ANONYMOUS),
    Line("account_logout", ACCOUNTS, ""),
    Line("account_inactive", EVERYBODY, ""),
    Line("account_reset_password*", EVERYBODY, EVERYBODY),
    Line("set_language", EVERYBODY, EVERYBODY),
    Line("staff_no_access", STRANGER, ""),  # others go on to the admin
    Line("staff_start", EVERYBODY, EVERYBODY),  # nothing opens without a link that works
    # --- One's own account ------------------------------------------------------------------------
    Line("account_change_password", ACCOUNTS, ACCOUNTS),
    Line("account_reauthenticate", "", ""),  # these accounts have nothing to show again
    Line("mfa_*", ACCOUNTS, ACCOUNTS),
    Line("mfa_authenticate", "", ""),  # only within logging in
    Line("mfa_login_webauthn", "", ""),
    Line("mfa_*reauthenticate*", "", ""),
    Line("mfa_deactivate_totp", "", ""),  # these accounts have no factor yet
    Line("mfa_*load_recovery_codes", "", ""),
    Line("mfa_view_recovery_codes", "", ""),
    Line("mfa_remove_webauthn", "", ""),
    Line("mfa_edit_webauthn", "", ""),
    Line("staff_sessions", ACCOUNTS, ACCOUNTS),
    Line("staff_session", EVERYBODY, EVERYBODY),  # tells strangers that nothing is left
    # --- Files ------------------------------------------------------------------------------------
    Line("wagtaildocs_serve", EVERYBODY, EVERYBODY),
    Line("wagtaildocs_authenticate_with_password", "", ""),
)


def find_line(name: str) -> Line | None:
    """Return the line about a screen, or None."""
    fitting = [line for line in TABLE if fnmatchcase(name, line.pattern)]
    return max(fitting, key=lambda line: len(line.pattern), default=None)
