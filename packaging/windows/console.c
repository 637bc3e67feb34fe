/* numberloader.com: Number Loader for a command line.

   cmd and PowerShell neither wait for a program that has a window nor see its
   exit status, and they look for .com before .exe. So this program starts the
   numberloader.exe beside it with the same arguments and streams, and ends with
   its status. Ctrl-C reaches both; what it means is for the other to say. */
#define UNICODE
#include <windows.h>
#include <wchar.h>

enum { LONGEST = 32768, FAILED = 1 };

static BOOL WINAPI leave_to_the_other(DWORD event) {
	return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

/* arguments are what follows the program's own name. */
static const wchar_t *arguments(const wchar_t *line) {
	wchar_t end = L' ';
	if (*line == L'"') {
		end = L'"';
		line++;
	}
	while (*line && *line != end && (end == L'"' || *line != L'\t')) line++;
	return *line == L'"' ? line + 1 : line;
}

static int fail(void) {
	static const char text[] = "numberloader: numberloader.exe could not be started. Install Number Loader again.\r\n";
	DWORD written;
	WriteFile(GetStdHandle(STD_ERROR_HANDLE), text, sizeof text - 1, &written, NULL);
	return FAILED;
}

int main(void) {
	static wchar_t program[LONGEST], command[2 * LONGEST];
	DWORD length = GetModuleFileNameW(NULL, program, LONGEST - 5);
	wchar_t *name = wcsrchr(program, L'\\');
	const wchar_t *rest = arguments(GetCommandLineW());
	if (length == 0 || name == NULL || wcslen(rest) >= LONGEST) return fail();
	wcscpy(name + 1, L"numberloader.exe");
	wcscpy(command, L"\"");
	wcscat(wcscat(wcscat(command, program), L"\""), rest);

	STARTUPINFOW how = {.cb = sizeof how, .dwFlags = STARTF_USESTDHANDLES};
	PROCESS_INFORMATION other;
	DWORD status = FAILED;
	how.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
	how.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
	how.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	SetConsoleCtrlHandler(leave_to_the_other, TRUE);
	if (!CreateProcessW(program, command, NULL, NULL, TRUE, 0, NULL, NULL, &how, &other)) return fail();
	WaitForSingleObject(other.hProcess, INFINITE);
	GetExitCodeProcess(other.hProcess, &status);
	return (int)status;
}
