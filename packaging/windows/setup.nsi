; The setup: for one user, without administrator rights, over any earlier
; version. makensis gets VERSION, VERSION4, STAGE (folder of the files), SIZE
; (their size in KB), OUT and SIGN (the script that signs) by -D.
;
;   /S            asks nothing; ends with 0, with 2 if the program stays open, or
;                 with 3 if the .msi has installed it
;   /DESKTOP      with a desktop icon        /NOPATH  without the command line
;   /D=C:\folder  another folder; the last argument, without quotation marks
;
; Uninstall.exe takes /S, and /ALL to delete the history as well.

Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinMessages.nsh"
!include "WordFunc.nsh"
!insertmacro GetParameters
!insertmacro GetOptions
!insertmacro un.GetParameters
!insertmacro un.GetOptions
!insertmacro WordReplace
!insertmacro un.WordReplace

!define NAME "Number Loader"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\NumberLoader"
!define CLASSES "Software\Classes"
!define PROGRAM "${CLASSES}\Applications\numberloader.exe"
!define DOCUMENT "NumberLoader.Spreadsheet"
!define MSI "{FFC9EA5A-9490-4CAF-A637-F76EB552CDB5}" ; UpgradeCode of numberloader.wxs

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} Setup"
VIAddVersionKey "CompanyName" "The Number Loader authors"
VIAddVersionKey "LegalCopyright" "Copyright 2026 The Number Loader authors"

!uninstfinalize '"${SIGN}" "%1"' = 0

!define MUI_ICON "${STAGE}\..\numberloader.ico"
!define MUI_UNICON "${STAGE}\..\numberloader.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${STAGE}\..\side.bmp"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST " "
!define MUI_PAGE_HEADER_TEXT "Install ${NAME} ${VERSION}"
!define MUI_PAGE_HEADER_SUBTEXT "For you alone. No administrator is needed."
!define MUI_COMPONENTSPAGE_TEXT_TOP "Choose what you want, and press Install. A version that is installed already is replaced; its history and settings stay."
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\numberloader.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME}"
!define MUI_FINISHPAGE_TITLE "${NAME} is ready"
!define MUI_FINISHPAGE_TEXT "You find it in the start menu. To open a list with it, right-click the spreadsheet, and choose Open with."
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_HEADER_TEXT "Uninstall ${NAME}"
!define MUI_PAGE_HEADER_SUBTEXT "The sign-in, the settings and the practice organization go, too."
!define MUI_COMPONENTSPAGE_TEXT_TOP "The history of your runs stays, so that a later version finds it again. Select it to delete it as well. Your spreadsheets are not touched."
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; CloseWindows asks every window of the program's to close: the toolkit's windows
; whose title ends with the program's name, since a file may stand before it.
!macro CloseWindows UN
Function ${UN}CloseWindows
	StrLen $4 "${NAME}"
	FindWindow $2 "GLFW30"
	${DoWhile} $2 <> 0
		System::Call 'user32::GetWindowTextW(p r2, w .r3, i ${NSIS_MAX_STRLEN}) i'
		StrCpy $3 $3 "" -$4
		${If} $3 == "${NAME}"
			SendMessage $2 ${WM_CLOSE} 0 0 /TIMEOUT=5000
		${EndIf}
		FindWindow $2 "GLFW30" "" 0 $2
	${Loop}
FunctionEnd
!macroend
!insertmacro CloseWindows ""
!insertmacro CloseWindows "un."

; CloseProgram asks an open window to close, as its own close button does: the
; program asks back while it adds numbers. It waits for up to 30 seconds until
; nobody uses the program's file, and then asks the user, or gives up with 2.
!macro CloseProgram UN
Function ${UN}CloseProgram
	again:
	StrCpy $1 0
	${Do}
		IfFileExists "$INSTDIR\numberloader.exe" 0 free
		ClearErrors
		FileOpen $0 "$INSTDIR\numberloader.exe" a
		${IfNot} ${Errors}
			FileClose $0
			Goto free
		${EndIf}
		${If} $1 = 0
			Call ${UN}CloseWindows
		${EndIf}
		Sleep 250
		IntOp $1 $1 + 1
	${LoopUntil} $1 = 120
	MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is still open, so its files can't be replaced.$\n$\nClose it, or wait until it has added its numbers, and press Retry." /SD IDCANCEL IDRETRY again
	SetErrorLevel 2
	Abort "${NAME} is still open. Nothing was changed."
	free:
FunctionEnd
!macroend
!insertmacro CloseProgram ""
!insertmacro CloseProgram "un."

Section "${NAME}" SecProgram
	SectionIn RO
	Call CloseProgram
	SetOutPath "$INSTDIR\software-gl"
	File "${STAGE}\software-gl\*.*"
	SetOutPath "$INSTDIR"
	File "${STAGE}\*.*"
	; The program's second name, beside the software renderer: a hard link, which
	; takes no room, or a copy on a disk that knows no links.
	Delete "$INSTDIR\software-gl\numberloader.exe"
	System::Call 'kernel32::CreateHardLinkW(w "$INSTDIR\software-gl\numberloader.exe", w "$INSTDIR\numberloader.exe", p 0) i .r0'
	${If} $0 = 0
		CopyFiles /SILENT "$INSTDIR\numberloader.exe" "$INSTDIR\software-gl"
	${EndIf}
	WriteUninstaller "$INSTDIR\Uninstall.exe"
	CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\numberloader.exe" "" "" "" SW_SHOWNORMAL "" "Add the phone numbers of a spreadsheet to Webex Calling"

	; "Open with" offers the program; what opens a spreadsheet stays as it is.
	WriteRegStr HKCU "${PROGRAM}" "FriendlyAppName" "${NAME}"
	WriteRegStr HKCU "${PROGRAM}\shell\open\command" "" '"$INSTDIR\numberloader.exe" "%1"'
	WriteRegStr HKCU "${CLASSES}\${DOCUMENT}" "" "List of phone numbers"
	WriteRegStr HKCU "${CLASSES}\${DOCUMENT}\DefaultIcon" "" "$INSTDIR\numberloader.exe,0"
	WriteRegStr HKCU "${CLASSES}\${DOCUMENT}\shell\open\command" "" '"$INSTDIR\numberloader.exe" "%1"'
	!macro Offer ENDING
		WriteRegStr HKCU "${PROGRAM}\SupportedTypes" "${ENDING}" ""
		WriteRegStr HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${DOCUMENT}" ""
	!macroend
	!insertmacro Offer ".xlsx"
	!insertmacro Offer ".xlsm"
	!insertmacro Offer ".xls"
	!insertmacro Offer ".ods"
	!insertmacro Offer ".csv"
	!insertmacro Offer ".tsv"

	WriteRegStr HKCU "${ENTRY}" "DisplayName" "${NAME}"
	WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\numberloader.exe,0"
	WriteRegStr HKCU "${ENTRY}" "Publisher" "The Number Loader authors"
	WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
	WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
	WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
	WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${SIZE}
	WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
	WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
	; SHCNE_ASSOCCHANGED: the Explorer reads the entries again.
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section /o "Icon on the desktop" SecDesktop
	CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\numberloader.exe"
SectionEnd

; A search path that is too long for this setup to read whole is left alone.
Section "Command for scripts: numberloader" SecPath
	ClearErrors
	ReadRegStr $0 HKCU "Environment" "Path"
	${If} ${Errors}
		System::Call 'advapi32::RegGetValueW(p 0x80000001, w "Environment", w "Path", i 0x1000FFFF, p 0, p 0, p 0) i .r1'
		${If} $1 = 0
			DetailPrint "The search path is too long; the folder was not added."
			Return
		${EndIf}
		StrCpy $0 ""
	${EndIf}
	StrLen $1 $0
	StrLen $2 $INSTDIR
	IntOp $1 $1 + $2
	${WordReplace} "$0;" "$INSTDIR;" "" "+" $3
	${If} $3 == "$0;"
	${AndIf} $1 < 1000
		${If} $0 != ""
			StrCpy $0 "$0;"
		${EndIf}
		WriteRegExpandStr HKCU "Environment" "Path" "$0$INSTDIR"
		SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=1000
	${EndIf}
SectionEnd

; A second program beside the .msi's would be in the start menu twice, in two versions.
Function StopBesideMsi
	System::Call 'msi::MsiEnumRelatedProductsW(w "${MSI}", i 0, i 0, w .r0) i .r1'
	${If} $1 = 0
		MessageBox MB_OK|MB_ICONINFORMATION "${NAME} is installed already, by the package (.msi) for IT departments.$\n$\nAsk your IT department for version ${VERSION}. If you look after this computer yourself, uninstall ${NAME} in Windows' settings, and start this setup again." /SD IDOK
		SetErrorLevel 3
		Abort
	${EndIf}
FunctionEnd

Function .onInit
	Call StopBesideMsi
	${GetParameters} $0
	ClearErrors
	${GetOptions} $0 "/DESKTOP" $1
	${IfNot} ${Errors}
		!insertmacro SelectSection ${SecDesktop}
	${EndIf}
	ClearErrors
	${GetOptions} $0 "/NOPATH" $1
	${IfNot} ${Errors}
		!insertmacro UnselectSection ${SecPath}
	${EndIf}
	; An upgrade keeps the icon that somebody chose.
	${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
		!insertmacro SelectSection ${SecDesktop}
	${EndIf}
FunctionEnd

Section "un.${NAME}" UnProgram
	SectionIn RO
	Call un.CloseProgram
	; A sign-in is of no use without the program; it leaves the keychain.
	nsExec::Exec /TIMEOUT=15000 '"$INSTDIR\numberloader.com" sign-out'
	Pop $0
	!include "${STAGE}\..\uninstall.nsh"
	Delete "$INSTDIR\software-gl\numberloader.exe"
	RMDir "$INSTDIR\software-gl"
	Delete "$INSTDIR\Uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\${NAME}.lnk"
	Delete "$DESKTOP\${NAME}.lnk"
	DeleteRegKey HKCU "${PROGRAM}"
	DeleteRegKey HKCU "${CLASSES}\${DOCUMENT}"
	!macro Withdraw ENDING
		DeleteRegValue HKCU "${CLASSES}\${ENDING}\OpenWithProgids" "${DOCUMENT}"
		DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}\OpenWithProgids"
		DeleteRegKey /ifempty HKCU "${CLASSES}\${ENDING}"
	!macroend
	!insertmacro Withdraw ".xlsx"
	!insertmacro Withdraw ".xlsm"
	!insertmacro Withdraw ".xls"
	!insertmacro Withdraw ".ods"
	!insertmacro Withdraw ".csv"
	!insertmacro Withdraw ".tsv"
	DeleteRegKey HKCU "${ENTRY}"
	ClearErrors
	ReadRegStr $0 HKCU "Environment" "Path"
	${IfNot} ${Errors}
		${un.WordReplace} "$0;" "$INSTDIR;" "" "+" $1
		${If} $1 != "$0;"
			StrCpy $1 $1 -1
			${If} $1 == ""
				DeleteRegValue HKCU "Environment" "Path"
			${Else}
				WriteRegExpandStr HKCU "Environment" "Path" $1
			${EndIf}
			SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=1000
		${EndIf}
	${EndIf}
	System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

	; What is left is the history: the journal of the runs, lists that were begun, and
	; those that were pasted. All else that the program keeps goes.
	RMDir /r "$APPDATA\fyne\${ID}"
	RMDir "$APPDATA\fyne"
	FindFirst $0 $1 "$APPDATA\${NAME}\*.*"
	${DoWhile} $1 != ""
		${Select} $1
		${Case5} "." ".." "journal" "drafts" "pasted"
		${CaseElse}
			RMDir /r "$APPDATA\${NAME}\$1"
			Delete "$APPDATA\${NAME}\$1"
		${EndSelect}
		FindNext $0 $1
	${Loop}
	FindClose $0
	RMDir "$APPDATA\${NAME}"
SectionEnd

Section /o "un.History of all runs on this computer" UnHistory
	RMDir /r "$APPDATA\${NAME}"
SectionEnd

Function un.onInit
	${un.GetParameters} $0
	ClearErrors
	${un.GetOptions} $0 "/ALL" $1
	${IfNot} ${Errors}
		!insertmacro SelectSection ${UnHistory}
	${EndIf}
FunctionEnd
