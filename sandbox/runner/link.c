/* What joins programs that talk with each other. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Ours never have the numbers 0 to 2, as those are open from the start. */
int opened(int fd, const char *what)
{
	if (fd < 0)
		die("cannot open %s: %s", what, strerror(errno));
	return fd;
}

void make_pipe(int ends[2], const char *what)
{
	if (pipe2(ends, O_CLOEXEC))
		die("cannot make %s: %s", what, strerror(errno));
}

int pipe_number(const char *name)
{
	int64_t n = parse_number("pipe", name + strlen("pipe:"));
	if (n >= MAX_PIPES)
		die("pipe number from 0 to %d, got %s", MAX_PIPES - 1, name);
	return (int)n;
}

struct link links[MAX_PIPES];
static unsigned char carried_bytes[MAX_PIPES][4096];

static void make_link(struct link *link, int with_transcript)
{
	int ends[2];
	make_pipe(ends, "a pipe between programs");
	*link = (struct link){ends[0], ends[1], -1, -1, 0, 0, 0, -1, -1};
	if (!with_transcript)
		return;
	link->carry_from = ends[0];
	make_pipe(ends, "a pipe between programs");
	link->read_end = ends[0];
	link->carry_to = ends[1];
	fcntl(link->carry_from, F_SETFL, O_NONBLOCK);
	fcntl(link->carry_to, F_SETFL, O_NONBLOCK);
}

void make_links(struct run *run)
{
	for (int i = 0; i < MAX_PIPES; i++)
		links[i] = (struct link){-1, -1, -1, -1, 0, 0, 0, -1, -1};
	for (int i = 0; i < run->process_count; i++) {
		struct process *p = &run->processes[i];
		int from = strncmp(p->stdin_from, "pipe:", 5) ? -1 : pipe_number(p->stdin_from);
		int to = strncmp(p->stdout_to, "pipe:", 5) ? -1 : pipe_number(p->stdout_to);
		if (from >= 0 && links[from].read_end < 0)
			make_link(&links[from], run->transcript_keep > 0);
		if (to >= 0 && links[to].read_end < 0)
			make_link(&links[to], run->transcript_keep > 0);
		if (to >= 0)
			links[to].writer = i;
		if (from >= 0)
			links[from].reader = i;
	}
}

void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/*
 * The end of a program is noticed by the other through its pipes, and may make it end too, before we have seen either.
 * So we keep a copy of every program's ends until we have taken it in: who ended first is then never a matter of chance.
 */
void drop_ends_of(int process)
{
	for (int i = 0; i < MAX_PIPES; i++) {
		if (links[i].writer == process)
			close_fd(&links[i].write_end);
		if (links[i].reader == process)
			close_fd(&links[i].read_end);
	}
}

/* A program that waits for the end of what another still alive has closed would wait for ever on our copy. */
void drop_all_ends(void)
{
	for (int i = 0; i < MAX_PIPES; i++) {
		close_fd(&links[i].write_end);
		close_fd(&links[i].read_end);
	}
}

/* Moves what can be moved without waiting, and passes the end of either side on to the other. */
void carry(const struct run *run, int n)
{
	struct link *link = &links[n];
	unsigned char *bytes = carried_bytes[n];
	if (link->carried == link->waiting && link->carry_from >= 0) {
		ssize_t got = read(link->carry_from, bytes, sizeof carried_bytes[n]);
		if (got == 0)
			close_fd(&link->carry_from);
		if (got > 0) {
			link->carried = 0;
			link->waiting = (size_t)got;
			int64_t room = run->transcript_keep - link->kept, keep = got < room ? got : room;
			link->kept += keep;
			char line[96];
			snprintf(line, sizeof line, "op:transcript\nid:%.40s\nprocess:%d\n", run->id, link->writer);
			if (keep > 0)
				send_frame(line, bytes, (size_t)keep);
		}
	}
	if (link->carried < link->waiting && link->carry_to >= 0) {
		ssize_t put = write(link->carry_to, bytes + link->carried, link->waiting - link->carried);
		if (put > 0)
			link->carried += (size_t)put;
		else if (put < 0 && errno != EAGAIN && errno != EINTR)
			close_fd(&link->carry_to);
	}
	if (link->carry_to < 0) /* nobody reads any more: the writer shall notice */
		close_fd(&link->carry_from);
	if (link->carry_from < 0 && link->carried == link->waiting)
		close_fd(&link->carry_to);
}
