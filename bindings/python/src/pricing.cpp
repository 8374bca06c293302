// What it costs: price books, estimates, quotes, bills, audits.
#include "bind.hpp"

#include <paidan/catalog/fields.hpp>
#include <paidan/ledger/step.hpp>
#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/pricing/quote.hpp>

namespace paidan_python {

namespace {

namespace room = pd::pricing;
constexpr const char* module = "paidan.pricing";

}  // namespace

void bind_pricing(py::module_& m) {
  bind_enum<pd::ledger::PriceKind>(m, module, "PriceKind", "What a published figure means.");
  bind_enum<pd::ledger::LineStatus>(m, module, "LineStatus",
                                    "Why a line counts, or does not count, towards the total.");
  bind_enum<pd::ledger::StepRule>(m, module, "StepRule", "Operations of a trace: after = rule(before, operand).");
  bind_enum<room::EstimateStatus>(m, module, "EstimateStatus", "How much of an estimate is known.");
  bind_enum<room::Outcome>(m, module, "Outcome", "How the visit ended.");
  bind_enum<room::AuditFinding>(m, module, "AuditFinding", "What an audit says of a line.");
  bind_struct<room::PriceRow>(m, module, "PriceRow", "One published charge, as the sheet has it.");
  bind_struct<room::QuantityRule>(m, module, "QuantityRule", "How a quantity is charged.");
  bind_struct<room::PriceBookData>(m, module, "PriceBookData", "A price book as plain input, not checked yet.");
  bind_struct<room::Measure>(m, module, "Measure", "A named number that a quantity rule may read.");
  bind_struct<room::Item>(m, module, "Item", "Something to be charged.");
  bind_struct<room::QuoteFacts>(m, module, "QuoteFacts", "The facts of one household visit.");
  bind_struct<pd::ledger::Line>(m, module, "Line", "One line of a quote or bill, with the published row it rests on.");
  bind_struct<pd::ledger::Step>(m, module, "Step", "One operation on one number: after = rule(before, operand).");
  bind_struct<room::Unpriced>(m, module, "Unpriced", "Something that no published row supports.");
  bind_struct<room::Quote>(m, module, "Quote", "What the customer is asked to confirm after diagnosis.");
  bind_struct<room::EstimateRequest>(m, module, "EstimateRequest", "What an estimate is asked for.");
  bind_struct<room::EstimateOption>(m, module, "EstimateOption", "One candidate solution with its fees left out.");
  bind_struct<room::Estimate>(m, module, "Estimate", "The range shown before the visit.");
  bind_struct<room::Bill>(m, module, "Bill", "What the customer owes after the visit.");
  bind_struct<room::Charge>(m, module, "Charge", "What was really taken for a line.");
  bind_struct<room::AuditLine>(m, module, "AuditLine", "One line of an audit.");
  bind_struct<room::Audit>(m, module, "Audit", "Was more charged than was due?");

  auto cls = bind_validated<room::PriceBook, room::PriceBookData>(
      m, module, "PriceBook", "The published charges as a validated, immutable table with a content hash.");
  cls.def(
      "find",
      [](const room::PriceBook& self, const std::string& code) -> py::object {
        const room::PriceItem* const item = self.find(code);
        return item == nullptr ? py::none() : to_python(*item->row);
      },
      py::arg("code"), "The row of that code, exact spelling; None: not in the price list.");
  cls.def(
      "rule_of",
      [](const room::PriceBook& self, const std::string& code) -> py::object {
        const room::PriceItem* const item = self.find(code);
        return item == nullptr || item->rule == nullptr ? py::none() : to_python(*item->rule);
      },
      py::arg("code"), "The quantity rule of that code, or None.");
  cls.def_property_readonly(
      "codes",
      [](const room::PriceBook& self) {
        py::list all;
        for (const std::string_view code : self.codes()) all.append(py::str(code.data(), code.size()));
        return py::tuple(all);
      },
      "Codes, in input order.");
  cls.def(
      "in_force",
      [](const room::PriceBook& self, const py::object& date) {
        return self.in_force(from_python<pd::Date>(date, {nullptr, "date", -1}));
      },
      py::arg("date"), "Is the book in force on that day?");
  cls.def("__len__", [](const room::PriceBook& self) { return self.data().rows.size(); });
  cls.def("__repr__", [](const room::PriceBook& self) {
    return "<PriceBook " + self.data().id + " " + self.data().version + ", " + std::to_string(self.data().rows.size()) +
           " rows, " + pd::hex(self.hash()) + ">";
  });

  m.def(
      "pricing_estimate_request",
      [](const Box<pd::catalog::EntryData>& entry) {
        return Box<room::EstimateRequest>{room::estimate_request(entry.value), false};
      },
      py::arg("entry"), "What the catalog says about the entry, as a request.");
  m.def(
      "pricing_replay",
      [](const py::object& trace, const py::object& currency) {
        return to_python(pd::ledger::replay(from_python<std::vector<pd::ledger::Step>>(trace, {nullptr, "trace", -1}),
                                            from_python<pd::Currency>(currency, {nullptr, "currency", -1})));
      },
      py::arg("trace"), py::arg("currency") = "CNY",
      "Compute a trace again from its operands; None when a step does not hold.");
}

}  // namespace paidan_python
