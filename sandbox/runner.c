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
 * ones. A program reads a stored file or a pipe; pipes join programs to each other directly, what they
 * write elsewhere comes to us. Who enforces what:
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
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PROTOCOL_VERSION "1"
#define MAX_PROCESSES 8
#define MAX_PIPES 16
#define MAX_ARGS 128
#define MAX_HEAD_BYTES 16384
#define IN_BYTES 65536
#define OUT_BYTES 32768
#define CHUNK_BYTES 65536
#define FLUSH_AFTER_US 2000
#define FIRST_WAIT_US 1000
#define SAMPLE_MEMORY_EVERY_US 20000
#define STACK_BYTES 16384

static const char *work_root = "/w"; /* the areas box, build, input, judge and feedback lie below it */
static int is_init;                  /* PID 1 of a container: kill(-1) hits nobody else */

/*** The two ends of every story ***/

static void write_all(int fd, struct iovec *parts, int count);
static void flush(void);

static _Noreturn void die(const char *format, ...)
{
	char head[512], text[400];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	for (char *c = text; *c; c++)
		if (*c == '\n')
			*c = ' ';
	flush();
	uint32_t bytes = (uint32_t)snprintf(head, sizeof head, "op:failed\nmessage:%s\n", text);
	unsigned char lengths[8] = {0, 0, (unsigned char)(bytes >> 8), (unsigned char)bytes};
	struct iovec parts[2] = {{lengths, 8}, {head, bytes}};
	write_all(1, parts, 2);
	_exit(2);
}

/*** Time ***/

static int64_t now_us(clockid_t clock)
{
	struct timespec t;
	if (clock_gettime(clock, &t))
		return -1; /* only for the CPU clock of a process that is gone */
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int64_t us_of(const struct timeval *t) { return (int64_t)t->tv_sec * 1000000 + t->tv_usec; }
static int64_t cpu_us_of(const struct rusage *u) { return us_of(&u->ru_utime) + us_of(&u->ru_stime); }

/* The kernel's encoding of another process's CPU clock, as clock_getcpuclockid() makes it. */
static clockid_t cpu_clock_of(pid_t pid) { return (clockid_t)((~(unsigned)pid << 3) | 2); }

/*** The container's own counters, cgroup v1 and v2 ***/

static int cpu_counter = -1, cpu_counter_is_v2, oom_counter = -1, memory_counter = -1;

static int open_counter(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }

static void open_counters(void)
{
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

static int64_t container_cpu_us(void)
{
	if (cpu_counter_is_v2)
		return number_after(cpu_counter, "usage_usec ");
	int64_t ns = number_after(cpu_counter, "");
	return ns < 0 ? -1 : ns / 1000;
}

static int64_t container_oom_kills(void) { return number_after(oom_counter, "oom_kill "); }

/* Memory that a program can fill: its own, and what is shared. Not the cache of files that it reads. */
static int64_t container_memory_bytes(void)
{
	int64_t own = number_after(memory_counter, cpu_counter_is_v2 ? "anon " : "rss ");
	int64_t shared = number_after(memory_counter, "shmem ");
	return own < 0 || shared < 0 ? -1 : own + shared;
}

static int64_t idle_memory_bytes = -1; /* while nothing runs; unknown after a change of files */

/*
 * Under memory pressure a program goes, not we. It inherits the score that we have while we start it; to open its own
 * in /proc would cost more than all of its limits together.
 */
static int oom_score = -1;

static void set_oom_score(const char *score)
{
	if (oom_score >= 0 && pwrite(oom_score, score, strlen(score), 0) < 0)
		die("cannot set the OOM score to %s: %s", score, strerror(errno));
}

/*** Frames ***/

static unsigned char in[IN_BYTES], out[OUT_BYTES];
static size_t in_start, in_end, out_bytes;
static int64_t out_since_us; /* when the oldest of the waiting replies was made */
static int64_t blocked_us;   /* time spent waiting for the client to take what we write */

static void write_all(int fd, struct iovec *parts, int count)
{
	int64_t begin = now_us(CLOCK_MONOTONIC);
	while (count > 0) {
		ssize_t n = writev(fd, parts, count);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			_exit(1); /* the client is gone */
		while (count > 0 && (size_t)n >= parts->iov_len) {
			n -= (ssize_t)parts->iov_len;
			parts++;
			count--;
		}
		if (count > 0) {
			parts->iov_base = (char *)parts->iov_base + n;
			parts->iov_len -= (size_t)n;
		}
	}
	blocked_us += now_us(CLOCK_MONOTONIC) - begin;
}

static void put_u32(unsigned char *at, size_t n)
{
	at[0] = (unsigned char)(n >> 24), at[1] = (unsigned char)(n >> 16);
	at[2] = (unsigned char)(n >> 8), at[3] = (unsigned char)n;
}

static size_t get_u32(const unsigned char *at)
{
	return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

static void flush(void)
{
	struct iovec part = {out, out_bytes};
	if (out_bytes > 0)
		write_all(1, &part, 1);
	out_bytes = 0;
}

/*
 * Replies of short runs travel together: a write of its own for each wakes three processes on its way. They wait for
 * FLUSH_AFTER_US at most, and never when we have nothing else to do.
 */
static void send_frame(const char *head, const void *body, size_t body_bytes)
{
	size_t head_bytes = strlen(head), total = 8 + head_bytes + body_bytes;
	unsigned char lengths[8];
	put_u32(lengths, head_bytes);
	put_u32(lengths + 4, body_bytes);
	if (total > sizeof out - out_bytes)
		flush();
	if (total > sizeof out) {
		struct iovec parts[3] = {{lengths, 8}, {(void *)head, head_bytes}, {(void *)body, body_bytes}};
		write_all(1, parts, body_bytes ? 3 : 2);
		return;
	}
	if (out_bytes == 0)
		out_since_us = now_us(CLOCK_MONOTONIC);
	memcpy(out + out_bytes, lengths, 8);
	memcpy(out + out_bytes + 8, head, head_bytes);
	if (body_bytes)
		memcpy(out + out_bytes + 8 + head_bytes, body, body_bytes);
	out_bytes += total;
}

/* Reads what there is into the buffer; waits for at least one byte. At the end of the stream we are done. */
static void fill(void)
{
	if (in_start > 0) {
		memmove(in, in + in_start, in_end - in_start);
		in_end -= in_start;
		in_start = 0;
	}
	ssize_t n;
	do
		n = read(0, in + in_end, sizeof in - in_end);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die("cannot read requests: %s", strerror(errno));
	if (n == 0) {
		if (is_init)
			kill(-1, SIGKILL);
		_exit(0);
	}
	in_end += (size_t)n;
}

static void need(size_t bytes)
{
	while (in_end - in_start < bytes) {
		flush();
		fill();
	}
}

/* Is a `cancel` among the requests that have arrived? */
static int cancel_arrived(void)
{
	static const char cancel[] = "op:cancel\n";
	for (size_t at = in_start; in_end - at >= 8;) {
		size_t head = get_u32(in + at), body = get_u32(in + at + 4);
		if (head > MAX_HEAD_BYTES || in_end - at - 8 < head)
			return 0;
		if (head >= sizeof cancel - 1 && memcmp(in + at + 8, cancel, sizeof cancel - 1) == 0)
			return 1;
		if (in_end - at - 8 - head < body)
			return 0;
		at += 8 + head + body;
	}
	return 0;
}

/* Hands the next `bytes` of the body to the file, or drops them where fd is -1. Returns errno of the first failure. */
static int receive_body(int fd, size_t bytes)
{
	int failure = 0;
	while (bytes > 0) {
		if (in_start == in_end)
			fill();
		size_t n = in_end - in_start < bytes ? in_end - in_start : bytes;
		for (size_t done = 0; fd >= 0 && !failure && done < n;) {
			ssize_t w = write(fd, in + in_start + done, n - done);
			if (w < 0)
				failure = errno;
			else
				done += (size_t)w;
		}
		in_start += n;
		bytes -= n;
	}
	return failure;
}

/*** Requests ***/

struct process {
	char *args[MAX_ARGS + 1];
	char *env[MAX_ARGS + 1];
	int arg_count, env_count;
	char *stdin_from, *stdout_to; /* input:NAME, pipe:N, empty; capture, pipe:N */
	uid_t uid;
	pid_t pid;
	int is_live, status, in_fd, out_fd, err_fd; /* our ends of what it writes: out_fd, err_fd */
	int64_t cpu_limit_us, cpu_us, wall_us, max_rss_kib, stdout_bytes, stderr_bytes, end_order;
	int exec_errno;
};

struct run {
	char *id, *cwd;
	struct process processes[MAX_PROCESSES];
	int process_count, allows_processes;
	int64_t wall_limit_us, stdout_limit, stderr_limit, stderr_keep, stack_limit, file_limit, transcript_keep;
	const char *killed_for;
	int killed_process;
	int64_t oom_kills, container_cpu_us, extra_processes, memory_begin_bytes, peak_container_bytes;
};

static char head[MAX_HEAD_BYTES + 1];

static int64_t parse_number(const char *key, const char *value)
{
	char *end;
	errno = 0;
	int64_t n = strtoll(value, &end, 10);
	if (errno || end == value || *end || n < 0 || n > INT64_MAX / 2000)
		die("%s must be a number from 0, got %.40s", key, value);
	return n;
}

/* A path below work_root: an area and a plain file name. Nothing else can be named. */
static void path_of(char *path, size_t size, const char *name)
{
	static const char *const areas[] = {"box/", "build/", "input/", "judge/", "feedback/"};
	const char *file = NULL;
	for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
		if (strncmp(name, areas[i], strlen(areas[i])) == 0)
			file = name + strlen(areas[i]);
	if (!file || !*file || *file == '.' || strlen(file) > 200 || strchr(file, '/'))
		die("not a file of the sandbox: %.80s", name);
	snprintf(path, size, "%s/%s", work_root, name);
}

static void parse_run_line(struct run *run, char *key, char *value)
{
	struct process *p = run->process_count ? &run->processes[run->process_count - 1] : NULL;
	if (!strcmp(key, "process")) {
		if (run->process_count == MAX_PROCESSES)
			die("more than %d processes", MAX_PROCESSES);
		run->process_count++;
	} else if (!strcmp(key, "id"))
		run->id = value;
	else if (!strcmp(key, "cwd"))
		run->cwd = value;
	else if (!strcmp(key, "wall_limit_ms"))
		run->wall_limit_us = parse_number(key, value) * 1000;
	else if (!strcmp(key, "stdout_limit_bytes"))
		run->stdout_limit = parse_number(key, value);
	else if (!strcmp(key, "stderr_limit_bytes"))
		run->stderr_limit = parse_number(key, value);
	else if (!strcmp(key, "stderr_keep_bytes"))
		run->stderr_keep = parse_number(key, value);
	else if (!strcmp(key, "stack_limit_bytes"))
		run->stack_limit = parse_number(key, value);
	else if (!strcmp(key, "file_limit_bytes"))
		run->file_limit = parse_number(key, value);
	else if (!strcmp(key, "transcript_keep_bytes"))
		run->transcript_keep = parse_number(key, value);
	else if (!strcmp(key, "allows_processes"))
		run->allows_processes = parse_number(key, value) != 0;
	else if (!p)
		die("unknown key, or a process's key before a process: %.40s", key);
	else if (!strcmp(key, "arg") && p->arg_count < MAX_ARGS)
		p->args[p->arg_count++] = value;
	else if (!strcmp(key, "env") && p->env_count < MAX_ARGS)
		p->env[p->env_count++] = value;
	else if (!strcmp(key, "stdin"))
		p->stdin_from = value;
	else if (!strcmp(key, "stdout"))
		p->stdout_to = value;
	else if (!strcmp(key, "uid"))
		p->uid = (uid_t)parse_number(key, value);
	else if (!strcmp(key, "cpu_limit_ms"))
		p->cpu_limit_us = parse_number(key, value) * 1000;
	else
		die("unknown key, or too many of it: %.40s", key);
}

static void check_run(const struct run *run)
{
	if (!run->id || !run->cwd || !run->wall_limit_us || !run->process_count)
		die("a run needs id, cwd, wall_limit_ms and a process");
	for (int i = 0; i < run->process_count; i++) {
		const struct process *p = &run->processes[i];
		if (!p->arg_count || p->uid < 1000 || !p->cpu_limit_us || !p->stdin_from || !p->stdout_to)
			die("process %d needs arg, uid (from 1000), cpu_limit_ms, stdin and stdout", i);
	}
}

/*** Starting a program ***/

#if defined(__x86_64__)
#define OWN_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCH AUDIT_ARCH_AARCH64
#else
#error "no seccomp filter for this architecture"
#endif

/*
 * What a program may not call in a run without processes: making processes, and what outlives one or reaches past it.
 * A short deny-list on top of Docker's own, as it is installed anew for every run. Threads are allowed; clone3, whose
 * flags are behind a pointer, does not exist, so that libc falls back to clone. Calls by another architecture's numbers
 * would go around the list: they kill.
 */
static const unsigned denied[] = {
#if defined(__x86_64__)
	__NR_fork, __NR_vfork,
#endif
	__NR_ptrace, __NR_io_uring_setup, __NR_keyctl, __NR_add_key, __NR_request_key,
	__NR_shmget, __NR_msgget, __NR_semget, __NR_mq_open, __NR_socket, __NR_socketpair, __NR_flock,
};
#define DENIED_COUNT (sizeof denied / sizeof *denied)

static struct sock_filter filter_code[DENIED_COUNT + 16];
static unsigned short filter_length;

static void emit(unsigned short code, unsigned k, unsigned char jump_true, unsigned char jump_false)
{
	filter_code[filter_length++] = (struct sock_filter){code, jump_true, jump_false, k};
}

static void build_filter(void)
{
	enum { LOAD = BPF_LD | BPF_W | BPF_ABS, IF_EQUAL = BPF_JMP | BPF_JEQ | BPF_K, RETURN = BPF_RET | BPF_K };
	emit(LOAD, offsetof(struct seccomp_data, arch), 0, 0);
	emit(IF_EQUAL, OWN_ARCH, 1, 0);
	emit(RETURN, SECCOMP_RET_KILL_PROCESS, 0, 0);
	emit(LOAD, offsetof(struct seccomp_data, nr), 0, 0);
#if defined(__x86_64__)
	emit(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1); /* x32 */
	emit(RETURN, SECCOMP_RET_KILL_PROCESS, 0, 0);
#endif
	for (size_t i = 0; i < DENIED_COUNT; i++)
		emit(IF_EQUAL, denied[i], (unsigned char)(DENIED_COUNT - i + 4), 0);
	emit(IF_EQUAL, __NR_clone3, 5, 0);
	emit(IF_EQUAL, __NR_clone, 0, 2);
	emit(LOAD, offsetof(struct seccomp_data, args[0]), 0, 0);
	emit(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
	emit(RETURN, SECCOMP_RET_ALLOW, 0, 0);
	emit(RETURN, SECCOMP_RET_ERRNO | EPERM, 0, 0);
	emit(RETURN, SECCOMP_RET_ERRNO | ENOSYS, 0, 0);
}

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
	const struct sock_fprog filter = {filter_length, filter_code};
	int failed = 0;

	setsid();
	failed |= dup2(p->in_fd, 0) < 0 || dup2(p->out_fd, 1) < 0 || dup2(p->err_fd, 2) < 0;
	syscall(SYS_close_range, 3U, ~0U, 0U); /* where the kernel lacks it, everything of ours is close-on-exec */
	failed |= chdir(run->cwd) < 0;
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, p->cpu_limit_us / 1000000 + 2);
	limit(RLIMIT_STACK, run->stack_limit ? run->stack_limit : (int64_t)RLIM_INFINITY);
	limit(RLIMIT_FSIZE, run->file_limit);
	limit(RLIMIT_NOFILE, 1024);
	limit(RLIMIT_MEMLOCK, 0);
	limit(RLIMIT_MSGQUEUE, 0);
	umask(077);
	failed |= syscall(SYS_setgroups, 0, NULL) < 0;
	failed |= syscall(SYS_setresgid, p->uid, p->uid, p->uid) < 0;
	failed |= syscall(SYS_setresuid, p->uid, p->uid, p->uid) < 0;
	failed |= prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0;
	signal(SIGPIPE, SIG_DFL); /* exec takes care of the handlers, not of what is ignored */
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	if (!run->allows_processes)
		failed |= prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) < 0;
	if (!failed)
		execve(p->args[0], p->args, p->env);
	p->exec_errno = errno;
	_exit(127);
}

/* Ours never have the numbers 0 to 2, as those are open from the start. */
static int opened(int fd, const char *what)
{
	if (fd < 0)
		die("cannot open %s: %s", what, strerror(errno));
	return fd;
}

static void make_pipe(int ends[2], const char *what)
{
	if (pipe2(ends, O_CLOEXEC))
		die("cannot make %s: %s", what, strerror(errno));
}

static int pipe_number(const char *name)
{
	int64_t n = parse_number("pipe", name + strlen("pipe:"));
	if (n >= MAX_PIPES)
		die("pipe number from 0 to %d, got %s", MAX_PIPES - 1, name);
	return (int)n;
}

/*
 * What joins programs. Usually one pipe that both hold: nothing is copied and nobody else is woken. Where a transcript
 * is asked for there are two, and we carry from the one to the other.
 */
struct link {
	int read_end, write_end;     /* the programs' ends, ours until they have been started */
	int carry_from, carry_to;    /* our ends, where we carry */
	size_t carried, waiting;     /* of what we have read, how much is written; how much there is */
	int64_t kept;
	int writer;                  /* which process writes here */
};

static struct link links[MAX_PIPES];
static unsigned char carried_bytes[MAX_PIPES][4096];

static void make_link(struct link *link, int with_transcript)
{
	int ends[2];
	make_pipe(ends, "a pipe between programs");
	*link = (struct link){ends[0], ends[1], -1, -1, 0, 0, 0, 0};
	if (!with_transcript)
		return;
	link->carry_from = ends[0];
	make_pipe(ends, "a pipe between programs");
	link->read_end = ends[0];
	link->carry_to = ends[1];
	fcntl(link->carry_from, F_SETFL, O_NONBLOCK);
	fcntl(link->carry_to, F_SETFL, O_NONBLOCK);
}

static void make_links(struct run *run)
{
	for (int i = 0; i < MAX_PIPES; i++)
		links[i] = (struct link){-1, -1, -1, -1, 0, 0, 0, 0};
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
	}
}

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Moves what can be moved without waiting, and passes the end of either side on to the other. */
static void carry(const struct run *run, int n)
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

static int open_stdin(const char *from)
{
	char path[PATH_MAX];
	if (!strcmp(from, "empty"))
		return opened(open("/dev/null", O_RDONLY | O_CLOEXEC), from);
	if (!strncmp(from, "pipe:", 5))
		return opened(fcntl(links[pipe_number(from)].read_end, F_DUPFD_CLOEXEC, 3), from);
	path_of(path, sizeof path, from);
	return opened(open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW), from);
}

static void start_process(struct run *run, struct process *p)
{
	static char stack[STACK_BYTES] __attribute__((aligned(16)));
	int out[2] = {-1, -1}, err[2];
	p->in_fd = open_stdin(p->stdin_from);
	if (!strncmp(p->stdout_to, "pipe:", 5))
		out[1] = opened(fcntl(links[pipe_number(p->stdout_to)].write_end, F_DUPFD_CLOEXEC, 3), p->stdout_to);
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

/*** Supervising a run ***/

static int cancelled; /* until the main loop has come to the `cancel` itself */

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
	if (wait_us > SAMPLE_MEMORY_EVERY_US)
		wait_us = SAMPLE_MEMORY_EVERY_US;
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
		int64_t flush_in_us = out_since_us + FLUSH_AFTER_US - now_us(CLOCK_MONOTONIC);
		if (out_bytes > 0 && flush_in_us <= 0)
			flush();
		else if (out_bytes > 0 && flush_in_us < wait_us)
			wait_us = flush_in_us;
		struct timespec timeout = {wait_us / 1000000, wait_us % 1000000 * 1000};
		struct pollfd fds[1 + 2 * MAX_PROCESSES + 2 * MAX_PIPES];
		int count = 0, first_link;
		for (int i = 0; i < run->process_count; i++) {
			fds[count++] = (struct pollfd){run->processes[i].out_fd, POLLIN, 0}; /* -1 is passed over */
			fds[count++] = (struct pollfd){run->processes[i].err_fd, POLLIN, 0};
		}
		first_link = count;
		for (int i = 0; run->transcript_keep > 0 && i < MAX_PIPES; i++) {
			int is_full = links[i].carried < links[i].waiting;
			fds[count++] = (struct pollfd){is_full ? -1 : links[i].carry_from, POLLIN, 0};
			fds[count++] = (struct pollfd){links[i].carry_to, is_full ? POLLOUT : 0, 0};
		}
		/* With the buffer full of requests to come, a cancel has to wait for the end of this run. */
		fds[count++] = (struct pollfd){in_end - in_start < IN_BYTES && !cancelled ? 0 : -1, POLLIN, 0};
		int ready = ppoll(fds, (nfds_t)count, &timeout, &unblocked);
		if (ready < 0 && errno != EINTR)
			die("cannot poll: %s", strerror(errno));
		for (int i = 0; ready > 0 && i < run->process_count; i++) {
			if (fds[2 * i].revents)
				drain(run, i, 0);
			if (fds[2 * i + 1].revents)
				drain(run, i, 1);
		}
		for (int i = 0; ready > 0 && first_link + 2 * i + 1 < count; i++)
			if (fds[first_link + 2 * i].revents || fds[first_link + 2 * i + 1].revents)
				carry(run, i);
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

static void send_report(const struct run *run)
{
	char text[4096];
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

static void run_programs(struct run *run)
{
	make_links(run);
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
	for (int i = 0; i < MAX_PIPES; i++) {
		close_fd(&links[i].read_end);
		close_fd(&links[i].write_end);
	}
	watch(run, begin_us, cpu_begin_us);
	kill_all(run);
	reap(run, 0, begin_us); /* until nobody is left */

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
	for (int i = 0; i < MAX_PIPES; i++) {
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

/*** Files ***/

static void handle_put(const char *name, mode_t mode, size_t body_bytes)
{
	char path[PATH_MAX], line[512];
	path_of(path, sizeof path, name);
	idle_memory_bytes = -1;
	unlink(path);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	int failure = fd < 0 ? errno : 0, late = receive_body(fd, body_bytes);
	if (!failure)
		failure = late;
	if (!failure && fchmod(fd, mode & 0777))
		failure = errno;
	if (fd >= 0)
		close(fd);
	if (failure)
		unlink(path);
	snprintf(line, sizeof line, "op:put\nerror:%s\n", failure ? strerror(failure) : "");
	send_frame(line, NULL, 0);
}

/* Opens what a program left for us: a regular file with one name, or nothing. */
static int open_left(const char *path, struct stat *st)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	if (fd < 0)
		return -1;
	if (fstat(fd, st) || !S_ISREG(st->st_mode) || st->st_nlink != 1) {
		close(fd);
		errno = EINVAL;
		return -1;
	}
	return fd;
}

static void handle_get(const char *name, int64_t limit_bytes)
{
	static unsigned char chunk[CHUNK_BYTES];
	char path[PATH_MAX];
	struct stat st;
	path_of(path, sizeof path, name);
	int fd = open_left(path, &st);
	if (fd < 0 || st.st_size > limit_bytes) {
		char line[512];
		snprintf(line, sizeof line, "op:file\nerror:%s\n", fd < 0 ? strerror(errno) : "larger than allowed");
		if (fd >= 0)
			close(fd);
		send_frame(line, NULL, 0);
		return;
	}
	for (ssize_t n; (n = read(fd, chunk, sizeof chunk)) > 0;)
		send_frame("op:chunk\n", chunk, (size_t)n);
	close(fd);
	send_frame("op:file\nerror:\n", NULL, 0);
}

/*
 * Removes everything in a folder. What lies in a folder below is moved up first, so that no depth of nesting costs a
 * descriptor or stack; nobody is alive who could put links in our way.
 */
static int empty_folder(int fd)
{
	static unsigned long moved;
	int again = 1, failed = 0;
	while (again && !failed) {
		int copy = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		DIR *folder = copy < 0 ? NULL : fdopendir(copy);
		again = 0;
		failed = !folder;
		for (struct dirent *e; !failed && (e = readdir(folder));) {
			if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
				continue;
			if (unlinkat(fd, e->d_name, 0) == 0 || unlinkat(fd, e->d_name, AT_REMOVEDIR) == 0)
				continue;
			int child = openat(fd, e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
			DIR *inner = child < 0 ? NULL : fdopendir(child);
			failed = !inner;
			for (struct dirent *f; !failed && (f = readdir(inner));) {
				char name[64];
				if (!strcmp(f->d_name, ".") || !strcmp(f->d_name, ".."))
					continue;
				snprintf(name, sizeof name, ".moved-%lu", moved++);
				failed = unlinkat(child, f->d_name, 0) && renameat(child, f->d_name, fd, name);
			}
			if (inner)
				closedir(inner);
			failed = failed || unlinkat(fd, e->d_name, AT_REMOVEDIR);
			again = 1;
		}
		if (folder)
			closedir(folder);
	}
	close(fd);
	return failed;
}

/* Makes the area anew: empty, with its owner and mode. Nobody but us is alive. */
static void make_area(const char *area, uid_t owner, mode_t mode)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s", work_root, area);
	idle_memory_bytes = -1;
	if (mkdir(path, 0700) && errno != EEXIST)
		die("cannot make %s: %s", path, strerror(errno));
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0 || empty_folder(fd))
		die("cannot empty %s: %s", path, strerror(errno));
	if (chown(path, owner, owner) || chmod(path, mode))
		die("cannot own %s: %s", path, strerror(errno));
}

/*** The main loop ***/

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
	memset(&run, 0, sizeof run);
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
	if (cancelled) {
		run.killed_for = "cancel";
		send_report(&run);
	} else
		run_programs(&run);
}

static void handle_request(void)
{
	need(8);
	size_t head_bytes = get_u32(in + in_start), body_bytes = get_u32(in + in_start + 4);
	if (head_bytes > MAX_HEAD_BYTES)
		die("a request's head of %zu bytes", head_bytes);
	need(8 + head_bytes);
	memcpy(head, in + in_start + 8, head_bytes);
	in_start += 8 + head_bytes;
	if (head_bytes == 0 || head[head_bytes - 1] != '\n' || memchr(head, 0, head_bytes))
		die("a request's head must be lines without zero bytes");
	head[head_bytes] = 0; /* an empty string ends the list of lines */
	for (size_t i = 0; i < head_bytes; i++)
		if (head[i] == '\n')
			head[i] = 0;

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
	oom_score = is_init ? opened(open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC), "our OOM score") : -1;
	build_filter();
	char hello[128];
	snprintf(hello, sizeof hello, "op:hello\nversion:%s\ncgroup:%s\n", PROTOCOL_VERSION,
		cpu_counter < 0 ? "none" : cpu_counter_is_v2 ? "2" : "1");
	send_frame(hello, NULL, 0);
	for (;;)
		handle_request();
}
