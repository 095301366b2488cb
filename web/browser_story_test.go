package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/web/webtest"
)

// Words for 9.e of the Bridgetown draft: its own, in part, and what is to stand
// in their place.
const (
	draftWords  = "those subjects in school study plans"
	agreedWords = "those subjects in school study plans and vocational training"
)

// amendmentTravels is the story of the README: three people, three windows.
func amendmentTravels(t *testing.T, b *webtest.Browser) {
	h := bridgetownHouse(t)
	mexico, peru, secretariat := sit(t, b, h, webtest.Mexico), sit(t, b, h, webtest.Peru), sit(t, b, h, webtest.Secretariat)
	for _, w := range []*webtest.Window{mexico, peru, secretariat} {
		w.Visit("/p/9.e")
		w.WaitFor("#live", "Connected")
		w.Mark()
	}
	mexico.Follow("a[href$='/propose']")
	mexico.InsertAfter("textarea[name^='words.']", draftWords, " and vocational training")
	mexico.WaitFor("#preview-here ins", "and vocational training")
	mexico.Follow("button[value=table]")
	mexico.Follow(".propose-confirm button[value=table]")
	number := receiptNumber(t, mexico)

	peru.WaitFor("#proposal-"+number+" ins", "and vocational training")
	secretariat.WaitFor("#proposal-"+number+" ins", "and vocational training")
	if !peru.Marked() || !secretariat.Marked() {
		t.Error("a page was loaded anew")
	}
	mexico.Visit("/p/9.e")
	mexico.WaitFor("#live", "Connected")
	mexico.Mark()

	accept := fmt.Sprintf("form[action$='/proposals/%s/accept']", number)
	secretariat.Click("details:has(" + accept + ") > summary")
	secretariat.Follow(accept + " button")
	for _, w := range []*webtest.Window{mexico, peru} {
		w.WaitFor(".column-draft", agreedWords)
		if !w.Marked() {
			t.Error("a page was loaded anew")
		}
	}
	secretariat.Visit("/compilation")
	compiled := secretariat.Fetch("a[href*='format=md']")
	if !strings.Contains(compiled, agreedWords) {
		t.Errorf("the compilation has not %q:\n%s", agreedWords, compiled)
	}
}

func tabledWithoutScript(t *testing.T, b *webtest.Browser) {
	h := bridgetownHouse(t)
	w := sit(t, b, h, webtest.Mexico, webtest.NoScript())
	w.Visit("/p/9.e")
	w.Follow("a[href$='/propose']")
	w.Write("textarea[name^='words.']", "Continue developing strategies for education.")
	w.Follow("button[value=preview]:not(.vh)")
	if got := w.Text("#preview-here del"); !strings.Contains(got, "awareness-raising") {
		t.Errorf("the preview strikes %q, want the words left out", got)
	}
	w.Follow("button[value=table]")
	w.Follow(".propose-confirm button[value=table]")
	number := receiptNumber(t, w)
	w.Visit("/p/9.e")
	if got := w.Text("#proposal-" + number); !strings.Contains(got, "awareness-raising") {
		t.Errorf("proposal %s shows %q", number, got)
	}
}

// receiptNumber gives the number of the proposal whose receipt a window shows.
func receiptNumber(t *testing.T, w *webtest.Window) string {
	t.Helper()
	var number string
	if _, err := fmt.Sscanf(w.Text(".receipt-number"), "Proposal %s", &number); err != nil {
		t.Fatalf("no receipt at %s: %v\n%s", w.Address(), err, w.Text("main"))
	}
	return strings.TrimRight(number, ".,")
}
