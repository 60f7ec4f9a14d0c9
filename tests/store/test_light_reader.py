"""What is promised of procedures: the same in SQL as told one by one, also of partial dates and of a past day."""

import pytest

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.lights import Promised
from zonedesk.ops.session import Session
from zonedesk.store.light_reader import LightReader

PROMISED = (None, "2026", "2026-02", "2026-02-27", "2026-02-28", "2026-03", "2026-03-01", "2026-10-31")
DONE = (None, "2026", "2026-02", "2026-02-28", "2026-03-31", "2026-03")


def add(w):
    """生成手续."""
    zone = w.insert("zone", {"name": "测试开发区"})
    ids = w.insert_many("project", [{"name": f"测试项目{n}", "zone_id": zone} for n in range(len(DONE) + 1)])
    rows = [
        {
            "project_id": pid,
            "name": f"手续{(place * 7 + pid) % 11}之{place}",
            "promised_on": promised,
            "status": "已办结" if done else "办理中",
            "done_on": done,
            "required": "无需办理" if place == 3 else "需办",
        }
        for pid, ended in zip(ids, (*DONE, "2026-04"), strict=True)
        for place, (promised, done) in enumerate(zip(PROMISED, (ended, None) * 4, strict=True))
    ]
    w.insert_many("procedure", rows)


def told_one_by_one(session, as_of):
    found = {}
    for row in session.reader.rows("procedure"):
        open_then = row["status"] != "已办结" or not reached(row["done_on"], as_of)
        if row["required"] == "需办" and row["promised_on"] and open_then:
            found.setdefault(row["project_id"], []).append((takes_effect(row["promised_on"]), row["name"]))
    return {
        pid: Promised(*min(each), sum(day < as_of for day, _ in each)) for pid, each in sorted(found.items())
    }


@pytest.mark.parametrize("as_of", ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-31", "2026-12-31"])
def test_what_is_promised_is_the_same_told_one_by_one(tmp_path, as_of):
    with Session.create(tmp_path / "台账.zonedesk", "王某") as session:
        session.run(add)
        asker = LightReader(session.reader)
        assert asker.promised(as_of) == told_one_by_one(session, as_of)
        some = list(told_one_by_one(session, as_of))[::2]
        assert asker.promised(as_of, some).keys() == set(some)
