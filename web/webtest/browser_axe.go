package webtest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/chromedp/chromedp"
)

// violation is what axe-core says against a page.
type violation struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		Target  []any  `json:"target"`
		HTML    string `json:"html"`
		Summary string `json:"failureSummary"`
	} `json:"nodes"`
}

// Axe holds the page to WCAG 2.2 AA and to good practice, as far as axe-core can
// tell [https://www.w3.org/TR/WCAG22/]; rules limits it to some. Each violation
// fails the test, with its rule and its elements. Where axe-core is not installed
// the test is skipped, or fails as with OpenBrowser.
func (w *Window) Axe(rules ...string) {
	w.t.Helper()
	for _, v := range w.violations(rules) {
		var at strings.Builder
		for _, n := range v.Nodes {
			fmt.Fprintf(&at, "\n\t%v  %.200s\n\t\t%s", n.Target, n.HTML, strings.ReplaceAll(n.Summary, "\n", "\n\t\t"))
		}
		w.t.Errorf("%s: axe rule %s: %s%s", w.Address(), v.ID, v.Help, at.String())
	}
}

func (w *Window) violations(rules []string) []violation {
	w.t.Helper()
	if !Ask[bool](w, "'axe' in globalThis") {
		w.do("put axe-core into the page", chromedp.Evaluate[chromedp.Void](axeSource(w)))
	}
	return Await[[]violation](w, fmt.Sprintf("axe.run(document, %s).then((r) => r.violations)", axeOptions(rules)))
}

func axeOptions(rules []string) string {
	if len(rules) > 0 {
		return fmt.Sprintf(`{resultTypes: ["violations"], runOnly: {type: "rule", values: ["%s"]}}`, strings.Join(rules, `","`))
	}
	return `{resultTypes: ["violations"], runOnly: {type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}`
}

// axeSource gives axe-core, as npm put it beside the checks of this checkout.
func axeSource(w *Window) string {
	w.t.Helper()
	_, here, _, _ := runtime.Caller(0)
	file := filepath.Join(filepath.Dir(here), "../../.ci/node_modules/axe-core/axe.min.js")
	source, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		lacking(w.t, "axe-core is not installed: npm ci --prefix .ci")
	}
	if err != nil {
		w.t.Fatalf("read axe-core: %v", err)
	}
	return string(source)
}

// Wide tells what is wider than the window, if that has to be scrolled sideways.
func (w *Window) Wide() string {
	w.t.Helper()
	return Ask[string](w, `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return "";
  const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 1);
  return wide.slice(0, 5).map((e) => e.cloneNode(false).outerHTML).join(" ") || "the page";
})()`)
}
