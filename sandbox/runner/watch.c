/* A run from its start to nobody being left: limits, output, the end. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int cancelled; /* until the main loop has come to the `cancel` itself */

static void kill_all(const struct run *run)
{
	if (is_init) {
		kill(-1, SIGKILL);
		return;
	}
	for (int i = 0; i < run->process_count; i++)
		if (run->processes[i].pid > 0)
			kill(-run->processes[i].pid, SIGKILL);
}

/* The first reason counts. `process` is the one that gave it, or -1. */
static void kill_run(struct run *run, const char *reason, int process)
{
	if (run->killed_for)
		return;
	run->killed_for = reason;
	run->killed_process = process;
	kill_all(run);
}

/* Takes in whoever has ended. Waits for all of them where `options` is 0. */
static void reap(struct run *run, int options, int64_t begin_us)
{
	static int64_t order;
	struct rusage usage;
	int status;
	pid_t pid;
	while ((pid = wait4(-1, &status, options | __WALL, &usage)) > 0 || (pid < 0 && errno == EINTR)) {
		if (pid < 0)
			continue;
		struct process *p = NULL;
		for (int i = 0; i < run->process_count; i++)
			if (run->processes[i].pid == pid)
				p = &run->processes[i];
		if (!p) { /* somebody's orphan: it is charged to the first, which is alone where processes are allowed */
			p = &run->processes[0];
			run->extra_processes++;
		} else {
			p->is_live = 0;
			p->status = status;
			p->wall_us = now_us(CLOCK_MONOTONIC) - begin_us;
			p->end_order = order++;
			drop_ends_of((int)(p - run->processes));
		}
		p->cpu_us += cpu_us_of(&usage);
		if (usage.ru_maxrss > p->max_rss_kib)
			p->max_rss_kib = usage.ru_maxrss;
	}
}

/* Reads what there is, passes on what may be kept, counts everything. Closes at the end of the stream. */
static void drain(struct run *run, int index, int is_stderr)
{
	static unsigned char chunk[CHUNK_BYTES];
	struct process *p = &run->processes[index];
	int *fd = is_stderr ? &p->err_fd : &p->out_fd;
	int64_t *count = is_stderr ? &p->stderr_bytes : &p->stdout_bytes;
	int64_t keep = is_stderr ? run->stderr_keep : run->stdout_limit;
	int64_t max = is_stderr ? run->stderr_limit : run->stdout_limit;
	ssize_t n = read(*fd, chunk, sizeof chunk);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		close(*fd);
		*fd = -1;
		return;
	}
	int64_t room = keep - *count, kept = n < room ? n : room;
	*count += n;
	if (kept > 0) {
		char line[128];
		snprintf(line, sizeof line, "op:%s\nid:%.40s\nprocess:%d\n", is_stderr ? "stderr" : "stdout", run->id, index);
		send_frame(line, chunk, (size_t)kept);
	}
	if (*count > max)
		kill_run(run, "output", index);
}

/* How long nothing needs to be looked at: a program's CPU time grows no faster than the wall clock on its one core. */
static int64_t check_limits(struct run *run, int64_t deadline_us, int64_t cpu_begin_us)
{
	int64_t wait_us = deadline_us - now_us(CLOCK_MONOTONIC);
	if (wait_us <= 0)
		kill_run(run, "wall", -1);
	/* A program's own peak misses what it hides from its size (shared pages given back) and what its children hold. */
	int64_t used_bytes = container_memory_bytes() - run->memory_begin_bytes;
	if (run->memory_begin_bytes >= 0 && used_bytes > run->peak_container_bytes)
		run->peak_container_bytes = used_bytes;
	if (wait_us > SAMPLE_EVERY_US)
		wait_us = SAMPLE_EVERY_US;
	for (int i = 0; i < run->process_count; i++) {
		struct process *p = &run->processes[i];
		if (!p->is_live)
			continue;
		int64_t container_us = run->allows_processes ? container_cpu_us() : -1; /* its children too */
		int64_t used_us = container_us >= 0 ? container_us - cpu_begin_us : now_us(cpu_clock_of(p->pid));
		int64_t left_us = used_us < 0 ? 1000 : p->cpu_limit_us - used_us;
		if (left_us <= 0)
			kill_run(run, "cpu", i);
		if (left_us < wait_us)
			wait_us = left_us;
	}
	return wait_us < 1000 ? 1000 : wait_us;
}

static int live_count(const struct run *run)
{
	int live = 0;
	for (int i = 0; i < run->process_count; i++)
		live += run->processes[i].is_live;
	return live;
}

static void watch(struct run *run, int64_t begin_us, int64_t cpu_begin_us)
{
	sigset_t unblocked;
	sigprocmask(SIG_SETMASK, NULL, &unblocked);
	sigdelset(&unblocked, SIGCHLD);
	/* Most programs end soon and print little: to wake for what they print only slows them down. */
	const struct timespec first_wait = {0, FIRST_WAIT_US * 1000};
	ppoll(NULL, 0, &first_wait, &unblocked);
	reap(run, WNOHANG, begin_us);
	while (live_count(run) > 0) {
		int64_t wait_us = check_limits(run, begin_us + run->wall_limit_us + blocked_us, cpu_begin_us);
		if (now_us(CLOCK_MONOTONIC) - run->looked_at_us >= SAMPLE_EVERY_US) {
			look_for_closed_ends();
			run->looked_at_us = now_us(CLOCK_MONOTONIC);
		}
		int64_t flush_in_us = flush_when_due();
		if (flush_in_us < wait_us)
			wait_us = flush_in_us;
		struct timespec timeout = {wait_us / 1000000, wait_us % 1000000 * 1000};
		struct pollfd fds[2 + 2 * MAX_PROCESSES + 2 * MAX_PIPES];
		int count = 0, first_link;
		for (int i = 0; i < run->process_count; i++) {
			fds[count++] = (struct pollfd){run->processes[i].out_fd, POLLIN, 0}; /* -1 is passed over */
			fds[count++] = (struct pollfd){run->processes[i].err_fd, POLLIN, 0};
		}
		first_link = count;
		for (int i = 0; run->transcript_keep > 0 && i < link_count; i++) {
			int is_full = links[i].carried < links[i].waiting;
			fds[count++] = (struct pollfd){is_full ? -1 : links[i].carry_from, POLLIN, 0};
			fds[count++] = (struct pollfd){links[i].carry_to, is_full ? POLLOUT : 0, 0};
		}
		fds[count++] = (struct pollfd){opens_fd, POLLIN, 0};
		/* With the buffer full of requests to come, a cancel has to wait for the end of this run. */
		fds[count++] = (struct pollfd){has_room_for_requests() && !cancelled ? 0 : -1, POLLIN, 0};
		int ready = ppoll(fds, (nfds_t)count, &timeout, &unblocked);
		if (ready < 0 && errno != EINTR)
			die("cannot poll: %s", strerror(errno));
		for (int i = 0; ready > 0 && i < run->process_count; i++) {
			if (fds[2 * i].revents)
				drain(run, i, 0);
			if (fds[2 * i + 1].revents)
				drain(run, i, 1);
		}
		for (int i = 0; ready > 0 && first_link + 2 * i + 1 < count - 2; i++)
			if (fds[first_link + 2 * i].revents || fds[first_link + 2 * i + 1].revents) {
				if (fds[first_link + 2 * i + 1].revents & POLLERR) /* nobody reads any more */
					close_fd(&links[i].carry_to);
				carry(run, i);
			}
		if (ready > 0 && fds[count - 2].revents)
			take_in_opens();
		if (ready > 0 && fds[count - 1].revents) {
			fill();
			if (cancel_arrived()) {
				cancelled = 1;
				kill_run(run, "cancel", -1);
			}
		}
		reap(run, WNOHANG, begin_us);
	}
}

void send_report(const struct run *run)
{
	char text[8192];
	size_t n = (size_t)snprintf(text, sizeof text,
		"op:report\nid:%.40s\nkilled_for:%s\nkilled_process:%d\noom_kills:%lld\ncontainer_cpu_us:%lld\n"
		"peak_container_bytes:%lld\nextra_processes:%lld\n", run->id, run->killed_for ? run->killed_for : "none",
		run->killed_for ? run->killed_process : -1, (long long)run->oom_kills, (long long)run->container_cpu_us, (long long)run->peak_container_bytes,
		(long long)run->extra_processes);
	for (int i = 0; i < run->process_count; i++) {
		const struct process *p = &run->processes[i];
		n += (size_t)snprintf(text + n, sizeof text - n,
			"%d.exit_code:%d\n%d.signal:%d\n%d.cpu_us:%lld\n%d.wall_us:%lld\n%d.max_rss_kib:%lld\n"
			"%d.stdout_bytes:%lld\n%d.stderr_bytes:%lld\n%d.end_order:%lld\n%d.exec_errno:%d\n",
			i, WIFEXITED(p->status) ? WEXITSTATUS(p->status) : -1, i, WIFSIGNALED(p->status) ? WTERMSIG(p->status) : 0,
			i, (long long)p->cpu_us, i, (long long)p->wall_us, i, (long long)p->max_rss_kib,
			i, (long long)p->stdout_bytes, i, (long long)p->stderr_bytes, i, (long long)p->end_order, i, p->exec_errno);
	}
	send_frame(text, NULL, 0);
}

void run_programs(struct run *run)
{
	make_links(run);
	settle_all_ends();
	blocked_us = 0;
	static int64_t cpu_begin_us = -1; /* what the last run ended with: nothing but our own work lies between */
	if (cpu_begin_us < 0 || run->allows_processes)
		cpu_begin_us = container_cpu_us();
	if (idle_memory_bytes < 0)
		idle_memory_bytes = container_memory_bytes();
	run->memory_begin_bytes = idle_memory_bytes;
	int64_t oom_begin = container_oom_kills(), begin_us = now_us(CLOCK_MONOTONIC);
	for (int i = 0; i < run->process_count; i++)
		start_process(run, &run->processes[i]);
	watch(run, begin_us, cpu_begin_us);
	kill_all(run);
	reap(run, 0, begin_us); /* until nobody is left */
	drop_all_ends();
	remove_paths();

	for (int i = 0; i < run->process_count; i++) {
		struct process *p = &run->processes[i];
		/* All writers are dead: the rest is at most a pipe's capacity. */
		for (int more = 4096; more > 0 && p->out_fd >= 0; more--)
			drain(run, i, 0);
		for (int more = 4096; more > 0 && p->err_fd >= 0; more--)
			drain(run, i, 1);
		close_fd(&p->out_fd);
		close_fd(&p->err_fd);
	}
	for (int i = 0; i < link_count; i++) {
		if (links[i].carry_from >= 0)
			carry(run, i); /* last words, for the transcript */
		close_fd(&links[i].carry_from);
		close_fd(&links[i].carry_to);
	}
	int64_t oom_end = container_oom_kills(), cpu_end_us = container_cpu_us();
	run->oom_kills = oom_begin < 0 || oom_end < 0 ? -1 : oom_end - oom_begin;
	run->container_cpu_us = cpu_begin_us < 0 || cpu_end_us < 0 ? -1 : cpu_end_us - cpu_begin_us;
	cpu_begin_us = cpu_end_us;
	/* A program may have the kernel reap its children unseen: then only the container has counted their time. */
	if (run->allows_processes && run->container_cpu_us > run->processes[0].cpu_us)
		run->processes[0].cpu_us = run->container_cpu_us;
	send_report(run);
}
