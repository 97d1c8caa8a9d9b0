// base: bytes as hexadecimal text, for hashes and ids.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lapak {

// Two digits a byte, lower case.
void append_hex(std::string& text, std::span<const std::uint8_t> bytes);
std::string hex(std::span<const std::uint8_t> bytes);
// What a digit of either case stands for; -1 for any other character.
int hex_value(char digit);
// The bytes of such a text, in upper or lower case; nullopt for anything else.
std::optional<std::vector<std::uint8_t>> parse_hex(std::string_view text);

}  // namespace lapak
