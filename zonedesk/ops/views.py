"""Saved views of a page: kept in the ledger under a name, each change one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.values import clean_text
from zonedesk.domain.view_definition import Layout, ViewDefinition, from_json, to_json
from zonedesk.ops.table.columns import columns_by_key
from zonedesk.ops.view_rules import rules
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

PAGE = "ledger"

register(
    {
        "view.no_name": "视图名称不能为空。请填写名称。",
        "view.builtin": "“{name}”是内置视图的名称，请换一个名称。",
        "view.taken": "已有名为“{name}”的视图，请换一个名称。",
        "view.missing": "找不到名为“{name}”的视图。现有视图：{known}。",
    }
)


@dataclass(frozen=True, slots=True)
class View:
    """A view as an officer knows it. A built-in one is given by its rule; only its columns are kept."""

    name: str
    definition: ViewDefinition
    builtin: bool = False


def views(reader: Reader) -> list[View]:
    """The built-in views in their order, then the office's own by name."""
    kept = {row["name"]: from_json(row["definition"]) for row in reader.rows("saved_view", page=PAGE)}
    found = [
        View(
            rule.label,
            ViewDefinition(
                rule=rule.name, layout=kept[rule.label].layout if rule.label in kept else Layout()
            ),
            builtin=True,
        )
        for rule in rules().values()
    ]
    labels = {view.name for view in found}
    own = sorted(
        (name for name in kept if name not in labels), key=lambda name: name.encode("gb18030", "replace")
    )
    return found + [View(name, kept[name]) for name in own]


def view_named(reader: Reader, name: str) -> View:
    """A view by its name, or by the English name of its rule. Raises RefusedError for any other."""
    known = views(reader)
    for view in known:
        if name == view.name or (view.builtin and name == view.definition.rule):
            return view
    raise RefusedError("view.missing", name=name, known="、".join(view.name for view in known))


def save_view(w: Writer, *, name: str, definition: ViewDefinition, owner: str = "") -> None:
    """保存视图. A view of that name is overwritten. Raises RefusedError without a name of its own."""
    name = _own_name(name)
    known = w.find("saved_view", page=PAGE, name=name)
    w.label = f"保存视图“{name}”"
    if known:
        w.update("saved_view", known["id"], {"definition": to_json(definition)})
    else:
        w.insert(
            "saved_view",
            {"page": PAGE, "name": name, "definition": to_json(definition), "owner": owner or None},
        )


def save_layout(w: Writer, *, name: str, layout: Layout, what: str = "") -> None:
    """调整列: the columns of a view, built-in ones too; its rows stay as they are."""
    known = w.find("saved_view", page=PAGE, name=name)
    w.label = f"调整视图“{name}”的列" + (f"：{what}" if what else "")
    if known:
        kept = replace(from_json(known["definition"]), layout=layout)
        w.update("saved_view", known["id"], {"definition": to_json(kept)})
    else:
        text = to_json(ViewDefinition(layout=layout))
        w.insert("saved_view", {"page": PAGE, "name": name, "definition": text, "owner": None})


def rename_view(w: Writer, *, name: str, new: str) -> None:
    """重命名视图. Raises RefusedError if it is gone or the new name is taken."""
    known = _kept(w, name)
    new = _own_name(new)
    if new != name and w.find("saved_view", page=PAGE, name=new):
        raise RefusedError("view.taken", name=new)
    w.label = f"视图“{name}”改名为“{new}”"
    w.update("saved_view", known["id"], {"name": new})


def delete_view(w: Writer, *, name: str) -> None:
    """删除视图. Raises RefusedError if it is gone or built in."""
    known = _kept(w, name)
    w.label = f"删除视图“{name}”"
    w.delete("saved_view", known["id"])


def _kept(w: Writer, name: str) -> dict[str, Any]:
    if name in _builtin_names():
        raise RefusedError("view.builtin", name=name)
    known = w.find("saved_view", page=PAGE, name=name)
    if known is None:
        names = "、".join(row["name"] for row in w.find_all("saved_view", page=PAGE))
        raise RefusedError("view.missing", name=name, known=names)
    return known


def _own_name(name: str) -> str:
    name = clean_text(name)
    if not name:
        raise RefusedError("view.no_name")
    if name in _builtin_names():
        raise RefusedError("view.builtin", name=name)
    return name


def _builtin_names() -> set[str]:
    return {rule.label for rule in rules().values()}


def told(definition: str | None) -> str:
    """What a kept definition says, in a few words for the history: filters, order, group, columns."""
    if not definition:
        return ""
    view, columns = from_json(definition), columns_by_key()

    def title(key: str) -> str:
        return columns[key].title if key in columns else key

    said = []
    if view.words:
        said.append(f"搜索“{view.words}”")
    if view.filters:
        said.append("筛选" + "、".join(title(key) for key in sorted(view.filters)))
    if view.sort:
        said.append(f"按{title(view.sort[0])}{'降序' if view.sort[1] else '升序'}")
    if view.group:
        said.append(f"按{title(view.group)}分组")
    if view.layout:
        hidden = [title(key) for key in columns if key not in view.layout.columns]
        said.append(f"显示 {len(view.layout.columns)} 栏，冻结 {view.layout.frozen} 栏")
        if hidden:
            said.append("隐藏" + "、".join(hidden[:5]) + ("等" if len(hidden) > 5 else ""))
        if view.layout.widths:
            said.append(f"改了 {len(view.layout.widths)} 栏的宽度")
    return "；".join(said) or "全部行，默认栏目"
