"""The sentences of a file that went away, of backing up, restoring and upgrading."""

from __future__ import annotations

from zonedesk.domain import messages

messages.register(
    {
        "ledger.gone": "台账文件“{path}”已不在原处（U盘被拔出，或文件被移走），本次改动未保存。请插回U盘或移回文件后再试；仍不行请重新打开台账。",
        "ledger.replaced": "台账文件“{path}”已被另一个文件替换，未读取，也未保存任何改动。请重新打开台账，核对后再录入。",
        "ledger.unfinished": "台账文件“{path}”上次写入时程序意外结束，须先复原才能读取，而当前位置只读。请在可写的位置打开一次。",
        "ledger.no_room": "磁盘空间不足，未能新建台账“{path}”。请清理磁盘后重试。",
        "ledger.busy_reading": "台账“{path}”正被其他程序占用，暂时无法读取。请稍后重试。",
        "ledger.upgrade_held": "“{path}”是旧版本台账，正由另一个程序使用，暂时不能升级。请待其关闭后重新打开。",
        "ledger.faults": "台账文件“{path}”检查发现 {count} 处损坏（{first}）。请先停止录入，到“备份与恢复”用最近的备份恢复。",
        "backup.disk_full": "“{folder}”所在磁盘空间不足，备份未完成，台账不受影响。请清理磁盘后重试。",
        "backup.unwritable": "无法在“{folder}”写入备份，台账不受影响。请检查磁盘或U盘是否连接、文件夹是否可写。",
        "backup.not_sound": "备份“{path}”未通过核验（{reason}），未作数。请检查台账完整性。",
        "backup.bad": "备份“{path}”已损坏（{reason}），不能用于恢复。请换一个备份。",
        "backup.exists": "“{path}”已存在，未覆盖。请换一个文件名。",
        "restore.held": "台账“{path}”正在使用中，未恢复。请先在所有电脑上关闭该台账。",
        "restore.other_ledger": "“{backup}”不是台账“{path}”的备份，未恢复。请选择该台账自己的备份。",
        "restore.itself": "“{path}”就是当前台账本身，未恢复。请选择一个备份。",
        "upgrade.failed": "台账“{path}”升级未成功（{reason}），原文件未改动。请用原版本程序继续使用，并把此提示告知维护人员。",
    }
)
