#!/usr/bin/env bash
# Which Java this machine gets: prints a line for people, then the options, one a line (docs/adr, two machine profiles).
#   profile.sh [ROOT]     ROOT stands before /proc and /sys
# ESOLUTIONS_PROFILE: small, busy, or auto (the default), which is busy from two processors and 1,536 MB of memory on that
# can be had. The limits of a container or service count, and what its other processes have of them.
set -euo pipefail
root="${1:-}" wanted="${ESOLUTIONS_PROFILE:-auto}"
case "$wanted" in
    small | busy | auto) ;;
    *) echo "Error: ESOLUTIONS_PROFILE is small, busy or auto, not $wanted" >&2; exit 2 ;;
esac

# The number in a file; nothing where there is none: a limit that is not set says "max" or -1.
number() {
    local said=''
    [[ ! -r $1 ]] || read -r said _ <"$1" || true
    [[ $said =~ ^[0-9]+$ ]] && echo "$said" || true
}
# stat_of FILE NAME: of a file with a name and a number on each line, 0 where there is none.
stat_of() { [[ ! -r $1 ]] && echo 0 || awk -v name="$2" '$1 == name { n = $2 } END { print n == "" ? 0 : n }' "$1"; }
# at_most NAME VALUE: lowers the variable of that name.
at_most() { [[ -z $2 ]] || (($2 >= ${!1})) || printf -v "$1" %d "$2"; }
# bounded LIMIT USED CACHED: what can still be had of a limit; what is only cached is given back.
bounded() { [[ -z $1 || -z $2 ]] || at_most free $(($1 < $2 - $3 ? 0 : ($1 - $2 + $3) / 1048576)); }
# shared QUOTA PERIOD: whole processors.
shared() { [[ -z $1 || -z $2 ]] || (($2 == 0)) || at_most processors $(($1 < $2 ? 1 : $1 / $2)); }
# each_group BASE PATH COMMAND: for a control group and all above it.
each_group() {
    local at="${2%/}"
    while :; do
        "$3" "$1$at"
        [[ -n $at ]] || return 0
        at="${at%/*}"
    done
}
unified() {
    local quota='' period=''
    bounded "$(number "$1/memory.max")" "$(number "$1/memory.current")" "$(stat_of "$1/memory.stat" inactive_file)"
    [[ ! -r $1/cpu.max ]] || read -r quota period <"$1/cpu.max" || true
    [[ ! $quota =~ ^[0-9]+$ ]] || shared "$quota" "$period"
}
memory_v1() {
    bounded "$(number "$1/memory.limit_in_bytes")" "$(number "$1/memory.usage_in_bytes")" \
        "$(stat_of "$1/memory.stat" total_inactive_file)"
}
cpu_v1() { shared "$(number "$1/cpu.cfs_quota_us")" "$(number "$1/cpu.cfs_period_us")"; }

processors="$(nproc)"
free=$(($(stat_of "$root/proc/meminfo" MemAvailable:) / 1024))
groups="$root/sys/fs/cgroup"
if [[ -r $root/proc/self/cgroup ]]; then
    while IFS=: read -r _ kinds path; do
        case ",$kinds," in
            ,,) each_group "$groups" "$path" unified ;;
            *,memory,*) each_group "$groups/memory" "$path" memory_v1 ;;
            *,cpu,*) each_group "$groups/cpu" "$path" cpu_v1 ;;
        esac
    done <"$root/proc/self/cgroup"
fi

profile="$wanted"
[[ $wanted != auto ]] || { profile=small && ((processors < 2 || free < 1536)) || profile=busy; }
if [[ $profile == small ]]; then
    options=(-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)
else
    # Half of what can be had: beside the heap the server needs some 350 MB, the rest is for the database's files.
    heap=$((free / 2)) most=2048 collector=Serial
    ((processors < 4)) || most=4096
    ((heap >= 512)) || heap=512
    ((heap <= most)) || heap=$most
    ((processors < 4 || heap < 2048)) || collector=G1
    options=("-Xmx${heap}m" "-XX:+Use${collector}GC" -XX:TieredStopAtLevel=4)
fi
echo "profile $profile ($wanted): $processors processors and $free MB of memory can be had, ${options[*]}"
printf '%s\n' "${options[@]}"
