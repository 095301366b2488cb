package web_test

import (
	"net/url"
	"os"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// naming is what a negotiation says about itself.
type naming struct {
	title, language string
	public          bool
}

func describedIn(h *webtest.House) naming {
	v := h.View(webtest.Secretariat)
	return naming{v.Title, v.Language, v.Public}
}

func TestTheSecretariatNamesTheNegotiationAndOpensItToThePublic(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	stranger := desk{t, h, h.Visitor()}
	stranger.open("").wants(403)
	page := pen.open("/desk")
	saved := page.press("Record", "title", "Plan de acción", "draft-language", "es", "public", "1").
		wants(200, "Title, language and readers are recorded.", "Plan de acción")
	page.press("Record", "title", "Plan de acción", "draft-language", "es", "public", "1").wants(200)
	if got, want := describedIn(h), (naming{"Plan de acción", "es", true}); got != want {
		t.Errorf("described as %+v, want %+v", got, want)
	}
	stranger.open("").wants(200, "Plan de acción")
	if !saved.formHas("Record", "public") {
		t.Error("the form does not show that it is public")
	}
	pen.send("/desk/description", url.Values{"title": {"Plan"}, "draft-language": {"es"}}).wants(200)
	if got, want := describedIn(h), (naming{"Plan", "es", false}); got != want {
		t.Errorf("described as %+v, want %+v", got, want)
	}
	stranger.open("").wants(403)
}

// formHas reports whether the form of a button would send a field.
func (s sheet) formHas(button, name string) bool {
	s.t.Helper()
	_, fields := s.form(button)
	return fields.Has(name)
}

func TestADescriptionThatCannotBeIsRefusedWithWhatWasTyped(t *testing.T) {
	h := webtest.New(t)
	page := sitAt(t, h, webtest.Secretariat).open("/desk")
	before := describedIn(h)
	for _, tt := range []struct {
		name   string
		fields []string
		code   int
	}{
		{"no title", []string{"title", " "}, 422},
		{"long title", []string{"title", strings.Repeat("é", 251)}, 413},
		{"turned title", []string{"title", "Plan\u202e"}, 422},
		{"language", []string{"draft-language", "de"}, 422},
	} {
		fields := append([]string{"title", "Typed", "draft-language", "pt"}, tt.fields...)
		back := page.press("Record", fields...).wants(tt.code)
		if got := back.field("draft-language"); tt.name != "language" && got != "pt" {
			t.Errorf("%s: the language typed comes back as %q", tt.name, got)
		}
		if got := describedIn(h); got != before {
			t.Errorf("%s: described as %+v", tt.name, got)
		}
	}
}

// unnamed gives a house without a draft whose negotiation nobody has named.
func unnamed(t *testing.T) (*webtest.House, desk) {
	t.Helper()
	h := webtest.New(t, webtest.WithoutDraft())
	h.Do(negotiation.SystemSeat, negotiation.DescribeNegotiation{Title: negotiation.Unnamed, Language: "en"})
	return h, sitAt(t, h, webtest.Secretariat)
}

func TestAnImportNamesTheNegotiation(t *testing.T) {
	compilation, err := os.ReadFile("../testdata/documents/bridgetown-compilation.txt")
	if err != nil {
		t.Fatal(err)
	}
	h, pen := unnamed(t)
	report := pen.upload("compilation.txt", compilation).wants(200)
	if got, want := report.field("title"), "DRAFT PLAN OF ACTION OF BRIDGETOWN"; got != want {
		t.Errorf("the report offers the title %q, want %q", got, want)
	}
	seq := h.View(webtest.Secretariat).Seq
	back := report.press("Import", "title", "", "public", "1").wants(422, "34 proposals read")
	if got := h.View(webtest.Secretariat).Seq; got != seq || !back.formHas("Import", "public") {
		t.Errorf("after a refused title the record is at %d, want %d, and the form has lost what was typed", got, seq)
	}
	back.press("Import", "title", "Draft Plan of Action", "draft-language", "es", "public", "1").wants(200, "Draft Plan of Action", "compilation.txt was imported.")
	back.press("Import", "title", "Draft Plan of Action", "draft-language", "es", "public", "1").wants(200)
	if got, want := describedIn(h), (naming{"Draft Plan of Action", "es", true}); got != want {
		t.Errorf("described as %+v, want %+v", got, want)
	}
	if got, want := h.View(webtest.Secretariat).Seq, seq+2; got != want {
		t.Errorf("the record is at %d, want %d: a description and a draft", got, want)
	}
}

func TestAnImportLeavesATitleThatWasGivenBefore(t *testing.T) {
	h, pen := unnamed(t)
	h.Do(webtest.Secretariat, negotiation.DescribeNegotiation{Title: "Named", Language: "fr", Public: true})
	seq := h.View(webtest.Secretariat).Seq
	pen.upload("draft.md", []byte("# Plan of the year\n\n1. Words.\n")).wants(200).press("Import").wants(200)
	if got, want := describedIn(h), (naming{"Named", "fr", true}); got != want {
		t.Errorf("described as %+v, want %+v", got, want)
	}
	if got := h.View(webtest.Secretariat).Seq; got != seq+1 {
		t.Errorf("the record is at %d, want %d: only a draft is new", got, seq+1)
	}
}
