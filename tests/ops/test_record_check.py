"""One project's findings, each at its field, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonedesk.domain.codes import with_check_digit
from zonedesk.ops import edit
from zonedesk.ops.attachments import Owner, add_attachments, keep_files, most_bytes
from zonedesk.ops.quality import check_quality
from zonedesk.ops.record_check import wrong_with
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.store.documents import document_folder, document_path

AS_OF, TODAY = "2024-03-31", "2024-04-10"


@pytest.fixture
def pid(session: Session) -> int:
    changes = session.run(edit.add_project, name="某某项目", zone="某某开发区")
    return next(change.row_id for change in changes.of("project"))


def put(session: Session, pid: int, **texts: str) -> None:
    for key, text in texts.items():
        session.run(edit.set_field, table="project", row_id=pid, key=key, text=text, month="2024-03")


def found(session: Session, pid: int) -> dict[str, list[str]]:
    places: dict[str, list[str]] = {}
    for wrong in wrong_with(session.reader, pid, AS_OF, TODAY):
        places.setdefault(wrong.place, []).append(wrong.text)
    return places


def test_nothing_is_wrong_with_a_reserve_project(session: Session, pid: int) -> None:
    assert found(session, pid) == {}
    assert wrong_with(session.reader, 99, AS_OF) == []


def test_dates_out_of_order_are_told_at_the_later_one(session: Session, pid: int) -> None:
    put(session, pid, sign_date="2024-03-01", start_actual="2024-02-01")
    (text,) = found(session, pid)["start_actual"]
    assert text.startswith("实际开工时间（2024年2月1日）早于签约时间（2024年3月1日）")
    put(session, pid, start_actual="2024-03-02")
    assert "start_actual" not in found(session, pid)


def test_each_finding_stands_at_its_field(session: Session, pid: int) -> None:
    wrong_code = with_check_digit("2403-140000-04-01-12345")
    wrong_code = wrong_code[:-1] + str((int(wrong_code[-1]) + 1) % 10)
    put(
        session, pid, code=wrong_code, sign_date="2024-03-01", start_plan="年内", prod_actual="2024-03-20",
        total_investment="1", completed_investment="2", suspended_on="2024-05-01",
    )  # fmt: skip
    session.run(
        edit.add_row, table="procedure", project_id=pid, values={"name": "某某许可", "done_on": "上月"}
    )
    places = found(session, pid)
    assert "校验位" in places["code"][0]
    assert "“年内”" in places["start_plan"][0]
    assert "为空" in places["start_actual"][0]
    assert "超过总投资" in places["completed_investment"][0]
    assert "晚于今天" in places["suspended_on"][0]
    assert "未列入任何活动批次" in places["listing"][0]
    assert "“上月”" in places["procedure"][0]
    certain = {w.place for w in wrong_with(session.reader, pid, AS_OF, TODAY) if w.certain}
    assert certain == {"start_plan", "start_actual", "suspended_on", "procedure"}


def test_a_missing_attachment_is_told_at_its_own_project_alone(
    session: Session, pid: int, tmp_path: Path
) -> None:
    other = next(c.row_id for c in session.run(edit.add_project, name="另一项目").of("project"))
    source = tmp_path / "批复.txt"
    source.write_text("同意", encoding="utf-8")
    files = keep_files(session.path, [source], most_bytes(session.reader))
    session.run(add_attachments, owner=Owner(pid), files=files, on=AS_OF)
    assert found(session, pid) == {}
    kept = document_path(document_folder(session.path), files[0].sha256, files[0].name)
    kept.chmod(0o600)
    kept.write_text("不同意", encoding="utf-8")
    assert "改动" in found(session, pid)["name"][0]
    kept.unlink()
    assert "批复.txt" in found(session, pid)["name"][0]
    assert found(session, other) == {}


def test_a_record_is_checked_without_reading_its_attachments(
    session: Session, pid: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "批复.txt"
    source.write_text("同意", encoding="utf-8")
    files = keep_files(session.path, [source], most_bytes(session.reader))
    session.run(add_attachments, owner=Owner(pid), files=files, on=AS_OF)

    def read(*_: object) -> str:
        raise AssertionError("the file was read")

    monkeypatch.setattr("zonedesk.ops.attachments.state_of", read)
    assert found(session, pid) == {}


def test_a_code_used_twice_is_told_at_both(session: Session, pid: int) -> None:
    code = with_check_digit("2403-140000-04-01-12345")
    put(session, pid, code=code)
    assert "code" not in found(session, pid)
    other = next(c.row_id for c in session.run(edit.add_project, name="另一项目").of("project"))
    put(session, other, code=code)
    assert "另有1个项目使用" in found(session, pid)["code"][0]
    assert "另有1个项目使用" in found(session, other)["code"][0]


def test_one_by_one_the_projects_say_what_the_whole_check_says(tmp_path: Path) -> None:
    path = tmp_path / "s.zonedesk"
    make_sample(path, projects=30, seed=5, as_of=AS_OF)
    with Session.open(path) as session:
        marked = {"quality.missing", "quality.no_duty", "quality.company_code"}
        whole: dict[int, int] = {}
        for finding in check_quality(session.reader, AS_OF, TODAY):
            for problem in finding.problems:
                pid = problem.facts.get("project_id")
                if problem.code not in marked and pid:
                    whole[pid] = whole.get(pid, 0) + 1
        alone = {
            pid: len([w for w in wrong_with(session.reader, pid, AS_OF, TODAY) if w.place != "enterprise_id"])
            for pid in session.reader.names("project")
        }
        assert {pid: count for pid, count in alone.items() if count} == whole
        assert whole, "a sample without a finding proves nothing"
