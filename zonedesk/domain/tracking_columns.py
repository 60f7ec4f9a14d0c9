"""The registry's entries for following what is stuck: templates, duties, supervision, meetings, visits.

Terms follow the domain dictionary §5 and the columns of real 督办清单 and 责任清单 (§6.2).
"""

from __future__ import annotations

from functools import partial

from zonedesk.domain.fields import Field, Kind

K = Kind
F = Field
# One entry a line reads better than one argument a line.
# fmt: off
HANDLING_MODES = ("政府统一服务", "企业承诺", "保留审批", "告知承诺", "容缺受理", "并联审批", "其他")
LEVELS = ("区", "县", "市", "省", "国家")
WORKING_DAYS, CALENDAR_DAYS = "工作日", "自然日"
DAY_OFF, DAY_ON = "休", "班"
PROCEDURE_STAGES = ("立项用地", "区域评估", "工程建设", "施工许可", "竣工投产", "其他")
DUTY_ROLES = ("包联领导", "责任领导", "责任单位", "第二责任单位", "代办单位", "服务专员", "责任人", "联系人")
SUPERVISION_SOURCES = ("会议", "领导批示", "通报", "督导", "其他")
SUPERVISION_STATES = ("待派", "已派", "处置中", "待核验", "已销号")
SUPERVISION_CLOSED = SUPERVISION_STATES[-1]
FOLLOW_UP_KINDS = ("响应", "进展", "升级", "催办", "反馈", "核验", "退回", "销号")
MEETING_KINDS = ("周例会", "旬复盘", "月会商", "专题会", "现场办公", "联席会", "其他")
ACTION_STATES = ("待办", "办理中", "已完成")
ACTION_DONE = ACTION_STATES[-1]
ROUTINE_CYCLES = ("周", "旬", "月", "季", "半年", "年")
CAMPAIGN_GOALS = ("开工", "投产", "达效", "手续办结")
VISIT_KINDS = ("上门问需", "上门解忧", "上门送达", "上门访亲", "其他")

_template = partial(F, table="procedure_template")
PROCEDURE_TEMPLATE_FIELDS = (
    _template("code", "编号", width=5),
    _template("version", "版本", K.INTEGER, width=4),
    _template("name", "手续名称", width=16),
    _template("aliases", "别名", K.LONG_TEXT, width=12),
    _template("stage", "阶段", K.CHOICE, width=6, choices=PROCEDURE_STAGES),
    _template("dept", "审批部门", width=10),
    _template("predecessors", "常见前置", width=8),  # codes, divided by “、”
    _template("legal_days", "法定时限", K.INTEGER, width=5),
    _template("promise_days", "承诺时限", K.INTEGER, width=5),
    _template("day_type", "计日方式", K.CHOICE, width=5, choices=(WORKING_DAYS, CALENDAR_DAYS)),
    _template("valid_months", "有效期（月）", K.INTEGER, width=5),
    _template("mode", "承诺制归类", K.CHOICE, choices=HANDLING_MODES),
    _template("applies", "适用条件", K.LONG_TEXT, width=12),
    _template("steps", "办理环节", K.LONG_TEXT, width=16),  # in order, divided by “→”
    _template("basis", "依据", K.LONG_TEXT, width=12),
    _template("effective_from", "启用日期", K.DATE),
    _template("effective_to", "停用日期", K.DATE),
    _template("note", "说明", K.LONG_TEXT, width=12),
)

_step = partial(F, table="procedure_step")
PROCEDURE_STEP_FIELDS = (
    _step("seq", "序号", K.INTEGER, width=3),
    _step("name", "办理环节", width=10),
    _step("done_on", "完成时间", K.DATE),
    _step("note", "说明", K.LONG_TEXT, width=12),
)

_pause = partial(F, table="procedure_pause")
PROCEDURE_PAUSE_FIELDS = (
    _pause("reason", "不计时原因", width=10),
    _pause("from_on", "起始日", K.DATE),
    _pause("to_on", "截止日", K.DATE),
)

_package = partial(F, table="permit_package")
PERMIT_PACKAGE_FIELDS = (
    _package("name", "名称", width=10),
    _package("members", "包含手续", K.LONG_TEXT, width=30),  # codes of templates, divided by “、”
    _package("note", "说明", K.LONG_TEXT, width=12),
)

_holiday = partial(F, table="holiday")
HOLIDAY_FIELDS = (
    _holiday("day", "日期", K.DATE),
    _holiday("kind", "休或班", K.CHOICE, width=5, choices=(DAY_OFF, DAY_ON), coded=True),
    _holiday("name", "名称", width=10),
)

_attachment = partial(F, table="attachment")
ATTACHMENT_FIELDS = (
    _attachment("name", "文件名称", width=20),
    _attachment("kind", "类型", width=6),
    _attachment("added_on", "存入日期", K.DATE),
    _attachment("size", "大小（字节）", K.INTEGER),
    _attachment("note", "说明", K.LONG_TEXT, width=12),
    _attachment("sha256", "内容指纹", width=10),
)

_milestone = partial(F, table="milestone")
MILESTONE_FIELDS = (
    _milestone("seq", "序号", K.INTEGER, width=3),
    _milestone("name", "节点", width=10),
    _milestone("plan_on", "计划时间", K.DATE),
    _milestone("forecast_on", "预计时间", K.DATE),
    _milestone("actual_on", "实际时间", K.DATE),
    _milestone("weight", "权重（%）", K.INTEGER, width=5),
    _milestone("owner", "责任人", width=8),
    _milestone("note", "说明", K.LONG_TEXT, width=12),
)

_follow = partial(F, table="follow_up")
FOLLOW_UP_FIELDS = (
    _follow("happened_on", "日期", K.DATE),
    _follow("kind", "事项", K.CHOICE, width=5, choices=FOLLOW_UP_KINDS),
    _follow("content", "内容", K.LONG_TEXT, width=24),
    _follow("by_whom", "经办", width=7),
)

_assignment = partial(F, table="assignment")
ASSIGNMENT_FIELDS = (
    _assignment("role", "职责", K.CHOICE, choices=DUTY_ROLES),
    _assignment("name", "姓名", width=8),
    _assignment("org", "单位及职务", width=12),
    _assignment("phone", "联系电话", width=9),
    _assignment("from_on", "起", K.DATE),
    _assignment("to_on", "止", K.DATE),
    _assignment("note", "说明", K.LONG_TEXT, width=12),
)

_supervision = partial(F, table="supervision")
SUPERVISION_FIELDS = (
    _supervision("no", "督办编号", width=9),
    _supervision("name", "督办事项", K.LONG_TEXT, width=18),
    _supervision("project_id", "项目", K.REF, ref="project", width=16),
    _supervision("source", "来源", K.CHOICE, width=6, choices=SUPERVISION_SOURCES),
    _supervision("content", "督办要求", K.LONG_TEXT, width=18),
    _supervision("lead_unit", "主办单位", width=10),
    _supervision("co_units", "协办单位", width=10),
    _supervision("supervisor", "督办人", width=6),
    _supervision("issued_on", "下发日期", K.DATE),
    _supervision("deadline", "办结期限", K.DATE),
    _supervision("status", "状态", K.CHOICE, width=6, choices=SUPERVISION_STATES, coded=True),
    _supervision("closed_on", "销号时间", K.DATE),
    _supervision("result", "办理结果", K.LONG_TEXT, width=14),
)

_meeting = partial(F, table="meeting")
MEETING_FIELDS = (
    _meeting("kind", "会议种类", K.CHOICE, width=6, choices=MEETING_KINDS),
    _meeting("held_on", "召开日期", K.DATE),
    _meeting("name", "会议名称", width=16),
    _meeting("host", "主持人", width=7),
    _meeting("place", "地点", width=10),
    _meeting("attendees", "参会人员", K.LONG_TEXT, width=16),
    _meeting("minutes", "会议记录", K.LONG_TEXT, width=20),
    _meeting("decisions", "议定意见", K.LONG_TEXT, width=20),
)

_action = partial(F, table="action_item")
ACTION_ITEM_FIELDS = (
    _action("content", "议定事项", K.LONG_TEXT, width=22),
    _action("meeting_id", "会议", K.REF, ref="meeting", width=14),
    _action("project_id", "项目", K.REF, ref="project", width=16),
    _action("owner_unit", "责任单位", width=10),
    _action("owner_person", "责任人", width=7),
    _action("deadline", "完成时限", K.DATE),
    _action("status", "状态", K.CHOICE, width=6, choices=ACTION_STATES, coded=True),
    _action("done_on", "完成时间", K.DATE),
    _action("result", "落实情况", K.LONG_TEXT, width=16),
)

_routine = partial(F, table="routine")
ROUTINE_FIELDS = (
    _routine("name", "例行工作", width=14),
    _routine("cycle", "周期", K.CHOICE, width=4, choices=ROUTINE_CYCLES, coded=True),
    _routine("day", "周期内第几日", K.INTEGER, width=6),
    _routine("lead_days", "提前提醒（日）", K.INTEGER, width=6),
    _routine("output", "形成材料", width=14),
    _routine("active", "启用", K.BOOL, width=4),
    _routine("starts_on", "起始日期", K.DATE),
    _routine("note", "说明", K.LONG_TEXT, width=14),
)

_routine_done = partial(F, table="routine_done")
ROUTINE_DONE_FIELDS = (
    _routine_done("routine_id", "例行工作", K.REF, ref="routine", width=14),
    _routine_done("period", "期次", width=8),
    _routine_done("done_on", "完成日期", K.DATE),
    _routine_done("note", "说明", K.LONG_TEXT, width=16),
)

_campaign = partial(F, table="campaign")
CAMPAIGN_FIELDS = (
    _campaign("name", "专项行动", width=14),
    _campaign("goal", "目标", K.CHOICE, width=6, choices=CAMPAIGN_GOALS, coded=True),
    _campaign("start_on", "开始日期", K.DATE),
    _campaign("goal_on", "目标日期", K.DATE),
    _campaign("note", "说明", K.LONG_TEXT, width=18),
)

_campaign_project = partial(F, table="campaign_project")
CAMPAIGN_PROJECT_FIELDS = (
    _campaign_project("campaign_id", "专项行动", K.REF, ref="campaign", width=14),
)

_visit = partial(F, table="visit")
VISIT_FIELDS = (
    _visit("visited_on", "走访日期", K.DATE),
    _visit("kind", "走访类型", K.CHOICE, width=6, choices=VISIT_KINDS),
    _visit("project_id", "项目", K.REF, ref="project", width=16),
    _visit("company", "企业", width=14),
    _visit("persons", "走访人员", width=10),
    _visit("appeal", "企业诉求", K.LONG_TEXT, width=20),
    _visit("result", "办理情况", K.LONG_TEXT, width=16),
    _visit("satisfaction", "满意度（1-5）", K.INTEGER, width=6),
)

_agency = partial(F, table="agency_case")
AGENCY_CASE_FIELDS = (
    _agency("matter", "代办事项", width=10,
            synonyms=("代办事项", "领办代办事项", "帮办事项")),
    _agency("agent", "代办员", width=7,
            synonyms=("代办员", "帮办员", "领办代办人")),
    _agency("accepted_on", "受理日期", K.DATE,
            synonyms=("受理日期", "受理时间")),
    _agency("done_on", "办结日期", K.DATE,
            synonyms=("办结日期", "办结时间")),
    _agency("cases", "件数", K.INTEGER, width=4, counter="件", least=1,
            synonyms=("件数", "办件数")),
    _agency("result", "办理结果", K.LONG_TEXT, width=14),
    _agency("satisfaction", "满意度（1-5）", K.INTEGER, width=6),
)

_commitment = partial(F, table="commitment")
COMMITMENT_FIELDS = (
    _commitment("matter", "承诺事项", width=14),
    _commitment("letter_no", "承诺书编号", width=10),
    _commitment("signed_on", "承诺日期", K.DATE),
    _commitment("deadline", "兑现期限", K.DATE),
    _commitment("fulfilled_on", "兑现日期", K.DATE),
    _commitment("checked_on", "核查日期", K.DATE),
    _commitment("note", "说明", K.LONG_TEXT, width=14),
)
# fmt: on

TRACKING_FIELDS: dict[str, tuple[Field, ...]] = {
    "procedure_template": PROCEDURE_TEMPLATE_FIELDS,
    "procedure_step": PROCEDURE_STEP_FIELDS,
    "procedure_pause": PROCEDURE_PAUSE_FIELDS,
    "permit_package": PERMIT_PACKAGE_FIELDS,
    "holiday": HOLIDAY_FIELDS,
    "attachment": ATTACHMENT_FIELDS,
    "milestone": MILESTONE_FIELDS,
    "follow_up": FOLLOW_UP_FIELDS,
    "assignment": ASSIGNMENT_FIELDS,
    "supervision": SUPERVISION_FIELDS,
    "meeting": MEETING_FIELDS,
    "action_item": ACTION_ITEM_FIELDS,
    "routine": ROUTINE_FIELDS,
    "routine_done": ROUTINE_DONE_FIELDS,
    "campaign": CAMPAIGN_FIELDS,
    "campaign_project": CAMPAIGN_PROJECT_FIELDS,
    "visit": VISIT_FIELDS,
    "agency_case": AGENCY_CASE_FIELDS,
    "commitment": COMMITMENT_FIELDS,
}
TRACKING_LABELS = {
    "procedure_template": "手续模板",
    "procedure_step": "办理环节",
    "procedure_pause": "不计时期间",
    "permit_package": "并联发证组合",
    "holiday": "节假日",
    "attachment": "附件",
    "milestone": "节点",
    "follow_up": "办理记录",
    "assignment": "责任",
    "supervision": "督办",
    "meeting": "会议",
    "action_item": "议定事项",
    "routine": "例行工作",
    "routine_done": "例行工作办结",
    "campaign": "专项行动",
    "campaign_project": "行动项目",
    "visit": "走访",
    "agency_case": "领办代办",
    "commitment": "承诺",
}
