# The commands that people type. `make demo` and `make test` install what is missing.

SWIFT ?= swift
PREFIX ?= /usr/local
PACKAGES := \
    pkgconf libsqlite3-dev nettle-dev \
    libgnuplot-iostream-dev gnuplot-nox fonts-liberation fonts-unifont \
    libxml2-dev libcld2-dev libuchardet-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
    libarchive-dev zlib1g-dev libcurl4-openssl-dev poppler-utils libxlsxwriter-dev
SITREP := .build/release/sitrep
DEMO := .build/demo

# The library of libFuzzer without a main of its own, beside those of the sanitizers.
SANITIZERS = $(shell clang -print-resource-dir)/lib/linux
FUZZ_FLAGS = --sanitize=address -Xswiftc -DLIBFUZZER -Xswiftc -assert-config -Xswiftc Debug \
    -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp,indirect-calls \
    -Xcc -fsanitize=undefined,fuzzer-no-link -Xcc -fno-sanitize-recover=undefined \
    -Xlinker $(SANITIZERS)/libclang_rt.fuzzer_no_main-x86_64.a -Xlinker -lstdc++

.PHONY: help setup build demo test test-kill test-altered fuzz build-fuzz test-sanitize test-address test-thread bench bench-crawl check-cost install uninstall lint format clean

help:
	@echo 'make demo     install what is missing, build, and report on the sample articles'
	@echo 'make test     install what is missing, build, and run all tests'
	@echo 'make fuzz     throw hostile bytes at every reader, SECONDS=60 each (TARGETS=html: one of them)'
	@echo 'make test-kill  kill ingest, merge and backup at random moments, and look whether anything is lost (KILLS=500)'
	@echo 'make test-altered  alter every column of a store in every way, and run all commands on it'
	@echo 'make test-sanitize  run the tests under the sanitizers of addresses, undefined behaviour and threads'
	@echo 'make bench    measure the speed of reading and storing, into Plots/bench.md (MEGABYTES=50: sooner)'
	@echo 'make install  put sitrep, its manual and its completions under PREFIX ($(PREFIX))'
	@echo 'make lint     check the format of the sources'

# Debian's packages, by apt-get, as root or with sudo; nothing is asked of apt where all are there.
setup:
	@missing=$$(for package in $(PACKAGES); do \
	    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	    echo "Installing" $$missing; \
	    if [ "$$(id -u)" = 0 ]; then root=; else root=sudo; fi; \
	    $$root apt-get update -qq && \
	    $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi
	@command -v $(SWIFT) >/dev/null || { echo 'Swift 6.2 or later is missing: https://www.swift.org/install'; exit 1; }

build: setup
	$(SWIFT) build -c release --product sitrep

demo: build
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(SITREP) ingest --db $(DEMO)/sitrep.db Data/articles
	$(SITREP) compare --db $(DEMO)/sitrep.db deaths --place Gaza --week 2023-W44 --period total
	$(SITREP) plot --db $(DEMO)/sitrep.db deaths --place Gaza --status actual --source moh-gaza --until 2023-12-03
	$(SITREP) report --db $(DEMO)/sitrep.db --week 2023-W44 -o $(DEMO)/report-2023-W44
	@echo 'The weekly report: $(DEMO)/report-2023-W44/report.html'

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# The tests under the sanitizers of addresses and of undefined behaviour (C and C++; Swift's own checks are always on),
# then under that of threads. What libraries are known for stands in Tests/sanitizers.
# Few tests run at once, for each program takes up to 1 GB there. Leaks are looked for in sitrep itself, and not in the
# program that runs the tests, which holds what it made once to its end.
SANITIZED_TEST = SITREP_TEST_PATIENCE=10 SWIFT_BACKTRACE=enable=no SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 \
    SITREP_LEAKS=1 ASAN_OPTIONS=detect_leaks=0:suppressions=$(CURDIR)/Tests/sanitizers/addresses.txt \
    LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/sanitizers/leaks.txt:print_suppressions=0 \
    UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/sanitizers/threads.txt \
    $(SWIFT) test --skip-build
test-sanitize: test-address test-thread

test-address: setup
	$(SWIFT) build --build-tests --scratch-path .build/address --sanitize=address \
	    -Xcc -fsanitize=undefined -Xcc -fno-sanitize-recover=undefined
	$(SANITIZED_TEST) --scratch-path .build/address --sanitize=address $(FILTER)

test-thread: setup
	$(SWIFT) build --build-tests --scratch-path .build/thread --sanitize=thread
	$(SANITIZED_TEST) --scratch-path .build/thread --sanitize=thread $(FILTER)

# libFuzzer, with the sanitizers of addresses and of undefined behaviour. What is found stays in .build/fuzzing.
fuzz: build-fuzz
	ASAN_OPTIONS=detect_leaks=0 .build/fuzz/release/sitrep-fuzz run $(TARGETS) --seconds $(or $(SECONDS),60) \
	    --seed $(or $(SEED),1)

build-fuzz: setup
	$(SWIFT) build -c release --product sitrep-fuzz --scratch-path .build/fuzz $(FUZZ_FLAGS)

# Kills ingest, merge and backup with signal 9, each so many times, at moments that SEED chooses.
KILLS ?= 500
test-kill: build
	$(SWIFT) build --build-tests
	SITREP_BINARY=$(CURDIR)/$(SITREP) SITREP_KILLS=$(KILLS) SITREP_SEED=$(or $(SEED),7) \
	    $(SWIFT) test --skip-build --filter KillTests

# Every column of every table of a store, altered in every way, and all commands on each of them.
test-altered: build
	$(SWIFT) build --build-tests
	SITREP_BINARY=$(CURDIR)/$(SITREP) SITREP_ALTERED=all $(SWIFT) test --skip-build --filter AlteredStoreTests

bench: setup
	$(SWIFT) build -c release --product sitrep
	$(SWIFT) build -c release --product sitrep-bench
	.build/release/sitrep-bench run $(MEGABYTES)

# A crawl of 1 GB, written first, then streamed: speed, and memory, which must stay under 256 MB.
bench-crawl: setup
	$(SWIFT) build -c release --product sitrep-bench
	.build/release/sitrep-bench crawl 1000

# Counts of instructions and allocations, which are the same in every run; nothing is checked without valgrind.
check-cost: PACKAGES += valgrind binutils
check-cost: setup
	$(SWIFT) build -c release --product sitrep-bench
	.build/release/sitrep-bench check

install: build
	install -D -m 755 $(SITREP) $(DESTDIR)$(PREFIX)/bin/sitrep
	$(SWIFT) package generate-manual
	install -D -m 644 .build/plugins/GenerateManual/outputs/sitrep/sitrep.1 $(DESTDIR)$(PREFIX)/share/man/man1/sitrep.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(SITREP) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/sitrep
	$(SITREP) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sitrep
	$(SITREP) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/sitrep.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/sitrep $(DESTDIR)$(PREFIX)/share/man/man1/sitrep.1 \
	    $(DESTDIR)$(PREFIX)/share/bash-completion/completions/sitrep \
	    $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sitrep \
	    $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/sitrep.fish

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build
