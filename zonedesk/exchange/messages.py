"""What is told when a workbook cannot be taken in."""

from __future__ import annotations

from zonedesk.domain.messages import register

register(
    {
        "import.unreadable": "“{file}”无法读取，台账未改动。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
        "import.no_file": "找不到文件“{file}”或无法读取，台账未改动。请检查路径和U盘后重试。",
        "import.empty": "“{file}”是空文件，没有可导入的内容，台账未改动。请确认文件是否传输完整。",
        "import.not_a_workbook": "“{file}”不是表格文件（内容不是 Excel、WPS 表格），台账未改动。请用 Excel 或 WPS 另存为 .xlsx 后再导入。",
        "import.damaged": "“{file}”已损坏或没有传输完整，台账未改动。请向报送单位重新索取，或用 WPS 修复后另存。",
        "import.password_needed": "“{file}”设有打开口令，台账未改动。请输入口令后再导入。",
        "import.password_wrong": "“{file}”的口令不对，台账未改动。请核对口令后再导入。",
        "import.entities": "“{file}”内含不允许的实体定义（可能是恶意文件），未读取，台账未改动。请向报送单位核实来源。",
        "import.far_cell": "“{file}”的工作表“{sheet}”在很远的位置（{cell}）有内容，范围过大无法读取，台账未改动。请删除该单元格及多余行列、保存后再导入。",
        "import.too_wide": "“{file}”的工作表“{sheet}”范围过大，无法读取，台账未改动。请删除多余的空行空列、保存后再导入。",
        "import.too_large": "“{file}”过大，读取所需内存超过 1 GB，台账未改动。请拆分为几个文件后再导入。",
        "import.too_slow": "“{file}”读取超时，台账未改动。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
        "import.parser_died": "“{file}”内容异常，读取中断，台账未改动。请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。",
        "import.no_formula_values": "“{file}”的工作表“{sheet}”第{rows}行有公式但没有计算结果，台账未改动。请在 Excel 或 WPS 中打开并保存一次后再导入。",
        "import.unknown_columns": "“{file}”不是能识别的台账、手续、月报或三未表（见到的列：{columns}），台账未改动。请核对表头，至少要有“项目名称”一列和其他两列已知的列。",
        "import.no_content": "“{file}”里没有内容，台账未改动。请确认是否选错了文件。",
        "import.no_rows": "“{file}”只有表头，没有可导入的项目行，台账未改动。请填写后再导入。",
        "import.stale": "台账在核对之后又有改动（{what}），导入未执行。请重新选择文件核对一次。",
    }
)
