// The model's types as JSON, schema, spreadsheet and Python see them: what goes in, and plans. Travel's and core's come
// along.
#pragma once

#include <paidan/core/fields.hpp>
#include <paidan/core/names.hpp>
#include <paidan/model/plan.hpp>
#include <paidan/model/presets.hpp>
#include <paidan/model/problem_data.hpp>
#include <paidan/travel/fields.hpp>

#include <array>

namespace paidan::inline PAIDAN_ABI {

template <>
struct EnumNames<GoalOrder> {
  static constexpr std::array<std::string_view, 2> names{"in_order", "one_weighted"};
};
template <>
struct EnumNames<Preset> {
  static constexpr std::array<std::string_view, 3> names{"punctual", "cheap", "fair"};
};
template <>
struct EnumNames<StopKind> {
  static constexpr std::array<std::string_view, 3> names{"visit", "rest", "depot"};
};

PAIDAN_FIELDS(SkillLevel, "SkillLevel") {
  v("skill", &T::skill, Field{.zh = "技能", .doc = "Name of the skill.", .required = true});
  v("level", &T::level, Field{.zh = "等级", .doc = "Lowest level that suffices; default 1.", .low = 1, .high = 9});
}

PAIDAN_FIELDS(SkillHeld, "SkillHeld") {
  v("skill", &T::skill, Field{.zh = "技能", .doc = "Name of the skill.", .required = true});
  v("level", &T::level, Field{.zh = "等级", .doc = "Level held; default 1.", .low = 1, .high = 9});
  v("valid_from", &T::valid_from,
    Field{.zh = "生效日期", .doc = "First local day of validity; default: always valid before."});
  v("valid_until", &T::valid_until,
    Field{.zh = "有效期至", .doc = "Last local day of validity; default: never runs out."});
}

PAIDAN_FIELDS(PartCount, "PartCount") {
  v("part", &T::part, Field{.zh = "配件", .doc = "Name of the part.", .required = true});
  v("quantity", &T::quantity, Field{.zh = "数量", .doc = "Pieces; default 1.", .low = 1, .high = 1000000});
}

PAIDAN_FIELDS(Break, "Break") {
  v("id", &T::id, Field{.zh = "休息编号", .doc = "Name within the shift; may be empty."});
  v("earliest", &T::earliest, Field{.zh = "最早开始", .doc = "Earliest start.", .required = true});
  v("latest", &T::latest,
    Field{.zh = "最晚开始",
          .doc = "Latest start; the break is due when the technician is under way then.",
          .required = true});
  v("duration", &T::duration, Field{.zh = "休息时长", .doc = "Length of the break.", .required = true});
  v("paid", &T::paid, Field{.zh = "带薪", .doc = "Counts as paid work for fairness and KPIs; default false."});
}

PAIDAN_FIELDS(Shift, "Shift") {
  v("id", &T::id, Field{.zh = "班次号", .doc = "Unique for the technician.", .required = true});
  v("start", &T::start,
    Field{.zh = "上班时间", .doc = "Earliest departure from the start location.", .required = true});
  v("end", &T::end, Field{.zh = "下班时间", .doc = "Paid end; later is overtime.", .required = true});
  v("overtime_cap", &T::overtime_cap,
    Field{.zh = "加班上限", .doc = "How much later than the end the shift may end; default 0."});
  v("start_location", &T::start_location,
    Field{.zh = "出发地点", .doc = "Location id; default: the technician's home."});
  v("end_location", &T::end_location, Field{.zh = "返回地点", .doc = "Location id; default: the technician's home."});
  v("open_end", &T::open_end,
    Field{.zh = "不返回", .doc = "Ends at the last visit, without a way back; default false."});
  v("breaks", &T::breaks, Field{.zh = "休息", .doc = "Breaks, at most 3."});
}

PAIDAN_FIELDS(Suspension, "Suspension") {
  v("start", &T::start, Field{.zh = "开始", .doc = "Not available from then on.", .required = true});
  v("end", &T::end, Field{.zh = "结束", .doc = "Until then, not included.", .required = true});
  v("reason", &T::reason, Field{.zh = "原因", .doc = "Why, for people."});
}

PAIDAN_FIELDS(Technician, "Technician") {
  v("id", &T::id, Field{.zh = "师傅编号", .doc = "Unique id.", .required = true});
  v("name", &T::name, Field{.zh = "姓名", .doc = "What people call the technician; default: the id."});
  v("home", &T::home,
    Field{.zh = "出发地", .doc = "Location id where shifts start and end unless they say otherwise."});
  v("shifts", &T::shifts, Field{.zh = "班次", .doc = "Working times; several days are several shifts."});
  v("skills", &T::skills,
    Field{.zh = "技能", .doc = "Skills held, with level and validity; in a cell `gas:2;electric:1`."});
  v("suspensions", &T::suspensions, Field{.zh = "停派时段", .doc = "Stretches of time without visits."});
  v("mentor", &T::mentor,
    Field{.zh = "带教师傅", .doc = "Technician id the apprentice rides with: not supported yet."});
  v("profile", &T::profile, Field{.zh = "出行方式", .doc = "Travel profile id; default: the problem's first."});
  v("speed_percent", &T::speed_percent,
    Field{.zh = "行车速度百分比",
          .doc = "Travel takes seconds × 100 / this, rounded up; default 100.",
          .low = 1,
          .high = 1000});
  v("efficiency_percent", &T::efficiency_percent,
    Field{.zh = "工作效率百分比",
          .doc = "Setup and service take seconds × 100 / this, rounded up; default 100.",
          .low = 1,
          .high = 1000});
  v("max_jobs", &T::max_jobs,
    Field{.zh = "每班最多单数", .doc = "Visits per shift; default: no limit.", .low = 0, .high = INT32_MAX});
  v("max_leg", &T::max_leg,
    Field{.zh = "单程行车上限",
          .doc = "Longest single drive, to the first stop and home included, in the traffic of the hour in which "
                 "it is made; default: no limit.",
          .later = true});
  v("max_travel", &T::max_travel,
    Field{.zh = "每班行车上限", .doc = "Travel time per shift, in traffic; default: no limit."});
  v("max_distance_metres", &T::max_distance_metres,
    Field{.zh = "每班里程上限米", .doc = "Metres per shift; default: no limit."});
  v("fixed_cost", &T::fixed_cost,
    Field{.zh = "出车成本", .doc = "Cost units (1/1000 minor unit) for each shift that is used; default 0."});
  v("parts", &T::parts, Field{.zh = "随车配件", .doc = "Van stock, shared by all shifts; in a cell `sensor:3`."});
  v("tools", &T::tools, Field{.zh = "随车工具", .doc = "Names of tools on the van."});
  v("group", &T::group, Field{.zh = "班组", .doc = "Team or region; default: none."});
  v("rating", &T::rating,
    Field{.zh = "评分", .doc = "Hundredths of a star; 0 = unrated, default 0.", .low = 0, .high = 500});
  v("load_carried", &T::load_carried,
    Field{.zh = "已有工时", .doc = "Paid work already done, for fairness; default 0."});
  v("languages", &T::languages, Field{.zh = "语言", .doc = "BCP 47 tags, compared exactly."});
}

PAIDAN_FIELDS(Window, "Window") {
  v("start", &T::start, Field{.zh = "开始", .doc = "Service may start from then on.", .required = true});
  v("end", &T::end, Field{.zh = "结束", .doc = "Until then, not included.", .required = true});
  v("hard", &T::hard,
    Field{.zh = "硬性", .doc = "False: never early, but late is allowed and costs lateness; default true."});
}

PAIDAN_FIELDS(Promise, "Promise") {
  v("at", &T::at, Field{.zh = "约定时间", .doc = "The agreed arrival.", .required = true});
  v("before", &T::before,
    Field{.zh = "可提前", .doc = "How much earlier is still kept, included; default 30 minutes."});
  v("after", &T::after, Field{.zh = "可延后", .doc = "How much later is still kept, included; default 30 minutes."});
  v("hard", &T::hard,
    Field{.zh = "硬性", .doc = "True: nothing else is allowed; false: never early, late costs; default false."});
}

PAIDAN_FIELDS(Pin, "Pin") {
  v("technician", &T::technician, Field{.zh = "指定师傅", .doc = "Technician id; default: any."});
  v("start", &T::start, Field{.zh = "指定开始", .doc = "Service starts exactly then; default: any time."});
  v("position", &T::position, Field{.zh = "指定顺序", .doc = "Place in the technician's day: not supported yet."});
  v("cost_of_change", &T::cost_of_change,
    Field{.zh = "改派成本",
          .doc = "Cost units, once, if technician or start differ; default: a change is not allowed."});
}

PAIDAN_FIELDS(Link, "Link") {
  v("order", &T::order,
    Field{.zh = "关联工单", .doc = "Id of the order that starts first, or together.", .required = true});
  v("minimum_gap", &T::minimum_gap,
    Field{.zh = "最小间隔", .doc = "Least time from its start to this one's; default 0."});
  v("maximum_gap", &T::maximum_gap,
    Field{.zh = "最大间隔", .doc = "Most time from its start to this one's; default 0: together."});
}

PAIDAN_FIELDS(Order, "Order") {
  v("id", &T::id, Field{.zh = "工单号", .doc = "Unique id.", .required = true});
  v("name", &T::name, Field{.zh = "名称", .doc = "What people call it; default: the id."});
  v("location", &T::location, Field{.zh = "地点", .doc = "Location id.", .required = true});
  v("catalog", &T::catalog,
    Field{.zh = "项目编码", .doc = "Catalog code of the service or fault, for texts and pricing."});
  v("service", &T::service, Field{.zh = "服务时长", .doc = "Work on the spot; default 60 minutes."});
  v("buffer", &T::buffer,
    Field{.zh = "缓冲时长",
          .doc = "How much longer it may well take, at efficiency 100: lateness and promises behind "
                 "count as if it did, so an order may be left out for a weightier promise; default 0.",
          .later = true});
  v("setup", &T::setup, Field{.zh = "准备时长", .doc = "Once for consecutive orders at one location; default 0."});
  v("skills", &T::skills, Field{.zh = "技能", .doc = "All are needed; in a cell `gas:2;electric:1`."});
  v("windows", &T::windows,
    Field{.zh = "时间窗", .doc = "Any of the hard ones; at most one soft one; default: any time."});
  v("promise", &T::promise, Field{.zh = "承诺到达", .doc = "The agreed arrival; default: none."});
  v("release", &T::release,
    Field{.zh = "最早可派",
          .doc = "Known, or possible, only from then on: nobody leaves for it sooner; default: always."});
  v("deadline", &T::deadline, Field{.zh = "时限", .doc = "SLA: starting later costs lateness; default: none."});
  v("priority", &T::priority,
    Field{.zh = "优先级", .doc = "Higher is more important; default 0.", .low = 0, .high = 9});
  v("unserved_cost", &T::unserved_cost,
    Field{.zh = "未服务成本", .doc = "Cost units when not served; default: objective.unserved × (1 + priority)."});
  v("parts", &T::parts, Field{.zh = "配件", .doc = "Parts used; in a cell `sensor:1`."});
  v("tools", &T::tools, Field{.zh = "工具", .doc = "Names of tools needed."});
  v("crew", &T::crew,
    Field{.zh = "人数",
          .doc = "Technicians who begin together; default 1. The further ones are orders of their own, id#2 and so on.",
          .low = 1,
          .high = 100});
  v("links", &T::links,
    Field{.zh = "关联", .doc = "When it starts after others do; all are served, or none; default: no relation."});
  v("allowed", &T::allowed, Field{.zh = "可派师傅", .doc = "Technician ids; default: all."});
  v("preferred", &T::preferred, Field{.zh = "优先师傅", .doc = "Technician ids; others cost objective.not_preferred."});
  v("blocked", &T::blocked, Field{.zh = "禁派师傅", .doc = "Technician ids that must not come."});
  v("previous_technician", &T::previous_technician,
    Field{.zh = "原师傅", .doc = "Rework: technician id of last time; others cost objective.not_same_technician."});
  v("pin", &T::pin, Field{.zh = "固定", .doc = "Holds the order where it is; default: free."});
  v("languages", &T::languages, Field{.zh = "语言", .doc = "BCP 47 tags of which one must be spoken; default: any."});
  v("groups", &T::groups, Field{.zh = "班组", .doc = "Groups of which the technician's must be one; default: any."});
  v("tags", &T::tags,
    Field{.zh = "标签", .doc = "Kinds of work that the problem's limits and closures go by: outdoor.", .later = true});
  v("notes", &T::notes, Field{.zh = "上门备注", .doc = "For whoever goes there; decides nothing.", .later = true});
}

PAIDAN_FIELDS(Location, "Location") {
  v("id", &T::id, Field{.zh = "地点编号", .doc = "Unique id.", .required = true});
  v("name", &T::name, Field{.zh = "名称", .doc = "What people call it; default: the id."});
  v("point", &T::point, Field{.zh = "坐标", .doc = "Coordinates; required by travel profiles without a matrix."});
}

PAIDAN_FIELDS(TravelProfile, "TravelProfile") {
  v("id", &T::id, Field{.zh = "出行方式编号", .doc = "Unique id.", .required = true});
  v("matrix", &T::matrix, Field{.zh = "行车矩阵", .doc = "Travel times in location order; default: straight lines."});
  v("straight_line", &T::straight_line,
    Field{.zh = "直线估算", .doc = "How to travel in a straight line; unused with a matrix."});
  v("bands", &T::bands,
    Field{.zh = "路况时段",
          .doc = "Hours of the local day, in the problem's zone, in which driving takes longer; they hold from the day "
                 "before the first shift to the day behind the last. Nobody waits for them to end; default: none.",
          .later = true});
}

PAIDAN_FIELDS(OpeningHours, "OpeningHours") {
  v("start", &T::start, Field{.zh = "开始", .doc = "A call may begin from then on.", .required = true});
  v("end", &T::end, Field{.zh = "结束", .doc = "Until then, not included.", .required = true});
}

PAIDAN_FIELDS(SupplyDepot, "SupplyDepot") {
  v("id", &T::id, Field{.zh = "仓库编号", .doc = "Unique id.", .required = true});
  v("name", &T::name, Field{.zh = "名称", .doc = "What people call it; default: the id."});
  v("location", &T::location, Field{.zh = "地点", .doc = "Location id.", .required = true});
  v("service", &T::service, Field{.zh = "取件时长", .doc = "A call takes so long, whoever calls; default 0."});
  v("hours", &T::hours, Field{.zh = "营业时间", .doc = "A call begins in one of them; default: at any time."});
  v("parts", &T::parts,
    Field{
        .zh = "库存配件",
        .doc = "Stock, for all technicians together: visits behind a call fetch these parts there, not off the van."});
  v("tools", &T::tools,
    Field{.zh = "可借工具", .doc = "Lent for the rest of the shift, to as many as come; default: none."});
}

PAIDAN_FIELDS(TagLimit, "TagLimit") {
  v("tag", &T::tag, Field{.zh = "标签", .doc = "Of the orders that count.", .required = true});
  v("start", &T::start,
    Field{
        .zh = "开始",
        .doc = "All shifts of a technician that begin in [start, end) count together; default: each shift by itself."});
  v("end", &T::end, Field{.zh = "结束", .doc = "Until then, not included; given with the start or not at all."});
  v("max_jobs", &T::max_jobs,
    Field{.zh = "单数上限", .doc = "Visits of one technician; default: no limit.", .low = 0, .high = INT32_MAX});
  v("max_work", &T::max_work,
    Field{.zh = "工时上限",
          .doc = "Service time of one technician at the technician's efficiency, setup aside; default: no limit."});
}

PAIDAN_FIELDS(TagClosure, "TagClosure") {
  v("tag", &T::tag, Field{.zh = "标签", .doc = "Of the orders that are not worked on then.", .required = true});
  v("start", &T::start, Field{.zh = "开始", .doc = "No work from then on, setup included.", .required = true});
  v("end", &T::end, Field{.zh = "结束", .doc = "Until then, not included.", .required = true});
  v("reason", &T::reason, Field{.zh = "原因", .doc = "Why, for people."});
}

PAIDAN_FIELDS(FairnessPiece, "FairnessPiece") {
  v("over", &T::over,
    Field{.zh = "超过工时", .doc = "Paid work of a technician above which this piece counts.", .required = true});
  v("per_second", &T::per_second,
    Field{.zh = "每秒成本", .doc = "Cost units per second above; pieces add up.", .required = true});
}

PAIDAN_FIELDS(Objective, "Objective") {
  v("goals", &T::goals,
    Field{.zh = "目标次序",
          .doc =
              "in_order: promises kept, then lateness, then the cost of the rest; one_weighted: the sum of all costs; "
              "default in_order.",
          .later = true});
  v("agreed_weight", &T::agreed_weight,
    Field{.zh = "有约权重",
          .doc = "In order: an order with an agreed arrival weighs this many times one without; default 3.",
          .low = 1,
          .high = 1000,
          .later = true});
  v("lateness_cap", &T::lateness_cap,
    Field{.zh = "迟到封顶",
          .doc =
              "In order: a visit's lateness counts up to this much, and a second more for an agreed order not served; "
              "default 4 hours.",
          .low = 0,
          .high = ModelTime::limit,
          .later = true});
  v("per_travel_second", &T::per_travel_second,
    Field{.zh = "每秒行车", .doc = "Cost units (1/1000 minor unit) per second on the road; default 1667."});
  v("per_metre", &T::per_metre, Field{.zh = "每米", .doc = "Cost units per metre; default 80."});
  v("per_waiting_second", &T::per_waiting_second,
    Field{.zh = "每秒等待", .doc = "Cost units per second of waiting, at most per_lateness_second; default 300."});
  v("per_lateness_second", &T::per_lateness_second,
    Field{.zh = "每秒迟到", .doc = "Cost units per second of starting after the due time; default 5000."});
  v("per_worst_lateness_second", &T::per_worst_lateness_second,
    Field{.zh = "最大迟到每秒",
          .doc = "Cost units per second of the plan's largest lateness, besides, not capped; default 0.",
          .low = 0,
          .high = 1'000'000'000'000,
          .later = true});
  v("per_overtime_second", &T::per_overtime_second,
    Field{.zh = "每秒加班", .doc = "Cost units per second after the shift's end; default 2500."});
  v("per_overskill_level", &T::per_overskill_level,
    Field{.zh = "每级技能浪费", .doc = "Cost units for each level held above the level needed; default 200000."});
  v("unserved", &T::unserved,
    Field{.zh = "未服务", .doc = "Cost units × (1 + priority) for an order not served; default 50000000."});
  v("not_preferred", &T::not_preferred,
    Field{.zh = "非优先师傅", .doc = "Cost units when none of the preferred technicians comes; default 1000000."});
  v("not_same_technician", &T::not_same_technician,
    Field{.zh = "非原师傅", .doc = "Cost units when rework goes to someone else; default 2000000."});
  v("per_rating_point", &T::per_rating_point,
    Field{.zh = "每分评分",
          .doc = "Cost units saved a visit for each hundredth of a star above the mean; default 10000."});
  v("rating_clip", &T::rating_clip,
    Field{.zh = "评分封顶", .doc = "Hundredths of a star that count at most; default 100.", .low = 0, .high = 500});
  v("fairness", &T::fairness, Field{.zh = "均衡", .doc = "Convex cost of a technician's paid work; default: none."});
}

PAIDAN_FIELDS(Cost, "Cost") {
  v("travel", &T::travel, Field{.zh = "行车", .doc = "Cost units of travel time."});
  v("distance", &T::distance, Field{.zh = "里程", .doc = "Cost units of distance."});
  v("waiting", &T::waiting, Field{.zh = "等待", .doc = "Cost units of waiting."});
  v("lateness", &T::lateness, Field{.zh = "迟到", .doc = "Cost units of starts after the due time."});
  v("overtime", &T::overtime, Field{.zh = "加班", .doc = "Cost units of overtime."});
  v("over_skill", &T::over_skill, Field{.zh = "技能浪费", .doc = "Cost units of levels above those needed."});
  v("quality", &T::quality, Field{.zh = "质量", .doc = "Cost units of ratings below the mean; negative: a bonus."});
  v("preference", &T::preference, Field{.zh = "偏好", .doc = "Cost units of visits by none of the preferred."});
  v("same_technician", &T::same_technician, Field{.zh = "原师傅", .doc = "Cost units of rework by someone else."});
  v("change", &T::change, Field{.zh = "改派", .doc = "Cost units of pins that were changed."});
  v("fixed", &T::fixed, Field{.zh = "出车", .doc = "Cost units of shifts used."});
  v("fairness", &T::fairness, Field{.zh = "均衡", .doc = "Cost units of paid work above the targets."});
  v("worst_lateness", &T::worst_lateness,
    Field{.zh = "最大迟到", .doc = "Cost units of the largest lateness of a visit.", .later = true});
  v("unserved", &T::unserved, Field{.zh = "未服务", .doc = "Cost units of orders not served."});
}

PAIDAN_FIELDS(Goals, "Goals") {
  v("honour", &T::honour,
    Field{.zh = "失约",
          .doc = "Weight of the orders not served as promised: not served, or begun after the agreed span.",
          .unit = "cost units"});
  v("late", &T::late,
    Field{
        .zh = "迟到",
        .doc =
            "Starts after the due time, capped a visit; an agreed order not served counts a second more than the cap.",
        .unit = "s"});
  v("run_well", &T::run_well,
    Field{.zh = "运行成本",
          .doc = "Cost of everything else; with one weighted goal the whole cost.",
          .unit = "cost units"});
}

PAIDAN_FIELDS(Stop, "Stop") {
  v("kind", &T::kind, Field{.zh = "类型", .doc = "visit, rest or depot.", .required = true});
  v("order", &T::order, Field{.zh = "工单号", .doc = "Visit: the order."});
  v("break_index", &T::break_row, Field{.zh = "休息序号", .doc = "Rest: which break of the shift, 0 = the first."});
  v("departure", &T::departure, Field{.zh = "出发", .doc = "Leaves the previous place.", .required = true});
  v("arrival", &T::arrival, Field{.zh = "到达", .doc = "At the place; may wait.", .required = true});
  v("start", &T::start, Field{.zh = "开始", .doc = "Setup and service, or the rest, begin.", .required = true});
  v("end", &T::end, Field{.zh = "结束", .doc = "And end.", .required = true});
  v("depot", &T::depot,
    Field{.zh = "仓库编号", .doc = "Depot: where is fetched what the visits behind need.", .later = true});
}

PAIDAN_FIELDS(Route, "Route") {
  v("shift", &T::shift, Field{.zh = "班次号", .doc = "Shift id of that technician.", .required = true});
  v("start", &T::start, Field{.zh = "出发", .doc = "Leaves the start location.", .required = true});
  v("end", &T::end,
    Field{.zh = "返回", .doc = "Back at the end location; open end: end of the last stop.", .required = true});
  v("stops", &T::stops, Field{.zh = "停靠", .doc = "Visits, rests and calls at depots in order.", .required = true});
}

PAIDAN_FIELDS(Plan, "Plan") {
  v("problem", &T::problem,
    Field{.zh = "问题指纹", .doc = "Content hash of the problem it answers.", .required = true});
  v("routes", &T::routes, Field{.zh = "路线", .doc = "One per shift that is used.", .required = true});
  v("unassigned", &T::unassigned, Field{.zh = "未派", .doc = "Orders in no route.", .required = true});
  v("cost", &T::cost, Field{.zh = "成本", .doc = "Terms of the cost.", .required = true});
  v("total_cost", Computed{&T::total_cost},
    Field{.zh = "总成本", .doc = "Their sum, 1/1000 of a minor unit each.", .unit = "cost units"});
  v("goals", &T::goals,
    Field{.zh = "目标",
          .doc = "What the plan is compared by, one after the other; absent in plans of earlier versions.",
          .later = true});
}

PAIDAN_FIELDS(ProblemData, "Problem") {
  v("origin", &T::origin,
    Field{.zh = "时间原点",
          .doc = "Times inside the model count from here; all lie within 2^28 s of it.",
          .required = true});
  v("zone", &T::zone, Field{.zh = "时区", .doc = "Zone of local dates and texts; default UTC."});
  v("locations", &T::locations, Field{.zh = "地点", .doc = "Places; matrices are in their order.", .required = true});
  v("profiles", &T::profiles,
    Field{.zh = "出行方式", .doc = "Travel profiles; default: one in straight lines, \"car\"."});
  v("technicians", &T::technicians, Field{.zh = "师傅", .doc = "Technicians, at least one.", .required = true});
  v("orders", &T::orders, Field{.zh = "工单", .doc = "Repair orders; none makes an empty plan.", .required = true});
  v("depots", &T::depots, Field{.zh = "仓库", .doc = "Where technicians fetch what their vans lack; default: none."});
  v("objective", &T::objective,
    Field{.zh = "目标",
          .doc = "By what plans are compared, and weights of the cost; default: in order, weights of a city at ¥60 an "
                 "hour."});
  v("skills", &T::skills,
    Field{.zh = "技能目录", .doc = "Skills that exist; default: whatever is named. Any other name is an error."});
  v("limits", &T::limits,
    Field{.zh = "分类上限", .doc = "Most work on orders with a tag, by technician; default: none.", .later = true});
  v("closures", &T::closures,
    Field{.zh = "分类停工", .doc = "Times when orders with a tag are not worked on; default: none.", .later = true});
}

}  // namespace paidan::inline PAIDAN_ABI
