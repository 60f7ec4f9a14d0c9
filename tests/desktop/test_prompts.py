"""A file dialog lists the folder of the open ledger and leaves the ledger's locks alone."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeView, QWidget
from pytestqt.qtbot import QtBot

from tests.system_locks import linux_only, locks
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.prompts import file_dialog
from zonedesk.ops import edit


@linux_only
def test_listing_the_ledgers_folder_keeps_its_locks(qtbot: QtBot, desk: Desk) -> None:
    desk.run(edit.add_project, name="甲项目")
    before = locks(desk.session.path)
    assert before
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = file_dialog(parent, "存入文件", folder=str(desk.session.path.parent))
    with qtbot.waitExposed(dialog):
        dialog.show()
    tree = dialog.findChild(QTreeView, "treeView")
    assert tree is not None
    root = tree.rootIndex()
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) > 0)
    names = [
        tree.model().index(row, 0, tree.rootIndex()).data() for row in range(tree.model().rowCount(root))
    ]
    assert desk.session.path.name in names
    kinds = [
        tree.model().index(row, 2, tree.rootIndex()).data() for row in range(tree.model().rowCount(root))
    ]
    assert "ZONEDESK" in kinds
    dialog.close()
    assert locks(desk.session.path) == before
