#include <paidan/intake/service.hpp>

#include <doctest/doctest.h>

#include <paidan/catalog/catalog.hpp>

using namespace paidan;

namespace {

catalog::Catalog services() {
  catalog::CatalogData data;
  data.entries.push_back({.code = "F1",
                          .zh = "燃气热水器",
                          .en = "Gas water heater",
                          .skills = {{"gas", 2}},
                          .service_minutes = 90,
                          .setup_minutes = 5,
                          .parts = {{"valve", 2}},
                          .price_codes = {"P1"}});
  data.entries.push_back({.code = "F2", .en = "Look"});
  return catalog::Catalog(data);
}

}  // namespace

TEST_CASE("an order of a service has its skills, parts and minutes") {
  const Order order = intake::order_for(services().get("gas water heater"));
  CHECK(order.id.empty());
  CHECK(order.catalog == "F1");
  CHECK(order.name == "燃气热水器");
  CHECK(order.service == minutes(90));
  CHECK(order.setup == minutes(5));
  CHECK(order.skills == std::vector<SkillLevel>{{"gas", 2}});
  CHECK(order.parts == std::vector<PartCount>{{"valve", 2}});
}

TEST_CASE("an entry without minutes leaves the default, one without a Chinese name is called by its English one") {
  const Order order = intake::order_for(services().get("F2"));
  CHECK(order.service == Order{}.service);
  CHECK(order.name == "Look");
}

TEST_CASE("a service that is not in the catalog is an error with the nearest name") {
  try {
    static_cast<void>(services().get("gas water heatr"));
    FAIL("not refused");
  } catch (const InvalidInput& wrong) {
    CHECK(wrong.message(Language::en) ==
          "service: unknown service 'gas water heatr', did you mean 'Gas water heater'?");
    CHECK(wrong.message(Language::zh).find("燃气热水器") == std::string::npos);
  }
}
