// Both wings and their sentences, in one include. Not here because they are opt-in: format.hpp (needs fmt), JSON
// (documents/json.hpp), spreadsheets (sheets/…), and the field descriptions (<room>/fields.hpp).
#pragma once

#include <paidan/dispatch.hpp>
#include <paidan/money.hpp>

#include <paidan/render/audience.hpp>
#include <paidan/render/explain.hpp>
#include <paidan/render/match.hpp>
#include <paidan/render/price.hpp>
#include <paidan/render/text.hpp>
#include <paidan/render/warranty.hpp>
