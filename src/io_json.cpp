#include <paidan/io/documents.ipp>
#include <paidan/io/pair_names.ipp>
#include <paidan/io/problem_json.ipp>
#include <paidan/io/result_json.ipp>
