#include "session.hpp"

#include "answer.hpp"
#include "arguments.hpp"
#include "request.hpp"

#include <paidan/check/evaluate.hpp>
#include <paidan/dispatch/match.hpp>
#include <paidan/dispatch/plan.hpp>
#include <paidan/documents/json.hpp>
#include <paidan/documents/schema.hpp>
#include <paidan/syntax/encoding.hpp>
#include <paidan/syntax/error_json.hpp>
#include <paidan/syntax/errors.hpp>
#include <paidan/syntax/forms.hpp>

#include <array>
#include <exception>
#include <new>

namespace paidan_cli {

using paidan::syntax::Layout;

struct Session::Reply {
  std::string handle;    // empty: none
  std::string document;  // JSON on one line; empty: none
  std::optional<std::string> text;
  std::vector<paidan::Error> notices;
};

namespace {

template <class T>
const T& stored(const std::map<std::string, T>& place, const Request& request, std::string_view key) {
  const std::string handle = request.text(key);
  const auto found = place.find(handle);
  if (found != place.end()) return found->second;
  std::vector<std::string_view> known;
  for (const auto& [name, value] : place) known.push_back(name);
  std::vector<paidan::Parameter> parameters{{"noun", "handle"}, {"noun_zh", "句柄"}, {"id", handle}};
  paidan::syntax::add_hint(parameters, handle, known);
  fail(paidan::errors::unknown_id, std::move(parameters), std::string(key));
}

std::string failure(const std::string& id, const std::vector<paidan::Error>& errors) {
  paidan::syntax::Writer writer(Layout::line);
  writer.begin_object();
  writer.key("id");
  writer.raw(id);
  writer.key("ok");
  writer.boolean(false);
  writer.key("errors");
  paidan::syntax::write_errors(writer, errors);
  writer.end_object();
  return writer.take();
}

}  // namespace

std::string Session::answer(std::string_view line) {
  std::string id = "null";
  try {
    paidan::syntax::Limits limits;
    limits.bytes = max_line_;
    limits.depth += 2;  // a document inside a request
    const paidan::syntax::Tree tree = paidan::syntax::parse_json(line, limits);
    const Request request(tree);
    if (tree.nodes[0].kind != paidan::syntax::NodeKind::object) {
      fail(paidan::errors::wrong_type, {{"field", "request"},
                                        {"expected", "an object"},
                                        {"expected_zh", "对象"},
                                        {"value", paidan::syntax::snippet(tree, 0)}});
    }
    id = request.id();
    Reply reply = perform(request);
    paidan::syntax::Writer writer(Layout::line);
    writer.begin_object();
    writer.key("id");
    writer.raw(id);
    writer.key("ok");
    writer.boolean(true);
    if (!reply.handle.empty()) {
      writer.key("handle");
      writer.text(reply.handle);
    }
    if (!reply.document.empty()) {
      writer.key("result");
      writer.raw(reply.document);
    }
    if (reply.text) {
      writer.key("text");
      writer.text(*reply.text);
    }
    if (!reply.notices.empty()) {
      writer.key("notices");
      paidan::syntax::write_errors(writer, reply.notices);
    }
    writer.end_object();
    return writer.take();
  } catch (const paidan::InvalidInput& wrong) {
    return failure(id, wrong.errors());
  } catch (const std::bad_alloc&) {
    static constexpr paidan::ErrorKind kind{"out_of_memory", "out of memory", "内存不足"};
    return failure(id, {{&kind, "", 0, {}}});
  } catch (const std::exception& wrong) {  // a defect; the other requests are still answered
    static constexpr paidan::ErrorKind kind{"internal", "internal error: {what}", "内部错误:{what}"};
    return failure(id, {{&kind, "", 0, {{"what", wrong.what()}}}});
  }
}

std::string Session::refuse_long_line() const {
  return failure("null",
                 {{&paidan::syntax::errors::too_large,
                   "",
                   0,
                   {{"limit", std::to_string(max_line_)}, {"unit", "bytes in a line"}, {"unit_zh", "字节(单行)"}}}});
}

std::size_t Session::handle_count() const {
  return problems_.size() + plans_.size() + catalogs_.size() + books_.size() + policies_.size() + calendars_.size();
}

template <class T>
std::string Session::keep(std::map<std::string, T>& place, std::string_view prefix, T value) {
  if (handle_count() >= max_handles) {
    fail(paidan::syntax::errors::too_large,
         {{"limit", std::to_string(max_handles)}, {"unit", "handles; drop some"}, {"unit_zh", "个句柄,请先drop"}});
  }
  std::string handle = std::string(prefix) + std::to_string(next_++);
  place.emplace(handle, std::move(value));
  return handle;
}

Session::Reply Session::perform(const Request& request) {
  struct Verb {
    std::string_view name;
    Reply (Session::*run)(const Request&);
  };
  static constexpr std::array<Verb, 11> verbs{{{"load", &Session::load},
                                               {"plan", &Session::plan},
                                               {"match", &Session::match},
                                               {"explain", &Session::explain},
                                               {"evaluate", &Session::evaluate},
                                               {"quote", &Session::quote},
                                               {"estimate", &Session::estimate},
                                               {"warranty", &Session::warranty},
                                               {"validate", &Session::validate},
                                               {"schema", &Session::schema},
                                               {"drop", &Session::drop}}};
  const std::string what = request.text("do");
  for (const Verb& verb : verbs) {
    if (verb.name == what) return (this->*verb.run)(request);
  }
  if (what == "list") return list(request);
  if (what == "quit") {
    request.only({});
    finished_ = true;
    return {};
  }
  std::vector<std::string_view> names{"list", "quit"};
  for (const Verb& verb : verbs) names.push_back(verb.name);
  std::vector<paidan::Parameter> parameters{{"value", paidan::syntax::shortened(what, 60)}};
  paidan::syntax::add_hint(parameters, what, names);
  fail(errors::unknown_command, std::move(parameters), "do");
}

Session::Reply Session::load(const Request& request) {
  const std::string kind = request.text("kind");
  request.only(kind == "plan" ? std::initializer_list<std::string_view>{"kind", "document", "problem"}
                              : std::initializer_list<std::string_view>{"kind", "document"});
  const std::string text = request.document("document");
  Reply reply;
  const auto read = [&](auto&& make) { return inside("document", make); };
  if (kind == "problem") {
    paidan::Problem problem = read([&] { return paidan::documents::problem_from_json(text); });
    reply.notices = problem.notices();
    reply.handle = keep(problems_, "p", std::move(problem));
  } else if (kind == "plan") {
    const paidan::Problem& problem = problem_of(request);
    reply.handle =
        keep(plans_, "r", StoredPlan{problem, read([&] { return paidan::documents::plan_from_json(problem, text); })});
  } else if (kind == "catalog") {
    reply.handle =
        keep(catalogs_, "c",
             read([&] { return paidan::catalog::Catalog(paidan::documents::catalog_data_from_json(text)); }));
  } else if (kind == "prices") {
    reply.handle =
        keep(books_, "b",
             read([&] { return paidan::pricing::PriceBook(paidan::documents::price_book_data_from_json(text)); }));
  } else if (kind == "policies") {
    reply.handle =
        keep(policies_, "w",
             read([&] { return paidan::warranty::PolicySet(paidan::documents::policy_set_data_from_json(text)); }));
  } else if (kind == "calendar") {
    reply.handle = keep(calendars_, "k", read([&] {
                          return paidan::documents::calendar_of(paidan::documents::calendar_document_from_json(text));
                        }));
  } else {
    constexpr std::array<std::string_view, 6> known{"problem", "plan", "catalog", "prices", "policies", "calendar"};
    std::vector<paidan::Parameter> parameters{{"value", paidan::syntax::shortened(kind, 60)},
                                              {"known", "problem, plan, catalog, prices, policies, calendar"}};
    paidan::syntax::add_hint(parameters, kind, known);
    fail(paidan::syntax::errors::unknown_kind, std::move(parameters), "kind");
  }
  return reply;
}

const paidan::Problem& Session::problem_of(const Request& request) const {
  return stored(problems_, request, "problem");
}

StoredPlan Session::plan_of(const Request& request) const {
  if (request.is_text("plan")) return stored(plans_, request, "plan");
  const paidan::Problem& problem = problem_of(request);
  const std::string text = request.document("plan");
  return {problem, inside("plan", [&] { return paidan::documents::plan_from_json(problem, text); })};
}

Session::Reply Session::plan(const Request& request) {
  request.only({"problem", "seed", "iterations", "time_limit_ms", "lanes", "threads", "keep"});
  const paidan::Problem& problem = problem_of(request);
  paidan::PlanOptions options;
  options.seed = static_cast<std::uint64_t>(request.number("seed", 1, 0, INT64_MAX));
  options.iterations = request.number("iterations", options.iterations, 0, INT64_MAX);
  options.time_limit_ms = request.number("time_limit_ms", 0, 0, 86'400'000);
  options.lanes = static_cast<std::int32_t>(request.number("lanes", 0, 0, 1024));
  options.threads = static_cast<std::int32_t>(request.number("threads", 1, 1, 1024));
  const bool wanted = request.flag("keep");
  paidan::Plan made = paidan::plan(problem, options);
  Reply reply;
  reply.document = paidan::documents::plan_to_json(problem, made, Layout::line);
  if (wanted) reply.handle = keep(plans_, "r", StoredPlan{problem, std::move(made)});
  return reply;
}

Session::Reply Session::match(const Request& request) {
  request.only({"problem", "capacity", "load_step", "max_candidates", "canonical", "forced", "forbidden", "must_serve",
                "explain", "lang"});
  paidan::MatchOptions options;
  options.capacity = static_cast<std::int32_t>(request.number("capacity", options.capacity, 1, 1000));
  options.load_step = request.number("load_step", options.load_step, 0, 1'000'000'000'000);
  options.max_candidates = static_cast<std::int32_t>(request.number("max_candidates", 0, 0, 1'000'000));
  options.canonical = request.flag("canonical");
  MatchWords asked{request.texts("forced"), request.texts("forbidden"), request.texts("must_serve"), {}};
  if (request.has("explain")) asked.explain = request.text("explain");
  Answer made = match_answer(problem_of(request), options, asked, request.language(), Layout::line);
  return {{}, std::move(made.document), std::move(made.text), {}};
}

Session::Reply Session::explain(const Request& request) {
  request.only({"problem", "plan", "order", "technician", "lang"});
  const StoredPlan plan = plan_of(request);
  const std::string technician = request.has("technician") ? request.text("technician") : std::string();
  Answer made =
      paidan_cli::explain(plan.problem, plan.plan, request.text("order"),
                          request.has("technician") ? &technician : nullptr, request.language(), Layout::line);
  return {{}, std::move(made.document), std::move(made.text), {}};
}

Session::Reply Session::evaluate(const Request& request) {
  request.only({"problem", "plan", "actual"});
  if (!request.has("actual")) {
    const StoredPlan plan = plan_of(request);
    const paidan::check::Report report = paidan::check::evaluate(plan.problem, plan.plan);
    return {{}, paidan::documents::report_to_json(plan.problem, report, Layout::line), {}, {}};
  }
  if (request.has("plan")) fail(errors::not_together, {{"first", "plan"}, {"second", "actual"}});
  const paidan::Problem& problem = problem_of(request);
  const std::string text = request.document("actual");
  const auto visits = inside("actual", [&] {
    return paidan::documents::actual_of(problem, paidan::documents::actual_from_json(text, problem.data().zone));
  });
  const paidan::check::Report report = paidan::check::evaluate_actual(problem, visits);
  return {{}, paidan::documents::report_to_json(problem, report, Layout::line), {}, {}};
}

Session::Reply Session::quote(const Request& request) {
  request.only({"prices", "request", "outcome", "charges", "lang"});
  const paidan::pricing::PriceBook& book = stored(books_, request, "prices");
  const std::string text = request.document("request");
  const auto facts = inside("request", [&] { return paidan::documents::quote_facts_from_json(text); });
  const std::string outcome =
      request.has("outcome") || request.has("charges") ? request.text("outcome") : std::string();
  paidan::documents::ChargesDocument charges;
  if (request.has("charges")) {
    const std::string charge_text = request.document("charges");
    charges = inside("charges", [&] { return paidan::documents::charges_from_json(charge_text); });
  }
  const paidan::documents::ChargesDocument* given = request.has("charges") ? &charges : nullptr;
  Answer made = inside("request", [&] {
    return quote_answer(book, facts, request.has("outcome") ? &outcome : nullptr, given, request.language(),
                        Layout::line);
  });
  return {{}, std::move(made.document), std::move(made.text), {}};
}

Session::Reply Session::estimate(const Request& request) {
  request.only({"prices", "request", "catalog", "service", "lang"});
  const paidan::pricing::PriceBook& book = stored(books_, request, "prices");
  paidan::pricing::EstimateRequest facts;
  if (request.has("service")) {
    if (request.has("request")) fail(errors::not_together, {{"first", "service"}, {"second", "request"}});
    facts = request_of(stored(catalogs_, request, "catalog"), request.text("service"));
  } else {
    if (request.has("catalog")) fail(paidan::errors::missing, {{"field", "service"}});
    const std::string text = request.document("request");
    facts = inside("request", [&] { return paidan::documents::estimate_request_from_json(text); });
  }
  Answer made = estimate_answer(book, facts, request.language(), Layout::line);
  return {{}, std::move(made.document), std::move(made.text), {}};
}

Session::Reply Session::warranty(const Request& request) {
  request.only({"policies", "calendar", "claim", "certificate", "counterfactual", "lang"});
  const paidan::warranty::PolicySet& policies = stored(policies_, request, "policies");
  const paidan::Calendar& calendar = stored(calendars_, request, "calendar");
  Answer made;
  if (request.has("certificate")) {
    for (const char* other : {"claim", "counterfactual"}) {
      if (request.has(other)) fail(errors::not_together, {{"first", "certificate"}, {"second", other}});
    }
    const std::string text = request.document("certificate");
    const auto asked = inside("certificate", [&] { return paidan::documents::certificate_request_from_json(text); });
    made = certificate_answer(policies, calendar, asked, request.language(), Layout::line);
  } else {
    const std::string text = request.document("claim");
    made = inside("claim", [&] {
      const paidan::warranty::Claim claim = paidan::documents::claim_from_json(text);
      return request.flag("counterfactual")
                 ? counterfactual_answer(policies, calendar, claim, Layout::line)
                 : verdict_answer(policies, calendar, claim, request.language(), Layout::line);
    });
  }
  return {{}, std::move(made.document), std::move(made.text), {}};
}

Session::Reply Session::validate(const Request& request) {
  request.only({"kind", "document"});
  const std::string kind = request.text("kind");
  const std::string text = request.document("document");
  inside("document", [&] {
    paidan::documents::validate_document(kind, text);
    return 0;
  });
  return {};
}

Session::Reply Session::schema(const Request& request) {
  request.only({"kind"});
  const std::string indented = paidan::documents::json_schema(request.text("kind"));
  std::string line;
  bool start = false;  // blanks at the start of a line are layout; texts hold no line feeds
  for (const char c : indented) {
    if (c == '\n') {
      start = true;
    } else if (!start || c != ' ') {
      start = false;
      line += c;
    }
  }
  return {{}, std::move(line), {}, {}};
}

Session::Reply Session::drop(const Request& request) {
  request.only({"handle"});
  const std::string handle = request.text("handle");
  const std::size_t dropped = problems_.erase(handle) + plans_.erase(handle) + catalogs_.erase(handle) +
                              books_.erase(handle) + policies_.erase(handle) + calendars_.erase(handle);
  if (dropped == 0) {
    fail(paidan::errors::unknown_id,
         {{"noun", "handle"}, {"noun_zh", "句柄"}, {"id", handle}, {"hint", ""}, {"hint_zh", ""}}, "handle");
  }
  return {};
}

Session::Reply Session::list(const Request& request) const {
  request.only({});
  paidan::syntax::Writer writer(Layout::line);
  writer.begin_object();
  const auto add = [&](std::string_view kind, const auto& place) {
    writer.key(kind);
    writer.begin_array(true);
    for (const auto& [handle, value] : place) writer.text(handle);
    writer.end_array();
  };
  add("problem", problems_);
  add("plan", plans_);
  add("catalog", catalogs_);
  add("prices", books_);
  add("policies", policies_);
  add("calendar", calendars_);
  writer.end_object();
  return {{}, writer.take(), {}, {}};
}

}  // namespace paidan_cli
