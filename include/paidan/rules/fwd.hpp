// The types of the room `rules`, declared. Kept by tests/rooms/fwd.py --write.
#pragma once

#include <paidan/config.hpp>

#include <cstdint>

namespace paidan::inline PAIDAN_ABI {

struct ContextEntry;
struct RangeParts;
class Value;

namespace rules {
struct BoxedData;
struct BoxedEntry;
struct Budget;
struct ColumnMatches;
struct Decision;
struct DecisionData;
class DecisionModel;
class DecisionTable;
struct ExplainOptions;
struct Explanation;
class Expression;
struct FactColumn;
struct Finding;
enum class FindingKind : std::uint8_t;
enum class HitPolicy : std::uint8_t;
struct InputClause;
struct ItemData;
enum class Kind : std::uint8_t;
struct KnowledgeData;
enum class LintLimit : std::uint8_t;
struct LintOptions;
struct LintReport;
struct Match;
struct ModelData;
struct Moment;
class Names;
struct NearMiss;
struct Outcome;
struct OutputClause;
struct Place;
struct RuleData;
struct SheetRows;
struct SimpleTest;
enum class Status : std::uint8_t;
struct TableData;
class Type;
class Types;
class UnaryTests;
struct VariableData;
}  // namespace rules

}  // namespace paidan::inline PAIDAN_ABI
