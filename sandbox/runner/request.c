/* What a run request says. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int64_t parse_number(const char *key, const char *value)
{
	char *end;
	errno = 0;
	int64_t n = strtoll(value, &end, 10);
	if (errno || end == value || *end || n < 0 || n > INT64_MAX / 2000)
		die("%s must be a number from 0, got %.40s", key, value);
	return n;
}

/* A path below work_root: an area and a plain file name. Nothing else can be named. */
void path_of(char *path, size_t size, const char *name)
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

static int pipe_number(const char *value)
{
	int64_t n = parse_number("pipe", value);
	if (n >= MAX_PIPES)
		die("pipe number from 0 to %d, got %.40s", MAX_PIPES - 1, value);
	return (int)n;
}

/* -1 where it is something else than a pipe. */
static int pipe_of(const char *value) { return strncmp(value, "pipe:", 5) ? -1 : pipe_number(value + 5); }

static void parse_end(struct end *ends, int *count, const char *value)
{
	int reads = !strncmp(value, "read:", 5), writes = !strncmp(value, "write:", 6);
	if (*count == MAX_PIPES || (!reads && !writes))
		die("read:N or write:N, at most %d times, got %.40s", MAX_PIPES, value);
	ends[(*count)++] = (struct end){pipe_number(strchr(value, ':') + 1), writes};
}

static void add_process(struct run *run)
{
	if (run->process_count == MAX_PROCESSES)
		die("more than %d processes", MAX_PROCESSES);
	struct process *p = &run->processes[run->process_count++];
	memset(p, 0, sizeof *p);
	p->stdin_pipe = p->stdout_pipe = -1;
}

void parse_run_line(struct run *run, char *key, char *value)
{
	struct process *p = run->process_count ? &run->processes[run->process_count - 1] : NULL;
	if (!strcmp(key, "process"))
		add_process(run);
	else if (!strcmp(key, "id"))
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
		p->stdin_from = value, p->stdin_pipe = pipe_of(value);
	else if (!strcmp(key, "stdout"))
		p->stdout_to = value, p->stdout_pipe = pipe_of(value);
	else if (!strcmp(key, "inherit"))
		parse_end(p->inherits, &p->inherit_count, value);
	else if (!strcmp(key, "open"))
		parse_end(p->opens, &p->open_count, value);
	else if (!strcmp(key, "uid"))
		p->uid = (uid_t)parse_number(key, value);
	else if (!strcmp(key, "cpu_limit_ms"))
		p->cpu_limit_us = parse_number(key, value) * 1000;
	else
		die("unknown key, or too many of it: %.40s", key);
}

void check_run(const struct run *run)
{
	if (!run->id || !run->cwd || !run->wall_limit_us || !run->process_count)
		die("a run needs id, cwd, wall_limit_ms and a process");
	for (int i = 0; i < run->process_count; i++) {
		const struct process *p = &run->processes[i];
		if (!p->arg_count || p->uid < 1000 || p->uid == (uid_t)-1 || !p->cpu_limit_us || !p->stdin_from || !p->stdout_to)
			die("process %d needs arg, uid (from 1000), cpu_limit_ms, stdin and stdout", i);
	}
}
