"""What the wording of a problem (存在问题) says: which kind of obstacle it names, or that there is none."""

from __future__ import annotations

from zonedesk.domain.values import EMPTY_MARKS, match_key

# Which words of a problem's text name its kind of obstacle (堵点类别); the first that fits is taken.
CATEGORY_WORDS = (
    ("征拆", ("征地", "拆迁", "征拆", "搬迁", "迁坟")),
    ("用地", ("用地", "土地", "收储", "招拍挂", "地块", "宗地")),
    ("配套", ("配套", "供电", "供水", "供气", "供热", "道路", "管网", "排污", "变电")),
    ("资金", ("资金", "融资", "贷款", "到位", "欠款")),
    ("手续", ("手续", "审批", "环评", "能评", "备案", "许可", "批复", "规划")),
    ("市场", ("市场", "订单", "销售", "价格", "产能")),
)

# What is written into a column of problems where there is none: that, or how the project stands. Only a text that says
# nothing else counts: “新签约，用地未落实” is a problem.
NO_PROBLEM_WORDS = frozenset(
    {
        *("没有", "暂没有", "尚无", "均无", "无问题", "暂无问题", "没有问题", "未发现问题", "不存在问题", "无存在问题"),
        *("无困难", "暂无困难", "无困难问题", "无需协调", "无需协调解决", "暂无需协调", "无需要协调解决的问题"),
        *("暂无需要协调解决的问题", "无需协调事项", "暂无需协调事项", "不涉及"),
        *("新签约", "新签约项目", "新开工", "新开工项目", "已开工", "已投产", "已达效", "在建", "建设中", "正在建设"),
        *("正常", "推进正常", "进展正常", "进度正常", "正常推进", "正常推进中", "正在推进", "正在正常推进", "推进中"),
        *("正常建设", "正常建设中", "正常施工", "按计划推进", "按计划推进中", "按计划实施", "按计划建设", "按序时推进"),
        *("顺利推进", "有序推进", "稳步推进", "推进顺利", "进展顺利"),
        *("未到期", "未到计划开工时间", "未到计划投产时间", "未到开工时间", "未到投产时间"),
    }
)  # fmt: skip
_AROUND = "。．.，,；;、！!（）()[]【】"


def proposed_category(text: str) -> str:
    """The kind of obstacle that a problem's text names; "" if it names none that is known."""
    return next((name for name, words in CATEGORY_WORDS if any(word in text for word in words)), "")


def category_of(text: str) -> str:
    """The kind of obstacle that a problem's text speaks of."""
    return proposed_category(text) or "其他"


def says_no_problem(text: str) -> bool:
    """Whether a text in a column of problems says that there is none, or only how the project stands."""
    bare = match_key(text).strip(_AROUND)
    return bare in EMPTY_MARKS or bare in NO_PROBLEM_WORDS
