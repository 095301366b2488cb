package webtest

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/memory"
	"github.com/chromedp/chromedp"
)

// Kept counts what the pages of a browser hold on to, when what is let go has been
// cleared away: nodes, also those that are in no document, and listeners to events.
type Kept struct{ Nodes, Listeners int64 }

// Kept clears away and counts.
func (w *Window) Kept() Kept {
	w.t.Helper()
	ctx, end := context.WithTimeout(w.ctx, patience)
	defer end()
	w.do("clear away", command(heapprofiler.CollectGarbage, cdp.Empty{}))
	count, err := chromedp.Run(ctx, func(ctx context.Context, t *chromedp.Target) (memory.GetDOMCountersResult, error) {
		return cdp.Call(ctx, t, memory.GetDOMCounters, cdp.Empty{})
	})
	if err != nil {
		w.t.Fatalf("count nodes: %v", err)
	}
	return Kept{count.Nodes, count.JsEventListeners}
}
