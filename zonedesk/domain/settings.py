"""The keys of what an office sets once for its ledger."""

OFFICE_NAME = "office_name"  # 单位名称: signs the reports
