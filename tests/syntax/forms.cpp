// Single values as files write them.
#include <paidan/syntax/forms.hpp>
#include <paidan/syntax/zones.hpp>

#include "support/documents.hpp"

#include <doctest/doctest.h>

using paidan::syntax::parse_duration;

TEST_CASE("lengths of time are read in seconds, short and ISO forms") {
  const auto seconds = [](const char* text) { return parse_duration(text) ? parse_duration(text)->seconds : -999; };
  CHECK(seconds("90") == 90);
  CHECK(seconds("45m") == 2'700);
  CHECK(seconds("1h30m") == 5'400);
  CHECK(seconds("1H30M15S") == 5'415);
  CHECK(seconds("2d") == 172'800);
  CHECK(seconds("PT45M") == 2'700);
  CHECK(seconds("P1DT2H") == 93'600);
  CHECK(seconds("-15m") == -900);
  CHECK(seconds("0") == 0);
}

TEST_CASE("malformed lengths of time are refused, never guessed") {
  for (const char* text : {"", "m", "1.5h", "h1", "1m1h", "1h1h", "P", "PT", "P1H", "PT1D", "1h30", "--5", "1 h", "+5",
                           "99999999999999999999", "9223372036854775807d", "P1M", "1w", "５m"}) {
    CAPTURE(text);
    CHECK(!parse_duration(text).has_value());
  }
}

TEST_CASE("coordinates and shares are written as short decimals") {
  using paidan::syntax::degrees_text;
  using paidan::syntax::number_text;
  CHECK(degrees_text(407'128'000) == "40.7128");
  CHECK(degrees_text(-740'060'000) == "-74.006");
  CHECK(degrees_text(-1) == "-0.0000001");
  CHECK(degrees_text(0) == "0");
  CHECK(degrees_text(1'800'000'000) == "180");
  CHECK(number_text(1.0 / 3) == "0.333333");
  CHECK(number_text(-0.5) == "-0.5");
  CHECK(number_text(0) == "0");
  CHECK(number_text(1e15) == "1000000000000000");
}

TEST_CASE("zones come from the system with every change of offset") {
  const paidan::ZoneRules zone = paidan::syntax::load_zone("America/New_York", 2024, 2024);
  CHECK(zone.name() == "America/New_York");
  CHECK(zone.initial_offset_seconds() == -18'000);
  REQUIRE(zone.transitions().size() == 2);
  CHECK(zone.transitions()[0] == paidan::ZoneRules::Transition{1'710'054'000, -14'400});
  CHECK(zone.transitions()[1] == paidan::ZoneRules::Transition{1'730'613'600, -18'000});
  CHECK(paidan::syntax::load_zone("Asia/Shanghai", 2000, 2030).transitions().empty());
  CHECK(paidan::syntax::load_zone("Asia/Shanghai", 1986, 1991).transitions().size() == 12);
  CHECK(paidan::syntax::load_zone("UTC") == paidan::ZoneRules());
}

TEST_CASE("a zone cut to a span answers like the whole one inside it") {
  const paidan::ZoneRules whole = paidan::syntax::load_zone("Europe/Berlin");
  const std::int64_t middle = 1'720'000'000;
  const paidan::ZoneRules part = paidan::syntax::trimmed(whole, {middle}, {middle + 86'400 * 30});
  CHECK(part.transitions().size() < 6);
  for (std::int64_t at = middle - 86'400 * 300; at < middle + 86'400 * 300; at += 3'600) {
    REQUIRE(part.offset_at({at}) == whole.offset_at({at}));
  }
}

TEST_CASE("an unknown zone is named with the nearest one") {
  CHECK(io_test::messages([] { static_cast<void>(paidan::syntax::load_zone("Europe/Berln")); }) ==
        std::vector<std::string>{"zone: unknown time zone 'Europe/Berln', did you mean 'Europe/Berlin'?",
                                 "zone:未知时区“Europe/Berln”,是否为“Europe/Berlin”?"});
  CHECK(io_test::messages([] { static_cast<void>(paidan::syntax::load_zone("../../etc/passwd")); }).size() == 2);
}
