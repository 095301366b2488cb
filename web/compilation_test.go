package web_test

import (
	"mime"
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/web/webtest"
)

// filled is a house with a proposal of each fate, and the instant at which only
// the first was tabled.
func filled(t testing.TB) (*webtest.House, time.Time) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: newWords})
	first := h.View(webtest.Mexico).At
	h.Table(webtest.Cosate,
		negotiation.Change{Kind: negotiation.Delete, Paragraph: "p5", Base: 1},
		negotiation.Change{Kind: negotiation.Insert, Paragraph: "p6", Base: 1, Text: "count the workers."})
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Text: "Good <b>as a whole</b>."})
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.RequestText, Paragraph: "p3", Text: "Mention youth."})
	h.Do(webtest.Chair, negotiation.NotRetainProposal{Proposal: "4", Reason: "It is there."})
	return h, first
}

func TestTheCompilationShowsEveryProposalOrItsFate(t *testing.T) {
	h, _ := filled(t)
	page := sitAt(t, h, webtest.Observer).open("/compilation").wants(200, "Proposal 1", "Proposal 2", "Proposal 3", "not retained",
		"It is there.", "count the workers.", "General comments", "new paragraph after 2.b")
	if !strings.Contains(page.Body, "<ins>") || !strings.Contains(page.Body, "<del>") || strings.Contains(page.Body, "<b>as a whole") {
		t.Error("redline or escaping is amiss")
	}
	page.open("/compilation?what=clean").wants(200, "Establish two working groups").lacks("Proposal 1", "three working")
}

func TestTheSameAddressGivesTheSameBytesAsOfItsInstant(t *testing.T) {
	h, first := filled(t)
	peru := sitAt(t, h, webtest.Peru)
	asOf := url.Values{"as_of": {first.Format(time.RFC3339Nano)}}.Encode()
	before := map[string]string{}
	for _, name := range format.Names() {
		path := "/compilation?format=" + name + "&" + asOf
		before[path] = peru.open(path).wants(200).Body
		if strings.Contains(before[path], "count the workers") {
			t.Errorf("%s holds what came later", path)
		}
	}
	h.Clock.Advance(time.Hour)
	h.Table(webtest.Cosate, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
	for path, want := range before {
		if got := sitAt(t, h, webtest.Peru).open(path).Body; got != want {
			t.Errorf("%s has changed", path)
		}
	}
	page := peru.open("/compilation?"+asOf).wants(200, "Proposal 1").lacks("count the workers.")
	link := page.link("Markdown")
	got := peru.answer(peru.client.Get(h.Server.URL + link)).wants(200)
	if got.Body != before["/compilation?format=md&"+asOf] {
		t.Errorf("the link %s gives another document", link)
	}
}

func TestADocumentIsSavedUnderANameThatSaysWhatItIs(t *testing.T) {
	h, first := filled(t)
	peru := sitAt(t, h, webtest.Peru)
	for _, name := range format.Names() {
		f, err := format.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		got := peru.open("/compilation?lang=es&what=clean&format=" + name + "&as_of=" + url.QueryEscape(first.Format(time.RFC3339))).wants(200)
		_, params, err := mime.ParseMediaType(got.Header.Get("Content-Disposition"))
		want := "bridgetown-clean-" + first.Format("20060102T150405Z") + "-es" + f.Extension()
		if err != nil || params["filename"] != want || got.Header.Get("Content-Type") != f.MediaType {
			t.Errorf("%s: saved as %q of type %q, want %q, %q", name, params["filename"], got.Header.Get("Content-Type"), want, f.MediaType)
		}
	}
}

func TestTheDocumentDoesNotDependOnTheReadersLanguage(t *testing.T) {
	h, _ := filled(t)
	d := sitAt(t, h, webtest.Peru)
	want := d.open("/compilation?format=html").wants(200).Body
	d.answer(d.client.PostForm(h.Server.URL+"/language", url.Values{"language": {"es"}, "back": {"/"}}))
	if got := d.open("/compilation?format=html").Body; got != want {
		t.Error("another language of the reader gives another document")
	}
}

func TestALocalTimeIsReadInItsZone(t *testing.T) {
	h, first := filled(t)
	lima, err := time.LoadLocation("America/Lima")
	if err != nil {
		t.Fatal(err)
	}
	form := sitAt(t, h, webtest.Peru).open("/compilation?zone=America/Lima&as_of=" + first.In(lima).Format("2006-01-02T15:04:05"))
	form.wants(200, "Proposal 1").lacks("count the workers.")
	if got := form.field("as_of"); got != first.In(lima).Format("2006-01-02T15:04:05") {
		t.Errorf("the form shows %s", got)
	}
}

func TestWhatIsNoDocumentIsRefusedOnThePage(t *testing.T) {
	h, first := filled(t)
	peru := sitAt(t, h, webtest.Peru)
	future := url.QueryEscape(h.Clock.Now().Add(time.Second).Format(time.RFC3339))
	tests := []struct{ query, want string }{
		{"what=novel", "“novel” is not possible here (document)"},
		{"format=stone", "“stone” is not possible here (format)"},
		{"as_of=yesterday", "not a date and time that can be read"},
		{"as_of=2017-09-27T10:00&zone=Mars", "“Mars” is not possible"},
		{"as_of=" + future, "still to come"},
		{"as_of=2001-01-01T00:00:00Z&format=md", "no negotiation yet"},
		{"lang=%3Cscript%3E", "“<script>” is not possible"},
		{"what=" + strings.Repeat("x", 4000), "…"},
	}
	for _, tt := range tests {
		page := peru.open("/compilation?"+tt.query).wants(422, tt.want)
		if page.Header.Get("Content-Disposition") != "" || strings.Contains(page.Body, "<script>”") {
			t.Errorf("%.60s is answered with a file, or with markup", tt.query)
		}
	}
	if strings.Contains(peru.open("/compilation?as_of="+first.Add(-time.Nanosecond).Format(time.RFC3339Nano)).Body, "Proposal 1") {
		t.Error("what was tabled an instant later is there")
	}
}

func TestALateProposalIsInNobodysCompilationButTheirsWhoMaySeeIt(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Hour), Late: negotiation.MarkLate})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: newWords})
	asOf := "as_of=" + url.QueryEscape(h.View(webtest.Mexico).At.Format(time.RFC3339Nano))
	for _, query := range []string{"", "?" + asOf, "?format=md", "?format=json&" + asOf} {
		for _, d := range []desk{sitAt(t, h, webtest.Peru), {t, h, h.Visitor()}} {
			if page := d.open("/compilation" + query).wants(200); strings.Contains(page.Body, "MEXICO") {
				t.Errorf("compilation%s tells of what waits to be admitted", query)
			}
		}
	}
	sitAt(t, h, webtest.Mexico).open("/compilation").wants(200, "late, not yet admitted")
	closed := webtest.New(t)
	desk{t, closed, closed.Visitor()}.open("/compilation?format=md").wants(403)
	empty := webtest.New(t, webtest.WithoutDraft())
	sitAt(t, empty, webtest.Mexico).open("/compilation").wants(200, "There is no draft yet")
}
