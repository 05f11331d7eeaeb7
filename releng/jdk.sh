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

# JAVA_HOME: kept if new enough, else the newest JDK among the usual folders.
use_jdk() {
    local dir version best=0 found=
    if [[ -n ${JAVA_HOME:-} && $(jdk_version "$JAVA_HOME") -ge $JAVA_NEEDED ]]; then return; fi
    for dir in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [[ -d $dir ]] || continue
        version=$(jdk_version "$dir")
        if ((version > best)); then best=$version found=$dir; fi
    done
    ((best >= JAVA_NEEDED)) || die "no JDK $JAVA_NEEDED or newer found; install one and set JAVA_HOME to it"
    export JAVA_HOME=$found
}
