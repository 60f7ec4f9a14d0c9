"""The sentences of the commands' own problems."""

from __future__ import annotations

from zonedesk.domain import messages

messages.register(
    {
        "app.no_display": "当前没有图形界面，无法打开窗口。可改用命令：{commands}；用法见 zonedesk --help。",
        "app.no_qt": "图形界面组件无法加载（{reason}）。请先运行 make run 安装所需系统组件，或改用命令。",
        "cli.usage": "命令用法有误：{reason}。用法见 {help}。",
        "cli.unreadable": "“{text}”含有无法识别的字符（“?”处）",
        "cli.file": "无法读写“{path}”（{reason}）。请检查路径、权限和磁盘空间。",
        "cli.unexpected": "出现未预料的错误（{reason}），已停止，未完成的改动未保存。详情记录在“{log}”，请发给维护人员。",
        "list.suffix": "“{path}”的扩展名既不是 .xlsx 也不是 .pdf，没有导出。请把文件名写成以其中之一结尾。",
        "cli.demo_folder": "“{path}”已有其他文件，示例未写入。请换一个空文件夹。",
    }
)
