/** Reads two numbers and prints their sum: as little work as a program can do. */
export const SUM = `#include <cstdio>
int main() { long long a, b; if (std::scanf("%lld %lld", &a, &b) != 2) return 1; std::printf("%lld\\n", a + b); }
`;

/** Starts the program given to it N times on one input and prints the microseconds that took: the physical floor. */
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
