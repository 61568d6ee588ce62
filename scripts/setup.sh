#!/bin/sh
# Sets up what "make demo" and "make test" need on Debian or Ubuntu: QGIS and a few tools from
# the system's packages, and .venv with the pinned Python packages. Run as root or as a user
# with sudo; run again at any time, it does only what is missing.
set -eu
cd "$(dirname "$0")/.."
export PYTHONNOUSERSITE=1 # packages in a user's home would shadow QGIS's numpy

python=/usr/bin/python3
oldest_qgis=3.34
stamp=.venv/setup-stamp
# What is needed, and the package that brings it.
programs="git:git make:make gdalinfo:gdal-bin Xvfb:xvfb openbox:openbox import:imagemagick"
modules="ensurepip:python3-venv pip:python3-pip numpy:python3-numpy osgeo:python3-gdal
    rasterio:python3-rasterio matplotlib:python3-matplotlib scipy:python3-scipy"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }
has_program() { command -v "$1" >/dev/null 2>&1; }
has_module() { "$python" -c "import importlib.util, sys; sys.exit(importlib.util.find_spec('$1') is None)" 2>/dev/null; }
has_lrelease() { has_program /usr/lib/qt5/bin/lrelease || has_program lrelease; }

as_root() {
    say "+ $*"
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get "$@" >&2
}

# The state in which nothing needs doing: same inputs as last time, and all still there.
inputs() {
    { cat requirements-dev.txt scripts/setup.sh; "$python" -VV; pwd; } 2>/dev/null | sha256sum
}
is_set_up() {
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(inputs)" ] || return 1
    for need in qgis_process qgis $programs; do has_program "${need%%:*}" || return 1; done
    .venv/bin/python scripts/check_venv.py requirements-dev.txt 2>/dev/null
}

qgis_version() { # such as 34006, or nothing
    "$python" -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)' 2>/dev/null || true
}
has_qgis() {
    version=$(qgis_version)
    has_program qgis_process && [ "${version:-0}" -ge 33400 ]
}
missing_packages() {
    [ -x "$python" ] || printf 'python3 '
    for need in $programs; do
        has_program "${need%%:*}" || printf '%s ' "${need##*:}"
    done
    has_lrelease || printf 'qttools5-dev-tools '
    for need in $modules; do
        has_module "${need%%:*}" || printf '%s ' "${need##*:}"
    done
}

# Where the system's own QGIS is too old only Debian has a newer one at hand, in its backports.
is_debian() { (. /etc/os-release && [ "${ID:-}" = debian ]); }
require_an_offer() {
    if is_recent "$(candidate)" || is_debian; then return; fi
    . /etc/os-release
    found=$(candidate)
    stop "${PRETTY_NAME:-This system} offers QGIS ${found:-not at all} and this plugin needs" \
        "$oldest_qgis or newer: install it with Python bindings as the QGIS website describes" \
        "for Debian and Ubuntu, then run make again."
}
# The suite to take QGIS from, "" for the usual one. Adds backports if need be.
qgis_suite() {
    is_recent "$(candidate)" && return
    . /etc/os-release
    backports=$VERSION_CODENAME-backports
    if ! LC_ALL=C apt-cache policy | grep -q "n=$backports"; then
        add_backports "$VERSION_CODENAME" "$backports"
        apt_get update
    fi
    echo "$backports"
}
candidate() {
    LC_ALL=C apt-cache policy qgis 2>/dev/null |
        sed -n 's/^  Candidate: //p' | grep -v none | sed 's/^[0-9]*://'
}
is_recent() { [ -n "$1" ] && dpkg --compare-versions "$1" ge "$oldest_qgis"; }
add_backports() { # $1 suite of this machine, $2 suite to add
    entry=$(apt-get indextargets --format '$(SOURCESENTRY) $(REPO_URI)' 'Created-By: Packages' \
        'Origin: Debian' "Codename: $1" 'Component: main' | head -n 1)
    [ -n "$entry" ] || stop "apt knows no Debian entry for $1 to derive $2 from:" \
        "add $2 to its sources, then run make again."
    place=${entry%% *}
    file=${place%:*}
    target=/etc/apt/sources.list.d/$2.${file##*.}
    text=$("$python" scripts/apt_sources.py "$file" "$1" "$2" --uri "${entry##* }")
    printf '%s\n' "$text" | as_root tee "$target" >/dev/null
}

install_packages() {
    missing=$(missing_packages)
    if [ -z "$missing" ] && has_qgis; then return; fi
    has_program apt-get || stop "This script installs on Debian and Ubuntu only: here install QGIS" \
        "$oldest_qgis or newer with Python bindings, and ${missing:-nothing else}" \
        "(Debian's names), then run make again."
    [ "$(id -u)" = 0 ] || has_program sudo || stop "Packages are missing and there is no sudo:" \
        "as root run 'make setup' once, then run make again."
    apt_get update
    has_qgis || require_an_offer
    # --no-remove: rather fail than take away something that the user has.
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # a list of words
        apt_get install -y --no-install-recommends --no-remove $missing
    fi
    if ! has_qgis; then
        suite=$(qgis_suite)
        # shellcheck disable=SC2086 # no word where the suite is the usual one
        apt_get install -y --no-install-recommends --no-remove ${suite:+-t $suite} \
            qgis python3-qgis qgis-providers
        has_qgis || stop "QGIS is installed but $python cannot use it: check that 'import" \
            "qgis.core' works there, then run make again."
    fi
}

make_venv() {
    if ! [ "$(.venv/bin/python -VV 2>/dev/null)" = "$("$python" -VV)" ]; then
        say "making .venv"
        "$python" -m venv --clear --system-site-packages .venv
    fi
    "$python" -c 'import numpy; print(f"numpy=={numpy.__version__}")' >.venv/constraints.txt
    if ! .venv/bin/python scripts/check_venv.py requirements-dev.txt; then
        .venv/bin/python -m pip install --quiet --disable-pip-version-check \
            --constraint .venv/constraints.txt --requirement requirements-dev.txt
    fi
}

is_set_up && exit 0
install_packages
make_venv
.venv/bin/python scripts/check_venv.py requirements-dev.txt
inputs >"$stamp"
say "set up: QGIS $(qgis_version) and .venv"
