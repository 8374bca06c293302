// Where the wings meet: services and faults.
#include "bind.hpp"

#include <paidan/catalog/catalog.hpp>
#include <paidan/catalog/fields.hpp>
#include <paidan/catalog/lint.hpp>
#include <paidan/catalog/mapping.hpp>

namespace paidan_python {

namespace {

namespace room = pd::catalog;
constexpr const char* module = "paidan.catalog";

struct PyMapping {
  room::Mapping mapping;
  room::Catalog catalog;
};

}  // namespace

void bind_catalog(py::module_& m) {
  bind_struct<room::SkillNeed>(m, module, "SkillNeed", "A skill and the lowest level that suffices.");
  bind_struct<room::PartNeed>(m, module, "PartNeed", "A part and how many of it.");
  bind_struct<room::EntryData>(m, module, "EntryData", "A service or fault as the host names it.");
  bind_struct<room::CatalogData>(m, module, "CatalogData", "A catalog as plain input, not checked yet.");
  bind_struct<room::MappingRow>(m, module, "MappingRow", "Somebody else's words for one entry, with the reason.");
  bind_struct<room::MappingData>(m, module, "MappingData", "A mapping as plain input, not checked yet.");

  auto cls = bind_validated<room::Catalog, room::CatalogData>(
      m, module, "Catalog",
      "Services and faults: skills, minutes, parts, price codes, warranty category. Validated, immutable.");
  cls.def_property_readonly(
      "entries", [](const room::Catalog& self) { return to_python(self.entries()); }, "Entries, in input order.");
  cls.def_property_readonly(
      "codes",
      [](const room::Catalog& self) {
        py::list all;
        for (const std::string_view code : self.codes()) all.append(py::str(code.data(), code.size()));
        return py::tuple(all);
      },
      "Codes, in input order.");
  cls.def(
      "find",
      [](const room::Catalog& self, const std::string& name) -> py::object {
        const room::EntryData* const entry = self.find(name);
        return entry == nullptr ? py::none() : to_python(*entry);
      },
      py::arg("code_or_name"), "By code, Chinese or English name, or alias; None when unknown.");
  cls.def("__len__", [](const room::Catalog& self) { return self.entries().size(); });
  cls.def("__repr__", [](const room::Catalog& self) {
    return "<Catalog " + self.data().id + " " + self.data().version + ", " + std::to_string(self.entries().size()) +
           " entries, " + pd::hex(self.hash()) + ">";
  });

  py::class_<PyMapping> mapping(m, "Mapping",
                                "Somebody else's words (category, descriptor) → our catalog. Validated, immutable.");
  mapping.attr("__module__") = module;
  mapping.def(py::init([](const Box<room::MappingData>& data, const room::Catalog& catalog) {
                return PyMapping{room::Mapping(data.value, catalog), catalog};
              }),
              py::arg("data"), py::arg("catalog"));
  mapping.def_static(
      "validate",
      [](const Box<room::MappingData>& data, const room::Catalog& catalog) {
        return error_list(room::Mapping::validate(data.value, catalog));
      },
      py::arg("data"), py::arg("catalog"), "What the constructor would raise, as a list.");
  mapping.def_property_readonly(
      "data",
      [](const PyMapping& self) {
        return Box<room::MappingData>{self.mapping.data(), true};
      },
      "The input as plain data.");
  mapping.def(
      "find",
      [](const PyMapping& self, const std::string& category, const std::string& descriptor) -> py::object {
        const room::MappingRow* const row = self.mapping.find(category, descriptor);
        return row == nullptr ? py::none() : to_python(*row);
      },
      py::arg("category"), py::arg("descriptor"),
      "The row of that pair, exact spelling; None when the mapping does not know it.");
  mapping.def("__len__", [](const PyMapping& self) { return self.mapping.data().rows.size(); });
  mapping.def("__repr__", [](const PyMapping& self) {
    return "<Mapping " + self.mapping.data().id + ", " + std::to_string(self.mapping.data().rows.size()) + " rows>";
  });
  add_equal<PyMapping>(mapping, [](const PyMapping& a, const PyMapping& b) {
    return a.mapping.data() == b.mapping.data() && a.catalog.data() == b.catalog.data();
  });
  mapping.def("__hash__", [](const PyMapping& self) { return py::hash(py::str(self.mapping.data().id)); });
  mapping.def(py::pickle(
      [](const PyMapping& self) { return py::make_tuple(to_dict(self.mapping.data()), self.catalog); },
      [](const py::tuple& state) {
        const auto& catalog = py::cast<const room::Catalog&>(state[1]);
        return PyMapping{
            room::Mapping(from_keywords<room::MappingData>(py::cast<py::dict>(state[0]), "Mapping"), catalog), catalog};
      }));

  m.def(
      "catalog_lint",
      [](const room::Catalog& catalog, const py::object& price_codes, const py::object& warranty_categories) {
        const auto codes = from_python<std::vector<std::string>>(price_codes, {nullptr, "price_codes", -1});
        const auto categories =
            from_python<std::vector<std::string>>(warranty_categories, {nullptr, "warranty_categories", -1});
        const std::vector<std::string_view> code_views(codes.begin(), codes.end());
        const std::vector<std::string_view> category_views(categories.begin(), categories.end());
        return error_list(room::lint(catalog, code_views, category_views));
      },
      py::arg("catalog"), py::kw_only(), py::arg("price_codes"), py::arg("warranty_categories"),
      "Codes and categories that the catalog names and the other tables do not have, as a list of errors.");
}

}  // namespace paidan_python
