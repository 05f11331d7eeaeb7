# Shared by the scripts beside it; sourced, never run. Sets ROOT and offers use_jdk, use_maven, use_packages.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/sockeye
MAVEN_VERSION=3.9.11

# Maven's local repository, where it was told to have one.
REPOSITORY=$HOME/.m2/repository
if [[ "${MAVEN_OPTS:-} ${MAVEN_ARGS:-} $*" =~ -Dmaven\.repo\.local=([^ ]+) ]]; then
    REPOSITORY=${BASH_REMATCH[1]}
elif [[ -r $HOME/.m2/settings.xml && $(< "$HOME/.m2/settings.xml") =~ \<localRepository\>([^<]+)\< ]]; then
    REPOSITORY=${BASH_REMATCH[1]}
fi

say() { printf '%s\n' "$*" >&2; }
die() { say "${0##*/}: $*"; exit 4; }

# shellcheck source-path=SCRIPTDIR source=jdk.sh
source "$ROOT/releng/jdk.sh"

# Prints the version of Maven in home folder $1, from the name of its core jar; nothing if there is none.
maven_version() {
    local jar
    for jar in "$1"/lib/maven-core-*.jar; do
        [[ -e $jar ]] || continue
        jar=${jar##*/maven-core-}
        echo "${jar%.jar}"
        return
    done
}

# MVN: an installed Maven 3.9 or newer, else one fetched once into the cache by the Maven that is installed.
use_maven() {
    local mvn home version pattern='^(3\.(9|[1-9][0-9])|[4-9])\.'
    mvn=$(command -v mvn) || die "Maven is missing; install it, for instance with: apt-get install maven"
    home=$(cd "$(dirname "$(readlink -f "$mvn")")/.." && pwd)
    version=$(maven_version "$home")
    if [[ $version =~ $pattern ]]; then MVN=$mvn; return; fi
    home=$CACHE/apache-maven-$MAVEN_VERSION
    if [[ ! -x $home/bin/mvn ]]; then
        say "Fetching Maven $MAVEN_VERSION (the installed one is ${version:-unknown}; 3.9 is needed)"
        mkdir -p "$CACHE"
        local tmp
        tmp=$(mktemp -d "$CACHE/maven.XXXXXX")
        # From another folder: the build's own extensions do not load in an old Maven.
        (cd "$tmp" && "$mvn" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
            -Dartifact=org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin -DoutputDirectory="$tmp") >&2 \
            || { rm -rf "$tmp"; die "could not fetch Maven $MAVEN_VERSION; install Maven 3.9 or newer"; }
        chmod +x "$tmp/apache-maven-$MAVEN_VERSION/bin/mvn"
        mv -T "$tmp/apache-maven-$MAVEN_VERSION" "$home" 2>/dev/null || [[ -x $home/bin/mvn ]] \
            || die "could not put Maven into $home"
        rm -rf "$tmp"
    fi
    MVN=$home/bin/mvn
}

# Maven as the build needs it: quiet about downloads, about its own use of JDK internals, and about the target platform's
# long list and the variables in SWT's poms.
maven() {
    use_jdk
    use_maven
    local logger=-Dorg.slf4j.simpleLogger.log options=()
    options+=("$logger.org.eclipse.tycho.osgi.configuration.FilteringMavenLogger=error")
    options+=("$logger.org.codehaus.plexus.PlexusContainer=error")
    # Java 24 and newer warn of what Maven's own libraries do.
    (($(jdk_version "$JAVA_HOME") < 24)) || options+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
    # The agent must also work on the oldest Java that students may have.
    local oldest
    oldest=$(newest_jdk 17 20)
    [[ -z $oldest ]] || options+=("-Dsockeye.java17=$oldest")
    MAVEN_OPTS="${options[*]} ${MAVEN_OPTS:-}" \
        "$MVN" -B -ntp -f "${POM:-$ROOT/pom.xml}" "$@"
}

# Commands and files that Debian packages bring: use_packages COMMAND-OR-FILE=PACKAGE...
use_packages() {
    local pair missing=()
    command -v dpkg > /dev/null || return 0
    for pair in "$@"; do
        command -v "${pair%%=*}" > /dev/null || compgen -G "${pair%%=*}" > /dev/null || missing+=("${pair#*=}")
    done
    ((${#missing[@]})) || return 0
    local install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    ((EUID == 0)) || die "missing packages; run as root: $install"
    say "Installing ${missing[*]}"
    (export DEBIAN_FRONTEND=noninteractive
        apt-get -qq update && apt-get -qq install -y --no-install-recommends "${missing[@]}") > /dev/null 2>&1 \
        || die "could not install packages; run as root: $install"
}

# What a workbench on a (virtual) screen needs.
use_screen() {
    use_packages '/usr/lib/*/libgtk-3.so.0=libgtk-3-0' xvfb-run=xvfb xauth=xauth dbus-launch=dbus-x11 \
        '/usr/share/icons/Adwaita/index.theme=adwaita-icon-theme' '/usr/share/fonts/truetype/*/*.ttf=fonts-dejavu-core'
}

# Runs a command on the screen there is, else on a virtual one.
on_screen() {
    if [[ -n ${DISPLAY:-} || $(uname) != Linux ]]; then "$@"; else xvfb-run -a -s '-screen 0 1600x1000x24' "$@"; fi
}

# Prints the path, in the local Maven repository, of every jar of the target platform whose GROUP:ARTIFACT matches
# the extended regular expression $1, plus the build tools' own.
target_jars() {
    awk -v want="$1" -v repository="$REPOSITORY" -F '[<>]' '
        $2 == "groupId" { g = $3 } $2 == "artifactId" { a = $3 }
        $2 == "version" && (g ":" a) ~ want && a !~ /\.(cocoa|win32)\./ { p = g; gsub(/\./, "/", p); print repository "/" p "/" a "/" $3 "/" a "-" $3 ".jar" }
    ' "$ROOT/releng/org.sockeye.target/org.sockeye.target.target"
}

# The third-party jars that code outside Eclipse may use.
# shellcheck disable=SC2034 # used by releng/try
PLAIN_JARS='^(org.jspecify|org.snakeyaml|com.google.code.gson|info.picocli|org.commonmark|org.junit.jupiter|org.junit.platform|org.opentest4j|org.apiguardian):'

joined() { paste -sd: -; }

# Prints the bundles that bundle $1 needs, itself last, each after all that it needs.
bundle_closure() { bundle_closure_of "$1" ' '; }
bundle_closure_of() {
    local seen=$2 needed
    for needed in $(tr -d '\r' < "$ROOT/bundles/$1/META-INF/MANIFEST.MF" |
        sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | grep -E '^(Require-Bundle|Fragment-Host):' |
        grep -oE 'org\.sockeye\.[a-z]+' || true); do
        bundle_closure_of "$needed" "$seen"
    done | awk '!seen[$0]++'
    echo "$1"
}

# Prints the path of artifact $1 (GROUP:ARTIFACT:VERSION) in the local Maven repository, fetching it if need be.
artifact() {
    local g a v path
    IFS=: read -r g a v <<< "$1"
    path=$REPOSITORY/${g//.//}/$a/$v/$a-$v.jar
    if [[ ! -r $path ]]; then
        (use_maven && cd "$CACHE" && "$MVN" -B -q -ntp org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get \
            -Dartifact="$1" -Dtransitive=false) >&2 || die "could not fetch $1"
    fi
    echo "$path"
}

junit_console() { artifact org.junit.platform:junit-platform-console-standalone:1.14.1; }

# The agent's own ASM and compiler arguments are told once, in its pom.xml.
agent_asm() {
    artifact "org.ow2.asm:asm:$(awk -F '[<>]' '$2 == "artifactId" && $3 == "asm" { seen = 1 } seen && $2 == "version" { print $3; exit }' \
        "$ROOT/bundles/org.sockeye.agent/pom.xml")"
}
agent_options() {
    printf '%s\n' -17
    awk -F '[<>]' '$2 == "arg" { print $3 }' "$ROOT/bundles/org.sockeye.agent/pom.xml"
}
