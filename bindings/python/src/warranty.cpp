// Who pays afterwards: policies, verdicts, certificates.
#include "bind.hpp"

#include <paidan/core/names.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/evaluate.hpp>
#include <paidan/warranty/fields.hpp>
#include <paidan/warranty/policy.hpp>
#include <paidan/warranty/term.hpp>

namespace paidan_python {

namespace {

namespace room = pd::warranty;
constexpr const char* module = "paidan.warranty";

}  // namespace

void bind_warranty(py::module_& m) {
  bind_enum<room::Rank>(m, module, "Rank",
                        "From the strongest to the weakest; a claim gets the longest term that any gives.");
  bind_enum<room::TermUnit>(m, module, "TermUnit", "Unit of a term.");
  bind_enum<room::Reading>(m, module, "Reading", "Which reading of Civil Code art. 203 a policy is held to.");
  bind_enum<room::VerdictStatus>(m, module, "VerdictStatus", "Who pays, or what is missing.");
  bind_enum<room::VerdictReason>(m, module, "VerdictReason", "Why the verdict is what it is.");
  bind_struct<room::PolicyData>(m, module, "PolicyData", "A promise or a legal floor.");
  bind_struct<room::PolicySetData>(m, module, "PolicySetData", "A policy set as plain input, not checked yet.");
  bind_struct<room::LastDays>(m, module, "LastDays",
                              "The last day on each reading of the law; None = the calendar is not announced.");
  bind_struct<room::Claim>(m, module, "Claim", "What is asked: a claim with its facts, unknown ones left open.");
  bind_struct<room::Branch>(m, module, "Branch", "What the verdict would be if the needed fact were so.");
  bind_struct<room::Verdict>(m, module, "Verdict",
                             "What is answered: covered or not, or what is still missing, and why.");
  bind_struct<room::FactChange>(m, module, "FactChange", "One changed fact, as text.");
  bind_struct<room::Counterfactual>(m, module, "Counterfactual", "The fewest facts that turn the verdict.");
  bind_struct<room::CertificateRequest>(m, module, "CertificateRequest", "What a certificate is asked for.");
  bind_struct<room::Certificate>(m, module, "Certificate",
                                 "What the customer keeps: what is promised, and the last day included.");

  auto cls = bind_validated<room::PolicySet, room::PolicySetData>(m, module, "PolicySet",
                                                                  "Promises and legal floors. Validated, immutable.");
  cls.def_property_readonly(
      "policies", [](const room::PolicySet& self) { return to_python(self.policies()); }, "Policies, in input order.");
  cls.def(
      "find",
      [](const room::PolicySet& self, const std::string& id) -> py::object {
        const room::PolicyData* const policy = self.find(id);
        return policy == nullptr ? py::none() : to_python(*policy);
      },
      py::arg("id"), "The policy of that id, or None.");
  cls.def_property_readonly(
      "categories",
      [](const room::PolicySet& self) {
        py::list all;
        for (const std::string_view category : self.categories()) all.append(py::str(category.data(), category.size()));
        return py::tuple(all);
      },
      "Categories, in input order; contains '*' when a policy governs all.");
  cls.def(
      "governing",
      [](const room::PolicySet& self, const std::string& category, const py::object& service_date) {
        py::list all;
        for (const room::PolicyData* policy :
             self.governing(category, from_python<pd::Date>(service_date, {nullptr, "service_date", -1}))) {
          all.append(to_python(*policy));
        }
        return py::tuple(all);
      },
      py::arg("category"), py::arg("service_date"), "Policies that govern that work, strongest rank first.");
  cls.def("__len__", [](const room::PolicySet& self) { return self.policies().size(); });
  cls.def("__repr__", [](const room::PolicySet& self) {
    return "<PolicySet " + self.data().id + " " + self.data().version + ", " + std::to_string(self.policies().size()) +
           " policies, " + pd::hex(self.hash()) + ">";
  });
}

}  // namespace paidan_python
