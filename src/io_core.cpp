#include <paidan/io/encoding.ipp>
#include <paidan/io/files.ipp>
#include <paidan/io/forms.ipp>
#include <paidan/io/reader.ipp>
#include <paidan/io/tree.ipp>
#include <paidan/io/writer.ipp>
#include <paidan/io/zones.ipp>
