#pragma once

#include <paidan/documents/detail/problem_json.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/model/errors.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/zones.hpp>

#include <algorithm>
#include <utility>

namespace paidan::inline PAIDAN_ABI {
namespace documents_detail {

/// Reads what can be read; errors are added.
inline ProblemData read_problem(const syntax::Tree& tree, Errors& errors) {
  syntax::Reader reader(tree, errors);
  ProblemData data;
  if (!syntax::check_header(reader, "problem")) return data;
  // Local times need the zone, wherever it stands. If it is wrong, say so once and go on.
  ZoneRules zone;
  const std::uint32_t stated = syntax::find_member(tree, 0, "zone");
  if (stated != 0 && tree.nodes[stated].kind != syntax::NodeKind::null) {
    Errors later;  // the main pass reports them
    syntax::Reader(tree, later).read(stated, zone);
  }
  reader.set_zone(&zone);
  reader.object(0, data, syntax::header_keys);
  const bool by_name = stated != 0 && tree.nodes[stated].kind == syntax::NodeKind::text;
  if (by_name && errors.empty() && reader.lowest_instant() <= reader.highest_instant()) {
    data.zone = syntax::trimmed(data.zone, {reader.lowest_instant()}, {reader.highest_instant()});
  }
  return data;
}

/// `orders[3]` of `orders[3].windows[0].end`.
inline std::string_view noun_of(std::string_view path) { return path.substr(0, path.find('.')); }

/// Place in the document: the field of the problem, then the position in it.
inline std::pair<std::size_t, std::size_t> place_of(std::string_view path) {
  const std::string_view noun = noun_of(path);
  const std::string_view list = noun.substr(0, noun.find('['));
  std::size_t field = 0;
  std::size_t index = 0;
  Fields<ProblemData>::visit([&]<class M>(std::string_view name, M ProblemData::*, const Field&) {
    ++index;
    if (name == list) field = index;
  });
  std::size_t position = 0;
  if (list.size() < noun.size()) {
    for (const char c : noun.substr(list.size() + 1)) {
      if (c < '0' || c > '9') break;
      position = position * 10 + static_cast<std::size_t>(c - '0');
    }
  }
  return {field, position};
}

/// Is one of them the other, or inside it? `orders[3]` and `orders[3].windows[0].end` are related.
inline bool related(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return b.starts_with(a) && (a.size() == b.size() || b[a.size()] == '.' || b[a.size()] == '[');
}

/// Errors of meaning that do not follow from errors of form: not at, above or below a field that could not be read, no
/// unknown ids once an id could not be read, no overlap between shifts of which one could not be.
inline void add_independent(const std::vector<Error>& meaning, std::vector<Error>& form) {
  const std::vector<Error> read = form;
  bool ids_doubtful = false;
  for (const Error& error : read) {
    if (error.kind == &syntax::errors::unknown_field)
      continue;  // what it was meant for is reported as missing, if it was needed
    const std::string_view noun = noun_of(error.path);
    if (noun.empty()) return;
    const std::string_view list = noun.substr(0, noun.find('['));
    if (list == noun && noun != "objective" && noun != "depots")
      return;  // a whole list, the origin or the zone is missing
    ids_doubtful = ids_doubtful || error.path == noun || error.path.ends_with(".id");
  }
  const auto follows = [&](const Error& error) {
    if (ids_doubtful && error.kind == &paidan::errors::unknown_id) return true;
    return std::any_of(read.begin(), read.end(), [&](const Error& earlier) {
      if (earlier.kind == &syntax::errors::unknown_field) return false;
      if (related(earlier.path, error.path)) return true;
      return error.kind == &paidan::errors::overlapping_shifts && noun_of(earlier.path) == noun_of(error.path);
    });
  };
  for (const Error& error : meaning) {
    if (!noun_of(error.path).empty() && !follows(error)) form.push_back(error);
  }
  std::stable_sort(form.begin(), form.end(),
                   [](const Error& a, const Error& b) { return place_of(a.path) < place_of(b.path); });
  if (form.size() > Errors::limit) form.resize(Errors::limit);
}

PAIDAN_INLINE ProblemData problem_data(std::string_view text, const syntax::Limits& limits) {
  const syntax::Tree tree = syntax::parse_json(text, limits);
  Errors errors;
  ProblemData data = read_problem(tree, errors);
  errors.throw_if_any();
  return data;
}

}  // namespace documents_detail

namespace documents {

PAIDAN_INLINE Problem problem_from_json(std::string_view text, const syntax::Limits& limits) {
  ProblemData data;
  Errors errors;
  {
    const syntax::Tree tree = syntax::parse_json(text, limits);
    data = documents_detail::read_problem(tree, errors);
  }
  if (errors.empty()) return Problem(std::move(data));
  std::vector<Error> all = errors.list();
  documents_detail::add_independent(Problem::validate(data), all);
  throw InvalidInput(std::move(all));
}

}  // namespace documents
}  // namespace paidan::inline PAIDAN_ABI
