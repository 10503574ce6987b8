@echo off
rem Tandem's launcher for Windows: finds a JDK, builds when the sources are newer than the build, and starts Tandem.
rem It was not tried on a Windows machine yet.
setlocal enabledelayedexpansion
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "target=%home%\target"
if not defined TANDEM_CACHE set "TANDEM_CACHE=%LOCALAPPDATA%\tandem"
if not defined DJL_CACHE_DIR set "DJL_CACHE_DIR=%TANDEM_CACHE%\djl"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1" ^| findstr /i "version"') do if not defined version set "version=%%~v"
for /f "tokens=1 delims=.-" %%v in ("%version%") do set "major=%%v"
if not defined major goto nojava
if %major% LSS 17 goto nojava

if "%~1"=="test" (
  set "groups="
  if "%~2"=="--long" set "groups=-Dtests.left.out=nothing"
  call mvn -B -f "%home%\pom.xml" !groups! test
  exit /b !errorlevel!
)

powershell -NoProfile -Command ^
  "$stamp = '%target%\tandem.stamp'; if (-not (Test-Path $stamp)) { exit 1 };" ^
  "$built = (Get-Item $stamp).LastWriteTimeUtc;" ^
  "$newer = @(Get-Item '%home%\pom.xml') + @(Get-ChildItem -Recurse '%home%\src\main', '%home%\assets\fonts') | Where-Object { $_.LastWriteTimeUtc -gt $built };" ^
  "if ($newer) { exit 1 } else { exit 0 }"
if errorlevel 1 (
  echo tandem: building ... 1>&2
  if not exist "%target%" mkdir "%target%"
  if exist "%target%\tandem.stamp" del "%target%\tandem.stamp"
  if exist "%target%\tandem.stamp.began" if exist "%target%\tandem.jar" del "%target%\tandem.jar"
  if exist "%target%\lib" rmdir /s /q "%target%\lib"
  type nul > "%target%\tandem.stamp.began"
  call mvn -q -B -f "%home%\pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true -Dmaven.compiler.failOnWarning=false package 1>&2
  if errorlevel 1 (
    echo tandem: the build failed; what Maven said stands above 1>&2
    exit /b 6
  )
  move /y "%target%\tandem.stamp.began" "%target%\tandem.stamp" >nul
)

set "options=-Dtandem.home="%home%" -Dtandem.cache="%TANDEM_CACHE%" -Dfile.encoding=UTF-8 -Djava.awt.headless=true -XX:+UseSerialGC -XX:SoftRefLRUPolicyMSPerMB=1"
if %major% GEQ 22 set "options=%options% --enable-native-access=ALL-UNNAMED"
if %major% GEQ 24 set "options=%options% --sun-misc-unsafe-memory-access=allow"
"%java%" %options% -cp "%target%\tandem.jar;%target%\lib\*" app.tandem.Tandem %*
exit /b %errorlevel%

:nojava
echo tandem: Tandem needs a JDK 17 or later. Install one, or set JAVA_HOME to it. 1>&2
exit /b 6
