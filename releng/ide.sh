# Builds and starts the IDE; sourced by releng/sockeye.
# shellcheck shell=bash

start_ide() { die "not there yet"; }
