@echo off
rem Starts PaySign: "paysign --help" lists the verbs.
rem
rem   JAVA_HOME      the Java to use, 17 or newer; else the java on the PATH
rem   JAVA_OPTS      options for that Java, such as -Xmx512m
rem   PAYSIGN_OPTS   likewise, behind them, such as -Dpaysign.http.port=8081
rem
rem config\ and routes\ of the working directory are used if they are there, else those of the package.
setlocal
for %%I in ("%~dp0..") do set "PAYSIGN_HOME=%%~fI"
set "PAYSIGN_JAVA=java"
if not defined JAVA_HOME goto version
set "PAYSIGN_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%PAYSIGN_JAVA%" goto version
echo paysign: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe: set it to a Java 17 or newer>&2
exit /b 2

:version
set "PAYSIGN_MAJOR="
for /f tokens^=2^ delims^=^" %%V in ('""%PAYSIGN_JAVA%" -version 2^>^&1"') do (
  if not defined PAYSIGN_MAJOR for /f "delims=.-+" %%M in ("%%V") do set "PAYSIGN_MAJOR=%%M"
)
if not defined PAYSIGN_MAJOR set "PAYSIGN_MAJOR=0"
if %PAYSIGN_MAJOR% geq 17 goto start
echo paysign: there is no Java 17 or newer: install one, or set JAVA_HOME>&2
exit /b 2

:start
set "CLASSPATH=%PAYSIGN_HOME%\lib\*"
"%PAYSIGN_JAVA%" -XX:+ExitOnOutOfMemoryError "-Dpaysign.home=%PAYSIGN_HOME%" %JAVA_OPTS% %PAYSIGN_OPTS% org.paysign.Application %*
exit /b %ERRORLEVEL%
