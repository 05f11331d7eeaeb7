# The IDE to try Sockeye in: an Eclipse from the target platform, a copy of it with Sockeye installed from the update
# site, and its start. Sourced by releng/sockeye and releng/verify.
# shellcheck shell=bash

IDE_PLAIN=$ROOT/releng/org.sockeye.ide/target/products/org.sockeye.ide/linux/gtk/x86_64
IDE_SITE=$ROOT/releng/org.sockeye.updatesite/target/repository
IDE=$ROOT/releng/target/ide

# ECLIPSE: the command that starts the Eclipse in folder $1. It has no native launcher, so the launcher's jar it is.
use_eclipse() {
    local launcher
    launcher=$(compgen -G "$1/plugins/org.eclipse.equinox.launcher_*.jar") || die "no Eclipse in $1"
    ECLIPSE=("$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -jar "$launcher")
}

# Puts a fresh copy of the plain IDE with Sockeye installed into $IDE.
install_ide() {
    local log=$ROOT/releng/target/install.log
    [[ -d $IDE_PLAIN && -d $IDE_SITE ]] || die "the build left no IDE or no update site"
    use_jdk
    mkdir -p "$ROOT/releng/target"
    rm -rf "$IDE"
    cp -r "$IDE_PLAIN" "$IDE"
    use_eclipse "$IDE"
    if ! "${ECLIPSE[@]}" -nosplash -consoleLog -application org.eclipse.equinox.p2.director \
        -repository "file:$IDE_SITE" -installIU org.sockeye.feature.feature.group > "$log" 2>&1 ||
        ! compgen -G "$IDE/plugins/org.sockeye.ui_*.jar" > /dev/null; then
        tail -40 "$log" >&2
        die "installing Sockeye into Eclipse failed; all of the output is in $log"
    fi
    touch "$IDE/.installed"
}

# start_ide [WORKSPACE]
start_ide() {
    local workspace=${1:-$HOME/sockeye-workspace} status=23
    local common=("$ROOT/pom.xml" "$ROOT/releng/org.sockeye.target")
    sources=("${common[@]}" "$ROOT/releng/org.sockeye.ide" "$ROOT/releng/org.sockeye.ide.feature")
    if older "$IDE_PLAIN/.built" "${sources[@]}"; then
        rm -rf "$IDE"
        build "$IDE_PLAIN/.built" org.sockeye.ide,:org.sockeye.updatesite -Pide
        cp -p "$IDE_PLAIN/.built" "$IDE_SITE/.built"
    fi
    sources=("${common[@]}" "$ROOT/features" "$ROOT/releng/org.sockeye.updatesite")
    for bundle in "$ROOT"/bundles/*; do [[ $bundle == *.tests ]] || sources+=("$bundle"); done
    if older "$IDE_SITE/.built" "${sources[@]}"; then build "$IDE_SITE/.built" org.sockeye.updatesite; fi
    if [[ ! -e $IDE/.installed || $IDE_SITE/.built -nt $IDE/.installed ]]; then
        say "Installing Sockeye into Eclipse ..."
        install_ide
    fi
    use_jdk
    use_eclipse "$IDE"
    use_screen
    # An Eclipse that exits with 23 asks to be started again.
    while ((status == 23)); do
        status=0
        on_screen "${ECLIPSE[@]}" -data "$workspace" \
            -pluginCustomization "$ROOT/releng/org.sockeye.ide/plugin_customization.ini" || status=$?
    done
    exit "$status"
}
