/* Time, and the container's own counters. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int64_t now_us(clockid_t clock)
{
	struct timespec t;
	if (clock_gettime(clock, &t))
		return -1; /* only for the CPU clock of a process that is gone */
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int64_t us_of(const struct timeval *t) { return (int64_t)t->tv_sec * 1000000 + t->tv_usec; }
int64_t cpu_us_of(const struct rusage *u) { return us_of(&u->ru_utime) + us_of(&u->ru_stime); }

/* The kernel's encoding of another process's CPU clock, as clock_getcpuclockid() makes it. */
clockid_t cpu_clock_of(pid_t pid) { return (clockid_t)((~(unsigned)pid << 3) | 2); }

/*
 * Under memory pressure a program goes, not we. It inherits the score that we have while we start it; to open its own
 * in /proc would cost more than all of its limits together.
 */
static int oom_score = -1;

/*** The container's own counters, cgroup v1 and v2 ***/

static int cpu_counter = -1, cpu_counter_is_v2, oom_counter = -1, memory_counter = -1;

static int open_counter(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

void open_counters(void)
{
	if (is_init && (oom_score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC)) < 0)
		die("cannot open our OOM score: %s", strerror(errno));
	if ((cpu_counter = open_counter("/sys/fs/cgroup/cpu.stat")) >= 0) {
		cpu_counter_is_v2 = 1;
		oom_counter = open_counter("/sys/fs/cgroup/memory.events");
		memory_counter = open_counter("/sys/fs/cgroup/memory.stat");
		return;
	}
	cpu_counter = open_counter("/sys/fs/cgroup/cpuacct/cpuacct.usage");
	oom_counter = open_counter("/sys/fs/cgroup/memory/memory.oom_control");
	memory_counter = open_counter("/sys/fs/cgroup/memory/memory.stat");
}

const char *cgroup_version(void) { return cpu_counter < 0 ? "none" : cpu_counter_is_v2 ? "2" : "1"; }

static int64_t number_after(int fd, const char *key)
{
	char text[4096];
	ssize_t n = fd < 0 ? -1 : pread(fd, text, sizeof text - 1, 0);
	if (n <= 0)
		return -1;
	text[n] = 0;
	for (const char *at = text; at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
		if (!strncmp(at, key, strlen(key)))
			return strtoll(at + strlen(key), NULL, 10);
	return -1;
}

int64_t container_cpu_us(void)
{
	if (cpu_counter_is_v2)
		return number_after(cpu_counter, "usage_usec ");
	int64_t ns = number_after(cpu_counter, "");
	return ns < 0 ? -1 : ns / 1000;
}

int64_t container_oom_kills(void) { return number_after(oom_counter, "oom_kill "); }

/* Memory that a program can fill: its own, and what is shared. Not the cache of files that it reads. */
int64_t container_memory_bytes(void)
{
	int64_t own = number_after(memory_counter, cpu_counter_is_v2 ? "anon " : "rss ");
	int64_t shared = number_after(memory_counter, "shmem ");
	return own < 0 || shared < 0 ? -1 : own + shared;
}

int64_t idle_memory_bytes = -1; /* while nothing runs; unknown after a change of files */

void set_oom_score(const char *score)
{
	if (oom_score >= 0 && pwrite(oom_score, score, strlen(score), 0) < 0)
		die("cannot set the OOM score to %s: %s", score, strerror(errno));
}
