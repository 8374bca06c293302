#pragma once

#include <paidan/core/ranges.hpp>
#include <paidan/sheets/fields.hpp>
#include <paidan/sheets/roads_csv.hpp>
#include <paidan/sheets/rows.ipp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>
#include <paidan/travel/fields.hpp>
#include <paidan/travel/straight_line.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace sheets_detail {

struct ClassSpeed {
  std::string_view name;
  std::int32_t kmh;
};
/// Towns with lights and crossings; `_link` is its class's.
inline constexpr std::array<ClassSpeed, 14> class_speeds{{{"motorway", 80},
                                                          {"trunk", 60},
                                                          {"primary", 45},
                                                          {"secondary", 40},
                                                          {"tertiary", 35},
                                                          {"unclassified", 30},
                                                          {"residential", 25},
                                                          {"road", 25},
                                                          {"living_street", 12},
                                                          {"service", 15},
                                                          {"track", 15},
                                                          {"busway", 30},
                                                          {"pedestrian", 6},
                                                          {"escape", 15}}};

enum class Ways : std::uint8_t { forward, both, backward, unknown };

inline Ways ways_of(std::string_view cell) {
  const std::string word = half_width(cell);
  const auto among = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (among({"yes", "true", "1", "是", "单行", "y"})) return Ways::forward;
  if (among({"", "no", "false", "0", "否", "双向", "n"})) return Ways::both;
  if (among({"-1", "reverse", "反向"})) return Ways::backward;
  return Ways::unknown;
}

/// Builds the network row by row.
class RoadBuilder {
 public:
  explicit RoadBuilder(const sheets::RoadOptions& options) : options_(options) {}

  void add_nodes(const syntax::Table& table, const std::vector<sheets::NodeRow>& rows, const sheets::RowsRead& read) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::int64_t row = read.numbers[i];
      const std::optional<GeoPoint> point = GeoPoint::from_degrees(rows[i].lat, rows[i].lon, options_.datum);
      if (!point) {
        for (const auto& [name, value, bound] :
             {std::tuple{"lat", rows[i].lat, 90.0}, std::tuple{"lon", rows[i].lon, 180.0}}) {
          if (std::abs(value) <= bound) continue;
          const std::string heading = heading_of(table, read, name);
          errors.add(paidan::out_of_range(sheets::column_path(table, heading), heading, syntax::number_text(-bound),
                                          syntax::number_text(bound), syntax::number_text(value), row));
        }
        continue;
      }
      const auto [known, fresh] =
          nodes_.emplace(rows[i].node, Node{static_cast<std::uint32_t>(data.nodes.size()), row});
      if (!fresh) {
        errors.add(sheets::errors::same_crossing, sheets::column_path(table, heading_of(table, read, "node")),
                   {{"node", rows[i].node}, {"first", std::to_string(known->second.row)}}, row);
        continue;
      }
      data.nodes.push_back(*point);
    }
  }

  void add_edges(const syntax::Table& table, const std::vector<sheets::EdgeRow>& rows, const sheets::RowsRead& read) {
    directions_ = std::any_of(read.columns.begin(), read.columns.end(),
                              [](const sheets::ColumnInfo& one) { return one.name == "oneway" && one.column >= 0; });
    for (std::size_t i = 0; i < rows.size(); ++i) add_edge(table, rows[i], read, read.numbers[i]);
    if (rows.empty()) errors.add(sheets::errors::no_stretch, "edges");
  }

  void say(Errors& notices) const {
    if (!directions_) notices.add(sheets::notices::every_row_one_way, "edges.oneway");
    if (lengths_ > 0) {
      notices.add(sheets::notices::lengths_assumed, "edges.metres", {{"count", std::to_string(lengths_)}});
    }
    if (assumed_ > 0) {
      std::string en;
      std::string zh;
      for (const auto& [name, kmh] : classes_) {
        en +=
            (en.empty() ? "" : ", ") + (name.empty() ? "without a class" : name) + " " + std::to_string(kmh) + " km/h";
        zh += (zh.empty() ? "" : "、") + (name.empty() ? "未写等级" : name) + " " + std::to_string(kmh) + "公里/小时";
      }
      notices.add(sheets::notices::speeds_assumed, "edges.speed_kmh",
                  {{"count", std::to_string(assumed_)}, {"speeds", en}, {"speeds_zh", zh}});
    }
    if (short_ > 0) notices.add(sheets::notices::shorter_than_straight, "edges.metres", shortness());
    if (strange_.empty()) return;
    std::string list;
    for (const std::string& one : strange_) list += (list.empty() ? "" : ", ") + one;
    notices.add(sheets::notices::classes_unknown, "edges.highway",
                {{"kmh", std::to_string(options_.speed_metres_per_hour / 1000)}, {"classes", list}});
  }

  /// Most lengths cannot be metres.
  void judge_lengths() {
    if (short_ * 2 > measured_) errors.add(sheets::notices::shorter_than_straight, "edges.metres", shortness());
  }

  travel::RoadData data;
  Errors errors;

 private:
  [[nodiscard]] std::vector<Parameter> shortness() const {
    return {{"count", std::to_string(short_)},
            {"all", std::to_string(measured_)},
            {"times", std::to_string(static_cast<std::int64_t>(times_))}};
  }
  /// A road is no shorter than the straight line, but for the roundings of both.
  void compare_length(double metres, const travel::RoadEdge& edge) {
    ++measured_;
    const double line = straight(edge);
    if (metres >= 0.8 * line - 5) return;
    ++short_;
    times_ = std::max(times_, std::round(line / metres));
  }

  struct Node {
    std::uint32_t number = 0;
    std::int64_t row = 0;
  };

  static std::string heading_of(const syntax::Table& table, const sheets::RowsRead& read, std::string_view field) {
    const auto column = std::find_if(read.columns.begin(), read.columns.end(),
                                     [&](const sheets::ColumnInfo& one) { return one.name == field; });
    return column->column >= 0 ? table.headings[static_cast<std::size_t>(column->column)] : std::string(column->name);
  }

  void add_edge(const syntax::Table& table, const sheets::EdgeRow& from, const sheets::RowsRead& read,
                std::int64_t row) {
    const auto path = [&](std::string_view field) {
      return sheets::column_path(table, heading_of(table, read, field));
    };
    const std::size_t before = errors.total();
    const auto node = [&](const std::string& name, std::string_view field) -> std::uint32_t {
      const auto known = nodes_.find(name);
      if (known != nodes_.end()) return known->second.number;
      errors.add(sheets::errors::unknown_crossing, path(field), {{"node", name}}, row);
      return 0;
    };
    travel::RoadEdge edge;
    edge.from = node(from.from, "from");
    edge.to = node(from.to, "to");
    for (const auto& [field, value] : {std::pair{"metres", from.metres}, std::pair{"seconds", from.seconds},
                                       std::pair{"speed_kmh", from.speed_kmh}}) {
      if (!value || *value > 0) continue;
      errors.add(sheets::errors::not_positive, path(field),
                 {{"field", heading_of(table, read, field)}, {"value", syntax::number_text(*value)}}, row);
    }
    const Ways ways = ways_of(from.oneway);
    if (ways == Ways::unknown) {
      constexpr std::array<std::string_view, 3> known{"yes", "no", "-1"};
      errors.add(unknown_value(heading_of(table, read, "oneway"), syntax::shortened(from.oneway, 60), path("oneway"),
                               known, row));
    }
    if (errors.total() > before) return;
    const double metres = from.metres ? *from.metres : straight(edge);
    lengths_ += from.metres ? 0 : 1;
    if (from.metres) compare_length(metres, edge);
    edge.decimetres =
        number(std::max(1.0, metres * 10), field_of<&travel::RoadEdge::decimetres>.field, path("metres"), row);
    edge.metres_per_hour = number(speed(from, metres), field_of<&travel::RoadEdge::metres_per_hour>.field,
                                  path(from.seconds ? "seconds" : "speed_kmh"), row);
    if (errors.total() > before) return;
    if (!directions_ || ways != Ways::backward) data.edges.push_back(edge);
    if (directions_ && ways != Ways::forward) {
      std::swap(edge.from, edge.to);
      data.edges.push_back(edge);
    }
  }

  [[nodiscard]] double straight(const travel::RoadEdge& edge) const {
    const std::array<GeoPoint, 2> ends{data.nodes[edge.from], data.nodes[edge.to]};
    const travel::StraightLine line(ends, {.detour_percent = 100, .speed_metres_per_hour = 25'000, .stop_seconds = 0});
    return std::max(1, line.leg(LocationIndex(0), LocationIndex(1)).metres);
  }
  double speed(const sheets::EdgeRow& from, double metres) {
    if (from.seconds) return metres * 3600 / *from.seconds;
    if (from.speed_kmh) return *from.speed_kmh * 1000;
    ++assumed_;
    std::int32_t found = sheets::speed_of_class(from.highway);
    if (found == 0) {
      found = options_.speed_metres_per_hour;
      if (!from.highway.empty() && strange_.size() < 10) strange_.insert(syntax::shortened(from.highway, 30));
    }
    classes_[from.highway.empty() ? "" : syntax::shortened(from.highway, 30)] = found / 1000;
    return found;
  }
  std::int32_t number(double value, const Field& field, const std::string& path, std::int64_t row) {
    const double whole = std::round(value);
    if (whole >= static_cast<double>(field.low) && whole <= static_cast<double>(field.high)) {
      return static_cast<std::int32_t>(whole);
    }
    errors.add(paidan::out_of_range(path, std::string(field.zh), std::to_string(field.low), std::to_string(field.high),
                                    syntax::number_text(value), row));
    return 1;
  }

  const sheets::RoadOptions& options_;
  std::map<std::string, Node, std::less<>> nodes_;
  bool directions_ = false;
  std::int64_t lengths_ = 0;
  std::int64_t measured_ = 0;  // lengths that were given
  std::int64_t short_ = 0;     // … and cannot be
  double times_ = 0;
  std::int64_t assumed_ = 0;
  std::map<std::string, std::int32_t> classes_;
  std::set<std::string> strange_;
};

}  // namespace sheets_detail

namespace sheets {

PAIDAN_INLINE std::int32_t speed_of_class(std::string_view highway) {
  constexpr std::string_view link = "_link";
  if (highway.ends_with(link)) highway.remove_suffix(link.size());
  for (const auto& [name, kmh] : sheets_detail::class_speeds) {
    if (name == highway) return kmh * 1000;
  }
  return 0;
}

PAIDAN_INLINE travel::RoadData roads_from_csv(std::string_view nodes, std::string_view edges,
                                              const RoadOptions& options) {
  sheets_detail::RoadBuilder builder(options);
  const auto options_of = [&](const std::vector<ColumnName>& columns) {
    return TableOptions{.columns = columns, .limits = options.limits, .notices = options.notices};
  };
  const auto read = [&]<class Row>(std::string_view bytes, const char* name, const TableOptions& own, auto&& add,
                                   const Row*) {
    try {
      const syntax::Table table = read_table<Row>(bytes, name, own);
      RowsRead said;
      Errors wrong;
      const std::vector<Row> rows = read_rows<Row>(table, own, nullptr, wrong, &said);
      for (const Error& error : wrong.told(name)) builder.errors.add(error);
      if (!wrong.empty()) return false;
      if (own.notices != nullptr) say_unused(table, said.columns, said.unused, *own.notices);
      add(table, rows, said);
      return true;
    } catch (const InvalidInput& unreadable) {  // the other table is still worth reading
      for (const Error& error : unreadable.errors()) builder.errors.add(error);
      return false;
    }
  };
  const TableOptions of_nodes = options_of(options.node_columns);
  const TableOptions of_edges = options_of(options.edge_columns);
  const bool placed = read(
      nodes, "nodes", of_nodes, [&](const auto&... all) { builder.add_nodes(all...); },
      static_cast<const NodeRow*>(nullptr));
  read(
      edges, "edges", of_edges,
      [&](const auto&... all) {
        if (placed) builder.add_edges(all...);  // else every crossing would be unknown
      },
      static_cast<const EdgeRow*>(nullptr));
  if (builder.errors.empty()) builder.judge_lengths();
  if (!builder.errors.empty()) throw InvalidInput(builder.errors.told());
  if (options.notices != nullptr) builder.say(*options.notices);
  return std::move(builder.data);
}

}  // namespace sheets
}  // namespace paidan::inline PAIDAN_ABI
