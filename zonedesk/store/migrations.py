"""The schema's history. Append-only, literal SQL, importing none of our code: a migration means for
ever what it meant on the day it was written."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("zonedesk")


@migrations()
def m0001_initial(db: Database) -> None:
    """Zones, enterprises, batches, projects and what hangs on them; the record of every write."""
    _run(db, _INITIAL)


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
    _run(db, _TRACKING)


@migrations()
def m0004_resume_reason(db: Database) -> None:
    """Why a project that stood still went on again."""
    db.execute("ALTER TABLE project ADD COLUMN resume_reason TEXT")


@migrations()
def m0005_last_reports(db: Database) -> None:
    """The last reported investment of each project, by one short walk down an index that holds all of it."""
    db.execute(
        "CREATE INDEX progress_invested ON monthly_progress(project_id, month, invest_total)"
        " WHERE invest_total IS NOT NULL"
    )


@migrations()
def m0006_figures(db: Database) -> None:
    """Figures read from indexes that hold all they ask: listings by batch, procedures needed, and waiting on a day."""
    _run(db, _FIGURES)


def _run(db: Database, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


_FIGURES = """
DROP INDEX listing_batch;
CREATE INDEX listing_batch ON listing(batch_id, track, project_id, investment, output, strategic);
DROP INDEX procedure_state;
DROP INDEX procedure_open;
DROP INDEX procedure_done;
CREATE INDEX procedure_needed ON procedure(project_id, required) WHERE required = '需办';
CREATE INDEX procedure_open ON procedure(
    project_id, promised_on, required, name, status, waiting_reason, next_step
) WHERE status <> '已办结';
CREATE INDEX procedure_done ON procedure(
    done_on, status, required, project_id, name, promised_on, waiting_reason, next_step
) WHERE status = '已办结';
"""

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

_TRACKING = """
ALTER TABLE project ADD COLUMN suspend_reason TEXT;
ALTER TABLE project ADD COLUMN withdraw_kind TEXT;
ALTER TABLE project ADD COLUMN withdraw_reason TEXT;
ALTER TABLE project ADD COLUMN statistics_on TEXT;
ALTER TABLE project ADD COLUMN delay_reason TEXT;
ALTER TABLE project ADD COLUMN next_step TEXT;
CREATE TABLE procedure_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1, name TEXT NOT NULL, aliases TEXT, stage TEXT,
    dept TEXT, predecessors TEXT, legal_days INTEGER, promise_days INTEGER, day_type TEXT,
    valid_months INTEGER, mode TEXT, applies TEXT, steps TEXT, basis TEXT, effective_from TEXT,
    effective_to TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (code, version)
) STRICT;
ALTER TABLE procedure ADD COLUMN template_id INTEGER REFERENCES procedure_template(id);
ALTER TABLE procedure ADD COLUMN mode TEXT;
ALTER TABLE procedure ADD COLUMN level TEXT;
ALTER TABLE procedure ADD COLUMN channel TEXT;
ALTER TABLE procedure ADD COLUMN agent TEXT;
ALTER TABLE procedure ADD COLUMN planned_on TEXT;
ALTER TABLE procedure ADD COLUMN submitted_on TEXT;
ALTER TABLE procedure ADD COLUMN status_on TEXT;
ALTER TABLE procedure ADD COLUMN valid_to TEXT;
ALTER TABLE procedure ADD COLUMN not_required_reason TEXT;
CREATE INDEX procedure_open ON procedure(project_id, promised_on, required, name, status)
    WHERE status <> '已办结';
CREATE INDEX procedure_done ON procedure(done_on) WHERE status = '已办结';
CREATE INDEX procedure_valid ON procedure(valid_to) WHERE valid_to IS NOT NULL;
CREATE INDEX project_statistics ON project(statistics_on) WHERE statistics_on IS NOT NULL;
CREATE INDEX project_delay ON project(delay_reason) WHERE delay_reason IS NOT NULL;
CREATE INDEX procedure_of_template ON procedure(template_id) WHERE template_id IS NOT NULL;
ALTER TABLE problem ADD COLUMN no TEXT;
ALTER TABLE problem ADD COLUMN raised_by TEXT;
ALTER TABLE problem ADD COLUMN source TEXT;
ALTER TABLE problem ADD COLUMN level TEXT;
ALTER TABLE problem ADD COLUMN first_response_on TEXT;
ALTER TABLE problem ADD COLUMN co_units TEXT;
ALTER TABLE problem ADD COLUMN verified_on TEXT;
ALTER TABLE problem ADD COLUMN verified_by TEXT;
CREATE TABLE procedure_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), procedure_id INTEGER NOT NULL REFERENCES procedure(id),
    seq INTEGER, name TEXT NOT NULL, done_on TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (procedure_id, name)
) STRICT;
CREATE INDEX procedure_step_project ON procedure_step(project_id);
CREATE TABLE procedure_pause (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), procedure_id INTEGER NOT NULL REFERENCES procedure(id),
    reason TEXT, from_on TEXT, to_on TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX procedure_pause_project ON procedure_pause(project_id);
CREATE INDEX procedure_pause_procedure ON procedure_pause(procedure_id);
CREATE TABLE permit_package (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, members TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE holiday (
    id INTEGER PRIMARY KEY AUTOINCREMENT, day TEXT NOT NULL UNIQUE, kind TEXT NOT NULL DEFAULT '休', name TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE milestone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), seq INTEGER, name TEXT NOT NULL,
    plan_on TEXT, forecast_on TEXT, actual_on TEXT, weight INTEGER, owner TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (project_id, name)
) STRICT;
CREATE TABLE supervision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER REFERENCES project(id), problem_id INTEGER REFERENCES problem(id),
    no TEXT, name TEXT NOT NULL, source TEXT, content TEXT, lead_unit TEXT, co_units TEXT, supervisor TEXT,
    issued_on TEXT, deadline TEXT, status TEXT NOT NULL DEFAULT '待派', closed_on TEXT, result TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX supervision_project ON supervision(project_id);
CREATE INDEX supervision_problem ON supervision(problem_id);
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), procedure_id INTEGER REFERENCES procedure(id),
    problem_id INTEGER REFERENCES problem(id),
    name TEXT NOT NULL, kind TEXT, added_on TEXT, size INTEGER, note TEXT, sha256 TEXT NOT NULL,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX attachment_project ON attachment(project_id);
CREATE INDEX attachment_procedure ON attachment(procedure_id);
CREATE INDEX attachment_problem ON attachment(problem_id);
CREATE TABLE assignment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), role TEXT NOT NULL, name TEXT, org TEXT, phone TEXT,
    from_on TEXT, to_on TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX assignment_project ON assignment(project_id);
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL DEFAULT '周例会', held_on TEXT, name TEXT NOT NULL, host TEXT, place TEXT,
    attendees TEXT, minutes TEXT, decisions TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE action_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER REFERENCES meeting(id), project_id INTEGER REFERENCES project(id),
    content TEXT NOT NULL, owner_unit TEXT, owner_person TEXT, deadline TEXT,
    status TEXT NOT NULL DEFAULT '待办', done_on TEXT, result TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX action_item_meeting ON action_item(meeting_id);
CREATE INDEX action_item_project ON action_item(project_id);
CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER REFERENCES project(id), problem_id INTEGER REFERENCES problem(id),
    supervision_id INTEGER REFERENCES supervision(id), action_item_id INTEGER REFERENCES action_item(id),
    happened_on TEXT, kind TEXT NOT NULL DEFAULT '进展', content TEXT, by_whom TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX follow_up_project ON follow_up(project_id);
CREATE INDEX follow_up_problem ON follow_up(problem_id);
CREATE INDEX follow_up_supervision ON follow_up(supervision_id);
CREATE INDEX follow_up_action_item ON follow_up(action_item_id);
CREATE TABLE routine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE, cycle TEXT NOT NULL DEFAULT '月', day INTEGER, lead_days INTEGER, output TEXT,
    active INTEGER NOT NULL DEFAULT 1, starts_on TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE routine_done (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    routine_id INTEGER NOT NULL REFERENCES routine(id), period TEXT NOT NULL, done_on TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (routine_id, period)
) STRICT;
CREATE TABLE campaign (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE, goal TEXT, start_on TEXT, goal_on TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE campaign_project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id INTEGER NOT NULL REFERENCES campaign(id), project_id INTEGER NOT NULL REFERENCES project(id),
    unfit TEXT NOT NULL DEFAULT '{}',
    UNIQUE (campaign_id, project_id)
) STRICT;
CREATE INDEX campaign_project_project ON campaign_project(project_id);
CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER REFERENCES project(id), problem_id INTEGER REFERENCES problem(id),
    visited_on TEXT, kind TEXT NOT NULL DEFAULT '上门问需', company TEXT, persons TEXT, appeal TEXT, result TEXT,
    satisfaction INTEGER,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX visit_project ON visit(project_id);
CREATE INDEX visit_problem ON visit(problem_id);
CREATE TABLE agency_case (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), matter TEXT NOT NULL, agent TEXT,
    accepted_on TEXT, done_on TEXT, cases INTEGER, result TEXT, satisfaction INTEGER,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX agency_case_project ON agency_case(project_id);
CREATE TABLE commitment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES project(id), matter TEXT NOT NULL, letter_no TEXT, signed_on TEXT,
    deadline TEXT, fulfilled_on TEXT, checked_on TEXT, note TEXT,
    unfit TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX commitment_project ON commitment(project_id);
"""
