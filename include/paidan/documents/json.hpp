// All JSON readers and writers. Every document begins with `schema_version`, `engine_version` and `kind`; a reader
// takes its own kind and this release's schema version only. Keys come in a fixed order, so the same value gives the
// same bytes.
#pragma once

#include <paidan/documents/money_json.hpp>
#include <paidan/documents/problem_json.hpp>
#include <paidan/documents/result_json.hpp>
#include <paidan/documents/warranty_json.hpp>
