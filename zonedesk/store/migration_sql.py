"""Literal SQL of the longer migrations. Append-only, like `migrations.py`."""

TRACKING = """
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
    accepted_on TEXT, done_on TEXT, cases INTEGER NOT NULL DEFAULT 1, result TEXT, satisfaction INTEGER,
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
