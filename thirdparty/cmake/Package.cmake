# What is installed, and the Debian package:  cmake --build --preset release && (cd build/release && cpack)
include(GNUInstallDirs)
install(TARGETS lapak RUNTIME)
set(desktop "${CMAKE_SOURCE_DIR}/app/desktop")
install(FILES "${desktop}/lapak.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${desktop}/lapak.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${desktop}/lapak.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
install(FILES "${CMAKE_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)
install(FILES "${CMAKE_SOURCE_DIR}/fonts/OFL.txt" "${CMAKE_SOURCE_DIR}/fonts/Phosphor-LICENSE.txt"
              "${CMAKE_SOURCE_DIR}/CHANGELOG.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME lapak)
set(CPACK_PACKAGE_CONTACT "Lapak <lapak@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is opened by name while the program runs, so that no tool can compute it: as in thirdparty/packages.txt.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgl1, libgl1-mesa-dri, libxcursor1, libxi6, libxinerama1, libxrandr2, tzdata")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "A till that is easy at the stall: tap pieces, take cash, QRIS or a transfer,
hand over a receipt, close the day with a counted drawer and a page to send.
It works without a network, and the whole shop is one file.")
include(CPack)
