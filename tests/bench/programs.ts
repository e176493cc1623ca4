/** Reads two numbers and prints their sum: as little work as a program can do. */
export const SUM = `#include <cstdio>
int main() { long long a, b; if (std::scanf("%lld %lld", &a, &b) != 2) return 1; std::printf("%lld\\n", a + b); }
`;

/** Starts a program N times on one input, reads what it prints, and says how many microseconds that took. */
export const BARE_LOOP = `
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int argc, char **argv) {
  if (argc != 3) return 2;
  int rounds = std::atoi(argv[2]);
  timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (int i = 0; i < rounds; i++) {
    int pipe_ends[2];
    if (pipe2(pipe_ends, O_CLOEXEC)) return 3;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/w/box/numbers", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 1);
    char *args[] = {argv[1], nullptr}, *env[] = {nullptr};
    pid_t pid;
    if (posix_spawn(&pid, argv[1], &actions, nullptr, args, env)) return 4;
    close(pipe_ends[1]);
    char text[64];
    while (read(pipe_ends[0], text, sizeof text) > 0) {}
    int status;
    rusage usage;
    wait4(pid, &status, 0, &usage);
    close(pipe_ends[0]);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0) return 5;
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  std::printf("%.0f\\n", (end.tv_sec - begin.tv_sec) * 1e6 + (end.tv_nsec - begin.tv_nsec) / 1e3);
}
`;

/** What a contestant's program looks like to a compiler: the whole standard library, a little of it used. */
export function ordinaryProgram(salt: number): string {
  return `#include <bits/stdc++.h>
using namespace std;
int main() {
  ios::sync_with_stdio(false);
  long long a, b;
  cin >> a >> b;
  vector<long long> rest(100, ${salt});
  for (size_t i = 0; i < rest.size(); i++) rest[i] = (rest[i] * 31 + a * (long long)i) % 97;
  sort(rest.begin(), rest.end());
  cout << (rest.front() >= 0 ? a + b : 0) << "\\n";
}
`;
}

/** Reads everything and prints how many bytes that was. */
export const READ_ALL = `#include <cstdio>
#include <unistd.h>
static char buffer[1 << 16];
int main() { long long total = 0, n; while ((n = read(0, buffer, sizeof buffer)) > 0) total += n; std::printf("%lld\\n", total); }
`;

/** Prints as many bytes as it is told to. */
export const PRINT_ALL = `#include <cstdio>
#include <cstring>
#include <unistd.h>
static char buffer[1 << 16];
int main() {
  long long left; if (std::scanf("%lld", &left) != 1) return 1;
  std::memset(buffer, 'x', sizeof buffer);
  while (left > 0) { long long n = write(1, buffer, left < (long long)sizeof buffer ? left : sizeof buffer); if (n < 0) return 2; left -= n; }
}
`;

/** Asks N times and waits for each answer. */
export const ASKS = `#include <cstdio>
int main() { for (int i = 0, answer; i < 100000; i++) { std::printf("%d\\n", i); std::fflush(stdout); if (std::scanf("%d", &answer) != 1 || answer != i + 1) return 1; } }
`;

/** Answers until nobody asks any more. */
export const ANSWERS = `#include <cstdio>
int main() { int question; while (std::scanf("%d", &question) == 1) { std::printf("%d\\n", question + 1); std::fflush(stdout); } }
`;
