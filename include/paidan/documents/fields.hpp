// The descriptions of everything that is a document.
#pragma once

#include <paidan/catalog/fields.hpp>
#include <paidan/check/fields.hpp>
#include <paidan/constraints/fields.hpp>
#include <paidan/core/names.hpp>
#include <paidan/dispatch/fields.hpp>
#include <paidan/model/fields.hpp>
#include <paidan/pricing/fields.hpp>
#include <paidan/warranty/fields.hpp>
