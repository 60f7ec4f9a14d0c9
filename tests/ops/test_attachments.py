"""附件: named in the ledger, kept beside it, told when missing; undo takes the name back and not the file."""

import os

import pytest

from zonedesk.domain.errors import LedgerError
from zonedesk.domain.messages import say
from zonedesk.ops import edit
from zonedesk.ops.attachments import (
    Owner,
    add_attachments,
    faults,
    keep_files,
    most_bytes,
    save_as,
    to_look_at,
)
from zonedesk.ops.backup import back_up
from zonedesk.ops.quality import check_quality
from zonedesk.ops.session import Session
from zonedesk.store.documents import document_folder, document_path

DAY = "2024-03-31"


@pytest.fixture
def session(tmp_path):
    with Session.create(tmp_path / "台账.zonedesk", "王某某") as made:
        made.run(edit.add_project, name="甲项目", zone="示例经济技术开发区")
        made.run(edit.add_row, table="procedure", project_id=1, values={"name": "环评"})
        yield made


@pytest.fixture
def kept(session, tmp_path):
    path = tmp_path / "环评批复：2024.txt"
    path.write_text("同意", encoding="utf-8")
    return keep_files(session.path, [path], most_bytes(session.reader))


def rows(session):
    return session.reader.rows("attachment")


def test_the_name_is_undone_and_the_file_stays(session, kept):
    session.run(add_attachments, owner=Owner(1, 1), files=kept, on=DAY, kind="批复文件")
    (row,) = rows(session)
    assert (row["name"], row["procedure_id"], row["added_on"], row["size"]) == (
        "环评批复：2024.txt",
        1,
        DAY,
        6,
    )
    assert session.next_undo().label == "“甲项目”手续“环评”存入附件：环评批复：2024.txt"
    assert not session.run(add_attachments, owner=Owner(1, 1), files=kept, on=DAY), "not named twice"
    session.undo()
    assert not rows(session)
    session.redo()
    assert not list(faults(session.path, rows(session)))


def test_a_deleted_procedure_takes_its_names_along_and_brings_them_back(session, kept):
    session.run(add_attachments, owner=Owner(1, 1), files=kept, on=DAY)
    session.run(edit.delete_row, table="procedure", row_id=1)
    assert not rows(session)
    session.undo()
    assert not list(faults(session.path, rows(session)))


def test_the_check_names_what_is_missing_or_altered(session, kept):
    session.run(add_attachments, owner=Owner(1), files=kept, on=DAY)
    path = document_path(document_folder(session.path), kept[0].sha256, kept[0].name)
    path.chmod(0o600)
    path.write_text("不同意", encoding="utf-8")
    found = {f.rule.code: f.problems for f in check_quality(session.reader, DAY, DAY)}["quality.attachments"]
    assert "改动" in say(found[0])
    assert "甲项目" in say(found[0])
    path.unlink()
    ((row, fault),) = faults(session.path, rows(session))
    assert (row["id"], fault.code) == (1, "document.missing")


def test_a_copy_to_look_at_and_to_save(session, kept, tmp_path):
    session.run(add_attachments, owner=Owner(1), files=kept, on=DAY)
    (row,) = rows(session)
    folder = tmp_path / "看"
    folder.mkdir()
    copy = to_look_at(session.path, row | {"name": "a/b:c?.txt"}, folder)
    assert copy.name == "a_b_c_.txt"
    copy.write_text("改了", encoding="utf-8")
    save_as(session.path, row, tmp_path / "另存.txt")
    assert (tmp_path / "另存.txt").read_text(encoding="utf-8") == "同意"


@pytest.mark.parametrize(("text", "megabytes"), [("", 200), ("5", 5), ("0", 200), ("很大", 200)])
def test_the_office_sets_the_largest_size(session, text, megabytes):
    session.run(edit.set_setting, key="attachment_most_megabytes", value=text)
    assert most_bytes(session.reader) == megabytes * 1024 * 1024


def test_a_second_backup_folder_gets_the_files_too(session, kept, tmp_path):
    session.run(add_attachments, owner=Owner(1), files=kept, on=DAY)
    stick = tmp_path / "U盘"
    stick.mkdir()
    assert back_up(session.path, reason="manual", second=stick).second == "done"
    copy = document_path(stick / "台账.附件", kept[0].sha256, kept[0].name)
    assert copy.read_text(encoding="utf-8") == "同意"
    assert back_up(session.path, second=stick).second == "current"
    copy.unlink()
    assert back_up(session.path, second=stick).second == "done", "what is lacking is copied again"
    assert copy.exists()


def test_a_name_longer_than_a_file_may_have_is_kept_whole_in_the_ledger(session, tmp_path):
    long = tmp_path / ("长" * 83 + "ab.pdf")
    long.write_text("同意", encoding="utf-8")
    files = keep_files(session.path, [long], most_bytes(session.reader))
    session.run(add_attachments, owner=Owner(1), files=files, on=DAY)
    (row,) = rows(session)
    assert row["name"] == long.name
    folder = tmp_path / "看"
    folder.mkdir()
    for written in (
        to_look_at(session.path, row, folder),
        save_as(session.path, row, folder / row["name"]),
        save_as(session.path, row | {"name": "长" * 400 + ".pdf"}, folder / ("长" * 400 + ".pdf")),
    ):
        assert written.read_text(encoding="utf-8") == "同意"
        assert (len(os.fsencode(written.name)) <= 200, written.suffix) == (True, ".pdf")


def test_an_ending_that_is_none_is_left_off(session, tmp_path):
    odd = tmp_path / ("a." + "x" * 250)
    odd.write_text("同意", encoding="utf-8")
    files = keep_files(session.path, [odd], most_bytes(session.reader))
    session.run(add_attachments, owner=Owner(1), files=files, on=DAY)
    assert not list(faults(session.path, rows(session)))


@pytest.mark.parametrize(
    ("name", "written"), [("..", "_"), ("...", "_"), ("con.txt", "_con.txt"), ("a/../b.pdf", "a_.._b.pdf"), ("批复. ", "批复")]
)  # fmt: skip
def test_a_copy_has_a_name_that_every_system_takes(session, kept, tmp_path, name, written):
    session.run(add_attachments, owner=Owner(1), files=kept, on=DAY)
    path = kept[0].name
    row = rows(session)[0] | {"name": name}
    stored = document_path(document_folder(session.path), row["sha256"], path)
    stored.rename(document_path(document_folder(session.path), row["sha256"], name))
    assert to_look_at(session.path, row, tmp_path).name == written


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_text_is_refused_before_anything_is_copied(session, tmp_path):
    torn = tmp_path / "\udcff批复.pdf"
    torn.write_text("同意", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"document\.bad_name") as refused:
        keep_files(session.path, [torn], most_bytes(session.reader))
    assert "改名" in say(refused.value).encode("utf-8").decode("utf-8")
    assert not document_folder(session.path).exists()
