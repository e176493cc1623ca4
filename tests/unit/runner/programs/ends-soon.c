// Says its arguments, then what it hears, and is gone after a twentieth of a second whatever it was asked to do.
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	const struct itimerval soon = {{0, 0}, {0, 50000}};
	char block[1000];
	ssize_t n;
	setitimer(ITIMER_REAL, &soon, NULL);
	for (int i = 1; i < argc; i++)
		if (write(i % 2 + 1, argv[i], strlen(argv[i])) < 0)
			return 1;
	while ((n = read(0, block, sizeof block)) > 0)
		if (write(1, block, (size_t)n) < 0)
			return 2;
	return argc % 256;
}
