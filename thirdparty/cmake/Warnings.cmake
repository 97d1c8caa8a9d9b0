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
  target_compile_options(lapak_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(lapak_flags INTERFACE -fsanitize=address,undefined)
endif()
