"""What stands in the grid's place while it has no rows: why, and the first thing to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QTableView

from zonedesk.desktop import tokens

_NEW, _IMPORT, _ALL, _WORDS = "new", "import", "all", "words"


class EmptyHint(QLabel):
    """Laid over a table. Its links ask for a new project, for an import, or for filters to go: all, or all but the words."""

    new_asked = Signal()
    import_asked = Signal()
    all_asked = Signal()
    words_asked = Signal()

    def __init__(self, table: QTableView) -> None:
        super().__init__(table.viewport())
        self._table = table
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.linkActivated.connect(self._on_link)
        table.viewport().installEventFilter(self)
        self.hide()

    def show_for(self, *, shown: int, total: int, elsewhere: int, writable: bool) -> None:
        """Say what fits: nothing while rows are shown. `elsewhere` are found by the words alone."""
        self.setVisible(shown == 0)
        if elsewhere:
            text = self.tr("当前筛选内没有找到。{words}（回车），或 {all}")
        elif total:
            text = self.tr("没有符合条件的项目。{all}")
        elif writable:
            text = self.tr("台账里还没有项目。<br><br>{import_} 或 {new}（Ctrl+N）")
        else:
            text = self.tr("台账里还没有项目。")
        self.setText(
            text.format(
                words=_link(_WORDS, self.tr("在全部项目中找到 {n} 个").format(n=elsewhere)),
                all=_link(_ALL, self.tr("取消全部筛选")),
                import_=_link(_IMPORT, self.tr("导入现有工作簿")),
                new=_link(_NEW, self.tr("新增项目")),
            )
        )
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setGeometry(self._table.viewport().rect())

    def _on_link(self, link: str) -> None:
        asked = {_NEW: self.new_asked, _IMPORT: self.import_asked}
        asked |= {_ALL: self.all_asked, _WORDS: self.words_asked}
        asked[link].emit()


def _link(target: str, text: str) -> str:
    return f"<a href='{target}' style='color:{tokens.ACCENT}'>{text}</a>"
