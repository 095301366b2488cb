package webtest

import (
	"context"
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// Picture takes a picture of what the window shows, as PNG. With
// PLENARY_SCREENSHOTS in the environment it is also kept in that folder, as
// name.png.
func (w *Window) Picture(name string) []byte {
	w.t.Helper()
	ctx, end := context.WithTimeout(w.ctx, patience)
	defer end()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		w.t.Fatalf("take a picture of %s: %v", name, err)
	}
	if dir := os.Getenv("PLENARY_SCREENSHOTS"); dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			w.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
			w.t.Fatal(err)
		}
	}
	return png
}
