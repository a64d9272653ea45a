# shellcheck shell=sh disable=SC2034
# Sourced by scripts/run and scripts/test: makes .venv ready, or says in one sentence why it cannot.
# On Debian (and its relatives) as root it installs the system packages that are missing;
# anyone else is told their names. Quick when nothing changed. POSIX shell.

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
venv=$root/.venv
python=$venv/bin/python

# library:Debian package. Qt needs the first list even without a screen, the second for a window.
qt_libraries='libglib-2.0.so.0:libglib2.0-0 libGL.so.1:libgl1 libEGL.so.1:libegl1
libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1 libxkbcommon.so.0:libxkbcommon0'
window_libraries='libxcb-cursor.so.0:libxcb-cursor0 libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0
libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0'

say() {
    printf '%s\n' "$*"
}

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

missing_packages() { # the Debian names of the missing ones among "library:package ..."
    loadable=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || loadable=''
    for pair in "$@"; do
        case $loadable in
            *"${pair%%:*} "*) ;;
            *) printf '%s ' "${pair#*:}" ;;
        esac
    done
    if [ -z "$(find /usr/share/fonts /usr/local/share/fonts "${HOME:-}/.fonts" \
        "${HOME:-}/.local/share/fonts" -name '*.[ot]tf' 2>/dev/null | head -n 1)" ]; then
        printf 'fonts-dejavu-core '
    fi
    [ -x "$python" ] || [ -n "$(find_python)" ] || printf 'python3 python3-venv '
}

can_install_packages() {
    command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]
}

install_packages() {
    say "Installing system packages: $*"
    export DEBIAN_FRONTEND=noninteractive
    # The lists are fetched again only when the names are not known yet: a quick first attempt.
    apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1 && return
    apt-get update -qq </dev/null >/dev/null ||
        stop "The package lists could not be fetched. Is there a network? Nothing was changed."
    apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null ||
        stop "The system packages could not be installed: $*"
}

need_packages() { # "library:package" ...
    [ "$(uname -s)" = Linux ] || return 0
    packages=$(missing_packages "$@")
    [ -n "$packages" ] || return 0
    if can_install_packages; then
        # shellcheck disable=SC2086  # a list of names
        install_packages $packages
    elif command -v apt-get >/dev/null 2>&1; then
        stop "These system packages are missing: $packages
Install them, then start this again:
    sudo apt-get install --no-install-recommends $packages"
    else
        stop "These system packages are missing (the names are Debian's; your system may use others):
    $packages"
    fi
}

find_python() { # prints the first Python that is new enough and can make environments
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
}

make_environment() {
    "$python" -m pip --version >/dev/null 2>&1 && return
    if "$python" -c 'import ensurepip' >/dev/null 2>&1; then # made by a tool that leaves pip out
        "$python" -m ensurepip >/dev/null && return
    fi
    base=$(find_python)
    [ -n "$base" ] || stop "Python 3.11 or later with its venv module is needed and was not found.
On Debian and Ubuntu: sudo apt-get install python3 python3-venv"
    say "Making the Python environment .venv"
    "$base" -m venv --clear "$venv" ||
        stop "The Python environment could not be made in $venv. Is the disk full or read-only?"
}

is_installed() { # lock name; a copy of the lock in .venv tells what was installed last
    cmp -s "$root/packaging/locks/$1.txt" "$venv/installed-$1.txt"
}

install_lock() { # lock name: app, or dev which holds all of app
    is_installed "$1" && "$python" -c '' >/dev/null 2>&1 && return
    make_environment
    say "Installing the Python libraries (packaging/locks/$1.txt), about a minute the first time"
    "$python" -m pip install -qq --no-input --disable-pip-version-check \
        --only-binary=:all: --require-hashes -r "$root/packaging/locks/$1.txt" </dev/null ||
        stop "The Python libraries could not be installed. Is there a network? Nothing outside
.venv was changed; start this again to go on."
    cp "$root/packaging/locks/app.txt" "$venv/installed-app.txt"
    [ "$1" = app ] || cp "$root/packaging/locks/$1.txt" "$venv/installed-$1.txt"
}

find_source() { # the source is used where it lies, as an editable install would do it
    for packages in "$venv"/lib/python3*/site-packages; do
        link=$packages/indicator_checker_source.pth
        # Compared each time: the folder may have been moved since.
        [ "$(cat "$link" 2>/dev/null)" = "$root/src" ] || printf '%s\n' "$root/src" >"$link"
    done
}
