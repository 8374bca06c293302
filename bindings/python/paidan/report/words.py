"""The report's own words in both languages; decisions' texts come from the library's render room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from paidan import _paidan

if TYPE_CHECKING:
    from paidan import Error

Language = Literal["zh", "en"]

WORDS: dict[str, tuple[str, str]] = {
    "title": ("派单周报", "Dispatch report"),
    "kpis": ("关键指标", "Key figures"),
    "measure": ("指标", "Figure"),
    "ours": ("派单方案", "paidan"),
    "nearest_free": ("就近派单", "nearest free"),
    "best_rating": ("好评优先", "best rating first"),
    "actual": ("实际执行", "as it was"),
    "as_known": ("派单重演", "paidan, replayed"),
    "compared": ("与实际执行对比", "Beside what really happened"),
    "replay_note": (
        "派单重演不用事后信息:每{step}分钟只按当时已知的信息重新排一次,已出发的不再改动;"
        "实际上门{visits}次,每单用时按实际记录,没有记录的按预计。",
        "The replay has no hindsight: every {step} minutes the day is planned anew with what was known by then, and nobody "
        "who has left is called back; {visits} visits really made, each as long as it really took, others as long as estimated.",
    ),
    "replay_customer": (
        "客户取消或改约{n}次,自登记时起生效(其中{timed}次有登记时间,其余视为一开始就已知道)。",
        "Customers cancelled or put off {n} times: known from when it was recorded ({timed} times; the others from the beginning).",
    ),
    "replay_own": (
        "师傅、平台或未写明提出方的取消、改约共{n}次,重演不照做,仍按最初的约定评判。",
        "Cancelled or put off {n} times by technician, platform or nobody in particular: the replay does not follow, and the "
        "first promise is judged.",
    ),
    "straight_used": (
        "没有路网:路程按直线距离乘1.27估计,车速每小时{speed}公里,每段另加4分钟停车上楼。",
        "Without a road network ways are 1.27 times the straight line at {speed} km/h, with 4 minutes more each for parking and stairs.",
    ),
    "technicians_by_name": (
        "实际上门表中有{n}行写的是师傅姓名,已按姓名对应到工号。",
        "{n} rows of the actual table name technicians instead of their ids; they were told by their names.",
    ),
    "column_of_no_table": (
        "“{column}”没有对应的表:请同时给出{option}。",
        "'{column}' is of no table here: give {option} too.",
    ),
    "no_actual_column": (
        "“{column}”:实际上门表没有这一列(可用:{known})。",
        "'{column}': the actual table has no such column (known: {known}).",
    ),
    "until_before_first": ("--until 不能早于 --first-day。", "--until must not be before --first-day."),
    "results_suffix": (
        "{path}:结果只能写成 .xlsx 工作簿,或写进文件夹(CSV)。",
        "{path}: results are written as an .xlsx workbook, or into a folder as CSV.",
    ),
    "roads_need_datum": (
        "--roads 需要同时给出 --datum,并且路网与表格的坐标系必须相同(OpenStreetMap 为 wgs84)。",
        "--roads needs --datum, and network and tables must have the same one (OpenStreetMap's is wgs84).",
    ),
    "roads_used": (
        "路程按路网计算(路口{nodes}个、路段{edges}段),每段行程另加4分钟停车上楼。",
        "Ways are those of the road network ({nodes} crossings, {edges} stretches), with 4 minutes more each for parking and stairs.",
    ),
    "traffic_used": (
        "下列时段行程(含停车上楼)按倍数计时(括号内为星期,1为周一):{bands}。",
        "Ways, parking and stairs included, take as many times longer in these hours (weekdays in brackets, 1 = Monday): {bands}.",
    ),
    "traffic_overlaps": (
        "--traffic 的两个时段重叠:{first} 与 {second}。",
        "two bands of --traffic overlap: {first} and {second}.",
    ),
    "buffers_used": (
        "有{n}单带缓冲时间:约定与迟到按前面的活都用满缓冲来排,因此可能少排一些单。",
        "{n} orders have a buffer: promises and lateness are planned as if the work before took it, for which orders may be left out.",
    ),
    "unplaced_actual": (
        "实际上门表中有{n}张工单没有坐标,未参与对比:{orders}",
        "orders of the actual table without coordinates, so not compared ({n}): {orders}",
    ),
    "later_orders_out": (
        "对比只含所选的日期:另有{n}张工单不在其内,两边都不计:{orders}",
        "Only the days asked for are compared: {n} orders are for other days and count in neither week: {orders}",
    ),
    "other_days_out": (
        "对比只含所选的日期:实际上门表中另有{n}次上门在其他日期,两边都不计:{orders}",
        "Only the days asked for are compared: {n} visits of the actual table were on other days and count in neither "
        "week: {orders}",
    ),
    "actual_empty": (
        "实际上门表没有任何记录:“实际执行”一列全部按未上门计。",
        "The table of actual visits has no row: in the column of what happened, nobody came to any order.",
    ),
    "no_row": (
        "实际上门表中没有记录的工单{n}张,按未上门计:{orders}",
        "Orders without any row in the actual table ({n}) are counted as not visited: {orders}",
    ),
    "far_visits": (
        "实际上门表中有{n}次上门的日期离这一周较远({first}至{last}之外),照样计入,请核对:{orders}",
        "{n} visits of the actual table are on days far from this week (outside {first} – {last}); they count as they "
        "stand, please check: {orders}",
    ),
    "entered_twice": (
        "实际上门表中有{n}次上门重复登记(工单、师傅、到达时间都相同),照样计入,请核对:{orders}",
        "{n} visits of the actual table are entered more than once (same order, technician and arrival); they count as "
        "they stand, please check: {orders}",
    ),
    "outcome_done": ("完成", "done"),
    "outcome_nobody_home": ("无人在家", "nobody home"),
    "outcome_waiting_part": ("待配件", "waiting for a part"),
    "outcome_rework": ("返修", "rework"),
    "outcome_cancelled": ("取消", "cancelled"),
    "outcome_rescheduled": ("改约", "put off"),
    "unit_": ("–", "–"),
    "unit_s": ("秒", "s"),
    "unit_m": ("米", "m"),
    "unit_levels": ("级", "levels"),
    "unit_pieces": ("件/次", "pieces"),
    "fault": ("问题", "What"),
    "date": ("日期", "Day"),
    "by_how_much": ("程度", "By how much"),
    "fault_minutes": ("{n}分钟", "{n} min"),
    "fault_km": ("{n}公里", "{n} km"),
    "fault_levels": ("{n}级", "levels: {n}"),
    "fault_pieces": ("{n}", "{n}"),
    "faults_note": (
        "首站的出发和末站的回程没有记录,按估算路程计;“早于上班时间”和加班即依此推算。",
        "The way out and the way home are not recorded, so they are estimates, and “before the shift” and overtime rest on them.",
    ),
    "more_faults": (
        "另有{n}项,见结果文件中的“问题”表(violations)。",
        "{n} more in the results (table violations).",
    ),
    "judged_orders": ("逐单评判", "Order by order"),
    "judged_note": (
        "共{all}单;其中{n}单实际和重演都是一次上门、按约完成,不再列出。",
        "{all} orders; {n} were served by one visit as agreed in both, and are not listed.",
    ),
    "agreed_head": ("评判依据的约定", "Promise that counts"),
    "released": ("客户已取消", "cancelled by the customer"),
    "state_open": ("未完成", "open"),
    "state_served": ("已完成", "served"),
    "state_cancelled": ("已取消", "cancelled"),
    "promise_none": ("无约定", "no promise"),
    "promise_released": ("客户已取消,不计", "released by the customer"),
    "promise_kept": ("守约", "as agreed"),
    "promise_early": ("早到", "early"),
    "promise_late": ("迟到", "late"),
    "promise_missed": ("失约", "nobody came as agreed"),
    "completed_by": ("{who} 完成", "completed: {who}"),
    "replay_taken_over": (
        "每次上门的结果、以及再次上门的日期沿用实际记录。",
        "What came of each visit, and the day of further visits, are taken over from what really happened.",
    ),
    "visits_made": ("上门{n}次", "{n} visits"),
    "nobody_home": ("无人在家", "nobody home"),
    "waiting_part": ("待配件", "waiting for a part"),
    "rework": ("返修", "rework"),
    "moved_times": ("{who}改约{n}次", "moved {n} times by {who}"),
    "by_customer": ("客户", "the customer"),
    "by_technician": ("师傅", "the technician"),
    "by_platform": ("平台", "the platform"),
    "by_nobody": ("(未写明提出方)", "(nobody named)"),
    "violations_replayed": ("重演中的问题", "What went wrong in the replay"),
    "jobs": ("全部工单", "Orders in all"),
    "orders": ("工单数(含顺延)", "Orders (carried ones counted each day)"),
    "served": ("完成工单", "Orders served"),
    "left": ("期末未完成", "Still open at the end"),
    "carried": ("顺延次日(单次)", "Carried to the next day"),
    "promised": ("有预约的工单", "Orders with an appointment"),
    "on_time": ("按约到达", "Arrived as agreed"),
    "late": ("预约迟到", "Late for the appointment"),
    "early": ("预约早到", "Early for the appointment"),
    "cancelled": ("已取消", "Cancelled"),
    "promised_never": ("有预约但始终没有上门", "Appointments to which nobody ever came"),
    "gini_week": ("工作量基尼系数(全周)", "Gini of work (whole week)"),
    "promised_unserved": ("预约当天未能上门", "Appointment not kept that day"),
    "on_time_share": ("守约率(占全部预约)", "On time, of all appointments"),
    "travel_per_job": ("每单路程(分钟)", "Travel per job (min)"),
    "km_per_job": ("每单里程(公里)", "Kilometres per job"),
    "waiting_per_job": ("每单等待(分钟)", "Waiting per job (min)"),
    "utilisation": ("上门服务占工时", "Service share of shift time"),
    "travel_share": ("路程占忙碌时间", "Travel share of busy time"),
    "overtime": ("加班(小时)", "Overtime (h)"),
    "gini": ("工作量基尼系数(日均)", "Gini of work (daily mean)"),
    "skill_waste": ("技能富余(级)", "Skill levels unused"),
    "draws": ("换一批师傅会怎样", "Other draws of technicians"),
    "draws_note": (
        "技术人员是随机生成的:下表为{n}次独立抽取的中位数(最小–最大)。",
        "The technicians are simulated, so here are {n} independent draws: median (lowest – highest).",
    ),
    "wins": ("派单方案胜出的次数", "Draws that paidan wins"),
    "lose": ("我们不如别人的地方", "Where we lose"),
    "lose_none": ("在所列指标上没有落后。", "On none of the figures listed."),
    "lose_line": (
        "{measure}:中位数{ours},{other}为{theirs}。",
        "{measure}: median {ours}, {other} has {theirs}.",
    ),
    "day": ("日计划", "Day plan"),
    "map": ("路线图", "Routes"),
    "map_note": (
        "方块为师傅出发地,圆点为上门地址,空心红圈为未派工单;重叠的点错开画,细线指向原位。无底图。",
        "Squares: where technicians start. Dots: visits. Hollow red circles: unassigned. Dots that would overlap are drawn side by "
        "side, with a line to their place. No base map.",
    ),
    "map_turns": ("数字为上门顺序。", "Numbers: the order of visits."),
    "load": ("当天负荷", "How full the day is"),
    "load_note": (
        "单位:分钟。占用 = (路上 + 服务 + 休息) ÷ 班次。“过满”即有加班,“偏满”即占用90%以上。",
        "In minutes. Taken up = (travel + service + breaks) ÷ shift. Too full: there is overtime. Nearly full: 90% or more is taken up.",
    ),
    "load_week": ("一周负荷", "How full the week is"),
    "load_week_note": (
        "每格为上门单数和工时占用,点开可看当天日单。“过满”即有加班,“偏满”即占用90%以上。",
        "Visits and how much of the shift they take up; each leads to that day's sheet. Too full: there is overtime. Nearly full: 90% or more.",
    ),
    "taken_up": ("占用", "Taken up"),
    "too_full": ("过满", "too full"),
    "nearly_full": ("偏满", "nearly full"),
    "load_overtime": ("加班", "Overtime"),
    "load_late": ("迟到单数", "Late visits"),
    "load_visits": ("上门单数", "Visits"),
    "load_travel": ("路上", "Travel"),
    "load_service": ("服务", "Service"),
    "load_breaks": ("休息", "Breaks"),
    "load_waiting": ("等待", "Waiting"),
    "load_shift": ("班次", "Shift"),
    "day_off": ("休", "off"),
    "jobs_and_share": ("{n}单 {share}", "{n}, {share}"),
    "open_orders": ("期末未完成的工单:原因与下一步", "Still open at the end: why, and what next"),
    "open_note": (
        "共{n}单。原因取自最后一次未派出的那天。",
        "{n} orders. The reason is that of the last day on which nobody could take it.",
    ),
    "last_tried": ("最后一次未派", "Last tried"),
    "why": ("原因", "Why"),
    "never_tried": ("服务日期内没有师傅上班。", "Nobody works on the days it could be served."),
    "contents": ("本页内容", "On this page"),
    "left_that_day": ("未派{n}单", "{n} unassigned"),
    "gantt": ("排班图", "Timeline"),
    "legend_travel": ("路上", "travel"),
    "legend_service": ("服务", "service"),
    "legend_wait": ("等待", "waiting"),
    "legend_break": ("休息", "break"),
    "legend_promise": ("约定到达时段", "agreed arrival"),
    "legend_late": ("迟到", "late"),
    "legend_number": ("数字为当天第几站", "numbers: which stop of the day"),
    "sheets": ("师傅日单", "Day sheets"),
    "idle": ("当天无工单", "no visit"),
    "off": ("当天不上班:{names}", "Not at work: {names}"),
    "nobody_works": ("当天无人上班。", "Nobody works on this day."),
    "stop": ("站序", "Stop"),
    "start_end": ("开始–结束", "Start – end"),
    "agreed": ("约定", "Agreed"),
    "service": ("服务内容", "Service"),
    "take": ("带上", "Take along"),
    "needs": ("所需技能", "Skills needed"),
    "travel_total": ("路上{m}分钟", "{m} min of travel"),
    "work_total": ("服务{m}分钟", "{m} min of work"),
    "shift_number": ("第{n}班", "shift {n}"),
    "shift_idle": ("无工单", "no visit"),
    "visit_count": ("{n}单", "{n} visits"),
    "visit_count_one": ("{n}单", "{n} visit"),
    "rest": ("休息", "break"),
    "depot_call": ("{name}取件", "calls at {name}"),
    "legend_depot": ("仓库取件", "at a depot"),
    "nobody_of_them": (
        "有此技能的师傅当天都不上班:调班、借人,或改约到有班的日子",
        "nobody with that skill works that day: swap shifts, borrow somebody or agree on a day when somebody does",
    ),
    "nobody_that_day": (
        "能接此单的师傅当天都不上班:调班、借人,或改约到有班的日子",
        "nobody who could go works that day: swap shifts, borrow somebody or agree on a day when somebody does",
    ),
    "same_for_all": ("当天上班的{n}位师傅都是这个原因", "the same holds for all {n} who work that day"),
    "same_for_holders": (
        "当天上班且有此技能的{n}位师傅都是这个原因",
        "the same holds for all {n} who have the skill and work that day",
    ),
    "next_step": ("下一步", "What next"),
    "assumed": ("读表时的说明", "What was assumed of the tables"),
    "added_up": (
        "全部{jobs}单 = 完成{served}单 + 期末未完成{left}单。",
        "{jobs} orders in all = {served} served + {left} still open at the end.",
    ),
    "cities": ("共{n}个城市。", "{n} cities."),
    "by_city": ("分城市", "By city"),
    "more_of_these": ("    ……同样的问题还有{n}处", "    … and {n} more of the same kind"),
    "no_documents": (
        "每天的JSON含有姓名地址原文,只在--no-masks时保存。",
        "Days as JSON hold names and addresses as they are, so they are written with --no-masks only.",
    ),
    "nobody_in": ("{city}有{n}单,但没有师傅,未排。", "{city} has {n} orders but no technicians: not planned."),
    "all_cities": (" (所有城市)", " (all cities)"),
    "unplaced": ("没有坐标,未排的工单", "Orders without coordinates, not planned"),
    "unplaced_note": (
        "下一步:补上经纬度,或用--places给出小区、街道的位置。",
        "What next: add coordinates, or give the places of compounds and streets with --places.",
    ),
    "unplaced_too": (
        "另有{n}单没有坐标,未参与排班,不计入下表。",
        " {n} more without coordinates are not planned and not counted below.",
    ),
    "masked": (
        "电话、证件号与门牌号已隐去。",
        "Phone numbers, identity numbers and door numbers are masked.",
    ),
    "technician": ("师傅", "Technician"),
    "visits": ("上门", "Visits"),
    "skills": ("所需技能", "Skills needed"),
    "parts": ("备件", "Parts"),
    "none": ("无", "none"),
    "unassigned": ("未派工单及原因", "Unassigned, and why"),
    "unassigned_none": ("当天全部派出。", "All orders of the day are assigned."),
    "order": ("工单", "Order"),
    "item": ("项目", "Item"),
    "place": ("地址", "Place"),
    "nearest_miss": ("为什么派不出(最接近的三位师傅)", "Why not (the three who come nearest)"),
    "repeat": ("待核实", "to be verified"),
    "notes": ("备注", "Notes"),
    "repeat_note": (
        "待核实:同一地址{days}天内曾报修;同一地址不等于同一故障,须先核实。",
        "To be verified: this address called {days} days earlier. The same address is not the same fault.",
    ),
    "repeats_count": (
        "{n}单为30天内同址再次报修,标为待核实,并优先派同一师傅。",
        "{n} jobs are repeats at an address within 30 days: marked to be verified, the same technician preferred.",
    ),
    "estimates": ("预估价", "Estimates"),
    "problem": ("报修内容", "Problem"),
    "estimate": ("预估", "Estimate"),
    "paper": ("一单到底", "One order's whole paper"),
    "total": ("合计", "Total"),
    "provenance": ("数据来源", "Where the data come from"),
    "seconds": ("求解用时{s}秒({threads}线程)。", "Planned in {s} s (threads: {threads})."),
    "checked": (
        "每份日计划都通过独立检查程序复核:{n}份,违规0项。",
        "Every day plan was judged by the independent checker: {n} plans, 0 violations.",
    ),
    "checked_bad": ("独立检查程序发现{v}项违规。", "The independent checker found {v} violations."),
    "minimal": ("{n}条未派原因经检查程序确认为最小集合。", "{n} reason sets confirmed minimal by the checker."),
    "violations": ("实际执行中的问题", "What went wrong in the actual week"),
    "hours": ("小时", "h"),
    "no_orders": ("没有工单,计划为空。", "No orders: an empty plan."),
    "datum_assumed": (
        "坐标按gcj02(国测局)处理;如为GPS坐标,请用--datum wgs84,否则位置会偏几百米。",
        "Coordinates are taken as gcj02 (Chinese map services); GPS ones need --datum wgs84, or pins are hundreds of metres off.",
    ),
    "until_needs_first": ("--until 需要同时给出 --first-day。", "--until needs --first-day."),
    "output_is_input": ("{path}是输入文件,不会覆盖。", "{path} is an input and is not written over."),
    "output_is_folder": ("{path}是文件夹,需要文件名。", "{path} is a folder; a file is needed."),
    "sheet_of_csv": ("{option}只用于Excel文件,{path}不是。", "{option} is for workbooks; {path} is none."),
    "same_output": ("{path}不能同时作为两个输出。", "{path} cannot be two outputs at once."),
    "input_inside_output": (
        "输入文件{path}在输出文件夹{folder}内,请换一个文件夹。",
        "The input {path} lies in the output folder {folder}.",
    ),
    "no_mapping": ('{path}应为{{"已知列": "自有列"}}。', '{path} must hold {{"KNOWN": "OWN"}}.'),
    "twice_mapped": (
        "列“{column}”有两个对照,请写明表,如orders.{column}=…",
        "'{column}' is mapped twice; name the table: orders.{column}=…",
    ),
    "processes_of_cities": ("--processes 需要同时给出 --by。", "--processes needs --by."),
    "actual_of_one_week": ("--actual 与 --by 不能同时使用。", "--actual is of one week: not with --by."),
    "cut_cells": (
        "{path}的“{sheet}”页有{n}个单元格超过{most}字,已截短并以“…”结尾。",
        "{path}, sheet '{sheet}': {n} cells of more than {most} characters were cut; they end in …",
    ),
    "missing_extra": (
        "缺少{name},请安装:pip install paidan[{extra}]",
        "{name} is missing: pip install paidan[{extra}]",
    ),
    "no_folder": ("没有文件夹{path}。", "There is no folder {path}."),
    "not_writable": ("无法写入{path}。", "{path} cannot be written."),
    "needs_catalog": (
        "--prices 和 --policies 需要同时给出 --catalog:目录说明每项服务对应的价目和保修类别。",
        "--prices and --policies need --catalog: it says which charges and which warranty each service has.",
    ),
    "policies": ("保修政策", "Warranty"),
    "promises": ("承诺", "Promised"),
    "bill": ("账单", "Bill"),
    "certificate": ("保修凭证", "Certificate"),
    "trace": ("计算过程", "Step by step"),
    "rule": ("规则", "Rule"),
    "before": ("之前", "Before"),
    "operand": ("取值", "Operand"),
    "after": ("之后", "After"),
    "footer": ("单个文件,离线可看。", "One file, readable offline."),
    "illustrative": (
        "价格表与政策为示例,不构成法律意见。",
        "Price book and policies are illustrative; nothing here is legal advice.",
    ),
}


RULES: dict[str, tuple[str, str]] = {
    "quantity": ("数量", "quantity"),
    "threshold": ("起算门槛", "threshold"),
    "free_allowance": ("减去免费量", "less the free allowance"),
    "round_up": ("向上取整", "rounded up"),
    "unit_price": ("乘以单价", "times the unit price"),
    "cap": ("封顶", "capped"),
    "surcharge": ("按比例加价", "percentage"),
    "add": ("计入合计", "added to the total"),
    "not_consented": ("未确认,不计入", "not confirmed, not added"),
    "once_per_visit": ("同一户只收一次,不计入", "once per household, not added"),
    "not_fixed": ("未修好,不收费", "not fixed, no fee"),
    "inspection_only": ("只检测", "inspection only"),
}
"""Steps of a price's trace."""

VIOLATIONS: dict[str, tuple[str, str]] = {code: (zh, en) for code, en, zh in _paidan.violation_kinds()}
"""What the checker can find in a week as it really went."""


TABLES: dict[str, tuple[str, str]] = {
    "orders": ("工单表", "orders"),
    "technicians": ("师傅表", "technicians"),
    "catalog": ("服务目录", "catalog"),
    "prices": ("价目表", "prices"),
    "rules": ("数量规则表", "quantity rules"),
    "policies": ("保修政策表", "policies"),
    "actual": ("实际上门表", "actual visits"),
    "places": ("地点表", "places"),
}


def notice_text(notice: Error, language: Language) -> str:
    """As people say where something stands: `工单表第5行“创建时间”:…`, not `orders.创建时间,第5行:…`."""
    whole = notice.message(language)
    if not notice.path:
        return whole
    row = f", row {notice.row}: " if language == "en" else f",第{notice.row}行:"
    end = row if notice.row else (": " if language == "en" else ":")
    text = whole.removeprefix(notice.path + end)
    table, _, column = notice.path.partition(".")
    table = table.partition("[")[0]
    if table not in TABLES:
        return whole
    if language == "en":
        where = [TABLES[table][1], f"row {notice.row}" if notice.row else "", column if "[" not in notice.path else ""]
        return ", ".join(part for part in where if part) + ": " + text
    where_zh = TABLES[table][0] + (f"第{notice.row}行" if notice.row else "")
    return where_zh + (f"“{column}”" if column and "[" not in notice.path else "") + ":" + text


def grouped(errors: Sequence[Error], language: Language, shown: int = 3) -> list[str]:
    """A line an error; of one kind in one column the first few, and how many more."""
    lines: list[str] = []
    counts: dict[tuple[str, str], int] = {}
    for error in errors:
        key = (error.code, re.sub(r"\[\d+\]", "[]", error.path))
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= shown:
            lines.append(notice_text(error, language))
        elif counts[key] == shown + 1:
            lines.append(f"\0{len(counts)}\0{key[0]}\0{key[1]}")
    texts = []
    for line in lines:
        if not line.startswith("\0"):
            texts.append(line)
            continue
        _, _, code, path = line.split("\0")
        texts.append(word("more_of_these", language, n=counts[code, path] - shown))
    return texts


def said(table: dict[str, tuple[str, str]], code: str, language: Language) -> str:
    zh, en = table.get(code, (code, code))
    return zh if language == "zh" else en


def word(key: str, language: Language, **values: object) -> str:
    text = WORDS[key][0 if language == "zh" else 1]
    return text.format(**values) if values else text


NEXT: dict[str, tuple[str, str]] = {
    "skill": ("增派持有该技能的师傅,或安排培训、续证", "bring in somebody with that skill, or renew the certificate"),
    "suspended": ("等师傅恢复派单,或改派他人", "wait until the technician is back, or send another"),
    "allowed": ("与客户确认能否换一位师傅", "ask the customer whether another technician may come"),
    "group": ("跨班组支援", "ask another group for help"),
    "language": ("安排会该语言的师傅,或电话翻译", "find somebody who speaks it, or an interpreter"),
    "tools": ("把工具调拨到车上", "put the tool on the van"),
    "parts": ("补充随车备件后再派", "restock the van first"),
    "reach": ("核对坐标与路网", "check coordinates and roads"),
    "window": ("与客户改约到空闲时段", "agree on another time with the customer"),
    "shift": ("批准加班,或改到次日", "allow overtime, or move it to the next day"),
    "breaks": ("调整午休时间", "move the break"),
    "jobs": ("放宽单数或工时上限,或改到次日", "allow one more visit or more work, or move it to the next day"),
    "travel_time": ("放宽行车上限,或就近增派", "allow more driving, or bring in somebody nearer"),
    "distance": ("放宽里程上限,或就近增派", "allow more distance, or bring in somebody nearer"),
    "pin": ("解除指定的师傅或时间", "release the pinned technician or time"),
    "commitments": ("与已约客户协商改期,或增派一人", "move another customer's time, or bring in one more technician"),
    "links": ("先安排关联工单,或放宽间隔", "get the linked orders planned, or allow other gaps"),
    "": (
        "可以直接派:有师傅能接,只是守约、准时或成本会差一些",
        "can be assigned: somebody can take it, but promises, lateness or cost of the plan would be worse",
    ),
}
"""What a dispatcher can do about a constraint that keeps an order from its nearest technician."""

WEEKDAYS = ("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
