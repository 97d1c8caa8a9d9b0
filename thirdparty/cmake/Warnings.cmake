# Designated initialisers leave fields to their defaults on purpose: no -Wmissing-field-initializers.
# The compiler's help, the same for every target of ours: `target_link_libraries(x PRIVATE lapak_flags)`.
add_library(lapak_flags INTERFACE)
target_compile_options(lapak_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Wno-missing-field-initializers
  -fstack-protector-strong
  $<$<BOOL:${LAPAK_WERROR}>:-Werror>
  $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>
  # An index out of bounds is our mistake: stop, also at the seller's.
  $<$<OR:$<CONFIG:Release>,$<BOOL:${LAPAK_SANITIZE}>>:-D_GLIBCXX_ASSERTIONS>)
# as-needed: a library that no room uses yet is no dependency of the package.
target_link_options(lapak_flags INTERFACE -Wl,-z,relro,-z,now -Wl,--as-needed)
if(LAPAK_SANITIZE)
  # Every CHECK of a test is a dozen expressions to the sanitizer of undefined behaviour, none of them the shop's.
  target_compile_options(lapak_flags INTERFACE
    -fsanitize=address$<$<NOT:$<BOOL:$<TARGET_PROPERTY:LAPAK_TEST>>>:,undefined> -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  target_link_options(lapak_flags INTERFACE -fsanitize=address,undefined)
endif()

# Under the sanitizers, where headers are a third of the building, they are read once. The other builds read them file
# by file: a file that leans on what another includes does not compile there.
function(precompile_when_sanitized target)
  if(LAPAK_SANITIZE)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
