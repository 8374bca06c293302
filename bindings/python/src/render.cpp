// Decisions in words, per audience and language.
#include "match_views.hpp"

#include <paidan/pricing/fields.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/match.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/text.hpp>
#include <paidan/render/warranty.hpp>
#include <paidan/warranty/fields.hpp>

namespace paidan::inline PAIDAN_ABI {
template <>
struct EnumNames<render::Audience> {
  static constexpr std::array<std::string_view, 4> names{"customer", "dispatcher", "technician", "internal"};
};
}  // namespace paidan::inline PAIDAN_ABI

namespace paidan_python {

namespace {

namespace room = pd::render;

pd::Language language_of(const py::object& language) {
  return from_python<pd::Language>(language, {nullptr, "language", -1});
}
room::Audience audience_of(const py::object& audience) {
  return from_python<room::Audience>(audience, {nullptr, "audience", -1});
}

/// {'gas': ('燃气', 'gas')} or {'gas': '燃气'}: display names by id.
room::Names names_of(const py::object& names) {
  if (names.is_none()) return {};
  const Where where{nullptr, "names", -1};
  if (!PyDict_Check(names.ptr())) wrong_type(where, "a dict of id to (zh, en) or to one name", names);
  std::vector<room::Name> all;
  for (const auto& [id, value] : py::reinterpret_borrow<py::dict>(names)) {
    const std::string key = from_python<std::string>(id, where);
    if (PyUnicode_Check(value.ptr())) {
      const std::string text = from_python<std::string>(value, where);
      all.push_back({key, text, text});
      continue;
    }
    const auto pair = from_python<std::vector<std::string>>(value, where.field(key));
    if (pair.size() != 2) wrong_type(where.field(key), "(zh, en)", value);
    all.push_back({key, pair[0], pair[1]});
  }
  return room::Names(std::move(all));
}

/// A text of one boxed value in a language.
template <class T, class F>
void def_text(py::module_& m, const char* name, const char* argument, const char* doc, F text) {
  m.def(
      name,
      [text](const Box<T>& value, const py::object& language, const py::object& names) {
        return text(value.value, language_of(language), names_of(names));
      },
      py::arg(argument), py::kw_only(), py::arg("language") = "zh", py::arg("names") = py::none(), doc);
}

}  // namespace

void bind_render(py::module_& m) {
  bind_enum<room::Audience>(m, "paidan.render", "Audience", "Who reads a text; it decides what may be shown.");
  namespace pr = pd::pricing;
  def_text<pd::Reason>(
      m, "render_reason", "reason", "One reason as half a sentence.",
      [](const auto& v, auto language, const auto& names) { return room::reason(v, language, names); });
  def_text<pr::Estimate>(
      m, "render_estimate", "estimate", "The range shown before the visit, and what it excludes.",
      [](const auto& v, auto language, const auto& names) { return room::estimate(v, language, names); });
  def_text<pd::ledger::Line>(m, "render_line", "line", "One line of a quote or bill.",
                     [](const auto& v, auto language, const auto& names) { return room::line(v, language, names); });
  def_text<pr::Quote>(m, "render_quote", "quote", "All lines, then the total, one a line.",
                      [](const auto& v, auto language, const auto& names) { return room::quote(v, language, names); });
  def_text<pr::Bill>(m, "render_bill", "bill", "All lines, the total and the outcome, one a line.",
                     [](const auto& v, auto language, const auto& names) { return room::bill(v, language, names); });
  def_text<pr::Bill>(
      m, "render_bill_html", "bill", "The bill as an HTML fragment, all text escaped.",
      [](const auto& v, auto language, const auto& names) { return room::bill_html(v, language, names); });
  def_text<pr::Audit>(m, "render_audit", "audit", "One sentence per overcharged line; empty when there is none.",
                      [](const auto& v, auto language, const auto& names) { return room::audit(v, language, names); });
  def_text<pd::warranty::Certificate>(
      m, "render_certificate", "certificate", "For the customer: what was done, what is promised, until when.",
      [](const auto& v, auto language, const auto& names) { return room::certificate(v, language, names); });
  def_text<pd::warranty::Certificate>(
      m, "render_certificate_html", "certificate", "The same as an HTML fragment, all text escaped.",
      [](const auto& v, auto language, const auto& names) { return room::certificate_html(v, language, names); });
  m.def(
      "render_verdict",
      [](const Box<pd::warranty::Verdict>& verdict, const pd::Calendar& calendar, const py::object& language,
         const py::object& names) {
        return room::verdict(verdict.value, calendar, language_of(language), names_of(names));
      },
      py::arg("verdict"), py::arg("calendar"), py::kw_only(), py::arg("language") = "zh", py::arg("names") = py::none(),
      "The answer with its consequence; what is still missing and what each answer would lead to.");
  m.def(
      "render_why_not",
      [](const PyProblem& problem, const Box<WhyNotView>& answer, const py::object& audience,
         const py::object& language, const py::object& names) {
        return room::why_not(problem.problem, why_not_of(problem.problem, answer.value), audience_of(audience),
                             language_of(language), names_of(names));
      },
      py::arg("problem"), py::arg("answer"), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("names") = py::none(),
      "The answer in words. names: {id: (zh, en)} display names of skills, parts, tools.");
  m.def(
      "render_why_unassigned",
      [](const PyProblem& problem, const Box<UnassignedView>& answer, const py::object& audience,
         const py::object& language, std::size_t limit, const py::object& names) {
        return room::why_unassigned(problem.problem, unassigned_of(problem.problem, answer.value),
                                    audience_of(audience), language_of(language), limit, names_of(names));
      },
      py::arg("problem"), py::arg("answer"), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("limit") = 3, py::arg("names") = py::none(),
      "Why nobody: the nearest misses, one a line, at most `limit`.");
  m.def(
      "render_assignment",
      [](const PyProblem& problem, const Box<PairView>& pair, const py::object& audience, const py::object& language,
         const py::object& names) {
        return room::assignment(problem.problem, pair_of(problem.problem, pair.value), audience_of(audience),
                                language_of(language), names_of(names));
      },
      py::arg("problem"), py::arg("pair"), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("names") = py::none(), "Who takes a matched order and why this one.");
  m.def(
      "render_pair_answer",
      [](const PyProblem& problem, const Box<PairAnswerView>& answer, const py::object& audience,
         const py::object& language, const py::object& names) {
        return room::pair_answer(problem.problem, pair_answer_of(problem.problem, answer.value), audience_of(audience),
                                 language_of(language), names_of(names));
      },
      py::arg("problem"), py::arg("answer"), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("names") = py::none(),
      "Why an order is not with a technician in a match: the reasons, or what it would cost in minutes of travel and "
      "who would move.");
  m.def(
      "render_shortage",
      [](const PyProblem& problem, const Box<ShortageView>& shortage, const py::object& audience,
         const py::object& language, std::size_t limit, const py::object& names) {
        return room::shortage(problem.problem, shortage_of(problem.problem, shortage.value), audience_of(audience),
                              language_of(language), limit, names_of(names));
      },
      py::arg("problem"), py::arg("shortage"), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("limit") = 10, py::arg("names") = py::none(),
      "Must-serve orders that share too few places; at most `limit` orders and technicians by name.");
  m.def(
      "render_place_value",
      [](const PyProblem& problem, const py::object& technician, const Box<pd::PlaceValue>& value,
         const py::object& language) {
        const Where where{nullptr, "technician", -1};
        return room::place_value(problem.problem,
                                 shift_index(problem.problem, from_python<ShiftName>(technician, where), where),
                                 value.value, language_of(language));
      },
      py::arg("problem"), py::arg("technician"), py::arg("value"), py::kw_only(), py::arg("language") = "zh",
      "What one more place of a technician is worth (MatchReview.place_value), for dispatchers.");
  m.def(
      "render_skill_value",
      [](const PyProblem& problem, const std::string& skill, const Box<pd::PlaceValue>& value,
         const py::object& language, const py::object& names) {
        return room::skill_value(problem.problem, skill, value.value, language_of(language), names_of(names));
      },
      py::arg("problem"), py::arg("skill"), py::arg("value"), py::kw_only(), py::arg("language") = "zh",
      py::arg("names") = py::none(),
      "What one more place of somebody with the skill is worth (MatchReview.skill_value), for dispatchers.");
  m.def(
      "render_long_date",
      [](const py::object& date, const py::object& language) {
        return room::long_date(from_python<pd::Date>(date, {nullptr, "date", -1}), language_of(language));
      },
      py::arg("date"), py::kw_only(), py::arg("language") = "zh", "2024年10月8日 / 8 October 2024");
}

}  // namespace paidan_python
