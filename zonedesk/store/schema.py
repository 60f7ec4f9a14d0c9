"""Constants of the ledger file, kept apart so that opening an up-to-date ledger loads no migrations."""

APPLICATION_ID = 0x5A44534B  # "ZDSK"
SCHEMA_VERSION = 6  # how many migrations the ledger's history holds; a test keeps the two equal

# Who refers to whom: (table, column) pairs that hold the id of a row of the key's table. Of the tables that
# hang on a project, those that others hang on come first: so they are brought back in order.
REFERENCES = {
    "zone": (("project", "zone_id"),),
    "enterprise": (("project", "enterprise_id"),),
    "batch": (("listing", "batch_id"),),
    "project": tuple(
        (table, "project_id")
        for table in (
            "listing",
            "procedure",
            "monthly_progress",
            "problem",
            "supervision",
            "action_item",
            "procedure_step",
            "procedure_pause",
            "attachment",
            "milestone",
            "follow_up",
            "assignment",
            "campaign_project",
            "visit",
            "agency_case",
            "commitment",
        )
    ),
    "procedure_template": (("procedure", "template_id"),),
    "procedure": tuple(
        (table, "procedure_id") for table in ("procedure_step", "procedure_pause", "attachment")
    ),
    "problem": tuple((table, "problem_id") for table in ("supervision", "attachment", "follow_up", "visit")),
    "supervision": (("follow_up", "supervision_id"),),
    "meeting": (("action_item", "meeting_id"),),
    "action_item": (("follow_up", "action_item_id"),),
    "routine": (("routine_done", "routine_id"),),
    "campaign": (("campaign_project", "campaign_id"),),
}

# References that only point: when the row they point to is deleted they let go of it, and stay themselves.
LOOSE = frozenset({("supervision", "problem_id"), ("visit", "problem_id"), ("attachment", "problem_id")})

# Tables that hold the office's data: only these can be written, and every write to them is recorded.
RECORDED_TABLES = frozenset(
    {"permit_package", "holiday", "setting", "saved_view", *REFERENCES}
    | {table for pairs in REFERENCES.values() for table, _ in pairs}
)
