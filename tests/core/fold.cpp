#include <paidan/core/fold.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using paidan::fold_case;
using paidan::fold_ends;
using paidan::fold_words;

TEST_CASE("Folding the case changes the 26 capitals of ASCII and nothing else") {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CHECK(fold_case(c) == (byte >= 65 && byte <= 90 ? static_cast<char>(byte + 32) : c));
    CHECK(fold_case(std::string_view(&c, 1)) == std::string(1, fold_case(c)));
  }
  CHECK(fold_case(U'Z') == U'z');
  CHECK(fold_case(U'[') == U'[');
  CHECK(fold_case(U'\u00c9') == U'\u00c9');  // É
  CHECK(fold_case(U'\uff21') == U'\uff21');  // full-width A
  CHECK(fold_case("@AZ[ `az{ Ｅ空调É") == "@az[ `az{ Ｅ空调É");
  CHECK(fold_case("  True\t") == "  true\t");
  CHECK(fold_case("").empty());
  CHECK(fold_case(std::string_view("A\0B", 3)) == std::string("a\0b", 3));
}

TEST_CASE("Folding the ends keeps what is within a name") {
  CHECK(fold_ends(" \tAC-Clean \t") == "ac-clean");
  CHECK(fold_ends("Air  Con\tCleaning") == "air  con\tcleaning");
  CHECK(fold_ends("A\r\n") == "a\r\n");
  CHECK(fold_ends("\u3000空调 清洗 ") == "\u3000空调 清洗");
  CHECK(fold_ends(" \t ").empty());
  CHECK(fold_ends("").empty());
}

TEST_CASE("Folding the words leaves one space between them, whatever stood there") {
  CHECK(fold_words(" 12  Main\tSt.\r\nFloor 3\n") == "12 main st. floor 3");
  CHECK(fold_words("\u3000Main\u3000St ") == "\u3000main\u3000st");
  CHECK(fold_words("Main") == "main");
  CHECK(fold_words(" \t\r\n ").empty());
  CHECK(fold_words("").empty());
}

TEST_CASE("Each folding forgives what the one before does, and folding twice changes nothing") {
  for (const std::string_view text : {" A  b\t", "\nC d", "空调 E\r\n", "", "  ", "X"}) {
    CHECK(fold_ends(fold_case(text)) == fold_ends(text));
    CHECK(fold_words(fold_ends(text)) == fold_words(text));
    CHECK(fold_case(fold_case(text)) == fold_case(text));
    CHECK(fold_ends(fold_ends(text)) == fold_ends(text));
    CHECK(fold_words(fold_words(text)) == fold_words(text));
  }
}
