/*
 * Gives the runner one stream of requests after another, each to a process of its own, and writes down how it ended.
 *
 *   fuzz-runner FOLDER CASES RESULTS
 *
 * Compiled together with the runner and -Dmain=runner_main: a fork costs a hundredth of a start. The child sees FOLDER
 * as its root directory, so that nothing a case asks for can name a program or file of the host. The stream ends once
 * the runner has read all of it and waits for more, which /proc tells. Numbers have 32 bits in the host's order. A case:
 * flags, how many bytes are sent first, the length, the bytes. A result: the wait status, the lengths of what the runner
 * said and of what it wrote to standard error, both.
 */
#undef main
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int runner_main(int argc, char **argv);

#define NOBODY_LISTENS 1
#define SECONDS_FOR_A_CASE 20
#define POLL_US 50

static void must(int worked, const char *what)
{
	if (worked)
		return;
	perror(what);
	exit(3);
}

static _Noreturn void be_the_runner(const char *folder, int requests, int replies, int complaints)
{
	static char name[] = "runner", option[] = "--not-init", work_root[] = "/w";
	char *args[] = {name, option, work_root, NULL};
	alarm(SECONDS_FOR_A_CASE); /* one that hangs ends by a signal, which is a finding */
	signal(SIGPIPE, SIG_DFL);
	must(dup2(requests, 0) == 0 && dup2(replies, 1) == 1 && dup2(complaints, 2) == 2, "dup2");
	syscall(SYS_close_range, 3U, ~0U, 0U);
	must(!chroot(folder) && !chdir("/"), "chroot");
	exit(runner_main(3, args));
}

static int has_ended(pid_t pid)
{
	siginfo_t end = {0};
	must(!waitid(P_PID, (id_t)pid, &end, WEXITED | WNOHANG | WNOWAIT), "waitid");
	return end.si_pid == pid;
}

static int is_read(int requests)
{
	int waiting_bytes;
	must(!ioctl(requests, FIONREAD, &waiting_bytes), "FIONREAD");
	return waiting_bytes == 0;
}

/* Does it sleep in a read of its standard input? */
static int waits_for_requests(pid_t pid)
{
	char path[64], text[32] = "", expected[16];
	snprintf(path, sizeof path, "/proc/%d/syscall", pid);
	snprintf(expected, sizeof expected, "%d 0x0 ", SYS_read);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	must(fd >= 0, path);
	if (read(fd, text, sizeof text - 1) < 0)
		text[0] = 0;
	close(fd);
	return !strncmp(text, expected, strlen(expected));
}

static void send_piece(pid_t pid, int requests, const char *bytes, size_t count)
{
	while (count > 0 && !has_ended(pid)) {
		ssize_t n = write(requests, bytes, count);
		must(n >= 0 || errno == EAGAIN || errno == EPIPE, "write");
		if (n <= 0)
			usleep(POLL_US);
		else
			bytes += n, count -= (size_t)n;
	}
}

static int run_case(const char *folder, const uint32_t head[3], const char *bytes, const int said[2])
{
	int requests[2], unheard[2], status;
	must(!pipe2(requests, O_CLOEXEC) && !pipe2(unheard, O_CLOEXEC), "pipe");
	close(unheard[0]);
	pid_t pid = fork();
	must(pid >= 0, "fork");
	if (pid == 0)
		be_the_runner(folder, requests[0], head[0] & NOBODY_LISTENS ? unheard[1] : said[0], said[1]);
	close(unheard[1]);
	close(requests[0]);
	fcntl(requests[1], F_SETFL, O_NONBLOCK);
	size_t first = head[1] < head[2] ? head[1] : head[2];
	send_piece(pid, requests[1], bytes, first);
	while (!has_ended(pid) && !is_read(requests[1]))
		usleep(POLL_US);
	send_piece(pid, requests[1], bytes + first, head[2] - first);
	while (!has_ended(pid) && !(is_read(requests[1]) && waits_for_requests(pid)))
		usleep(POLL_US);
	close(requests[1]);
	must(waitpid(pid, &status, 0) == pid, "waitpid");
	return status;
}

static void copy_and_empty(FILE *results, int fd)
{
	char block[8192];
	off_t at = 0;
	for (ssize_t n; (n = pread(fd, block, sizeof block, at)) > 0; at += n)
		fwrite(block, 1, (size_t)n, results);
	must(!ftruncate(fd, 0) && lseek(fd, 0, SEEK_SET) == 0, "ftruncate");
}

static uint32_t size_of(int fd)
{
	struct stat st;
	must(!fstat(fd, &st), "fstat");
	return (uint32_t)st.st_size;
}

int main(int argc, char **argv)
{
	uint32_t head[3];
	must(argc == 4, "usage: fuzz-runner FOLDER CASES RESULTS");
	FILE *cases = fopen(argv[2], "re"), *results = fopen(argv[3], "we");
	must(cases && results, "open");
	const int said[2] = {fileno(tmpfile()), fileno(tmpfile())};
	signal(SIGPIPE, SIG_IGN);
	while (fread(head, sizeof head, 1, cases) == 1) {
		char *bytes = malloc(head[2] + 1);
		must(bytes && fread(bytes, 1, head[2], cases) == head[2], "case");
		fflush(results);
		uint32_t status = (uint32_t)run_case(argv[1], head, bytes, said);
		uint32_t result[3] = {status, size_of(said[0]), size_of(said[1])};
		fwrite(result, sizeof result, 1, results);
		copy_and_empty(results, said[0]);
		copy_and_empty(results, said[1]);
		free(bytes);
	}
	must(!fclose(results), "results");
	return 0;
}
