/* Everything that the runner's files share, in blocks headed by the file that defines it: this is the map. */
#ifndef RUNNER_H
#define RUNNER_H

#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <time.h>

#define PROTOCOL_VERSION "2"
#define MAX_PROCESSES 16
#define MAX_PIPES 32
#define MAX_ARGS 128
#define MAX_HEAD_BYTES 16384
#define IN_BYTES 65536
#define OUT_BYTES 32768
#define CHUNK_BYTES 65536
#define FLUSH_AFTER_US 10000
#define FIRST_WAIT_US 3000
#define SAMPLE_EVERY_US 20000
#define STACK_BYTES 16384
#define FIRST_INHERITED_FD 3
#define FIRST_LINK_FD 64 /* above whatever a program inherits */
#define FIRST_PIPE_GID 50000 /* pipe N belongs to this group + N, in which its two programs are */

/*** request.c: what a run request says ***/

struct end {
	int pipe, writes;
};

struct process {
	char *args[MAX_ARGS + 1];
	char *env[MAX_ARGS + 1];
	int arg_count, env_count;
	char *stdin_from, *stdout_to; /* AREA/NAME, pipe:N, empty; capture, pipe:N */
	int stdin_pipe, stdout_pipe;  /* -1 where it is none */
	struct end inherits[MAX_PIPES], opens[MAX_PIPES];
	int inherit_count, open_count;
	gid_t groups[2 * MAX_PIPES + 2];
	int group_count;
	uid_t uid;
	pid_t pid;
	int is_live, status, in_fd, out_fd, err_fd; /* our ends of what it writes: out_fd, err_fd */
	int64_t cpu_limit_us, cpu_us, wall_us, max_rss_kib, stdout_bytes, stderr_bytes, end_order;
	int exec_errno;
};

struct run {
	char *id, *cwd;
	int process_count, allows_processes;
	int64_t looked_at_us;
	int64_t wall_limit_us, stdout_limit, stderr_limit, stderr_keep, stack_limit, file_limit, transcript_keep;
	const char *killed_for;
	int killed_process;
	int64_t oom_kills, container_cpu_us, extra_processes, memory_begin_bytes, peak_container_bytes;
	struct process processes[MAX_PROCESSES]; /* last: each is made when it is named */
};

int64_t parse_number(const char *key, const char *value);
void path_of(char *path, size_t size, const char *name);
void parse_run_line(struct run *run, char *key, char *value);
void check_run(const struct run *run);

/*** frames.c: to and from the client ***/

extern int64_t blocked_us;

_Noreturn void die(const char *format, ...);
void flush(void);
int64_t flush_when_due(void);
void send_frame(const char *head, const void *body, size_t body_bytes);
void fill(void);
int has_room_for_requests(void);
size_t receive_head(char head[MAX_HEAD_BYTES + 1]);
int receive_body(int fd, size_t bytes);
int cancel_arrived(void);

/*** counters.c: time, and the container's counters ***/

extern int64_t idle_memory_bytes;

int64_t now_us(clockid_t clock);
int64_t cpu_us_of(const struct rusage *usage);
clockid_t cpu_clock_of(pid_t pid);
void open_counters(void);
const char *cgroup_version(void);
int64_t container_cpu_us(void);
int64_t container_oom_kills(void);
int64_t container_memory_bytes(void);
void set_oom_score(const char *score);

/*** filter.c: what a run without processes may not call ***/

void build_filter(void);
int install_filter(void);

/*** link.c: what joins programs ***/

/*
 * What joins programs. Usually one pipe that both hold: nothing is copied and nobody else is woken. Where a transcript
 * is asked for there are two, and we carry from the one to the other.
 */
struct link {
	int read_end, write_end;     /* our copies of the programs' ends: see ends.c */
	int carry_from, carry_to;    /* our ends, where we carry */
	int is_carried;
	size_t carried, waiting;     /* of what we have read, how much is written; how much there is */
	int64_t kept;
	int writer, reader;          /* which processes; -1 where there is none */
	int awaits_writer, awaits_reader;   /* it has still to open its end by its path */
	int writer_is_gone, reader_is_gone; /* it has ended, or closed its end */
};

extern struct link links[MAX_PIPES];
extern int link_count; /* no link from this number on is in use */
extern int opens_fd;   /* tells what has been opened by its path; -1 where nothing can be */

int opened(int fd, const char *what);
void make_pipe(int ends[2], const char *what);
void close_fd(int *fd);
void make_links(struct run *run);
void remove_paths(void);
void carry(const struct run *run, int n);

/*** ends.c: when a program may notice the end of another ***/

void settle_all_ends(void);
void drop_ends_of(int process);
void drop_all_ends(void);
void take_in_opens(void);
void look_for_closed_ends(void);

/*** start.c: from a request to a running program ***/

void start_process(struct run *run, struct process *p);

/*** watch.c: a run from its start to nobody being left ***/

extern int cancelled;

void run_programs(struct run *run);
void send_report(const struct run *run);

/*** files.c: the folders of a box ***/

void handle_put(const char *name, mode_t mode, size_t body_bytes);
void handle_get(const char *name, int64_t limit_bytes);
void handle_link(const char *from, const char *to);
void make_area(const char *area, uid_t owner, mode_t mode);

/*** main.c ***/

extern const char *work_root; /* the areas box, build, input, judge, feedback and pipe lie below it */
extern int is_init;           /* PID 1 of a container: kill(-1) hits nobody else */

#endif
