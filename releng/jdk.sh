# Finds a JDK; sourced by the build's scripts and by the sockeye command. Needs a function `die`.
# shellcheck shell=bash

JAVA_NEEDED=21

# Prints the feature version of the JDK in folder $1 (17, 21, ...), or 0 if there is no whole JDK.
jdk_version() {
    local line version=0
    [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || { echo 0; return; }
    while read -r line; do
        [[ $line =~ ^JAVA_VERSION=\"(1\.)?([0-9]+) ]] && version=${BASH_REMATCH[2]}
    done < "$1/release"
    echo "$version"
}

# Prints the folder of the newest JDK among the usual folders that is at least $1 and, if given, at most $2; or nothing.
newest_jdk() {
    local dir version best=0 found=
    for dir in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [[ -d $dir ]] || continue
        version=$(jdk_version "$dir")
        if ((version >= $1 && version <= ${2:-999} && version > best)); then best=$version found=$dir; fi
    done
    printf '%s' "$found"
}

# JAVA_HOME: kept if new enough, else the newest JDK among the usual folders.
use_jdk() {
    if [[ -n ${JAVA_HOME:-} && $(jdk_version "$JAVA_HOME") -ge $JAVA_NEEDED ]]; then return; fi
    JAVA_HOME=$(newest_jdk $JAVA_NEEDED)
    [[ -n $JAVA_HOME ]] || die "no JDK $JAVA_NEEDED or newer found; install one and set JAVA_HOME to it"
    export JAVA_HOME
}
