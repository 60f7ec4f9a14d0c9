"""What can go wrong with paper, and the sentences that say so."""

from __future__ import annotations

from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.messages import register


class ReportError(ZonedeskError):
    """A report cannot be made, written or shown."""

    code = "report.unwritable"


register(
    {
        "report.unwritable": "无法写入“{path}”，原有文件未改动。请关闭正在打开它的程序，检查磁盘空间和文件夹权限，或换一个文件名。",
        "report.no_folder": "文件夹“{path}”不存在，报表未生成。请先建立该文件夹，或换一个位置。",
        "report.suffix": "“{path}”的扩展名不是 .pdf，报表未生成。请把文件名写成以 .pdf 结尾。",
        "report.unknown": "没有名为“{name}”的报表。现有报表：{known}。",
        "report.unreadable": "无法打开“{path}”：文件不存在或不是完好的 PDF。请重新生成报表。",
    }
)
