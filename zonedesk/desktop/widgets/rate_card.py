"""The cards of the first page: a rate by each of its bases, and 手续办结率."""

from __future__ import annotations

from decimal import Decimal

from zonedesk.desktop.widgets.figure_card import FigureCard
from zonedesk.desktop.widgets.link_line import Link, Part
from zonedesk.desktop.widgets.looked_at import short_money
from zonedesk.domain.figures.registry import BASIS_LABELS, Rate
from zonedesk.ops.workbench import Workbench


class RateCard(FigureCard):
    """“85.96% 192.3/223.7 亿元” and beneath it the other bases, each with its change since last month."""

    def show_rate(self, bench: Workbench, name: str, money_unit: str, scope: str) -> None:
        """Show one rate of the page's data; `scope` says day and scope for the notes."""
        by_basis = bench.now.rates[name]
        head, *others = by_basis.values()
        lines = [self._headline(head, money_unit, scope)]
        lines += [self._line(rate, bench.change(rate), money_unit, scope) for rate in others]
        self.show_figures(head.label, self._change(bench.change(head)), lines)

    def _headline(self, rate: Rate, money_unit: str, scope: str) -> list[Part]:
        return [
            self._percent(rate, scope, big=True),
            *self._sides(rate, money_unit, scope, gap=8),
            Part(f" {self._unit(rate, money_unit)}", second=True),
        ]

    def _line(self, rate: Rate, change: Decimal | None, money_unit: str, scope: str) -> list[Part]:
        moved = "" if not change else f"{change:+}"
        return [
            Part(BASIS_LABELS[rate.basis] + " ", second=True),
            self._percent(rate, scope),
            Part("（", second=True),
            *self._sides(rate, money_unit, scope),
            Part("）", second=True),
            Part(moved, second=True, tip=self._change(change)),
        ]

    def _percent(self, rate: Rate, scope: str, *, big: bool = False) -> Part:
        title = self.tr("{label}：分子").format(label=rate.label)
        return Part(rate.ratio.text(), Link(title, rate.rows), self._tip(rate, scope), big=big)

    def _sides(self, rate: Rate, money_unit: str, scope: str, gap: int = 0) -> list[Part]:
        tip = self._tip(rate, scope)
        above, below = (
            self._amount(rate, n, money_unit) for n in (rate.ratio.numerator, rate.ratio.denominator)
        )
        return [
            Part(above, Link(self.tr("{label}：分子").format(label=rate.label), rate.rows), tip, gap=gap),
            Part("/"),
            Part(below, Link(self.tr("{label}：分母").format(label=rate.label), rate.base), tip),
        ]

    def _amount(self, rate: Rate, amount: int, money_unit: str) -> str:
        return short_money(amount, money_unit) if rate.unit == "元" else str(amount)

    def _unit(self, rate: Rate, money_unit: str) -> str:
        return money_unit if rate.unit == "元" else rate.unit

    def _tip(self, rate: Rate, scope: str) -> str:
        text = self.tr("{label}（{basis}）\n口径：{note}\n分子 {above} 个项目，分母 {below} 个项目\n{scope}")
        return text.format(
            label=rate.label,
            basis=BASIS_LABELS[rate.basis],
            note=rate.note,
            above=len(rate.rows),
            below=len(rate.base),
            scope=scope,
        )

    def _change(self, points: Decimal | None) -> str:
        if points is None:
            return self.tr("上月末无可比数")
        if not points:
            return self.tr("与上月末持平")
        return self.tr("较上月末 {points} 个百分点").format(points=f"{points:+}")


class CompletionCard(RateCard):
    """手续办结率: done over required, and what is pending."""

    def show_completion(self, bench: Workbench, scope: str) -> None:
        """Show it."""
        totals = bench.now.procedures
        pending = tuple(dict.fromkeys(item.project_id for item in totals.pending))
        label = self.tr("手续办结率")
        needing = Link(self.tr("需办手续的项目"), totals.projects)
        waiting = Link(self.tr("有手续未办结的项目"), pending)
        tip = self.tr(
            "{label}\n口径：已办结件数÷需办件数，无需办理的不计入\n涉及 {n} 个项目\n{scope}"
        ).format(label=label, n=len(totals.projects), scope=scope)
        done, required = totals.completion.numerator, totals.completion.denominator
        self.show_figures(
            label,
            self._change(bench.completion_change()),
            [
                [
                    Part(totals.completion.text(), needing, tip, big=True),
                    Part(f"{done}/{required}", needing, tip, gap=8),
                    Part(self.tr(" 件"), second=True),
                ],
                [
                    Part(self.tr("涉及项目 "), second=True),
                    Part(str(len(totals.projects)), needing, tip),
                    Part(self.tr(" 个"), second=True),
                ],
                [
                    Part(self.tr("未办结 "), second=True),
                    Part(str(len(totals.pending)), waiting, tip),
                    Part(self.tr(" 件，涉及 "), second=True),
                    Part(str(len(pending)), waiting, tip),
                    Part(self.tr(" 个项目"), second=True),
                ],
            ],
        )
