/*
 * Does what its arguments say in a conversation, one after another: `hear N` reads N lines, `say WORD` writes a line,
 * `mute N` closes standard output, `deaf N` closes standard input, `doze MS`, `burn MS`, `complain BYTES`, `pour BYTES`
 * writes that much, `drink N` reads to the end, `bold N` ignores SIGPIPE, `quit CODE`. A limit of its own ends it: tests
 * must leave nothing alive.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char block[4096];

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
		if (read(0, &c, 1) != 1)
			exit(78);
		lines -= c == '\n';
	}
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
			dprintf(1, "%s\n", how);
		else if (!strcmp(what, "mute"))
			close(1);
		else if (!strcmp(what, "deaf"))
			close(0);
		else if (!strcmp(what, "doze"))
			usleep((useconds_t)n * 1000);
		else if (!strcmp(what, "burn"))
			burn(n);
		else if (!strcmp(what, "complain"))
			pour(2, n);
		else if (!strcmp(what, "pour"))
			pour(1, n);
		else if (!strcmp(what, "drink"))
			while (read(0, block, sizeof block) > 0)
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
