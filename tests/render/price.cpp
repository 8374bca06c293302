#include <paidan/render/price.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace paidan;

namespace {

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

pricing::PriceRow row(std::string code, std::string service, std::string action, std::string unit,
                      std::string_view price, std::string kind, std::string source) {
  return {.code = std::move(code),
          .service = std::move(service),
          .action = std::move(action),
          .mode = "on-site",
          .unit = std::move(unit),
          .price_min = number(price),
          .price_max = number(price),
          .kind = std::move(kind),
          .source = std::move(source)};
}

/// Published rows (S1, S3) that the golden texts rest on.
pricing::PriceBook published() {
  pricing::PriceBookData data{.id = "sample", .version = "1"};
  data.rows = {
      row("S1-047", "集成灶", "换件维修", "台", "120.00", "max", "S1"),
      row("S1-054", "远程费", "超出部分", "公里", "2.00", "unit", "S1"),
      row("S3-105", "冰箱/冷柜", "换电脑板/传感器/风扇电机/定时器/加氟(不含制冷剂)", "台/次", "120.00", "fixed", "S3"),
      row("S3-108", "冰箱/冷柜", "脏堵冰堵/检漏补焊抽空/换压缩机/毛细管/电磁阀", "台/次", "220.00", "fixed", "S3"),
      row("S3-113", "上门费", "家电", "次", "30.00", "fixed", "S3")};
  data.rules = {{.code = "S1-054", .measure = "one_way_km", .free_allowance = number("20"), .once_per_visit = true}};
  return pricing::PriceBook(std::move(data));
}

pricing::EstimateRequest fridge() {
  return {.service = "冰箱300–500升不制冷",
          .price_codes = {"S3-105", "S3-108"},
          .fee_codes = {"S3-113"},
          .inspection_codes = {"S3-113"},
          .excludes = {"parts", "refrigerant"}};
}

}  // namespace

TEST_CASE("golden 3: a customer reads the range, what is excluded and what an inspection alone costs") {
  const pricing::Estimate estimate = pricing::estimate(published(), fridge());
  CHECK(render::estimate(estimate, Language::zh) ==
        "冰箱300–500升不制冷:预估¥150–¥250(上门费¥30+人工¥120至¥220),"
        "配件、制冷剂另计。只检测不修收¥30。以检测后您确认的报价为准。");
  const render::Names names({{"冰箱300–500升不制冷", "", "Fridge, 300–500 l, not cooling"}, {"上门费", "", "visit"}});
  CHECK(render::estimate(estimate, Language::en, names) ==
        "Fridge, 300–500 l, not cooling: estimated ¥150–¥250 (visit ¥30 + labour ¥120 to ¥220); parts and refrigerant "
        "not "
        "included. Inspection without repair: ¥30. Only the quote that you confirm after the inspection is binding.");
}

TEST_CASE("what the price list does not have gets no figure") {
  const pricing::Estimate estimate = pricing::estimate(published(), {.service = "电梯停运"});
  CHECK(render::estimate(estimate, Language::zh) == "电梯停运:价目表无此项,不报估价。");
  CHECK(render::estimate(estimate, Language::en) == "电梯停运: not in the price list, so no estimate is given.");
}

TEST_CASE("a missing measure is asked for by its name") {
  pricing::EstimateRequest request = fridge();
  request.fee_codes.push_back("S1-054");
  const pricing::Estimate estimate = pricing::estimate(published(), request);
  CHECK(render::estimate(estimate, Language::zh) == "冰箱300–500升不制冷:还缺单程公里数,补上后可估价。");
}

TEST_CASE("golden 4: the remote fee shows its arithmetic") {
  const pricing::Quote quote = pricing::quote(
      published(), {.order = "A1", .items = {{.code = "S1-054"}}, .measures = {{"one_way_km", number("26")}}});
  REQUIRE(quote.lines.size() == 1);
  CHECK(render::line(quote.lines[0], Language::zh) ==
        "远程费¥12.00:单程26公里,超出20公里的6公里×¥2.00;同一户只收一次。");
  CHECK(render::line(quote.lines[0], Language::en, render::Names({{"远程费", "", "Remote fee"}})) ==
        "Remote fee ¥12.00: 26 km one way, the 6 km beyond 20 km × ¥2.00; charged once per household.");
}

TEST_CASE("golden 5: an unconsented line is shown and not payable") {
  pricing::Item added{.code = "PART-SENSOR", .name = "更换传感器", .unit_price = number("60")};
  added.consented = false;
  const pricing::Quote quote = pricing::quote(published(), {.order = "A1", .items = {{.code = "S3-113"}, added}});
  REQUIRE(quote.lines.size() == 2);
  CHECK(render::line(quote.lines[1], Language::zh) == "新增\"更换传感器\"尚未经您确认:不计入应付,确认后才收费。");
  CHECK(render::quote(quote, Language::zh).ends_with("合计¥30.00。"));
  CHECK(render::bill_html(pricing::bill(quote, pricing::Outcome::fixed), Language::zh).find("未确认,不计入应付") !=
        std::string::npos);
}

TEST_CASE("golden 7: an overcharge is named, with the ceiling and what goes back") {
  const pricing::Quote quote = pricing::quote(published(), {.order = "A1", .items = {{.code = "S1-047"}}});
  const pricing::Bill bill = pricing::bill(quote, pricing::Outcome::fixed);
  const std::vector<pricing::Charge> charged{{"S1-047", Money{18000, Currency()}}};
  const pricing::Audit audit = pricing::audit(bill, charged);
  CHECK(render::audit(audit, Language::zh) ==
        "集成灶换件人工上限¥120.00,实收¥180.00,多收¥60.00,将原路退回。不影响您依法主张其他权利。");
  const std::vector<pricing::Charge> honest{{"S1-047", Money{12000, Currency()}}};
  CHECK(render::audit(pricing::audit(bill, honest), Language::zh).empty());
}

TEST_CASE("not fixed, no fee: the bill says so on every line") {
  const pricing::Quote quote =
      pricing::quote(published(), {.order = "A1", .items = {{.code = "S3-113"}, {.code = "S3-105"}}});
  const pricing::Bill bill = pricing::bill(quote, pricing::Outcome::not_fixed);
  CHECK(render::bill(bill, Language::zh).ends_with("未修好,不收费:应付¥0.00。"));
  CHECK(render::bill(bill, Language::en).ends_with("Not fixed, no fee: ¥0.00 due."));
}

TEST_CASE("a name with markup cannot leave its cell") {
  pricing::Item part{.code = "X", .name = "<script>alert('1')</script>", .unit_price = number("1")};
  const pricing::Quote quote = pricing::quote(published(), {.order = "A1", .items = {part}});
  const std::string html = render::bill_html(pricing::bill(quote, pricing::Outcome::fixed), Language::en);
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;") != std::string::npos);
}
