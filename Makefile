# Number Loader. `make help` lists the verbs.

GO        ?= go
TAGS      := migrated_fynedo
# The toolkit's software driver: no C compiler, no OpenGL, no display.
HEADLESS  := CGO_ENABLED=0 $(GO) test -trimpath -tags ci,$(TAGS)
LINT_VERSION := v2.15.0
LINT      := bin/golangci-lint-$(LINT_VERSION)
FUZZTIME  ?= 30s

.DEFAULT_GOAL := help
.PHONY: help run build test check lint fmt bench bench-short fuzz golden e2e pictures clean deps test-deps unit race vet

help: ## list the verbs
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

run: build ## open the window (without a display: do the main job on the sample)
	@scripts/run.sh

build: deps ## build bin/numberloader
	$(GO) build -trimpath -buildvcs=false -tags $(TAGS) -o bin/numberloader .

test: test-deps lint unit race ## the whole suite: linter, unit, race, short fuzz, real window
	scripts/fuzz.sh 3s
	scripts/e2e.sh

check: fmt-check vet test ## everything that must hold before a commit

lint: $(LINT) ## run the linter
	CGO_ENABLED=0 $(LINT) run --allow-parallel-runners --build-tags ci,$(TAGS) ./...
	CGO_ENABLED=0 $(LINT) run --allow-parallel-runners --build-tags ci,$(TAGS),e2e ./e2e/...

fmt: $(LINT) ## format the code
	$(LINT) fmt

bench: ## measure what speed is judged by beside its goals, then run all benchmarks
	scripts/bench-goals.sh
	scripts/bench-start.sh
	$(HEADLESS) -run '^$$' -bench . -benchmem -timeout 60m ./...

bench-short: ## try that measuring itself, once and with few rows
	scripts/bench-goals.sh 1000 1

fuzz: ## fuzz every target for FUZZTIME each (30s), then 1,000,000 numbers, 2,000 lists, 200 tables, 500 seeds of faults and 200 kills
	scripts/fuzz.sh $(FUZZTIME)
	NUMBERLOADER_NUMBERS=10 $(HEADLESS) -count=1 -run 'Library|AsAny' -timeout 30m ./internal/dialplan ./internal/reading
	NUMBERLOADER_LISTS=2000 $(HEADLESS) -count=1 -run MadeUp -timeout 30m ./import
	NUMBERLOADER_TABLES=200 $(HEADLESS) -count=1 -run Tables -timeout 30m ./wholeway
	NUMBERLOADER_CAMPAIGN=500 $(HEADLESS) -count=1 -run Report -timeout 30m ./service/campaign
	NUMBERLOADER_CAMPAIGN=200 $(HEADLESS) -count=1 -run Killed -timeout 30m ./service/campaign

golden: ## write the golden files again; look at the difference before you commit it
	NUMBERLOADER_GOLDEN=write $(HEADLESS) -count=1 ./...

e2e: test-deps ## run the end-to-end tests in a real window, in all looks (pictures in e2e/pictures)
	NUMBERLOADER_LOOKS=all scripts/e2e.sh -v

pictures: test-deps ## take the pictures of the user guide, in light and in dark
	scripts/pictures.sh

clean: ## remove what was built
	rm -rf bin build e2e/pictures

deps:
	@scripts/install-deps.sh build

test-deps:
	@scripts/install-deps.sh test

unit:
	$(HEADLESS) ./...

# The window is left out: the toolkit belongs to one goroutine, and gui/background,
# which starts all others, is in.
race: deps
	$(GO) test -trimpath -race -tags ci,$(TAGS) ./internal/... ./import/... ./service/... ./cli/... ./gui/background/...

# The toolkit's part for macOS needs Apple's headers, so what starts it is left out.
vet:
	CGO_ENABLED=0 GOOS=windows $(GO) vet -tags ci,$(TAGS) ./...
	CGO_ENABLED=0 GOOS=darwin $(GO) vet -tags ci,$(TAGS) $$($(GO) list ./... | grep -vE '^numberloader(/internal/program|/wholeway|/wholeway/benchstart)?$$')

.PHONY: fmt-check
fmt-check: $(LINT)
	$(LINT) fmt --diff

$(LINT):
	GOBIN=$(CURDIR)/bin $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VERSION)
	mv bin/golangci-lint $@

.PHONY: software-gl package-windows package-linux package-macos check-macos test-windows licenses licenses-check sbom package-deps

package-windows: package-deps ## make setup and .msi for Windows (signed with SIGN_CERT and SIGN_KEY)
	scripts/package-windows.sh

software-gl: ## build what draws the window on Windows without a graphics card
	scripts/software-gl.sh

package-linux: package-deps ## make .deb and .tar.gz for Linux
	scripts/package-linux.sh

package-macos: deps ## make .dmg and .pkg for macOS, on a Mac
	scripts/package-macos.sh

check-macos: package-deps ## check on Linux all of the macOS bundle but its program
	scripts/check-macos.sh

test-windows: ## try setup, .msi and signing under Wine, and run the unit tests there
	@scripts/install-deps.sh wine
	scripts/unit-windows.sh
	scripts/package-windows.sh
	scripts/test-signing.sh
	scripts/test-windows.sh

licenses: ## write the licenses of all modules anew
	scripts/licenses.sh

licenses-check:
	scripts/licenses.sh check

sbom: ## write what the program is made of (CycloneDX)
	scripts/sbom.sh

package-deps:
	@scripts/install-deps.sh package
