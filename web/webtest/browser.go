package webtest

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Browser is one running Chromium. It opens windows that share nothing, so that
// each is the browser of another person.
type Browser struct {
	ctx context.Context
}

// patience is how long a test waits for a page before it fails. It is no bound
// on speed: it only ends a test that would wait for ever.
const patience = 30 * time.Second

// OpenBrowser starts the Chromium of this machine. Where there is none the test
// is skipped; with PLENARY_BROWSER=required in the environment it fails, so that
// continuous integration skips nothing unseen. PLENARY_CHROMIUM names another
// program to start. The browser ends with the test: open one for many subtests.
func OpenBrowser(t testing.TB) *Browser {
	t.Helper()
	program := findBrowser(t)
	ctx, end := chromedp.NewExecAllocator(context.Background(), flags(program)...)
	t.Cleanup(end)
	ctx, end = chromedp.NewContext(ctx)
	t.Cleanup(end)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	return &Browser{ctx: ctx}
}

func findBrowser(t testing.TB) string {
	t.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}
	if name := os.Getenv("PLENARY_CHROMIUM"); name != "" {
		names = []string{name}
	}
	for _, name := range names {
		if program, err := exec.LookPath(name); err == nil {
			return program
		}
	}
	lacking(t, "no Chromium is installed (looked for %q)", names)
	return ""
}

// lacking ends a test that needs what this machine does not have.
func lacking(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("PLENARY_BROWSER") == "required" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// flags starts the browser quiet: it speaks to the server under test and to
// nobody else.
func flags(program string) []chromedp.ExecAllocatorOption {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-domain-reliability", true),
		chromedp.Flag("no-pings", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("lang", "en"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	// Chromium's sandbox does not work for root, as in a container.
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	return options
}
