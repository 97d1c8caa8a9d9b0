// tests: a print service of a test's own: a real cupsd on loopback, in a folder of its own, whose printers write into
// files. Gone with its object.
#pragma once
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace lapak {

class PrintService {
 public:
  // Where nothing listens: a machine without CUPS.
  static void point_to_none() { setenv("CUPS_SERVER", fmt::format("127.0.0.1:{}", free_port()).c_str(), 1); }

  PrintService() {
    std::string name = "/tmp/lapak-cups-XXXXXX";  // beside nothing that has a long path: it holds a socket
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    root_ = name;
    // The service gives up its rights for its filters: what they read and write is open to them.
    std::filesystem::permissions(root_, std::filesystem::perms(0755));
    for (const char* folder : {"spool", "spool/tmp", "cache", "state", "ppd", "out"}) {
      std::filesystem::create_directories(root_ / folder);
    }
    std::filesystem::permissions(root_ / "out", std::filesystem::perms(0777));
    port_ = free_port();
    write_settings();
    setenv("CUPS_SERVER", fmt::format("127.0.0.1:{}", port_).c_str(), 1);
  }
  ~PrintService() {
    if (process_ > 0) {
      ::kill(process_, SIGTERM);
      ::waitpid(process_, nullptr, 0);
    }
    unsetenv("CUPS_SERVER");
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  PrintService(const PrintService&) = delete;
  PrintService& operator=(const PrintService&) = delete;

  enum class Standing { Ready, Stopped, Default };
  // Before start().
  void add_printer(const std::string& name, const std::string& title, Standing standing = Standing::Ready) {
    const bool is_default = standing == Standing::Default;
    std::ofstream(root_ / "printers.conf", std::ios::app) << fmt::format(
        "<{0} {1}>\nInfo {2}\nDeviceURI file:{3}\nState {4}\nAccepting Yes\nErrorPolicy stop-printer\n</{0}>\n",
        is_default ? "DefaultPrinter" : "Printer", name, title, printed_file(name).string(),
        standing == Standing::Stopped ? "Stopped" : "Idle");
    std::ofstream(root_ / "ppd" / (name + ".ppd")) << fmt::format(
        "*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1.0\"\n*LanguageVersion: English\n"
        "*LanguageEncoding: ISOLatin1\n*PCFileName: \"TEST.PPD\"\n*Product: \"(Test)\"\n*PSVersion: \"(3010.000) 0\"\n"
        "*Manufacturer: \"Test\"\n*ModelName: \"Test\"\n*ShortNickName: \"Test\"\n*NickName: \"Test\"\n"
        "*OpenUI *PageSize: PickOne\n*DefaultPageSize: A4\n*PageSize A4: \"\"\n*CloseUI: *PageSize\n"
        "*OpenUI *PageRegion: PickOne\n*DefaultPageRegion: A4\n*PageRegion A4: \"\"\n*CloseUI: *PageRegion\n"
        "*DefaultImageableArea: A4\n*ImageableArea A4: \"0 0 595 842\"\n*DefaultPaperDimension: A4\n"
        "*PaperDimension A4: \"595 842\"\n*cupsFilter: \"application/pdf 0 {}\"\n",
        (root_ / "filter").string());
  }

  void start() {
    std::string settings = (root_ / "cupsd.conf").string(), files = (root_ / "cups-files.conf").string();
    std::string program = "/usr/sbin/cupsd", foreground = "-f", c = "-c", s = "-s";
    char* arguments[]{program.data(), foreground.data(), c.data(), settings.data(), s.data(), files.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, (root_ / "said").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    const int failure = ::posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    REQUIRE_MESSAGE(failure == 0, "cupsd does not start: is the package cups-daemon installed?");
    REQUIRE_MESSAGE(listens_within(20'000), file_text(root_ / "said") << file_text(root_ / "error_log"));
  }

  // What came out of a printer so far: copies as "copies=2", then the PDF.
  std::string printed(const std::string& name) const { return file_text(printed_file(name)); }
  std::string log() const { return file_text(root_ / "error_log"); }

 private:
  static std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  static sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
  }
  static int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof(address);
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), length) == 0);
    REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0);
    ::close(socket);
    return ntohs(address.sin_port);
  }
  // Waits for the process, not for a time: the longest only ends what would never come.
  bool listens_within(int longest_ms) const {
    for (int waited_ms = 0; waited_ms < longest_ms; waited_ms += 20) {
      const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
      sockaddr_in address = loopback(port_);
      const bool is_there = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
      ::close(socket);
      if (is_there) return true;
      ::usleep(20'000);
    }
    return false;
  }
  std::filesystem::path printed_file(const std::string& name) const { return root_ / "out" / name; }

  void write_settings() {
    std::ofstream(root_ / "cupsd.conf") << fmt::format(
        "Listen 127.0.0.1:{}\nBrowsing Off\nDefaultAuthType None\nLogLevel debug\nPreserveJobHistory Yes\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n",
        port_);
    const std::string in = root_.string();
    std::ofstream(root_ / "cups-files.conf") << fmt::format(
        "FileDevice Yes\n{1}ServerRoot {0}\nRequestRoot {0}/spool\nTempDir {0}/spool/tmp\nCacheDir {0}/cache\n"
        "StateDir {0}/state\nErrorLog {0}/error_log\nAccessLog {0}/access_log\nPageLog {0}/page_log\n",
        in, ::getuid() == 0 ? "SystemGroup root\n" : "");
    // 1 job, 2 user, 3 title, 4 copies, 5 options, 6 file: what a driver does, without a driver.
    std::ofstream(root_ / "filter") << "#!/bin/sh\nprintf 'copies=%s\\n' \"$4\"\ncat ${6:+\"$6\"}\n";
    std::filesystem::permissions(root_ / "filter", std::filesystem::perms(0755));
  }

  std::filesystem::path root_;
  int port_ = 0;
  pid_t process_ = 0;
};

}  // namespace lapak
