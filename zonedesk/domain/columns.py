"""The registry's entries: every column of every table of the ledger.

Labels and header synonyms follow the field's usual tables (domain dictionary §5, the header rows that
bureaus send §7.2). To add a column: one entry here and one migration.
"""

from __future__ import annotations

from functools import cache

from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.tracking_columns import HANDLING_MODES, LEVELS, TRACKING_FIELDS, TRACKING_LABELS

K = Kind
BASIC, MONEY, TIME, DUTY, STATE = "基本情况", "投资与产出", "时间节点", "责任落实", "进展情况"
TRACKS = {"signing": "签约一批", "start": "开工一批", "production": "投产一批"}
REQUIRED, NOT_REQUIRED, UNDECIDED = "需办", "无需办理", "待定"
DONE = "已办结"
OPEN_STATES = ("待办", "办理中", "待核验")
CLOSED = "已解决"
ACCEPTED = "已受理"

# One entry a line reads better than one argument a line.
# fmt: off
INDUSTRIAL = "产业"
PROJECT_KINDS = (INDUSTRIAL, "基础设施", "科创平台", "民生", "其他")
INDUSTRY_FIELDS = ("新材料", "新能源", "高端装备制造", "现代医药及大健康", "节能环保", "现代服务业", "农产品精深加工", "新一代信息技术", "其他")
BUILD_NATURES = ("新建", "扩建", "改建", "迁建", "技改", "租赁", "其他")
PROCEDURE_STATES = ("未启动", "材料准备", "已申报", "已受理", "补正", "审查中", "办理中", "暂停", "已承诺", "已办结", "退回")
PROBLEM_LEVELS = ("区", "县", "市", "省")
PROBLEM_CATEGORIES = ("用地", "手续", "资金", "配套", "征拆", "市场", "其他")

PROBLEM_SOURCES = ("企业反映", "走访", "例会", "督导", "代办", "其他")

PROJECT_FIELDS: tuple[Field, ...] = (
    Field("name", "项目名称", group=BASIC, width=22, required_from="signed",
          synonyms=("项目名称", "工程名称", "项目单位及名称", "项目名", "工程名", "名称", "项目")),
    Field("zone_id", "开发区", K.REF, group=BASIC, width=12, ref="zone", required_from="signed",
          synonyms=("开发区", "所属开发区", "开发区名称", "所在开发区", "园区", "申报单位")),
    Field("code", "项目代码", group=BASIC, width=16,
          synonyms=("项目代码", "投资项目代码", "投资项目统一代码", "项目统一代码", "备案项目代码", "在线平台代码", "立项代码", "国家编码")),
    Field("enterprise_id", "建设单位", K.REF, group=BASIC, width=17, ref="enterprise", required_from="signed",
          synonyms=("建设单位", "实施单位", "项目单位", "项目法人", "建设主体", "法人单位", "项目实施主体", "项目(法人)单位", "投资主体",
                    "项目业主", "业主单位", "企业名称")),
    Field("project_kind", "项目类别", K.CHOICE, group=BASIC, width=6, choices=PROJECT_KINDS,
          synonyms=("项目类别", "项目类型")),
    Field("industry_field", "产业领域", K.CHOICE, group=BASIC, choices=INDUSTRY_FIELDS,
          synonyms=("所属产业领域", "产业领域", "所属产业", "项目领域", "领域", "产业类别", "行业类别", "所属行业", "行业分类")),
    Field("strategic", "是否战新", K.BOOL, group=BASIC, width=5,
          synonyms=("是否战新", "是否战略性新兴产业", "战略性新兴产业", "战新产业")),
    Field("build_nature", "建设性质", K.CHOICE, group=BASIC, width=5, choices=BUILD_NATURES,
          synonyms=("建设性质", "项目性质")),
    Field("location", "建设地点", group=BASIC, width=12,
          synonyms=("建设地点", "项目地点", "建设地址", "所在市县", "所在地", "项目位置", "隶属区县")),
    Field("content", "建设规模及主要内容", K.LONG_TEXT, group=BASIC, width=20,
          synonyms=("建设规模及主要内容", "主要建设内容", "建设内容", "建设规模", "建设规模和内容", "建设规模及内容", "拟建设规模", "项目内容",
                    "项目简介", "项目概况")),
    Field("total_investment", "总投资", K.MONEY, group=MONEY, width=7, required_from="signed",
          synonyms=("总投资", "项目总投资", "总投资额", "计划总投资", "投资总额", "投资额", "协议投资额", "签约投资额", "签约金额", "合同金额",
                    "投资额度")),
    Field("completed_investment", "累计完成投资", K.MONEY, table="monthly_progress", column="invest_total", group=MONEY, required_from="started",
          synonyms=("累计完成投资", "开工以来累计完成投资", "自开始累积完成投资", "项目累计投资", "已完成投资", "开工以来累计")),
    Field("expected_output", "预计年产值", K.MONEY, group=MONEY, width=7,
          synonyms=("预计年产值", "年产值", "预期产值", "达产年产值")),
    Field("actual_output", "实际年产值", K.MONEY, group=MONEY, width=7,
          synonyms=("实际年产值", "实际产值", "已实现产值")),
    Field("land_area", "用地面积", K.AREA, group=MONEY, width=6,
          synonyms=("用地面积", "占地面积", "拟用地")),
    Field("sign_date", "签约时间", K.DATE, group=TIME, required_from="signed",
          synonyms=("签约时间", "签约日期", "签订时间", "签约")),
    Field("start_plan", "计划开工时间", K.DATE, group=TIME, required_from="signed",
          synonyms=("计划开工时间", "拟开工时间", "预计开工时间", "计划开工")),
    Field("start_actual", "实际开工时间", K.DATE, group=TIME, required_from="started",
          synonyms=("实际开工时间", "开工时间", "开工日期", "开工年月", "开工")),
    Field("prod_plan", "计划投产时间", K.DATE, group=TIME, required_from="started",
          synonyms=("计划投产时间", "预计投产时间")),
    Field("prod_actual", "实际投产时间", K.DATE, group=TIME, required_from="in_production",
          synonyms=("投产时间", "实际投产时间", "建成投产时间", "投产")),
    Field("effect_plan", "计划达效时间", K.DATE, group=TIME,
          synonyms=("计划达效时间", "预计达效时间", "计划达产时间")),
    Field("effect_actual", "达效时间", K.DATE, group=TIME, required_from="on_target",
          synonyms=("达效时间", "实际达效时间", "达产时间")),
    Field("suspended_on", "停工时间", K.DATE, group=TIME,
          synonyms=("停工时间", "停建时间")),
    Field("resumed_on", "复工时间", K.DATE, group=TIME,
          synonyms=("复工时间",)),
    Field("suspend_reason", "停工原因", group=TIME,
          synonyms=("停工原因", "停建原因")),
    Field("resume_reason", "复工原因", group=TIME,
          synonyms=("复工原因", "复工说明")),
    Field("withdraw_kind", "退出方式", K.CHOICE, group=TIME, width=5, choices=("终止", "调出"),
          synonyms=("退出方式",)),
    Field("withdrawn_on", "终止或调出时间", K.DATE, group=TIME, width=9,
          synonyms=("终止时间", "调出时间", "终止或调出时间", "退出时间")),
    Field("withdraw_reason", "终止或调出原因", group=TIME, width=9,
          synonyms=("终止原因", "调出原因", "终止或调出原因", "退出原因")),
    Field("statistics_on", "入统时间", K.DATE, group=TIME,
          synonyms=("入统时间", "入库时间", "纳统时间", "纳入统计时间")),
    Field("delay_reason", "未按期正当理由", group=TIME, width=9,
          synonyms=("未按期正当理由", "延期理由")),
    Field("sponsor", "包联领导", group=DUTY, width=11, required_from="signed",
          synonyms=("包联领导", "包保领导", "联系领导", "分包领导", "包抓领导", "挂联领导", "市级包联领导", "县级包联领导", "责任领导")),
    Field("duty_unit", "责任单位", group=DUTY, required_from="signed",
          synonyms=("责任单位", "牵头单位", "主管单位", "主管部门", "主责单位", "监管单位", "项目主管单位", "分管局委")),
    Field("duty_person", "责任人", group=DUTY, width=6,
          synonyms=("责任人", "项目责任人", "负责人")),
    Field("service_officer", "服务专员", group=DUTY, width=6, required_from="signed",
          synonyms=("服务专员", "项目管家", "代办员", "帮办员", "服务单位", "代办单位")),
    Field("phone", "联系电话", group=DUTY, width=9,
          synonyms=("联系电话", "联系方式", "电话", "手机")),
    Field("image_progress", "形象进度", K.LONG_TEXT, table="monthly_progress", column="image_progress", group=STATE, width=10,
          synonyms=("形象进度", "工程形象进度", "月形象进度", "目前进展", "项目进展", "本月进展", "进展情况", "进度情况", "项目进展情况")),
    Field("next_step", "下一步安排", K.LONG_TEXT, group=STATE, width=10,
          synonyms=("下一步安排", "下一步工作", "下一步计划", "下步安排", "下步计划")),
    Field("remark", "备注", K.LONG_TEXT, group=STATE, width=10,
          synonyms=("备注", "说明")),
)

ZONE_FIELDS: tuple[Field, ...] = (
    Field("name", "开发区名称", table="zone"),
    Field("short_name", "简称", table="zone"),
    Field("city", "所在市", table="zone"),
    Field("category", "类别", K.CHOICE, table="zone", choices=("工业类", "现代农业", "生态文旅", "其他")),
    Field("level", "级别", K.CHOICE, table="zone", choices=("国家级", "省级", "其他")),
)

ENTERPRISE_FIELDS: tuple[Field, ...] = (
    Field("name", "企业名称", table="enterprise"),
    Field("uscc", "统一社会信用代码", table="enterprise",
          synonyms=("统一社会信用代码", "社会信用代码", "信用代码", "组织机构代码")),
)

BATCH_FIELDS: tuple[Field, ...] = (
    Field("name", "活动批次", table="batch",
          synonyms=("活动批次", "批次", "活动期次", "期次")),
    Field("year", "年份", K.INTEGER, table="batch"),
    Field("seq_no", "第几次", K.INTEGER, table="batch"),
)

LISTING_FIELDS: tuple[Field, ...] = (
    Field("batch_id", "活动批次", K.REF, table="listing", ref="batch",
          synonyms=("活动批次", "批次", "活动期次", "期次")),
    Field("track", "类别", K.CHOICE, table="listing", choices=tuple(TRACKS), choice_names=tuple(TRACKS.values()),
          synonyms=("类别", "三个一批类别")),
    Field("investment", "列入时总投资", K.MONEY, table="listing"),
    Field("output", "列入时预计年产值", K.MONEY, table="listing"),
    Field("strategic", "列入时战新", K.BOOL, table="listing"),
)

PROCEDURE_FIELDS: tuple[Field, ...] = (
    Field("name", "手续名称", table="procedure", width=10),
    Field("required", "是否需办", K.CHOICE, table="procedure", width=6, choices=(REQUIRED, NOT_REQUIRED, UNDECIDED)),
    Field("status", "办理状态", K.CHOICE, table="procedure", width=6, choices=PROCEDURE_STATES,
          synonyms=("办理状态", "状态", "办理情况")),
    Field("dept", "审批部门", table="procedure",
          synonyms=("审批部门", "办理部门")),
    Field("accepted_on", "受理时间", K.DATE, table="procedure",
          synonyms=("受理时间", "受理日期")),
    Field("promised_on", "承诺办结时间", K.DATE, table="procedure",
          synonyms=("承诺办结时间", "预计办结时间", "计划办结时间")),
    Field("done_on", "办结时间", K.DATE, table="procedure",
          synonyms=("办结时间", "批复时间", "办结日期", "时间")),
    Field("doc_no", "批复文号", table="procedure", width=12,
          synonyms=("批复文号", "文号", "证号", "批准文号")),
    Field("waiting_reason", "未办结原因", K.LONG_TEXT, table="procedure", width=16,
          synonyms=("未办结原因", "原因")),
    Field("next_step", "下一步", K.LONG_TEXT, table="procedure", width=12,
          synonyms=("下一步", "下步措施")),
    Field("template_id", "手续模板", K.REF, table="procedure", ref="procedure_template", width=10),
    Field("mode", "办理方式", K.CHOICE, table="procedure", choices=HANDLING_MODES,
          synonyms=("办理方式", "承诺制归类")),
    Field("level", "办理层级", K.CHOICE, table="procedure", width=6, choices=LEVELS,
          synonyms=("办理层级", "审批层级")),
    Field("channel", "办理渠道", K.CHOICE, table="procedure", width=6, choices=("线上", "线下", "线下办理线上办结")),
    Field("agent", "代办员", table="procedure", width=6),
    Field("planned_on", "计划办结时间", K.DATE, table="procedure"),
    Field("submitted_on", "申报时间", K.DATE, table="procedure",
          synonyms=("申报时间", "申请时间")),
    Field("status_on", "现状态起始日", K.DATE, table="procedure"),
    Field("valid_to", "批复有效期至", K.DATE, table="procedure",
          synonyms=("有效期至", "批复有效期至")),
    Field("not_required_reason", "无需办理理由", K.LONG_TEXT, table="procedure", width=12,
          synonyms=("无需办理理由",)),
)

MONTHLY_PROGRESS_FIELDS: tuple[Field, ...] = (
    Field("month", "月份", K.MONTH, table="monthly_progress", width=6),
    Field("year_plan", "年度计划投资", K.MONEY, table="monthly_progress",
          synonyms=("年度计划投资", "本年度计划投资", "年计划投资", "今年计划投资", "年度投资", "投资计划", "年度投资计划", "年度-计划投资")),
    Field("invest_month", "本月完成投资", K.MONEY, table="monthly_progress",
          synonyms=("本月完成投资", "当月完成投资", "月实际完成投资", "当月投资", "本月投资", "当月已完成投资")),
    Field("invest_ytd", "本年累计完成投资", K.MONEY, table="monthly_progress",
          synonyms=("年度累计完成投资", "今年累计完成投资", "本年累计完成投资", "年累计完成投资", "当年累计投资", "1-本月累计完成投资", "本年累计")),
    Field("invest_total", "开工以来累计完成投资", K.MONEY, table="monthly_progress", width=9),
    Field("image_progress", "形象进度", K.LONG_TEXT, table="monthly_progress", width=12),
)

PROBLEM_FIELDS: tuple[Field, ...] = (
    Field("no", "编号", table="problem", width=7),
    Field("description", "存在问题", K.LONG_TEXT, table="problem", width=18,
          synonyms=("存在问题", "问题和建议", "存在问题及原因", "困难问题", "需协调解决的问题", "存在的困难和问题", "未开工原因", "未投产原因",
                    "未达效原因", "存在问题及建议")),
    Field("category", "堵点类别", K.CHOICE, table="problem", width=6, choices=PROBLEM_CATEGORIES,
          synonyms=("堵点类别", "问题类别", "原因类别")),
    Field("raised_on", "提出时间", K.DATE, table="problem",
          synonyms=("提出时间",)),
    Field("raised_by", "提出人", table="problem", width=7),
    Field("source", "来源", K.CHOICE, table="problem", width=6, choices=PROBLEM_SOURCES),
    Field("level", "协调层级", K.CHOICE, table="problem", width=5, choices=PROBLEM_LEVELS),
    Field("first_response_on", "首次响应时间", K.DATE, table="problem"),
    Field("measure", "解决措施", K.LONG_TEXT, table="problem", width=14,
          synonyms=("整改措施", "解决措施", "下步措施", "下一步打算", "工作措施")),
    Field("duty_unit", "责任单位", table="problem"),
    Field("co_units", "配合单位", table="problem"),
    Field("duty_person", "责任人", table="problem", width=7),
    Field("deadline", "完成时限", K.DATE, table="problem",
          synonyms=("完成时限", "整改时限", "解决时限", "时限")),
    Field("status", "状态", K.CHOICE, table="problem", width=5, choices=(*OPEN_STATES, CLOSED), coded=True),
    Field("verified_on", "核验时间", K.DATE, table="problem"),
    Field("verified_by", "核验人", table="problem", width=6),
    Field("closed_on", "销号时间", K.DATE, table="problem",
          synonyms=("销号时间",)),
    Field("result", "销号结果", K.LONG_TEXT, table="problem", width=10,
          synonyms=("销号结果", "办理结果")),
)

# fmt: on

FIELDS: dict[str, tuple[Field, ...]] = {
    "zone": ZONE_FIELDS,
    "enterprise": ENTERPRISE_FIELDS,
    "batch": BATCH_FIELDS,
    "project": PROJECT_FIELDS,
    "listing": LISTING_FIELDS,
    "procedure": PROCEDURE_FIELDS,
    "monthly_progress": MONTHLY_PROGRESS_FIELDS,
    "problem": PROBLEM_FIELDS,
    **TRACKING_FIELDS,
}
TABLE_LABELS = {
    "zone": "开发区",
    "enterprise": "企业",
    "batch": "活动批次",
    "project": "项目",
    "listing": "列入批次",
    "procedure": "手续",
    "monthly_progress": "月度进展",
    "problem": "问题",
    "setting": "设置",
    "saved_view": "视图",
    **TRACKING_LABELS,
}

# A row is called by the first of these that it has.
TITLE_KEYS = ("name", "month", "description", "matter", "content", "role", "kind", "period", "reason", "day")


@cache
def fields_by_key(table: str) -> dict[str, Field]:
    """The registry entries of one table by key."""
    return {field.key: field for field in FIELDS[table]}


def field_of(table: str, key: str) -> Field:
    """One registry entry; KeyError if the table has no such field."""
    return fields_by_key(table)[key]
