// Starts a program on an empty screen of X11, and says how many milliseconds it and its
// processor took until the screen shows something, for scripts/bench-start.sh. Asking for
// one pixel every two milliseconds takes little from the program and from the screen.
#define _GNU_SOURCE
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(clockid_t clock) {
	struct timespec now;
	clock_gettime(clock, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int black(Display *screen) {
	XImage *image = XGetImage(screen, DefaultRootWindow(screen), 300, 300, 1, 1, AllPlanes, ZPixmap);
	int is = (XGetPixel(image, 0, 0) & 0xffffff) == 0;
	XDestroyImage(image);
	return is;
}

static void await(Display *screen, int is) {
	while (black(screen) != is)
		usleep(2000);
}

int main(int count, char **arguments) {
	Display *screen = XOpenDisplay(NULL);
	if (count < 2 || screen == NULL)
		return 2;
	double began = milliseconds(CLOCK_MONOTONIC);
	pid_t program = fork();
	if (program == 0) {
		int nowhere = open("/dev/null", O_RDWR);
		dup2(nowhere, STDOUT_FILENO);
		dup2(nowhere, STDERR_FILENO);
		execv(arguments[1], arguments + 1);
		_exit(127);
	}
	clockid_t processor;
	clock_getcpuclockid(program, &processor);
	await(screen, 0);
	printf("%.0f %.0f\n", milliseconds(CLOCK_MONOTONIC) - began, milliseconds(processor));
	kill(program, SIGTERM);
	waitpid(program, NULL, 0);
	await(screen, 1);
	return 0;
}
