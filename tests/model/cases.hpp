// One change that makes the sample invalid, and the one message it must give.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sample.hpp"

namespace paidan_test {

struct MessageCase {
  void (*change)(paidan::ProblemData&);
  std::string en;
  std::string zh;
};

inline void check_messages(const std::vector<MessageCase>& cases) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(i);
    paidan::ProblemData data = sample();
    cases[i].change(data);
    const std::vector<paidan::Error> errors = paidan::Problem::validate(data);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].message(paidan::Language::en) == cases[i].en);
    CHECK(errors[0].message(paidan::Language::zh) == cases[i].zh);
    CHECK_THROWS_WITH_AS(paidan::Problem{data}, cases[i].en.c_str(), paidan::InvalidInput);
  }
}

}  // namespace paidan_test
