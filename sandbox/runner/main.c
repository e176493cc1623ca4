/*
 * runner - PID 1 of a sandbox slot. Runs programs that nobody trusts and says what happened.
 *
 * Theory of operation
 *
 * The client holds our standard input and output (Docker's attached stream). Requests are frames: two
 * big-endian 32-bit lengths, a head of `key:value` lines, a body of raw bytes; replies have the same form.
 * The keys are documented in README.md. The client may send requests ahead; they are answered in order, so
 * one program runs on many testcases without a round trip in between. A `cancel` that arrives during a run
 * ends it and every run queued before the `cancel`.
 *
 * A run is one to MAX_PROCESSES programs, started together with clone(VM|VFORK), each as a uid of its own,
 * with rlimits, no_new_privs and (unless processes are allowed) a seccomp filter that denies making new
 * ones. A program reads a stored file or a pipe; pipes join programs to each other directly (link.c; ends.c
 * says how the end of one is noticed by another), what they write elsewhere comes to us. Who enforces what:
 *   CPU time    we poll the process's CPU clock no more often than it could reach the limit; RLIMIT_CPU behind it
 *   wall time   our timer, as a backstop; the time that we wait for the client does not count
 *   memory      the container's limit; we report the peak and the OOM kills, the client decides
 *   output      we count while streaming
 *   processes   the seccomp filter; the container's pids limit
 *   files       read-only root, nothing writable but the folder the request names; RLIMIT_FSIZE; tmpfs size
 * When the last program has ended, kill(-1) and wait4 until nobody is left: it is safe against forks as we
 * are PID 1. CPU time is the sum over all that was reaped, held against the container's own counter.
 *
 * Two exits: die() when the sandbox itself failed (the client makes a new slot), report for whatever the
 * programs did. We know no verdicts. Our memory stays tiny, as the peak of a program starts at ours.
 */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

const char *work_root = "/w";
int is_init;

static char head[MAX_HEAD_BYTES + 1];

static const char *value_of(const char *key)
{
	size_t n = strlen(key);
	for (char *line = head; *line; line += strlen(line) + 1)
		if (!strncmp(line, key, n) && line[n] == ':')
			return line + n + 1;
	die("request without %s", key);
}

static void handle_run(void)
{
	static struct run run;
	memset(&run, 0, offsetof(struct run, processes));
	char *line = head;
	for (line += strlen(line) + 1; *line; line += strlen(line) + 1) { /* the first line is the op */
		char *colon = strchr(line, ':');
		if (!colon)
			die("a line without a colon in a run request");
		*colon = 0;
		parse_run_line(&run, line, colon + 1);
		line = colon + 1;
	}
	check_run(&run);
	if (cancelled || (cancelled = cancel_arrived())) { /* it may have come in one go with the run */
		run.killed_for = "cancel";
		run.killed_process = -1;
		send_report(&run);
	} else
		run_programs(&run);
}

static void handle_request(void)
{
	size_t body_bytes = receive_head(head);
	const char *op = value_of("op");
	if (!strcmp(op, "put")) {
		handle_put(value_of("name"), (mode_t)strtol(value_of("mode"), NULL, 8), body_bytes);
		return;
	}
	if (body_bytes)
		die("only put has a body");
	if (!strcmp(op, "run"))
		handle_run();
	else if (!strcmp(op, "get"))
		handle_get(value_of("name"), parse_number("limit_bytes", value_of("limit_bytes")));
	else if (!strcmp(op, "link"))
		handle_link(value_of("from"), value_of("to"));
	else if (!strcmp(op, "remove")) {
		char path[PATH_MAX];
		path_of(path, sizeof path, value_of("name"));
		idle_memory_bytes = -1;
		unlink(path);
		send_frame("op:remove\n", NULL, 0);
	} else if (!strcmp(op, "empty")) {
		const char *area = value_of("area");
		if (strcmp(area, "box") && strcmp(area, "build") && strcmp(area, "input") && strcmp(area, "judge") && strcmp(area, "feedback"))
			die("unknown area %.40s", area);
		make_area(area, (uid_t)parse_number("owner", value_of("owner")), (mode_t)strtol(value_of("mode"), NULL, 8));
		send_frame("op:empty\n", NULL, 0);
	} else if (!strcmp(op, "cancel")) {
		cancelled = 0;
		send_frame("op:cancel\n", NULL, 0);
	} else
		die("unknown op %.40s", op);
}

static void wake(int signal) { (void)signal; }

int main(int argc, char **argv)
{
	is_init = getpid() == 1;
	if (argc == 3 && !strcmp(argv[1], "--not-init")) /* tests run us outside a container */
		work_root = argv[2];
	else if (!is_init || argc != 1)
		die("the runner must be PID 1 of a container, or be started with --not-init FOLDER");
	prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
	umask(022);
	struct sigaction action = {.sa_handler = wake};
	sigset_t chld;
	sigemptyset(&chld);
	sigaddset(&chld, SIGCHLD);
	if (sigaction(SIGCHLD, &action, NULL) || sigprocmask(SIG_BLOCK, &chld, NULL))
		die("cannot handle SIGCHLD: %s", strerror(errno));
	signal(SIGPIPE, SIG_IGN);
	open_counters();
	build_filter();
	char hello[128];
	snprintf(hello, sizeof hello, "op:hello\nversion:%s\ncgroup:%s\n", PROTOCOL_VERSION,
		cgroup_version());
	send_frame(hello, NULL, 0);
	for (;;)
		handle_request();
}
