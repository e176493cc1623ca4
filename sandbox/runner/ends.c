/*
 * When a program may notice the end of another.
 *
 * Theory of operation
 *
 * The end of a program is noticed by the others through its pipes, and may make them end too, before we have seen
 * either. So we keep a copy of every program's ends until we have taken it in: who ended first is then never a matter of
 * chance. Two cases are left, in which a copy would make somebody wait for ever:
 *   A program closes its end and goes on, and the other waits for that end. We look every SAMPLE_EVERY_US whether a
 *   copy of ours is the last one: let go of it, ask the pipe, and where somebody else still holds that end take it back.
 *   A program opens its end by its path and waits, as open() does, for the other side. It gets through at once, as we
 *   hold both ends from the start. An end whose peer has still to open the pipe is kept even when its program is gone,
 *   until the peer has come: it then finds what was written, and the end of the stream behind it (or EPIPE).
 *   That it has come is told by inotify; it holds its end by then, and our copy of it is one like any other.
 * An end is not asked for while its peer has not come: letting go for a moment would keep the peer out, or drive the
 * program away. A program that ends without having opened its end counts as one that had it.
 */
#define _GNU_SOURCE
#include "runner.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

static void settle(struct link *link)
{
	if (link->writer_is_gone && !link->awaits_reader)
		close_fd(&link->write_end);
	if (link->reader_is_gone && !link->awaits_writer)
		close_fd(&link->read_end);
}

/* At the start, when nobody is there yet but those that will never come. */
void settle_all_ends(void)
{
	for (int i = 0; i < link_count; i++) {
		links[i].writer_is_gone = links[i].writer < 0;
		links[i].reader_is_gone = links[i].reader < 0;
		settle(&links[i]);
	}
}

void drop_ends_of(int process)
{
	for (int i = 0; i < link_count; i++) {
		struct link *link = &links[i];
		if (link->writer == process) {
			link->writer_is_gone = 1;
			link->awaits_writer = 0;
		}
		if (link->reader == process) {
			link->reader_is_gone = 1;
			link->awaits_reader = 0;
		}
		settle(link);
	}
}

void drop_all_ends(void)
{
	for (int i = 0; i < link_count; i++) {
		close_fd(&links[i].write_end);
		close_fd(&links[i].read_end);
	}
}

static void take_in_open(int n)
{
	if (n >= link_count)
		return;
	links[n].awaits_writer = links[n].awaits_reader = 0;
	settle(&links[n]);
}

void take_in_opens(void)
{
	static char events[4096] __attribute__((aligned(__alignof__(struct inotify_event))));
	ssize_t n;
	while ((n = read(opens_fd, events, sizeof events)) > 0)
		for (ssize_t at = 0; at < n;) {
			const struct inotify_event *event = (const void *)(events + at);
			at += (ssize_t)(sizeof *event + event->len);
			if (event->len) /* the folder itself has no name */
				take_in_open(atoi(event->name));
		}
}

/* `partner` is an end of ours on the other side of the same pipe: `sign` is what it says when nobody is there. */
static int is_only_ours(int *end, int partner, int flags, short sign)
{
	struct pollfd other = {partner, 0, 0};
	char path[32];
	if (*end < 0 || partner < 0) /* nobody is left to notice */
		return 0;
	close_fd(end);
	if (poll(&other, 1, 0) == 1 && other.revents & sign)
		return 1;
	snprintf(path, sizeof path, "/proc/self/fd/%d", partner);
	*end = open(path, flags | O_NONBLOCK | O_CLOEXEC);
	return 0;
}

void look_for_closed_ends(void)
{
	for (int i = 0; i < link_count; i++) {
		struct link *link = &links[i];
		if (link->awaits_reader || link->awaits_writer)
			continue;
		if (!link->writer_is_gone)
			link->writer_is_gone = is_only_ours(&link->write_end, link->is_carried ? link->carry_from : link->read_end,
				O_WRONLY, POLLHUP);
		if (!link->reader_is_gone)
			link->reader_is_gone = is_only_ours(&link->read_end, link->is_carried ? link->carry_to : link->write_end,
				O_RDONLY, POLLERR);
		settle(link);
	}
}
