# Install, export, version file and pkg-config files. Nothing in them names an absolute path: the installed tree may
# be moved.
set(paidan_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/paidan")
set(paidan_pkgconfig_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/paidan" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        COMPONENT development FILES_MATCHING PATTERN "*.hpp" PATTERN "*.ipp")
install(TARGETS paidan EXPORT paidan_compiled
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime)
install(TARGETS paidan_header_only EXPORT paidan_header_only)
install(EXPORT paidan_compiled NAMESPACE paidan:: DESTINATION "${paidan_cmake_dir}" COMPONENT development)
install(EXPORT paidan_header_only NAMESPACE paidan:: DESTINATION "${paidan_cmake_dir}" COMPONENT development)

get_target_property(paidan_library_type paidan TYPE)
if(paidan_library_type STREQUAL "SHARED_LIBRARY")
  set(paidan_is_shared TRUE)
else()
  set(paidan_is_shared FALSE)
endif()
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/src/package/config.cmake.in" "${PROJECT_BINARY_DIR}/package/paidan-config.cmake"
  INSTALL_DESTINATION "${paidan_cmake_dir}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may break.
write_basic_package_version_file(
  "${PROJECT_BINARY_DIR}/package/paidan-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/package/paidan-config.cmake"
              "${PROJECT_BINARY_DIR}/package/paidan-config-version.cmake"
        DESTINATION "${paidan_cmake_dir}" COMPONENT development)

# pkg-config: paths are relative to the .pc file itself.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR BASE_DIRECTORY "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig"
           OUTPUT_VARIABLE paidan_pc_includedir)
set(paidan_pc_private_libs "-lfmt -ldate-tz -lpugixml -pthread")
if(paidan_is_shared)
  set(paidan_pc_libs "-L\${libdir} -lpaidan")
else()
  # A static library cannot say what it needs, and plain `pkg-config --libs` should link.
  set(paidan_pc_libs "-L\${libdir} -lpaidan ${paidan_pc_private_libs}")
endif()
foreach(name IN ITEMS paidan paidan-header-only)
  string(REPLACE "paidan-header-only" "header_only" template "${name}")
  configure_file("${PROJECT_SOURCE_DIR}/src/package/${template}.pc.in" "${PROJECT_BINARY_DIR}/package/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/package/${name}.pc" DESTINATION "${paidan_pkgconfig_dir}" COMPONENT development)
endforeach()

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/THIRD_PARTY.md"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/licenses/paidan" COMPONENT runtime)
