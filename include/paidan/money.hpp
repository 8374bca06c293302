// The wing of money, in one include: what it costs, and who pays afterwards.
#pragma once

#include <paidan/config.hpp>

#include <paidan/core/calendar.hpp>
#include <paidan/core/decimal.hpp>
#include <paidan/core/error.hpp>
#include <paidan/core/geo.hpp>
#include <paidan/core/hash.hpp>
#include <paidan/core/ids.hpp>
#include <paidan/core/money.hpp>
#include <paidan/core/random.hpp>
#include <paidan/core/reason.hpp>
#include <paidan/core/time.hpp>

#include <paidan/catalog/catalog.hpp>
#include <paidan/catalog/entry.hpp>
#include <paidan/catalog/lint.hpp>
#include <paidan/catalog/mapping.hpp>
#include <paidan/catalog/mapping_data.hpp>

#include <paidan/ledger/line.hpp>
#include <paidan/ledger/step.hpp>

#include <paidan/rules/language/expression.hpp>
#include <paidan/rules/lint/lint.hpp>
#include <paidan/rules/model/model.hpp>
#include <paidan/rules/table/explain.hpp>
#include <paidan/rules/table/table.hpp>
#include <paidan/rules/table/table_columns.hpp>

#include <paidan/pricing/audit.hpp>
#include <paidan/pricing/bill.hpp>
#include <paidan/pricing/errors.hpp>
#include <paidan/pricing/estimate.hpp>
#include <paidan/pricing/price_book.hpp>
#include <paidan/pricing/quote.hpp>

#include <paidan/warranty/certificate.hpp>
#include <paidan/warranty/claim.hpp>
#include <paidan/warranty/evaluate.hpp>
#include <paidan/warranty/policy.hpp>
#include <paidan/warranty/term.hpp>
