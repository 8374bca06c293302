#include <paidan/core/hash.hpp>

#include <doctest/doctest.h>

#include <string>

using paidan::Hasher;

namespace {

template <class... T>
std::uint64_t hash(const T&... values) {
  Hasher hasher;
  (hasher.add(values), ...);
  return hasher.value();
}

}  // namespace

TEST_CASE("A hash tells where one text ends and the next begins") {
  using std::string_view;
  CHECK(hash(string_view("ab"), string_view("c")) != hash(string_view("a"), string_view("bc")));
  CHECK(hash(string_view("")) != hash());
  CHECK(hash(string_view("工单")) == hash(string_view("工单")));
}

TEST_CASE("A number hashes the same in every integer type that holds it") {
  CHECK(hash(std::int32_t{-1}) == hash(std::int64_t{-1}));
  CHECK(hash(std::uint32_t{7}) == hash(std::int64_t{7}));
  CHECK(hash(std::int64_t{1}, std::int64_t{2}) != hash(std::int64_t{2}, std::int64_t{1}));
  CHECK(hash(true) != hash(false));
}

TEST_CASE("Hashes are stored in documents, so they never change") {
  // Recomputed apart: FNV-1a 64 over the bytes, then the splitmix64 finaliser.
  CHECK(paidan::hex(hash()) == "f52a15e9a9b5e89b");
  CHECK(paidan::hex(hash(std::string_view("abc"), std::int64_t{-1}, true)) == "5cfec2671edf4897");
}

TEST_CASE("Hexadecimal text has all sixteen digits") {
  CHECK(paidan::hex(0) == "0000000000000000");
  CHECK(paidan::hex(0x0123456789abcdefULL) == "0123456789abcdef");
  CHECK(paidan::hex(~0ULL) == "ffffffffffffffff");
}

TEST_CASE("A content hash is sixteen digits to the outside") {
  const paidan::ContentHash hash{0x00ab'cdef'0123'4567ULL};
  CHECK(hash.text() == "00abcdef01234567");
  CHECK(hash == paidan::ContentHash{0x00ab'cdef'0123'4567ULL});
  CHECK(hash != paidan::ContentHash{});
}
