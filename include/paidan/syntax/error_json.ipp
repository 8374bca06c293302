#pragma once

#include <paidan/syntax/error_json.hpp>

namespace paidan::inline PAIDAN_ABI {
namespace syntax {

PAIDAN_INLINE void write_errors(Writer& writer, std::span<const Error> errors) {
  writer.begin_array(false);
  for (const Error& error : errors) {
    writer.begin_object();
    writer.key("code");
    writer.text(error.code());
    writer.key("path");
    writer.text(error.path);
    if (error.row > 0) {
      writer.key("row");
      writer.integer(error.row);
    }
    writer.key("message");
    writer.text(error.message(Language::en));
    writer.key("message_zh");
    writer.text(error.message(Language::zh));
    writer.key("parameters");
    writer.begin_object();
    for (const Parameter& parameter : error.parameters) {
      writer.key(parameter.name);
      writer.text(parameter.value);
    }
    writer.end_object();
    writer.end_object();
  }
  writer.end_array();
}

PAIDAN_INLINE std::string errors_to_json(std::span<const Error> errors, Layout layout) {
  Writer writer(layout);
  writer.begin_object();
  writer.key("errors");
  write_errors(writer, errors);
  writer.end_object();
  return writer.take();
}

}  // namespace syntax
}  // namespace paidan::inline PAIDAN_ABI
