#include <paidan/vroom/question.ipp>
#include <paidan/vroom/read.ipp>
