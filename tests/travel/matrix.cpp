#include <paidan/travel/matrix.hpp>

#include <doctest/doctest.h>

#include <paidan/travel/errors.hpp>

using namespace paidan;
using travel::Leg;
using travel::Matrix;
using travel::MatrixData;

namespace {

std::string only_message(const MatrixData& data, paidan::Language language) {
  const std::vector<Error> errors = Matrix::validate(data);
  REQUIRE(errors.size() == 1);
  CHECK_THROWS_AS(Matrix{data}, InvalidInput);
  return errors[0].message(language);
}

}  // namespace

TEST_CASE("a matrix gives back what was put in, and -1 is no way") {
  const MatrixData data{3, {0, 60, -1, 70, 0, 5, 1, 2, 0}, {0, 600, 0, 700, 0, 50, 10, 20, 0}};
  CHECK(Matrix::validate(data).empty());
  const Matrix matrix(data);
  CHECK(matrix.size() == 3);
  CHECK(matrix.leg(LocationIndex(0), LocationIndex(1)) == Leg{60, 600});
  CHECK(matrix.leg(LocationIndex(1), LocationIndex(0)) == Leg{70, 700});
  CHECK(matrix.leg(LocationIndex(1), LocationIndex(1)) == Leg{0, 0});
  CHECK_FALSE(matrix.leg(LocationIndex(0), LocationIndex(2)).reachable());
  CHECK(matrix.longest() == Leg{70, 700});
  CHECK(matrix.legs().size() == 9);
}

TEST_CASE("metres may be left out, and -1 metres stands only where there is no way") {
  CHECK(Matrix(MatrixData{2, {0, 1, 2, 0}, {}}).leg(LocationIndex(1), LocationIndex(0)) == Leg{2, 0});
  CHECK(Matrix::validate({2, {0, -1, 2, 0}, {0, -1, 5, 0}}).empty());
  CHECK(only_message({2, {0, 1, 2, 0}, {0, -1, 5, 0}}, Language::en) ==
        "metres[1]: metres must not be negative, got -1");
  CHECK(Matrix::validate({0, {}, {}}).empty());
  CHECK(Matrix(MatrixData{0, {}, {}}).longest() == Leg{});
}

TEST_CASE("the largest leg is accepted, one second more is not") {
  const std::int64_t most = std::int64_t{1} << 28;
  CHECK(Matrix(MatrixData{2, {0, most, 0, 0}, {}}).longest().seconds == most);
  CHECK(only_message({2, {0, most + 1, 0, 0}, {}}, Language::en) == "seconds[1]: seconds is too large: 268435457");
  CHECK(only_message({2, {0, INT64_MAX, 0, 0}, {}}, Language::zh) == "seconds[1]:seconds数值过大:9223372036854775807");
}

TEST_CASE("a matrix of the wrong shape is refused in both languages") {
  CHECK(only_message({3, {0, 1, 2, 0}, {}}, Language::en) == "seconds: 3 locations need 9 seconds, got 4");
  CHECK(only_message({3, {0, 1, 2, 0}, {}}, Language::zh) == "seconds:3个地点需要9个seconds,实为4个");
  CHECK(only_message({1, {0}, {0, 0}}, Language::en) == "metres: 1 locations need 1 metres, got 2");
  CHECK(only_message({static_cast<std::size_t>(-1), {}, {}}, Language::en) ==
        "size: size must be between 0 and 20000, got 18446744073709551615");
}

TEST_CASE("the diagonal must be zero") {
  CHECK(only_message({2, {0, 1, 2, 3}, {}}, Language::en) ==
        "seconds[3]: seconds from a location to itself must be 0, got 3");
  CHECK(only_message({2, {-1, 1, 2, 0}, {}}, Language::zh) == "seconds[0]:同一地点到自身的seconds须为0,实为-1");
  CHECK(only_message({2, {0, 1, 2, 0}, {0, 1, 1, 7}}, Language::en) ==
        "metres[3]: metres from a location to itself must be 0, got 7");
}

TEST_CASE("all wrong entries are named, in order") {
  const std::vector<Error> errors = Matrix::validate({2, {0, -2, -3, 0}, {1, 1, 1, 0}});
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].path == "seconds[1]");
  CHECK(errors[1].path == "seconds[2]");
  CHECK(errors[2].path == "metres[0]");
}
