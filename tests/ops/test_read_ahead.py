"""What is read ahead on another thread is what would be read when asked for."""

from __future__ import annotations

import threading

import pytest

from zonedesk.domain.errors import LedgerError
from zonedesk.ops.edit import add_project
from zonedesk.ops.facts_cache import FactsCache
from zonedesk.ops.read_ahead import ReadAhead
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

AS_OF = "2026-10-31"


@pytest.fixture
def session(tmp_path):
    make_sample(tmp_path / "s.zonedesk", projects=40, as_of=AS_OF)
    with Session.open(tmp_path / "s.zonedesk") as session:
        yield session


@pytest.fixture
def readings(monkeypatch):
    """The names of the threads on which all facts were read."""
    found, facts = [], Reader.facts

    def noted(reader, as_of, ids=None):
        if ids is None:
            found.append(threading.current_thread().name)
        return facts(reader, as_of, ids)

    monkeypatch.setattr(Reader, "facts", noted)
    return found


def test_facts_read_ahead_are_not_read_again(session, readings):
    session.read_ahead("2026-10")
    assert session.facts(AS_OF) == session.reader.facts(AS_OF)
    assert readings[0].startswith("read-ahead")
    assert len(readings) == 2, "once ahead, once for the comparison"


def test_what_is_written_meanwhile_is_followed(session, readings):
    session.read_ahead(AS_OF)
    session.run(add_project, name="某某项目")
    facts = session.facts(AS_OF)
    assert "某某项目" in {project.name for project in facts.projects.values()}
    assert len(readings) == 1


def test_another_day_is_read_as_usual(session):
    session.read_ahead("2026-09-30")
    assert session.facts(AS_OF) == session.reader.facts(AS_OF)


@pytest.mark.parametrize("error", [LedgerError("ledger.unreachable", path="台账"), KeyError("signi")])
def test_a_file_that_cannot_be_read_twice_is_read_when_asked(session, caplog, error):
    def refused():
        raise error

    assert ReadAhead(refused, AS_OF).taken() is None
    assert "not read ahead" in caplog.text
    assert session.facts(AS_OF).projects


def test_closing_waits_for_the_other_connection(session, monkeypatch):
    closed = []
    close = Reader.close
    monkeypatch.setattr(Reader, "close", lambda reader: (close(reader), closed.append(1)))
    session.read_ahead(AS_OF)
    session.close()
    assert closed


def test_closing_closes_the_ledger_whatever_failed_before(session, monkeypatch):
    def fail(cache):
        raise KeyError("signi")

    with monkeypatch.context() as broken:
        broken.setattr(FactsCache, "close", fail)
        with pytest.raises(KeyError):
            session.close()
    with Session.open(session.path) as again:
        assert again.writable
