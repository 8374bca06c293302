// The fuzz targets without a fuzzer: over the stored inputs, over mutations of them, and over random bytes.
// Deterministic; a failed case prints its number, and PAIDAN_FUZZ_LAST=file keeps the input that was running in a
// crash.
#include "targets.hpp"

#include "../support/soak.hpp"

#include <paidan/core/random.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using paidan::SplitMix64;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Stored inputs in the order of their names.
std::vector<std::string> corpus_of(std::string_view target) {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(PAIDAN_FUZZ_CORPUS) / target)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> inputs;
  for (const fs::path& path : paths) inputs.push_back(bytes_of(path));
  return inputs;
}

/// The fuzzers' dictionary: lines of `"token"`, with \xHH, \\ and \" inside.
std::vector<std::string> tokens() {
  std::ifstream file(fs::path(PAIDAN_FUZZ_CORPUS).parent_path() / "tokens.dict");
  REQUIRE(file.good());
  std::vector<std::string> all;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with('"')) continue;
    std::string token;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      if (line[i] != '\\') {
        token += line[i];
      } else if (line[i + 1] == 'x') {
        token += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
        i += 3;
      } else {
        token += line[++i];
      }
    }
    all.push_back(token);
  }
  REQUIRE(all.size() > 20);
  return all;
}

class Mutator {
 public:
  Mutator(const std::vector<std::string>& inputs, const std::vector<std::string>& tokens, std::uint64_t seed)
      : inputs_(inputs), tokens_(tokens), random_(seed) {}

  std::string next() {
    if (random_.below(50) == 0) return noise();
    std::string text = inputs_[below(inputs_.size())];
    const std::size_t times = 1 + below(4) * below(4);
    for (std::size_t i = 0; i < times; ++i) mutate(text);
    if (text.size() > 20'000) text.resize(20'000);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) {
    return random_.below(static_cast<std::uint32_t>(std::max<std::size_t>(bound, 1)));
  }
  char any_byte() { return static_cast<char>(random_.below(256)); }

  std::string noise() {
    std::string text(below(200), '\0');
    for (char& c : text) c = any_byte();
    return text;
  }

  void mutate(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, 1 + below(random_.below(4) == 0 ? 200 : 8));
    switch (random_.below(12)) {
      case 0:
        text.resize(at);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      case 3:
        text.insert(at, 1, any_byte());
        break;
      case 4:
        if (at < text.size()) text[at] = any_byte();
        break;
      case 5:
        if (at < text.size()) text[at] = static_cast<char>(text[at] ^ static_cast<char>(1U << random_.below(8)));
        break;
      case 6:
        text.insert(at, tokens_[below(tokens_.size())]);
        break;
      case 7:
        replace_word(text, at);
        break;
      case 8:
        swap_lines(text, at);
        break;
      case 9: {
        const std::string& other = inputs_[below(inputs_.size())];
        const std::size_t from = below(other.size() + 1);
        text = text.substr(0, at) + other.substr(from);
        break;
      }
      case 10: {
        const std::string piece = text.substr(at, length);
        text.insert(below(text.size() + 1), piece);
        break;
      }
      default:
        replace_digits(text, at);
        break;
    }
  }

  /// The word, number or quoted text at that place becomes a token: the mutation that gets furthest into a reader.
  void replace_word(std::string& text, std::size_t at) {
    const auto border = [](char c) { return std::string_view(" ,;:\t\r\n[]{}\"").find(c) != std::string_view::npos; };
    std::size_t begin = at;
    while (begin > 0 && !border(text[begin - 1])) --begin;
    std::size_t end = at;
    while (end < text.size() && !border(text[end])) ++end;
    text.replace(begin, end - begin, tokens_[below(tokens_.size())]);
  }

  void replace_digits(std::string& text, std::size_t at) {
    const std::size_t first = text.find_first_of("0123456789", at);
    if (first == std::string::npos) return;
    std::size_t end = text.find_first_not_of("0123456789", first);
    if (end == std::string::npos) end = text.size();
    std::uint64_t value = random_.next() >> random_.below(64);
    text.replace(first, end - first, (random_.below(4) == 0 ? "-" : "") + std::to_string(value));
  }

  static void swap_lines(std::string& text, std::size_t at) {
    const std::size_t first = text.find('\n', at);
    if (first == std::string::npos) return;
    const std::size_t second = text.find('\n', first + 1);
    if (second == std::string::npos) return;
    const std::string line = text.substr(first, second - first);
    text.erase(first, second - first);
    const std::size_t before = first == 0 ? std::string::npos : text.rfind('\n', first - 1);
    text.insert(before == std::string::npos ? 0 : before, line);
  }

  const std::vector<std::string>& inputs_;
  const std::vector<std::string>& tokens_;
  SplitMix64 random_;
};

void run(const paidan_fuzz::Target& target, const std::string& input) {
  static const char* const keep = std::getenv("PAIDAN_FUZZ_LAST");
  if (keep != nullptr) std::ofstream(keep, std::ios::binary) << input;
  const std::vector<char> exact(input.begin(), input.end());  // a sanitizer sees one byte too far
  target.run({exact.data(), exact.size()});
}

}  // namespace

TEST_CASE("every stored input is read or refused") {
  for (const paidan_fuzz::Target& target : paidan_fuzz::targets) {
    const std::vector<std::string> inputs = corpus_of(target.name);
    CHECK(inputs.size() >= 2);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      CAPTURE(target.name);
      CAPTURE(i);
      run(target, inputs[i]);
    }
  }
}

TEST_CASE("stored inputs cut off anywhere are read or refused") {
  const int steps = paidan_test::cases(40);
  for (const paidan_fuzz::Target& target : paidan_fuzz::targets) {
    for (const std::string& input : corpus_of(target.name)) {
      const std::size_t stride = std::max<std::size_t>(1, input.size() / static_cast<std::size_t>(steps));
      for (std::size_t length = 0; length < input.size(); length += stride) {
        CAPTURE(target.name);
        CAPTURE(length);
        run(target, input.substr(0, length));
      }
    }
  }
}

TEST_CASE("mutated and random inputs are read or refused") {
  const std::vector<std::string> words = tokens();
  for (const paidan_fuzz::Target& target : paidan_fuzz::targets) {
    const std::vector<std::string> inputs = corpus_of(target.name);
    const std::uint64_t seed = 20240708;
    Mutator mutator(inputs, words, seed);
    const int n = paidan_test::cases(1500);
    for (int i = 0; i < n; ++i) {
      CAPTURE(target.name);
      CAPTURE(seed);
      CAPTURE(i);
      run(target, mutator.next());
    }
  }
}
