/* What joins programs that talk with each other. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
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

void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

struct link links[MAX_PIPES];
int link_count;
int opens_fd = -1;
static unsigned char carried_bytes[MAX_PIPES][4096];

static int moved_up(int fd)
{
	int high = opened(fcntl(fd, F_DUPFD_CLOEXEC, FIRST_LINK_FD), "a pipe's end once more");
	close(fd);
	return high;
}

/*
 * We open a FIFO under another name than the program does, which is gone before anybody runs. So all that is opened
 * in the folder of the paths is opened by whom we wait for: not by us, and not by its peer through /dev/fd.
 */
static void make_fifo(int ends[2], int n)
{
	char ours[PATH_MAX], theirs[PATH_MAX];
	snprintf(ours, sizeof ours, "%s/new-pipe", work_root);
	snprintf(theirs, sizeof theirs, "%s/pipe/%d", work_root, n);
	unlink(ours);
	if (mkfifo(ours, 0600))
		die("cannot make %s: %s", ours, strerror(errno));
	ends[0] = opened(open(ours, O_RDONLY | O_NONBLOCK | O_CLOEXEC), ours);
	ends[1] = opened(open(ours, O_WRONLY | O_CLOEXEC), ours);
	if (fcntl(ends[0], F_SETFL, 0) || link(ours, theirs) || unlink(ours))
		die("cannot name %s: %s", theirs, strerror(errno));
}

/* Nobody owns it who could let others in; its two programs are in its group, so that they may open it again. */
static void make_ends(int ends[2], int n, int has_path)
{
	if (has_path)
		make_fifo(ends, n);
	else
		make_pipe(ends, "a pipe between programs");
	if (fchown(ends[0], 0, (gid_t)(FIRST_PIPE_GID + n)) || fchmod(ends[0], 0060))
		die("cannot hand over pipe %d: %s", n, strerror(errno));
	ends[0] = moved_up(ends[0]);
	ends[1] = moved_up(ends[1]);
}

static void make_link(int n, int with_transcript)
{
	struct link *link = &links[n];
	int ends[2];
	make_ends(ends, n, link->awaits_writer || (link->awaits_reader && !with_transcript));
	link->read_end = ends[0];
	link->write_end = ends[1];
	link->is_carried = with_transcript;
	if (!with_transcript)
		return;
	link->carry_from = ends[0];
	make_ends(ends, n, link->awaits_reader);
	link->read_end = ends[0];
	link->carry_to = ends[1];
	fcntl(link->carry_from, F_SETFL, O_NONBLOCK);
	fcntl(link->carry_to, F_SETFL, O_NONBLOCK);
}

/* Whoever names the last of an end is the one whose end counts. */
static void take_end(struct run *run, int process, struct end end, int by_path)
{
	struct process *p = &run->processes[process];
	struct link *link = &links[end.pipe];
	for (; link_count <= end.pipe; link_count++)
		links[link_count] = (struct link){.read_end = -1, .write_end = -1, .carry_from = -1, .carry_to = -1, .writer = -1, .reader = -1};
	if (end.writes) {
		link->writer = process;
		link->awaits_writer = by_path;
	} else {
		link->reader = process;
		link->awaits_reader = by_path;
	}
	if (link->awaits_writer && link->awaits_reader)
		die("pipe %d is opened by its path on both sides", end.pipe);
	p->groups[p->group_count++] = (gid_t)(FIRST_PIPE_GID + end.pipe);
}

/* The paths of pipes lie where one user alone may look for them. */
static void make_paths(const struct run *run)
{
	char path[PATH_MAX];
	uid_t uid = 0;
	for (int i = 0; i < run->process_count; i++) {
		const struct process *p = &run->processes[i];
		if (p->open_count && uid && p->uid != uid)
			die("only one user's programs may open pipes by their paths");
		if (p->open_count)
			uid = p->uid;
	}
	if (!uid)
		return;
	make_area("pipe", 0, 0710);
	snprintf(path, sizeof path, "%s/pipe", work_root);
	if (chown(path, 0, uid))
		die("cannot hand over %s: %s", path, strerror(errno));
	opens_fd = opened(inotify_init1(IN_CLOEXEC | IN_NONBLOCK), "an inotify instance");
	if (inotify_add_watch(opens_fd, path, IN_OPEN | IN_ONLYDIR) < 0)
		die("cannot watch %s: %s", path, strerror(errno));
}

void remove_paths(void)
{
	if (opens_fd < 0)
		return;
	close_fd(&opens_fd);
	make_area("pipe", 0, 0700);
}

void make_links(struct run *run)
{
	link_count = 0;
	for (int i = 0; i < run->process_count; i++) {
		const struct process *p = &run->processes[i];
		if (p->stdin_pipe >= 0)
			take_end(run, i, (struct end){p->stdin_pipe, 0}, 0);
		if (p->stdout_pipe >= 0)
			take_end(run, i, (struct end){p->stdout_pipe, 1}, 0);
		for (int n = 0; n < p->inherit_count; n++)
			take_end(run, i, p->inherits[n], 0);
		for (int n = 0; n < p->open_count; n++)
			take_end(run, i, p->opens[n], 1);
	}
	make_paths(run);
	for (int n = 0; n < link_count; n++)
		if (links[n].writer >= 0 || links[n].reader >= 0)
			make_link(n, run->transcript_keep > 0);
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
