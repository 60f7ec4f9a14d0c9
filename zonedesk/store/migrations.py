"""The schema's history. Append-only, literal SQL, importing none of our code: a migration means for
ever what it meant on the day it was written."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from zonedesk.store.migration_sql import TRACKING

migrations = Migrations("zonedesk")


@migrations()
def m0001_initial(db: Database) -> None:
    """Zones, enterprises, batches, projects and what hangs on them; the record of every write."""
    for statement in _INITIAL.split(";\n"):
        if statement.strip():
            db.execute(statement)


@migrations()
def m0002_saved_views(db: Database) -> None:
    """How an office looks at a page: columns, filters, order, groups, under a name."""
    db.execute(
        "CREATE TABLE saved_view (id INTEGER PRIMARY KEY AUTOINCREMENT, page TEXT NOT NULL, name TEXT NOT NULL,"
        " definition TEXT NOT NULL DEFAULT '{}', owner TEXT, UNIQUE (page, name)) STRICT"
    )


@migrations()
def m0003_tracking(db: Database) -> None:
    """Following what is stuck: templates, steps, duties, supervision, meetings, visits, agency cases."""
    for statement in TRACKING.split(";\n"):
        if statement.strip():
            db.execute(statement)


_INITIAL = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE setting (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT) STRICT;
CREATE TABLE zone (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, short_name TEXT, city TEXT,
    category TEXT, level TEXT, unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE enterprise (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, uscc TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, year INTEGER, seq_no INTEGER,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL, zone_id INTEGER REFERENCES zone(id), code TEXT,
    enterprise_id INTEGER REFERENCES enterprise(id),
    project_kind TEXT, industry_field TEXT, strategic INTEGER, build_nature TEXT, location TEXT, content TEXT,
    total_investment INTEGER, expected_output INTEGER, actual_output INTEGER, land_area INTEGER,
    sign_date TEXT, start_plan TEXT, start_actual TEXT, prod_plan TEXT, prod_actual TEXT,
    effect_plan TEXT, effect_actual TEXT, suspended_on TEXT, resumed_on TEXT, withdrawn_on TEXT,
    sponsor TEXT, duty_unit TEXT, duty_person TEXT, service_officer TEXT, phone TEXT, remark TEXT,
    extra TEXT NOT NULL DEFAULT '{}', unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX project_zone ON project(zone_id);
CREATE INDEX project_enterprise ON project(enterprise_id);
CREATE TABLE listing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), batch_id INTEGER NOT NULL REFERENCES batch(id),
    track TEXT NOT NULL CHECK (track IN ('signing', 'start', 'production')),
    investment INTEGER, output INTEGER, strategic INTEGER,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (project_id, batch_id, track)
) STRICT;
CREATE INDEX listing_batch ON listing(batch_id);
CREATE TABLE procedure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), name TEXT NOT NULL,
    required TEXT NOT NULL DEFAULT '需办', status TEXT NOT NULL DEFAULT '未启动', dept TEXT,
    accepted_on TEXT, promised_on TEXT, done_on TEXT, doc_no TEXT, waiting_reason TEXT, next_step TEXT,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (project_id, name)
) STRICT;
CREATE INDEX procedure_state ON procedure(project_id, required, status, done_on);
CREATE TABLE monthly_progress (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), month TEXT NOT NULL,
    year_plan INTEGER, invest_month INTEGER, invest_ytd INTEGER, invest_total INTEGER, image_progress TEXT,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (project_id, month)
) STRICT;
CREATE TABLE problem (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), description TEXT NOT NULL, category TEXT,
    raised_on TEXT, measure TEXT, duty_unit TEXT, duty_person TEXT, deadline TEXT,
    status TEXT NOT NULL DEFAULT '待办', closed_on TEXT, result TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX problem_project ON problem(project_id);
CREATE TABLE change_set (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL, who TEXT NOT NULL, computer TEXT NOT NULL, label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'import', 'undo', 'redo')),
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped', 'event')),
    target INTEGER REFERENCES change_set(id), undone_by INTEGER REFERENCES change_set(id),
    rows INTEGER NOT NULL, source TEXT
) STRICT;
CREATE INDEX change_set_done ON change_set(id) WHERE state = 'done';
CREATE INDEX change_set_undone ON change_set(undone_by) WHERE state = 'undone';
CREATE TABLE change (
    id INTEGER PRIMARY KEY, set_id INTEGER NOT NULL REFERENCES change_set(id),
    tbl TEXT NOT NULL, row_id INTEGER NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_of_set ON change(set_id);
CREATE INDEX change_of_row ON change(tbl, row_id);
"""
