// Random batches to match, the same on every machine: integers only, one SplitMix64 stream an instance.
//
// Names are SIZE-FAMILY[-VARIANT], or dense-N-KIND:
//   sizes     a 500 × 200 (degree 20) · b 5,000 × 2,000 (30) · c 50,000 × 10,000 (30) · c2 50,000 × 20,000 (30)
//   families  geo (cities, skills, urgency) · uni (random technicians and costs)
//   variants  tight (1–4 slots a technician) · scarce (1–2) · hipen (tight, and penalties so high that nobody should
//             stay unassigned: 10^7 in place of geo's 15,000, added to uni's) · must (tight, every order marked to be
//             served before all cost); without one, 1–6 slots
//   dense     uniform (costs 0 … 100,000) · euclid (rows and columns are points) · product ((i + 1) · (j + 1))
//
// What a recipe in words leaves open is settled so. U(a, b) = a + next() % (b − a + 1), drawn in the order of the text.
//   geo      Centres: x, y each U(0, 100000). Then the technicians: place, skill, rating, capacity, base, a. Then the
//            orders: place, skill (two draws), urgency, penalty = 15000 + 15000 · urgency + U(0, 4999), K. A place: if
//            U(0, 99) < 70, a centre's index, then four offsets U(−3000, 3000) on x and four on y, which are summed and
//            may leave the square; otherwise x, y uniform. Nearest: by squared distance, then by index; fewer than K
//            when fewer have the skill. Distance: metres, rounded down. cost = dist · (2 + urgency) / 2 (rounded down)
//            + 300 · (skill gap) + (500 − rating). Arcs of a row stand nearest first.
//   uni      The technicians: capacity, base, a. Then the orders: penalty, degree, and for each arc a technician (drawn
//            again when the row has it already) and its cost. Arcs stand as drawn.
//   slot k   base + a · k, k = 0 … capacity − 1.
//   dense    Square, one slot of cost 0 a column; the penalty lies above every cost, so that all rows are served.
//            euclid: both points U(0, 100000) on each axis, rows first; metres, rounded down.
#pragma once

#include <paidan/core/random.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace paidan_bench {

/// Compressed rows: row i has the arcs row_begin[i] … row_begin[i + 1] − 1; likewise the slots of a column, rising.
struct AssignmentInstance {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<std::uint64_t> row_begin;
  std::vector<std::uint32_t> column;
  std::vector<std::int64_t> cost;
  std::vector<std::int64_t> penalty;
  std::vector<std::uint64_t> slot_begin;
  std::vector<std::int64_t> slot_cost;
  std::vector<std::uint8_t> must_serve;  // per row, or empty

  /// What an algorithm that knows no order of goals is told in place of `penalty`.
  static constexpr std::int64_t must_penalty = 10'000'000;
  [[nodiscard]] std::int64_t plain_penalty(std::size_t row) const {
    return penalty[row] + (must_serve.empty() || must_serve[row] == 0 ? 0 : must_penalty);
  }
};

namespace instances_detail {

using Random = paidan::SplitMix64;

inline constexpr std::int64_t square = 100'000;  // metres

inline std::uint32_t index(Random& random, std::uint32_t size) {
  return static_cast<std::uint32_t>(random.between(0, std::int64_t{size} - 1));
}

struct Point {
  std::int64_t x = 0;
  std::int64_t y = 0;
};

inline Point uniform_point(Random& random) {
  const std::int64_t x = random.between(0, square);
  return {x, random.between(0, square)};
}

inline std::int64_t squared_distance(Point from, Point to) {
  return (from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y);
}

inline std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// Rounded down, whatever the floating-point unit does.
inline std::int64_t square_root(std::int64_t value) {
  auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(value)));
  while (root * root > value) --root;
  while ((root + 1) * (root + 1) <= value) ++root;
  return root;
}

inline void add_slots(AssignmentInstance& instance, std::int64_t capacity, std::int64_t base, std::int64_t step) {
  for (std::int64_t k = 0; k < capacity; ++k) instance.slot_cost.push_back(base + step * k);
  instance.slot_begin.push_back(instance.slot_cost.size());
}

inline void add_arc(AssignmentInstance& instance, std::uint32_t column, std::int64_t cost) {
  instance.column.push_back(column);
  instance.cost.push_back(cost);
}

/// Points in square cells; the nearest ones are found ring by ring.
class Grid {
 public:
  explicit Grid(const std::vector<Point>& points) : points_(points) {
    low_ = high_ = points.at(0);
    for (const Point p : points) {
      low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
      high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
    }
    const std::int64_t extent = std::max(high_.x - low_.x, high_.y - low_.y) + 1;
    side_ = std::max<std::int64_t>(1, square_root(static_cast<std::int64_t>(points.size())));
    cell_ = extent / side_ + 1;
    begin_.assign(static_cast<std::size_t>(side_ * side_) + 1, 0);
    for (const Point p : points) ++begin_[cell_of(p) + 1];
    for (std::size_t c = 1; c < begin_.size(); ++c) begin_[c] += begin_[c - 1];
    members_.resize(points.size());
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    for (std::uint32_t j = 0; j < points.size(); ++j) members_[next[cell_of(points[j])]++] = j;
  }

  /// The `count` nearest points that `accepted` lets through, as (squared distance, index), rising.
  template <typename Accepted>
  void nearest(Point from, std::size_t count, Accepted accepted,
               std::vector<std::pair<std::int64_t, std::uint32_t>>& found) const {
    found.clear();
    // A place outside the grid is dealt with as if the grid went on.
    const std::int64_t x = floor_divide(from.x - low_.x, cell_);
    const std::int64_t y = floor_divide(from.y - low_.y, cell_);
    const std::int64_t rings = side_ + std::max(std::abs(x), std::abs(y)) + 1;
    for (std::int64_t ring = 0; ring <= rings; ++ring) {
      const std::int64_t nearer_than = (ring - 1) * cell_;  // every point not looked at yet is at least this far
      if (ring > 1 && found.size() >= count) {
        std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count) - 1, found.end());
        if (found[count - 1].first < nearer_than * nearer_than) break;
      }
      for (std::int64_t row = std::max<std::int64_t>(0, y - ring); row <= std::min(side_ - 1, y + ring); ++row) {
        const bool edge = row == y - ring || row == y + ring;
        const std::int64_t stride = edge || ring == 0 ? 1 : 2 * ring;
        for (std::int64_t column = x - ring; column <= x + ring; column += stride) {
          if (column < 0 || column >= side_) continue;
          const auto cell = static_cast<std::size_t>(row * side_ + column);
          for (std::uint32_t m = begin_[cell]; m < begin_[cell + 1]; ++m) {
            const std::uint32_t j = members_[m];
            if (accepted(j)) found.emplace_back(squared_distance(from, points_[j]), j);
          }
        }
      }
    }
    std::sort(found.begin(), found.end());
    if (found.size() > count) found.resize(count);
  }

 private:
  [[nodiscard]] std::size_t cell_of(Point p) const {
    return static_cast<std::size_t>((p.y - low_.y) / cell_ * side_ + (p.x - low_.x) / cell_);
  }

  const std::vector<Point>& points_;
  Point low_, high_;
  std::int64_t side_ = 0;
  std::int64_t cell_ = 0;
  std::vector<std::uint32_t> begin_, members_;
};

/// 70 % of all places lie about a city's centre.
class Places {
 public:
  Places(Random& random, std::uint32_t technicians) : centres_(std::max(3U, technicians / 100)) {
    for (Point& centre : centres_) centre = uniform_point(random);
  }

  [[nodiscard]] Point draw(Random& random) const {
    if (random.between(0, 99) >= 70) return uniform_point(random);
    Point p = centres_[index(random, static_cast<std::uint32_t>(centres_.size()))];
    for (int k = 0; k < 4; ++k) p.x += random.between(-3'000, 3'000);
    for (int k = 0; k < 4; ++k) p.y += random.between(-3'000, 3'000);
    return p;
  }

 private:
  std::vector<Point> centres_;
};

struct Shape {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::int64_t degree = 0;
  std::int64_t most_slots = 6;
  std::int64_t base_penalty = 15'000;
  bool must_serve = false;
};

inline AssignmentInstance empty(const Shape& shape) {
  AssignmentInstance instance;
  instance.rows = shape.rows;
  instance.columns = shape.columns;
  instance.row_begin.push_back(0);
  instance.slot_begin.push_back(0);
  if (shape.must_serve) instance.must_serve.assign(shape.rows, 1);
  const auto arcs = std::size_t{shape.rows} * static_cast<std::size_t>(shape.degree + shape.degree / 16 + 1);
  instance.column.reserve(arcs);
  instance.cost.reserve(arcs);
  return instance;
}

inline AssignmentInstance geo(const Shape& shape, std::uint64_t seed) {
  Random random(seed);
  AssignmentInstance instance = empty(shape);
  const Places places(random, shape.columns);
  std::vector<Point> homes;
  std::vector<std::int64_t> skills, ratings;
  for (std::uint32_t j = 0; j < shape.columns; ++j) {
    homes.push_back(places.draw(random));
    skills.push_back(random.between(1, 5));
    ratings.push_back(random.between(0, 500));
    const std::int64_t capacity = random.between(1, shape.most_slots);
    const std::int64_t base = random.between(0, 200);
    add_slots(instance, capacity, base, random.between(200, 1'500));
  }
  const Grid grid(homes);
  std::vector<std::pair<std::int64_t, std::uint32_t>> near;
  for (std::uint32_t i = 0; i < shape.rows; ++i) {
    const Point site = places.draw(random);
    const std::int64_t first = random.between(1, 5);
    const std::int64_t skill = std::min(first, random.between(1, 5));
    const std::int64_t urgency = random.between(0, 3);
    instance.penalty.push_back(shape.base_penalty + 15'000 * urgency + random.between(0, 4'999));
    const auto count = static_cast<std::size_t>(random.between(shape.degree / 2, shape.degree * 3 / 2));
    grid.nearest(
        site, count, [&](std::uint32_t j) { return skills[j] >= skill; }, near);
    for (const auto& [squared, j] : near) {
      add_arc(instance, j, square_root(squared) * (2 + urgency) / 2 + 300 * (skills[j] - skill) + (500 - ratings[j]));
    }
    instance.row_begin.push_back(instance.column.size());
  }
  return instance;
}

inline AssignmentInstance uni(const Shape& shape, std::uint64_t seed) {
  Random random(seed);
  AssignmentInstance instance = empty(shape);
  for (std::uint32_t j = 0; j < shape.columns; ++j) {
    const std::int64_t capacity = random.between(1, shape.most_slots);
    const std::int64_t base = random.between(0, 200);
    add_slots(instance, capacity, base, random.between(200, 1'515));
  }
  std::vector<std::uint32_t> last_row(shape.columns, shape.rows);
  const bool must_serve = shape.base_penalty >= 10'000'000;
  for (std::uint32_t i = 0; i < shape.rows; ++i) {
    instance.penalty.push_back(random.between(50'000, 150'000) + (must_serve ? shape.base_penalty : 0));
    const std::int64_t count = random.between(shape.degree / 2, shape.degree * 3 / 2);
    for (std::int64_t k = 0; k < std::min<std::int64_t>(count, shape.columns); ++k) {
      std::uint32_t j = index(random, shape.columns);
      while (last_row[j] == i) j = index(random, shape.columns);
      last_row[j] = i;
      add_arc(instance, j, random.between(0, 100'000));
    }
    instance.row_begin.push_back(instance.column.size());
  }
  return instance;
}

inline AssignmentInstance dense(std::uint32_t size, std::string_view kind, std::uint64_t seed) {
  Random random(seed);
  AssignmentInstance instance = empty({.rows = size, .columns = size, .degree = size});
  std::vector<Point> from(size), to(size);
  if (kind == "euclid") {
    for (Point& p : from) p = uniform_point(random);
    for (Point& p : to) p = uniform_point(random);
  } else if (kind != "uniform" && kind != "product") {
    throw std::invalid_argument("no such dense kind: " + std::string(kind));
  }
  std::int64_t most = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    for (std::uint32_t j = 0; j < size; ++j) {
      std::int64_t cost = 0;
      if (kind == "uniform") cost = random.between(0, 100'000);
      if (kind == "euclid") cost = square_root(squared_distance(from[i], to[j]));
      if (kind == "product") cost = (std::int64_t{i} + 1) * (std::int64_t{j} + 1);
      most = std::max(most, cost);
      add_arc(instance, j, cost);
    }
    instance.row_begin.push_back(instance.column.size());
    add_slots(instance, 1, 0, 0);
  }
  instance.penalty.assign(size, most + 1);
  return instance;
}

inline std::vector<std::string> parts(std::string_view name) {
  std::vector<std::string> result(1);
  for (const char letter : name) {
    if (letter == '-') {
      result.emplace_back();
    } else {
      result.back() += letter;
    }
  }
  return result;
}

}  // namespace instances_detail

/// `rows` above 0: so many orders; the first ones are always the same. Throws std::invalid_argument when there is no
/// such instance.
[[nodiscard]] inline AssignmentInstance assignment_instance(std::string_view name, std::uint64_t seed,
                                                            std::uint32_t rows = 0) {
  using instances_detail::Shape;
  const std::vector<std::string> words = instances_detail::parts(name);
  const auto unknown =
      std::invalid_argument("no such instance: " + std::string(name) + " (b-geo, c-uni-tight, dense-2000-euclid …)");
  if (words.size() < 2 || words.size() > 3) throw unknown;
  if (words[0] == "dense" && rows == 0) {
    if (words.size() != 3 || words[1].size() > 4 || words[1].find_first_not_of("0123456789") != std::string::npos)
      throw unknown;
    return instances_detail::dense(static_cast<std::uint32_t>(std::stoul(words[1])), words[2], seed);
  }
  Shape shape;
  if (words[0] == "a") {
    shape = {.rows = 500, .columns = 200, .degree = 20};
  } else if (words[0] == "b") {
    shape = {.rows = 5'000, .columns = 2'000, .degree = 30};
  } else if (words[0] == "c") {
    shape = {.rows = 50'000, .columns = 10'000, .degree = 30};
  } else if (words[0] == "c2") {
    shape = {.rows = 50'000, .columns = 20'000, .degree = 30};
  } else {
    throw unknown;
  }
  if (words.size() == 3) {
    shape.most_slots = words[2] == "scarce" ? 2 : 4;
    if (words[2] == "hipen") {
      shape.base_penalty = 10'000'000;
    } else if (words[2] == "must") {
      shape.must_serve = true;
    } else if (words[2] != "tight" && words[2] != "scarce") {
      throw unknown;
    }
  }
  if (rows > 0) shape.rows = rows;
  if (words[1] == "geo") return instances_detail::geo(shape, seed);
  if (words[1] == "uni") return instances_detail::uni(shape, seed);
  throw unknown;
}

}  // namespace paidan_bench
