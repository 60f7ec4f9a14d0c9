"""Constants of the ledger file, kept apart so that opening an up-to-date ledger loads no migrations."""

APPLICATION_ID = 0x5A44534B  # "ZDSK"
SCHEMA_VERSION = 2  # how many migrations `migrations.py` holds; a test keeps the two equal

# Tables that hold the office's data: only these can be written, and every write to them is recorded.
RECORDED_TABLES = frozenset(
    {
        "zone",
        "enterprise",
        "batch",
        "project",
        "listing",
        "procedure",
        "monthly_progress",
        "problem",
        "setting",
        "saved_view",
    }
)

# Who refers to whom: (table, column) pairs that hold the id of a row of the key's table.
REFERENCES = {
    "zone": (("project", "zone_id"),),
    "enterprise": (("project", "enterprise_id"),),
    "batch": (("listing", "batch_id"),),
    "project": tuple(
        (table, "project_id") for table in ("listing", "procedure", "monthly_progress", "problem")
    ),
}
