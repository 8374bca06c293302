// The JSON reader with nothing below it but `core`.
#include <paidan/syntax/reader.hpp>
#include <paidan/syntax/writer.hpp>

#include <cstdio>
#include <string>

namespace {

struct Part {
  std::string name;
  std::int32_t pieces = 0;
};

}  // namespace

template <>
struct paidan::Fields<Part> {
  static constexpr std::string_view name = "Part";
  template <class V>
  static void visit(V&& v) {
    v("name", &Part::name, Field{.doc = "What it is.", .required = true});
    v("pieces", &Part::pieces, Field{.doc = "How many."});
  }
};

int main() {
  using namespace paidan::syntax;
  const auto part =
      read_document<Part>(R"({"schema_version": 2, "kind": "part", "name": "传感器", "pieces": 3})", "part", {});
  std::string refused;
  try {
    static_cast<void>(read_document<Part>(R"({"schema_version": 2, "nam": "x"})", "part", {}));
  } catch (const paidan::InvalidInput& wrong) {
    for (const paidan::Error& error : wrong.errors()) refused += std::string(error.code()) + ' ';
  }
  std::puts((document("part", part, Layout::line) + ' ' + refused).c_str());
}
