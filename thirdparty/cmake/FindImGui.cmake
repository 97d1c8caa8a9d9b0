# Dear ImGui: Debian's static library holds the core and its GLFW and OpenGL 3 backends, but imgui.pc names neither
# the backends' headers nor what they link. Gives
#   ImGui::ImGui   the core alone: drives the screens without a window
#   ImGui::Glfw    with the GLFW and OpenGL 3 backends
find_path(ImGui_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui)
find_library(ImGui_LIBRARY imgui)
find_package(Stb QUIET)  # Debian's ImGui leaves the font rasteriser to libstb
if(ImGui_INCLUDE_DIR)
  file(STRINGS "${ImGui_INCLUDE_DIR}/imgui.h" ImGui_version_line REGEX "#define IMGUI_VERSION +\"")
  string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" ImGui_VERSION "${ImGui_version_line}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(ImGui REQUIRED_VARS ImGui_LIBRARY ImGui_INCLUDE_DIR Stb_FOUND
                                  VERSION_VAR ImGui_VERSION)
mark_as_advanced(ImGui_LIBRARY ImGui_INCLUDE_DIR)
if(ImGui_FOUND AND NOT TARGET ImGui::ImGui)
  find_package(glfw3 3.3 REQUIRED)
  find_package(OpenGL REQUIRED COMPONENTS OpenGL)
  add_library(ImGui::ImGui STATIC IMPORTED)
  set_target_properties(ImGui::ImGui PROPERTIES
    IMPORTED_LOCATION "${ImGui_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${ImGui_INCLUDE_DIR};${ImGui_INCLUDE_DIR}/backends"
    INTERFACE_LINK_LIBRARIES "Stb::Stb;${CMAKE_DL_LIBS}")
  add_library(ImGui::Glfw INTERFACE IMPORTED)
  target_link_libraries(ImGui::Glfw INTERFACE ImGui::ImGui glfw OpenGL::GL)
endif()
