#pragma once

#include <paidan/core/detail/code_points.hpp>
#include <paidan/core/error.hpp>
#include <paidan/core/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace paidan::inline PAIDAN_ABI {

namespace core_detail {

inline std::string joined(const std::vector<Error>& errors, Language language) {
  std::string all;
  for (const Error& error : errors) {
    if (!all.empty()) all += '\n';
    all += error.message(language);
  }
  return all;
}

inline std::u32string fold_points(std::u32string text) {
  for (char32_t& c : text) c = fold_case(c);
  return text;
}

/// Edit distance with insertion, deletion, substitution and swap of neighbours, each costing 1 and no part edited twice
/// (Damerau 1964; the "optimal string alignment" form).
inline std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace core_detail

PAIDAN_INLINE std::string substitute(std::string_view pattern, std::span<const Parameter> parameters) {
  std::string text;
  text.reserve(pattern.size());
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    if (i + 1 < pattern.size() && pattern[i + 1] == '{') {
      text += '{';
      ++i;
      continue;
    }
    const std::size_t end = pattern.find('}', i);
    if (end == std::string_view::npos) {
      text += pattern.substr(i);
      break;
    }
    const std::string_view name = pattern.substr(i + 1, end - i - 1);
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& p) { return p.name == name; });
    if (found == parameters.end()) {
      text += '{';  // an unknown name stays; what follows may hold a known one
      continue;
    }
    text += found->value;
    i = end;
  }
  return text;
}

PAIDAN_INLINE std::string Error::text(Language language) const {
  return substitute(language == Language::zh ? kind->zh : kind->en, parameters);
}

PAIDAN_INLINE std::string Error::message(Language language) const {
  std::string where = path;
  if (row > 0) {
    if (language == Language::zh) {
      where += (where.empty() ? "第" : ",第") + std::to_string(row) + "行";
    } else {
      where += (where.empty() ? "row " : ", row ") + std::to_string(row);
    }
  }
  if (where.empty()) return text(language);
  return where + (language == Language::zh ? ":" : ": ") + text(language);
}

PAIDAN_INLINE void Errors::add(const ErrorKind& kind, std::string path, std::vector<Parameter> parameters,
                               std::int64_t row) {
  if (kept_.size() < limit) kept_.push_back({&kind, std::move(path), row, std::move(parameters)});
  ++total_;
}

PAIDAN_INLINE void Errors::add(Error error) {
  if (kept_.size() < limit) kept_.push_back(std::move(error));
  ++total_;
}

PAIDAN_INLINE void Errors::throw_if_any() const {
  if (!empty()) throw InvalidInput(told());
}

PAIDAN_INLINE std::vector<Error> Errors::told(std::string path) const {
  std::vector<Error> all = kept_;
  if (total_ > kept_.size()) {
    all.push_back({&errors::more_errors, std::move(path), 0, {{"count", std::to_string(total_ - kept_.size())}}});
  }
  return all;
}

PAIDAN_INLINE InvalidInput::InvalidInput(std::vector<Error> errors)
    : std::runtime_error(core_detail::joined(errors, Language::en)), errors_(std::move(errors)) {}

PAIDAN_INLINE InvalidInput::InvalidInput(Error error) : InvalidInput(std::vector<Error>{std::move(error)}) {}

PAIDAN_INLINE std::string InvalidInput::message(Language language) const {
  return core_detail::joined(errors_, language);
}

PAIDAN_INLINE std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
  const std::u32string exact = core_detail::code_points(word);
  const std::u32string folded = core_detail::fold_points(exact);
  const std::size_t threshold = std::clamp<std::size_t>(exact.size() / 3, 1, 3);
  std::string_view best;
  std::pair<std::size_t, std::size_t> best_distance{threshold + 1, 0};
  for (const std::string_view candidate : known) {
    const std::u32string other = core_detail::code_points(candidate);
    if (std::max(other.size(), exact.size()) > std::min(other.size(), exact.size()) + threshold) continue;
    const std::size_t distance = core_detail::edit_distance(folded, core_detail::fold_points(other));
    if (distance > best_distance.first || distance > threshold) continue;
    if (distance >= std::max(exact.size(), other.size())) continue;  // nothing in common: not a slip
    const std::pair both{distance, core_detail::edit_distance(exact, other)};
    if (both < best_distance) {
      best = candidate;
      best_distance = both;
    }
  }
  return best;
}

}  // namespace paidan::inline PAIDAN_ABI
