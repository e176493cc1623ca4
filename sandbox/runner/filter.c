/* The seccomp filter of runs that may make no processes. */
#define _GNU_SOURCE
#include "runner.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

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

void build_filter(void)
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

int install_filter(void)
{
	const struct sock_fprog filter = {filter_length, filter_code};
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
}
