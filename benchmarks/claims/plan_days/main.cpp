// plan_days FOLDER SEED ITERATIONS LANES THREADS PROBLEM…: writes each problem again, and its plan, into FOLDER.
#include <charconv>
#include <exception>
#include <iostream>
#include <paidan/documents/json.hpp>
#include <paidan/paidan.hpp>
#include <paidan/syntax/files.hpp>
#include <string>
#include <string_view>

namespace {

template <class T>
T number(std::string_view text) {
  T value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

int main(int count, char** values) try {
  if (count < 7) return 2;
  const std::string folder = std::string(values[1]) + '/';
  paidan::PlanOptions options;
  options.seed = number<std::uint64_t>(values[2]);
  options.iterations = number<std::int64_t>(values[3]);
  options.lanes = number<std::int32_t>(values[4]);
  options.threads = number<std::int32_t>(values[5]);
  for (int i = 6; i < count; ++i) {
    const std::string path = values[i];
    std::string name = path.substr(path.rfind('/') + 1);  // problem-2024-07-09.json
    const paidan::Problem problem = paidan::documents::problem_from_json(paidan::syntax::read_file(path));
    paidan::syntax::write_file(folder + name, paidan::documents::to_json(problem.data()));
    name.replace(0, std::string_view("problem").size(), "plan");
    paidan::syntax::write_file(folder + name, paidan::documents::to_json(problem, paidan::plan(problem, options)));
  }
  return 0;
} catch (const std::exception& wrong) {
  std::cerr << wrong.what() << '\n';
  return 1;
}
