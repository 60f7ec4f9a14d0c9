"""What the screen itself has to refuse, in the officer's words."""

from __future__ import annotations

from zonedesk.domain.messages import register

register(
    {
        "print.no_printer": "打印机“{name}”没有响应，未打印。请检查打印机是否开机、联机，或另存为 PDF 后再打印。",
        "file.unwritable": "无法写入“{path}”，原有文件未改动。请关闭正在打开它的程序，检查磁盘空间和文件夹权限，或换一个位置。",
        "plan.stale": "读取文件之后台账又有改动，已按最新台账重新比对。请核对后再导入。",
        "job.busy": "另一项任务正在进行，请等它结束或取消后再试。",
    }
)
