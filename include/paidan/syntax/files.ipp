#pragma once

#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/files.hpp>

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace paidan::inline PAIDAN_ABI {
namespace syntax_detail {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

[[noreturn]] inline void file_error(const ErrorKind& kind, const std::string& path, int code) {
  throw InvalidInput({&kind, "", 0, {{"file", path}, {"reason", std::strerror(code)}}});
}

}  // namespace syntax_detail

namespace syntax {

PAIDAN_INLINE std::string read_file(const std::string& path, const Limits& limits) {
  std::unique_ptr<std::FILE, syntax_detail::CloseFile> owner;
  std::FILE* file = stdin;
  if (path != "-") {
    struct stat about {};
    if (stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode))
      syntax_detail::file_error(errors::cannot_read, path, EISDIR);
    owner.reset(std::fopen(path.c_str(), "rb"));
    if (!owner) syntax_detail::file_error(errors::cannot_read, path, errno);
    file = owner.get();
  }
  std::string bytes;
  std::array<char, 64 * 1024> chunk{};
  while (true) {
    const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file);
    bytes.append(chunk.data(), count);
    if (bytes.size() > limits.bytes) {
      throw InvalidInput({&errors::too_large,
                          "",
                          0,
                          {{"limit", std::to_string(limits.bytes)}, {"unit", "bytes"}, {"unit_zh", "字节"}}});
    }
    if (count < chunk.size()) break;
  }
  if (std::ferror(file) != 0) syntax_detail::file_error(errors::cannot_read, path, errno);
  return bytes;
}

PAIDAN_INLINE void write_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    const bool good = std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
    if (!good) syntax_detail::file_error(errors::cannot_write, path, errno);
    return;
  }
  std::unique_ptr<std::FILE, syntax_detail::CloseFile> file(std::fopen(path.c_str(), "wb"));
  if (!file) syntax_detail::file_error(errors::cannot_write, path, errno);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  if (std::fclose(file.release()) != 0 || !written) syntax_detail::file_error(errors::cannot_write, path, errno);
}

PAIDAN_INLINE std::vector<std::string> list_folder(const std::string& path) {
  const std::unique_ptr<DIR, syntax_detail::CloseFolder> folder(opendir(path.c_str()));
  if (!folder) syntax_detail::file_error(errors::cannot_read, path, errno);
  std::vector<std::string> names;
  while (const dirent* entry = readdir(folder.get())) {  // NOLINT(concurrency-mt-unsafe): this stream is ours alone
    struct stat about {};
    const std::string name = entry->d_name;
    if (stat((path + "/" + name).c_str(), &about) == 0 && S_ISREG(about.st_mode)) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
