#!/usr/bin/env bash
# Becomes the server process (exec, so that signals and the process id are the server's own).
#   esolutions.sh DATA [-Dname=value ...]      DATA holds the database, keys, logs and transaction state
# Told to stop, it lets the requests at work end, for 5 s at most.
# ESOLUTIONS_PROFILE (see profile.sh), SERVER_HEAP and SERVER_JAVA_OPTS are read, of which what comes last wins; and LOG_FORMAT and
# OTLP_ENDPOINT. The stock standalone.sh stays in the background instead.
# SERVER_RECORD_CLASSES=true writes the loaded classes to SERVER_CLASSES (classes.jsa).new when the server stops; once
# renamed to SERVER_CLASSES they are mapped at the next start instead of being read and verified again.
set -euo pipefail
home="$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)"
data="${1:?the data folder}"
shift
base="${SERVER_BASE:-$home/standalone}"
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-1}"
open() { local package; for package; do printf -- '--add-opens=%s=ALL-UNNAMED ' "$package"; done; }

configuration=standalone
case "${LOG_FORMAT:-text}" in
    text) ;;
    json) configuration+=-json ;;
    *) echo "LOG_FORMAT is text or json, not $LOG_FORMAT" >&2; exit 2 ;;
esac
[[ -z ${OTLP_ENDPOINT:-} ]] || configuration+=-otlp
archive="${SERVER_CLASSES:-$home/classes.jsa}" classes=()
if [[ -e $archive ]]; then
    classes=("-XX:SharedArchiveFile=$archive")
elif [[ ${SERVER_RECORD_CLASSES:-} == true ]]; then
    classes=("-XX:ArchiveClassesAtExit=$archive.new")
fi

profile="$("$home/bin/profile.sh")"
mapfile -t java <<<"$profile"
echo "${java[0]}"

# Compilers, collector and heap are the profile's. The first heap is as large as the start needs without a full
# collection. The files beans.xml are our own and read at each start: checking them against their schema costs more than
# reading them.
# shellcheck disable=SC2046,SC2086
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "-D[esolutions]" \
    -Xms152m -XX:NewSize=38m -XX:MetaspaceSize=192m "${java[@]:1}" ${SERVER_HEAP:+-Xmx$SERVER_HEAP} \
    "${classes[@]}" -Xlog:cds=off -Xlog:cds+dynamic=off -XX:+ExitOnOutOfMemoryError ${SERVER_JAVA_OPTS:-} \
    -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true -Duser.timezone=UTC -Dfile.encoding=UTF-8 \
    -Djboss.modules.system.pkgs=org.jboss.byteman -Dorg.jboss.weld.xml.disableValidating=true -Dorg.wildfly.sigterm.suspend.timeout=5 \
    "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000" \
    --add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED --add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED \
    $(open java.base/java.{lang,lang.invoke,lang.reflect,io,net,security,util,util.concurrent} \
        java.management/javax.management java.naming/javax.naming) \
    -Dorg.jboss.boot.log.file="$data/log/server.log" \
    -Dlogging.configuration="file:$base/configuration/logging.properties" \
    -jar "$home/jboss-modules.jar" -mp "$home/modules" org.jboss.as.standalone -c "$configuration.xml" \
    -Djboss.home.dir="$home" -Djboss.server.base.dir="$base" \
    -Djboss.server.data.dir="$data/state" -Djboss.server.log.dir="$data/log" -Desolutions.data="$data" "$@"
