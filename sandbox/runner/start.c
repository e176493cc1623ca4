/* From a request to a running program. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct start {
	const struct run *run;
	struct process *process;
};

static void limit(int resource, int64_t n)
{
	struct rlimit r = {(rlim_t)n, (rlim_t)n};
	prlimit(0, (enum __rlimit_resource)resource, &r, NULL);
}

/*
 * Runs in the new process but in our memory, on a stack of its own, while we wait (vfork): raw system calls
 * and nothing that keeps state. A failure is left in exec_errno.
 */
__attribute__((no_sanitize("address", "undefined"))) static int become_program(void *argument)
{
	struct start *start = argument;
	const struct run *run = start->run;
	struct process *p = start->process;
	int failed = 0;

	setsid();
	failed |= dup2(p->in_fd, 0) < 0 || dup2(p->out_fd, 1) < 0 || dup2(p->err_fd, 2) < 0;
	for (int i = 0; i < p->inherit_count; i++) {
		const struct link *link = &links[p->inherits[i].pipe];
		failed |= dup2(p->inherits[i].writes ? link->write_end : link->read_end, FIRST_INHERITED_FD + i) < 0;
	}
	syscall(SYS_close_range, (unsigned)(FIRST_INHERITED_FD + p->inherit_count), ~0U, 0U); /* where the kernel lacks it, everything of ours is close-on-exec */
	failed |= chdir(run->cwd) < 0;
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, p->cpu_limit_us / 1000000 + 2);
	limit(RLIMIT_STACK, run->stack_limit ? run->stack_limit : (int64_t)RLIM_INFINITY);
	limit(RLIMIT_FSIZE, run->file_limit);
	limit(RLIMIT_NOFILE, 1024);
	limit(RLIMIT_MEMLOCK, 0);
	limit(RLIMIT_MSGQUEUE, 0);
	umask(077);
	failed |= syscall(SYS_setgroups, p->group_count, p->groups) < 0;
	failed |= syscall(SYS_setresgid, p->uid, p->uid, p->uid) < 0;
	failed |= syscall(SYS_setresuid, p->uid, p->uid, p->uid) < 0;
	failed |= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0;
	signal(SIGPIPE, SIG_DFL); /* exec takes care of the handlers, not of what is ignored */
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (!run->allows_processes)
		failed |= install_filter() < 0;
	if (!failed)
		execve(p->args[0], p->args, p->env);
	p->exec_errno = errno;
	_exit(127);
}

static int open_stdin(const struct process *p)
{
	char path[PATH_MAX];
	const char *from = p->stdin_from;
	if (!strcmp(from, "empty"))
		return opened(open("/dev/null", O_RDONLY | O_CLOEXEC), from);
	if (p->stdin_pipe >= 0)
		return opened(fcntl(links[p->stdin_pipe].read_end, F_DUPFD_CLOEXEC, 3), from);
	path_of(path, sizeof path, from);
	if (!strncmp(from, "build/", 6) || !strncmp(from, "feedback/", 9)) /* it could be anything that a program left */
		die("standard input comes from what was put, not from %.80s", from);
	return opened(open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), from);
}

void start_process(struct run *run, struct process *p)
{
	static char stack[STACK_BYTES] __attribute__((aligned(16)));
	int out[2] = {-1, -1}, err[2];
	p->in_fd = open_stdin(p);
	if (p->stdout_pipe >= 0)
		out[1] = opened(fcntl(links[p->stdout_pipe].write_end, F_DUPFD_CLOEXEC, 3), p->stdout_to);
	else
		make_pipe(out, "a pipe for standard output");
	make_pipe(err, "a pipe for standard error");

	p->out_fd = out[1];
	p->err_fd = err[1];
	/* So that it can open /dev/stdout and /dev/stderr, as some languages' programs do. */
	if ((out[0] >= 0 && fchown(out[1], p->uid, p->uid)) || fchown(err[1], p->uid, p->uid))
		die("cannot hand over a pipe: %s", strerror(errno));
	struct start start = {run, p};
	set_oom_score("1000");
	p->pid = clone(become_program, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, &start);
	set_oom_score("0");
	if (p->pid < 0)
		die("cannot start a process: %s", strerror(errno));
	p->is_live = 1;
	close(p->in_fd);
	close(out[1]);
	close(err[1]);
	p->out_fd = out[0];
	p->err_fd = err[0];
	if (out[0] >= 0)
		fcntl(out[0], F_SETFL, O_NONBLOCK);
	fcntl(err[0], F_SETFL, O_NONBLOCK);
}
