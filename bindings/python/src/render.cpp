// Decisions in words, per audience and language.
#include "requests.hpp"

#include <paidan/dispatch/fields.hpp>

#include <paidan/pricing/fields.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/fields.hpp>
#include <paidan/render/match.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/text.hpp>
#include <paidan/render/warranty.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/warranty/fields.hpp>

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
  if (!PyDict_Check(names.ptr()))
    wrong_type(where, "a dict of id to (zh, en) or to one name", names, "编号到(中文, 英文)或单个名称的字典");
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

/// A text about an answer of a problem. Answers of another problem are refused.
template <class T>
const T& answer_of(const PyProblem& problem, const Box<T>& answer) {
  if (problem_in(answer.home).problem.hash() != problem.problem.hash()) {
    throw pd::InvalidInput(
        {&pd::syntax::errors::other_problem,
         "answer",
         0,
         {{"value", pd::hex(problem_in(answer.home).problem.hash())}, {"expected", pd::hex(problem.problem.hash())}}});
  }
  return answer.value;
}
template <class T, class F>
void def_answer(py::module_& m, const char* name, const char* argument, const char* doc, F text) {
  m.def(
      name,
      [text](const PyProblem& problem, const Box<T>& value, const py::object& audience, const py::object& language,
             const py::object& names) {
        return text(problem.problem, answer_of(problem, value), audience_of(audience), language_of(language),
                    names_of(names));
      },
      py::arg("problem"), py::arg(argument), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("names") = py::none(), doc);
}
template <class T, class F>
void def_limited(py::module_& m, const char* name, const char* argument, std::size_t limit, const char* doc, F text) {
  m.def(
      name,
      [text](const PyProblem& problem, const Box<T>& value, const py::object& audience, const py::object& language,
             std::size_t most, const py::object& names) {
        return text(problem.problem, answer_of(problem, value), audience_of(audience), language_of(language), most,
                    names_of(names));
      },
      py::arg("problem"), py::arg(argument), py::kw_only(), py::arg("audience") = "dispatcher",
      py::arg("language") = "zh", py::arg("limit") = limit, py::arg("names") = py::none(), doc);
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
  def_text<pd::ledger::Line>(
      m, "render_line", "line", "One line of a quote or bill.",
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
  def_answer<pd::WhyNot>(m, "render_why_not", "answer",
                         "The answer in words. names: {id: (zh, en)} display names of skills, parts, tools.",
                         [](const auto& problem, const auto& v, auto audience, auto language, const auto& names) {
                           return room::why_not(problem, v, audience, language, names);
                         });
  def_answer<pd::MatchedPair>(m, "render_assignment", "pair", "Who takes a matched order and why this one.",
                              [](const auto& problem, const auto& v, auto audience, auto language, const auto& names) {
                                return room::assignment(problem, v, audience, language, names);
                              });
  def_answer<pd::PairAnswer>(m, "render_pair_answer", "answer",
                             "Why an order is not with a technician in a match: the reasons, or what it would cost in "
                             "minutes of travel and who would move.",
                             [](const auto& problem, const auto& v, auto audience, auto language, const auto& names) {
                               return room::pair_answer(problem, v, audience, language, names);
                             });
  def_limited<pd::Unassigned>(
      m, "render_why_unassigned", "answer", 3, "Why nobody: the nearest misses, one a line, at most `limit`.",
      [](const auto& problem, const auto& v, auto audience, auto language, auto limit, const auto& names) {
        return room::why_unassigned(problem, v, audience, language, limit, names);
      });
  def_limited<pd::MatchShortage>(
      m, "render_shortage", "shortage", 10,
      "Must-serve orders that share too few places; at most `limit` orders and technicians by name.",
      [](const auto& problem, const auto& v, auto audience, auto language, auto limit, const auto& names) {
        return room::shortage(problem, v, audience, language, limit, names);
      });
  m.def(
      "render_place_value",
      [](const PyProblem& problem, const py::object& technician, const Box<pd::PlaceValue>& value,
         const py::object& language) {
        const py::object home = py::cast(problem);
        const HomeScope scope(home);
        return room::place_value(problem.problem, from_python<pd::ShiftIndex>(technician, {nullptr, "technician", -1}),
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
