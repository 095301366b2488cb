# make check test   before every push
# make golden       writes the goldens anew; read the diff before you commit it

GO ?= go

.PHONY: check test race bench bench-live fuzz golden redline-report types

check:
	@test -z "$$(gofmt -l .)" || { echo "not gofmt'ed:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) mod tidy -diff

test:
	$(GO) test ./...

race:
	$(GO) test -race ./...

# Ratios to a floor in the same run; the figures themselves depend on the machine.
bench:
	$(GO) test -run '^$$' -bench . -benchtime 2s ./store ./negotiation/room
	$(GO) test -run '^$$' -bench . -benchtime 1x ./web
	$(GO) test -run '^$$' -bench . ./diff

# The live channel with VIEWERS viewers, beside a plain broadcast of the same changes, for
# so long that the slowest hundredth is more than one or two changes. As many open files
# are needed: see "ulimit -n".
VIEWERS ?= 1000 5000 10000
bench-live:
	@set -e; for n in $(VIEWERS); do $(GO) run ./cmd/plenary rehearse --viewers $$n --for 60s; done

# Every fuzz test for FUZZTIME each.
FUZZTIME ?= 20s
fuzz:
	@set -e; for pkg in $$($(GO) list ./...); do \
		for name in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "$$pkg $$name"; $(GO) test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) $$pkg; \
		done; done

# Packages without goldens have no -update.
golden:
	$(GO) test ./diff ./negotiation/format/... ./negotiation/negotiationtest ./web -update

# How close our redlines come to those of delegations, which `make test` holds.
redline-report:
	$(GO) test ./diff -run TestRedlinesAreThoseOfDelegations -update
	cat testdata/diff/quality/report.md

# Types of the browser's modules, with the tsc that .ci/package.json pins.
types:
	@test -x .ci/node_modules/.bin/tsc || npm ci --prefix .ci --ignore-scripts
	.ci/node_modules/.bin/tsc --noEmit -p web/static/js
