/*
 * Does what its arguments say in a conversation, one after another: `hear N` reads N lines, `say WORD` writes a line,
 * `mute N` closes standard output, `deaf N` closes standard input, `doze MS`, `burn MS`, `complain BYTES`, `pour BYTES`
 * writes that much, `drink N` reads to the end, `bold N` ignores SIGPIPE, `quit CODE`, `crash N`. `from PATH` and `to PATH`
 * say what the next ones hear and speak to; opened at its first mention; a number is a descriptor. `closed PATH` tells on
 * standard output why it cannot be opened. `rounds N` says a line and hears one, N times; `echo N` the other way round.
 * A limit of its own ends it: tests must leave nothing alive.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char block[4096];
static int in_fd = 0, out_fd = 1;

static int opened(const char *path, int flags)
{
	static struct { const char *path; int flags, fd; } known[64];
	static int count;
	if (isdigit((unsigned char)*path))
		return atoi(path);
	for (int i = 0; i < count; i++)
		if (!strcmp(known[i].path, path) && known[i].flags == flags)
			return known[i].fd;
	int fd = open(path, flags);
	if (fd < 0 || count == 64)
		exit(76);
	known[count].path = path, known[count].flags = flags, known[count++].fd = fd;
	return fd;
}

static void tell_why_closed(const char *path)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK);
	dprintf(1, "%s\n", fd < 0 ? strerror(errno) : "open");
	if (fd >= 0)
		close(fd);
}

static void pour(int fd, long bytes)
{
	memset(block, 'x', sizeof block);
	for (ssize_t n; bytes > 0; bytes -= n)
		if ((n = write(fd, block, bytes < (long)sizeof block ? (size_t)bytes : sizeof block)) < 0)
			exit(77);
}

static void burn(long ms)
{
	struct timespec t;
	do
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	while (t.tv_sec * 1000 + t.tv_nsec / 1000000 < ms);
}

static void hear(long lines)
{
	for (char c; lines > 0;) {
		if (read(in_fd, &c, 1) != 1)
			exit(78);
		lines -= c == '\n';
	}
}

static void say(const char *word)
{
	if (dprintf(out_fd, "%s\n", word) < 0)
		exit(77);
}

int main(int argc, char **argv)
{
	alarm(60);
	for (int i = 1; i + 1 < argc; i += 2) {
		const char *what = argv[i], *how = argv[i + 1];
		long n = atol(how);
		if (!strcmp(what, "hear"))
			hear(n);
		else if (!strcmp(what, "say"))
			say(how);
		else if (!strcmp(what, "from"))
			in_fd = opened(how, O_RDONLY);
		else if (!strcmp(what, "to"))
			out_fd = opened(how, O_WRONLY);
		else if (!strcmp(what, "closed"))
			tell_why_closed(how);
		else if (!strcmp(what, "rounds"))
			for (; n > 0; n--)
				say("x"), hear(1);
		else if (!strcmp(what, "echo"))
			for (; n > 0; n--)
				hear(1), say("x");
		else if (!strcmp(what, "crash"))
			raise(SIGSEGV);
		else if (!strcmp(what, "mute"))
			close(out_fd);
		else if (!strcmp(what, "deaf"))
			close(in_fd);
		else if (!strcmp(what, "doze"))
			usleep((useconds_t)n * 1000);
		else if (!strcmp(what, "burn"))
			burn(n);
		else if (!strcmp(what, "complain"))
			pour(2, n);
		else if (!strcmp(what, "pour"))
			pour(out_fd, n);
		else if (!strcmp(what, "drink"))
			while (read(in_fd, block, sizeof block) > 0)
				;
		else if (!strcmp(what, "bold"))
			signal(SIGPIPE, SIG_IGN);
		else if (!strcmp(what, "quit"))
			return (int)n;
		else
			return 99;
	}
	return 0;
}
