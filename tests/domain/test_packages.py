"""并联发证: complete, on one day, and how soon after the land building began."""

from zonedesk.domain.packages import package_standing

MEMBERS = (("P15", "用地规划"), ("P17", "工程规划"), ("P29", "施工许可"))
PROJECT = {"start_actual": "2024-03-20"}


def permit(done_on=None, required="需办"):
    return {
        "name": "证",
        "required": required,
        "status": "已办结" if done_on else "办理中",
        "done_on": done_on,
    }


def stand(rows, steps=(), as_of="2024-03-31"):
    codes = [code for code, _ in MEMBERS]
    return package_standing(MEMBERS, dict(zip(codes, rows, strict=False)), steps, PROJECT, as_of)


def test_complete_on_one_day():
    found = stand([permit("2024-03-15")] * 3)
    assert (found.complete, found.same_day, found.issued_on) == (True, True, "2024-03-15")
    other = stand([permit("2024-03-15"), permit("2024-03-15"), permit("2024-03-16")])
    assert (other.complete, other.same_day, other.issued_on) == (True, False, "2024-03-16")


def test_not_yet_complete():
    found = stand([permit("2024-03-15"), permit(), permit("2024-04-02")])
    assert (found.complete, found.done, len(found.missing), found.same_day) == (False, 1, 2, False)
    lacking = stand([permit("2024-03-15")])
    assert (lacking.complete, lacking.absent) == (False, ("工程规划", "施工许可"))


def test_what_need_not_be_done_is_not_asked_for():
    found = stand([permit("2024-03-15"), permit("2024-03-15"), permit(required="无需办理")])
    assert (found.complete, len(found.needed)) == (True, 2)


def test_days_from_the_land_to_the_start():
    steps = [{"name": "成交", "done_on": "2024-02-01"}, {"name": "交地", "done_on": "2024-03-10"}]
    found = stand([permit()] * 3, steps)
    assert (found.land_step, found.land_on, found.days) == ("交地", "2024-03-10", 10)
    assert stand([permit()] * 3, steps[:1]).days == 48
    assert stand([permit()] * 3, steps, as_of="2024-03-05").land_step == "成交"
    assert stand([permit()] * 3).days is None
