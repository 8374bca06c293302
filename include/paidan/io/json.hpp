// All JSON readers and writers. Every document begins with `schema_version`, `engine_version` and `kind`; a reader
// takes its own kind and this release's schema version only. Keys come in a fixed order, so the same value gives the
// same bytes.
#pragma once

#include <paidan/io/money_json.hpp>
#include <paidan/io/problem_json.hpp>
#include <paidan/io/result_json.hpp>
#include <paidan/io/warranty_json.hpp>
