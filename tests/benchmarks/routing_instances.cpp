#include "../benchmarks/routing/best_known.hpp"
#include "../benchmarks/routing/curve.hpp"
#include "../benchmarks/routing/instance.hpp"
#include "../benchmarks/routing/verify.hpp"

#include <paidan/core/random.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <set>

using namespace paidan_bench;

namespace {

/// A file that is gone again at the end.
class File {
 public:
  File(const std::string& name, const std::string& text) : path_(std::filesystem::temp_directory_path() / name) {
    std::ofstream(path_) << text;
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { std::filesystem::remove(path_); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

const std::string head =
    "T1\n\nVEHICLE\nNUMBER     CAPACITY\n  2         10\n\nCUSTOMER\n"
    "CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME\n \n";
const std::string rows =
    "    0      0     0     0     0    100     0\n"
    "    1      3     4     6    10     20     5\r\n"
    "    2      6     8     5     0     50     5\n";

std::string said(const std::function<void()>& work) {
  try {
    work();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("An instance is read as published") {
  const File file("paidan_T1.txt", head + rows);
  const Instance instance = read_instance(file.path());
  CHECK(instance.name == "paidan_T1");
  CHECK(instance.vehicles == 2);
  CHECK(instance.capacity == 10);
  REQUIRE(instance.customers.size() == 3);
  CHECK(instance.customers[1].demand == 6);
  CHECK(instance.customers[1].due == 20);
  CHECK(instance.customers[2].service == 5);
  CHECK(distance_tenths(instance.customers[0], instance.customers[2]) == 100);
}

TEST_CASE("What is not as published is refused by file and line") {
  const auto refusal = [](const std::string& text) {
    const File file("paidan_T2.txt", text);
    const std::string message = said([&] { (void)read_instance(file.path()); });
    return message.substr(std::min(message.size(), file.path().string().size()));
  };
  CHECK(refusal(head + rows).empty());
  CHECK(refusal(head) == ": no customers");
  CHECK(refusal(rows) == ": no row of vehicles and capacity");
  CHECK(refusal(head + "0 0 0 0 0 100\n") == ":10: expected 2 or 7 numbers, found 6");
  CHECK(refusal(head + "1 0 0 0 0 100 0\n") == ":10: expected customers counted from 0");
  CHECK(refusal(head + "0 0 0.5 0 0 100 0\n") == ":10: expected whole numbers, not \"0.5\"");
  CHECK(refusal(head + rows + "3 0 0 1 9 8 0\n") ==
        ":13: expected demand and service not below 0 and a window that ends after it begins");
  CHECK(refusal(head + "1 5\n") == ":10: expected one row of vehicles and capacity");
}

TEST_CASE("Distances are cut off after one decimal") {
  paidan::SplitMix64 random(1);
  for (int i = 0; i < 20'000; ++i) {
    const auto coordinate = [&] { return static_cast<std::int32_t>(random.below(1000)) - 500; };
    const Customer a{.x = coordinate(), .y = coordinate()};
    const Customer b{.x = coordinate(), .y = coordinate()};
    // Exact in long double: squares stay below 2^28, and where the root is whole it is found whole.
    const long double square = 100.0L * static_cast<long double>((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
    CHECK(distance_tenths(a, b) == static_cast<std::int32_t>(std::floor(std::sqrt(square))));
  }
}

TEST_CASE("The judge counts the legs and finds every fault") {
  const File file("paidan_T3.txt", head + rows);
  const Instance instance = read_instance(file.path());
  using Routes = std::vector<std::vector<std::uint32_t>>;
  const Judged judged = verify(instance, {{1}, {}, {2}});
  CHECK(judged.distance_tenths == 300);
  CHECK(judged.routes == 2);
  const auto fault = [&](const Routes& routes) { return said([&] { (void)verify(instance, routes); }); };
  CHECK(fault({{1}}) == "paidan_T3: customer 2 is visited 0 times");
  CHECK(fault({{1}, {2}, {2}}) == "paidan_T3: customer 2 is visited 2 times");
  CHECK(fault({{1}, {3}}) == "paidan_T3: no customer 3");
  CHECK(fault({{0}}) == "paidan_T3: no customer 0");
  CHECK(fault({{1, 2}}) == "paidan_T3: a vehicle is overloaded");
  Instance other = instance;
  other.capacity = 11;
  CHECK(verify(other, {{1, 2}}).distance_tenths == 200);
  CHECK(said([&] { (void)verify(other, {{2, 1}}); }).empty());
  other.customers[1].due = 19;
  CHECK(said([&] { (void)verify(other, {{2, 1}}); }) == "paidan_T3: late at customer 1");
  other.customers[0].due = 29;
  CHECK(said([&] { (void)verify(other, {{1, 2}}); }) == "paidan_T3: a vehicle comes back late");
  other = instance;
  other.vehicles = 1;
  CHECK(said([&] { (void)verify(other, {{1}, {2}}); }) == "paidan_T3: too many vehicles");
}

TEST_CASE("The table of best known distances is read by the names of its columns") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "paidan_best_known";
  std::filesystem::create_directory(folder);
  const auto read = [&](const std::string& text) {
    std::ofstream(folder / "best_known.csv") << text;
    return read_best_known(folder);
  };
  const auto table = read("bks_distance_dimacs,file,instance\n827.3,a/C101.txt,C101\n");
  REQUIRE(table.size() == 1);
  CHECK(table[0].instance == "C101");
  CHECK(table[0].file == "a/C101.txt");
  CHECK(table[0].distance == 827.3);
  const std::string path = (folder / "best_known.csv").string();
  CHECK(said([&] { (void)read("file,instance\n"); }) == path + ": no column bks_distance_dimacs");
  CHECK(said([&] { (void)read("bks_distance_dimacs,file,instance\n1,a\n"); }) == path + ":2: too few cells");
  std::filesystem::remove_all(folder);
  CHECK(said([&] { (void)read_best_known(folder); }) == path + ": cannot be read");
}

TEST_CASE("Along the curve every customer comes once, and the next is near") {
  Instance instance;
  instance.customers.emplace_back();
  for (std::int32_t x = 0; x < 16; ++x) {
    for (std::int32_t y = 0; y < 16; ++y) instance.customers.push_back({.x = x * 4369, .y = y * 4369});
  }
  const std::vector<std::uint32_t> order = customers_along_curve(instance);
  CHECK(std::set<std::uint32_t>(order.begin(), order.end()).size() == 256);
  for (std::size_t i = 1; i < order.size(); ++i) {
    CHECK(distance_tenths(instance.customers[order[i - 1]], instance.customers[order[i]]) == 43690);
  }
}
