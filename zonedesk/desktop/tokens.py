"""How zonedesk looks: colours, spaces and sizes in one place, and the one style sheet built from them."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from zonedesk.paths import resources

GROUND, PANEL, LINE = "#F5F6F8", "#FFFFFF", "#DFE3E8"
TEXT, SECOND, DISABLED = "#1F2933", "#5B6775", "#9AA5B1"
ACCENT, SELECTED, HOVER = "#1F5FA8", "#E3EDF9", "#EEF2F6"
RED, YELLOW, GREEN = "#C62828", "#B7791F", "#2E7D32"
CHANGED, ADDED, CONFLICT = "#FFF4CE", "#E3F4E5", "#FDE2E1"

ROW_HEIGHT, HEAD_HEIGHT, TOOLBAR_HEIGHT = 28, 34, 40
NAV_WIDTH, NAV_FOLDED, NAV_ROW_HEIGHT, PANEL_WIDTH = 168, 56, 38, 380
NAME_WIDTH = 248  # of a project's name in a table: seventeen characters, which nine names in ten have room in

BODY_PT, SECOND_PT, TITLE_PT, FIGURE_PT = 10.5, 9.0, 13.0, 20.0

LIGHTS = {"red": (RED, "●"), "yellow": (YELLOW, "▲"), "green": (GREEN, "■"), "none": (DISABLED, "○")}

_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
)

_SHEET = Template("""
* { outline: none; }
QWidget { color: $text; }
QMainWindow, QDialog, #page, #ground { background: $ground; }
#panel, #card { background: $panel; border: 1px solid $line; border-radius: 4px; }
#topbar { background: $panel; border-bottom: 1px solid $line; }
#nav { background: $panel; border: none; border-right: 1px solid $line; padding: 6px 0; }
#nav::item { padding-left: 14px; border-left: 3px solid transparent; }
#nav::item:hover { background: $hover; }
#nav::item:selected { background: $selected; color: $accent; border-left: 3px solid $accent; }
#nav::item:selected:focus { border: 2px solid $accent; border-left: 3px solid $accent; }
QLabel#title { font-size: ${title}pt; font-weight: 600; }
QLabel#second, QLabel#status, QLabel#told { color: $second; font-size: ${small}pt; }
QLabel#figure { font-size: ${figure}pt; font-weight: 600; }
QLabel#link { color: $accent; }
QPushButton { background: $panel; border: 1px solid $line; border-radius: 4px; padding: 4px 12px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:disabled { color: $disabled; }
QPushButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton#primary { background: $accent; color: white; border: 1px solid $accent; font-weight: 600; }
QPushButton#primary:hover { background: #2A6DB9; }
QPushButton#primary:disabled { background: $disabled; border-color: $disabled; }
QPushButton#primary:focus { border: 2px solid $text; }
QPushButton#chip { border-radius: 11px; padding: 1px 10px; background: $selected; border: 1px solid #C5D8EF;
                   color: $accent; min-height: 18px; }
QPushButton#chip:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton#option { border-radius: 11px; padding: 1px 10px; min-height: 18px; }
QPushButton#option:checked { background: $selected; border-color: $accent; color: $accent; font-weight: 600; }
QPushButton#option:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton#flat, QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px;
                                padding: 4px 8px; }
QPushButton#flat:hover, QToolButton:hover { background: $hover; }
QPushButton#flat:focus, QToolButton:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton:disabled { color: $disabled; }
QToolButton:checked { background: $selected; }
QLineEdit, QComboBox, QDateEdit, QPlainTextEdit, QSpinBox {
    background: $panel; border: 1px solid $line; border-radius: 4px; padding: 2px 6px; min-height: 22px;
    selection-background-color: $accent; selection-color: white; }
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QPlainTextEdit:focus, QSpinBox:focus {
    border: 2px solid $accent; padding: 1px 5px; }
QLineEdit:read-only { background: $ground; color: $second; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 20px; subcontrol-position: center right; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/chevron-down.svg"); width: 14px; height: 14px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 18px; }
QSpinBox::up-arrow { image: url("$icons/chevron-up.svg"); width: 11px; height: 11px; }
QSpinBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 11px; height: 11px; }
QToolButton::menu-indicator { image: none; }
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 0 3px; spacing: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; selection-background-color: $selected;
                              selection-color: $text; }
QTableView, QTreeView, QListView { background: $panel; border: 1px solid $line; gridline-color: $line;
    alternate-background-color: #FAFBFC; selection-background-color: $selected; selection-color: $text; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid $accent; }
#nav:focus { border: none; border-right: 1px solid $line; }
QHeaderView { background: $panel; }
QHeaderView::section { background: #EDF0F4; color: $second; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line; padding: 2px 6px; font-weight: 600; }
QTableCornerButton::section { background: #EDF0F4; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line; }
QTabBar::tab { background: transparent; padding: 7px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { background: $hover; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#ground { background: $ground; }
QSplitter::handle { background: $ground; }
QProgressBar { border: 1px solid $line; border-radius: 4px; background: $panel; text-align: center; height: 16px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QToolTip { background: $text; color: white; border: none; padding: 4px 6px; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QMenu { background: $panel; border: 1px solid $line; }
QMenu::item { padding: 5px 22px; }
QMenu::item:selected { background: $selected; color: $text; }
QScrollBar:vertical { background: $ground; width: 12px; margin: 0; }
QScrollBar:horizontal { background: $ground; height: 12px; margin: 0; }
QScrollBar::handle { background: #C3CAD3; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: #A7B1BD; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet() -> str:
    """The application's style sheet."""
    return _SHEET.substitute(
        ground=GROUND, panel=PANEL, line=LINE, text=TEXT, second=SECOND, disabled=DISABLED, accent=ACCENT,
        selected=SELECTED, hover=HOVER, title=TITLE_PT, small=SECOND_PT, figure=FIGURE_PT,
        icons=(resources() / "icons").as_posix(),
    )  # fmt: skip


def palette() -> QPalette:
    """Fusion's palette in our colours."""
    colours = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, GROUND),
        (roles.Base, PANEL),
        (roles.AlternateBase, "#FAFBFC"),
        (roles.Button, PANEL),
        (roles.WindowText, TEXT),
        (roles.Text, TEXT),
        (roles.ButtonText, TEXT),
        (roles.Highlight, ACCENT),
        (roles.HighlightedText, "#FFFFFF"),
        (roles.Link, ACCENT),
        (roles.PlaceholderText, DISABLED),
        (roles.Mid, LINE),
    ):
        colours.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        colours.setColor(disabled, role, QColor(DISABLED))
    return colours


def ui_font() -> QFont:
    """The PC's own Chinese font, else the bundled one; digits of one width."""
    known = set(QFontDatabase.families())
    family = next((name for name in _FAMILIES if name in known), None)
    if family is None:
        for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
            QFontDatabase.addApplicationFont(str(resources() / "fonts" / name))
        family = "Noto Sans SC"
    font = QFont(family)
    font.setPointSizeF(BODY_PT)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def dress(app: QApplication) -> None:
    """Give the application its font, palette and sheet."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette())
    app.setFont(ui_font())
    app.setStyleSheet(style_sheet())
