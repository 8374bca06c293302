#include <paidan/render/audience.ipp>
#include <paidan/render/explain.ipp>
#include <paidan/render/match.ipp>
#include <paidan/render/price.ipp>
#include <paidan/render/text.ipp>
#include <paidan/render/warranty.ipp>
