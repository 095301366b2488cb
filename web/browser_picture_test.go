package web_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"testing"

	"plenary/web/webtest"
)

// pictured takes pictures of every page at the widths of a telephone, a laptop
// and a projector, and once in dark colours. They are for people to look at: PLENARY_SCREENSHOTS names the
// folder that keeps them.
func pictured(t *testing.T, b *webtest.Browser) {
	if os.Getenv("PLENARY_SCREENSHOTS") == "" {
		t.Skip("PLENARY_SCREENSHOTS names no folder to keep pictures in")
	}
	everyPage(t, b, func(_ *testing.T, w *webtest.Window, name string) {
		for _, width := range []int{360, 1280, 1920} {
			w.Resize(width, 1400)
			w.Picture(fmt.Sprintf("%s-%d", name, width))
		}
		w.Resize(1280, 1400)
		w.Dark(true)
		w.Picture(name + "-dark")
		w.Dark(false)
	})
}

// picture is the one that the README shows, of paragraph 9.g with the proposals
// of Chile and Mexico.
const picture = "../testdata/screenshots/paragraph.png"

// readmePicture holds the README's picture to its width and weight; with -update
// it is taken anew.
func readmePicture(t *testing.T, b *webtest.Browser) {
	const width, height, most = 1280, 960, 300_000
	if *update {
		w := sit(t, b, bridgetownHouse(t), webtest.Peru, webtest.Size(width, height))
		w.Visit("/p/9.g")
		w.WaitFor("#live", "Connected")
		if err := os.WriteFile(picture, w.Picture("readme"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	shown, err := os.ReadFile(picture)
	if err != nil {
		t.Fatal(err)
	}
	size, err := png.DecodeConfig(bytes.NewReader(shown))
	if err != nil {
		t.Fatalf("%s: %v", picture, err)
	}
	if size.Width != width || size.Height != height || len(shown) > most {
		t.Errorf("%s is %d by %d in %d bytes, want %d by %d in at most %d", picture, size.Width, size.Height, len(shown), width, height, most)
	}
}
