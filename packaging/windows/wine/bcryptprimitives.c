/* Wine 8 lacks this DLL, and programs written in Go start only with it. For
   scripts/test-windows.sh; Windows has its own. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
	return RtlGenRandom(data, (ULONG)size);
}
