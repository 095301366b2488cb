package web_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheDeskShowsWhatWaitsByParagraphAndLateOnesFirst(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p5", Base: 1})
	h.Table(webtest.Cosate, negotiation.Change{Kind: negotiation.Comment, Paragraph: "p3", Text: "Good."})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Comment, Text: "Good as a whole."})
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Hour), Late: negotiation.MarkLate})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
	for _, seat := range []negotiation.SeatID{webtest.Secretariat, webtest.Chair} {
		page := sitAt(t, h, seat).open("/desk").wants(200, "4 proposals wait for a decision", "Late proposals to admit")
		words := page.words()
		var places []int
		for _, w := range []string{"Proposal 4", "Proposal 2", "Proposal 1", "Proposal 3"} {
			places = append(places, strings.Index(words, w))
		}
		if !slices.IsSorted(places) || places[0] < 0 {
			t.Errorf("%s sees proposals at %v", seat, places)
		}
	}
	empty := webtest.New(t)
	sitAt(t, empty, webtest.Chair).open("/desk").wants(200, "Nothing waits for a decision.").lacks("Sign-in link", "Time zone", "mexico")
}

func TestTheDeskIsForThoseWhoDecideAndItsFormsForThePen(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	forms := map[string]url.Values{
		"/desk/description":         {"title": {"Plan"}, "draft-language": {"en"}},
		"/desk/window":              {"zone": {"UTC"}, "late": {"mark"}},
		"/desk/seats":               {"role": {"observer"}, "days": {"7"}},
		"/desk/seats/mexico/invite": {},
		"/desk/seats/mexico/close":  {},
		"/desk/import":              {"file-hash": {"x"}},
	}
	for _, seat := range []negotiation.SeatID{webtest.Chair, webtest.Mexico, webtest.Observer} {
		d := sitAt(t, h, seat)
		if seat != webtest.Chair {
			d.open("/desk").wants(403)
		}
		d.open("/desk/files/" + strings.Repeat("0", 64)).wants(403)
		for path, fields := range forms {
			d.send(path, fields).wants(403, "does not have the right").lacks("/join/")
		}
	}
	desk{t, h, h.Visitor()}.open("/desk").wants(403, "not signed in")
	if v := h.View(webtest.Secretariat); len(v.Seats) != len(webtest.Seats()) {
		t.Errorf("%d seats, want %d", len(v.Seats), len(webtest.Seats()))
	}
}

func TestTheCutOffIsTheInstantOfItsZone(t *testing.T) {
	tests := []struct {
		name, local, zone string
		want              string // in UTC; empty: refused
	}{
		{"winter", "2017-12-07T18:00", "America/New_York", "2017-12-07T23:00:00Z"},
		{"summer", "2017-09-27T23:59", "America/New_York", "2017-09-28T03:59:00Z"},
		{"typed with a space", "2017-09-27 18:00", "UTC", "2017-09-27T18:00:00Z"},
		{"does not exist", "2018-03-11T02:30", "America/New_York", ""},
		{"happens twice: the later", "2017-11-05T01:30", "America/New_York", "2017-11-05T06:30:00Z"},
		{"happens twice by half an hour", "2018-04-01T01:45", "Australia/Lord_Howe", "2018-03-31T15:15:00Z"},
		{"no time", "tomorrow", "UTC", ""},
		{"no such day", "2017-02-30T10:00", "UTC", ""},
		{"no zone", "2017-09-27T18:00", "", ""},
		{"unknown zone", "2017-09-27T18:00", "America/Atlantis", ""},
		{"zone of the machine", "2017-09-27T18:00", "Local", ""},
		{"zone outside", "2017-09-27T18:00", "../../etc/passwd", ""},
	}
	for _, tt := range tests {
		h := webtest.New(t)
		page := sitAt(t, h, webtest.Secretariat).open("/desk").press("open", "cutoff", tt.local, "zone", tt.zone, "late", "refuse")
		w := h.View(webtest.Peru).Window
		if tt.want == "" {
			page.wants(422)
			if !w.CutOff.IsZero() || page.field("cutoff") != tt.local || page.field("zone") != tt.zone {
				t.Errorf("%s: cut-off %v, typed %q in %q", tt.name, w.CutOff, page.field("cutoff"), page.field("zone"))
			}
			continue
		}
		page.wants(200, "The window is open.")
		if got := w.CutOff.Format(time.RFC3339); got != tt.want || w.Zone != tt.zone || w.Late != negotiation.RefuseLate {
			t.Errorf("%s: %s in %s, %s; want %s", tt.name, got, w.Zone, w.Late, tt.want)
		}
		if got := page.field("cutoff"); got != strings.Replace(tt.local, " ", "T", 1) {
			t.Errorf("%s: the form shows %s", tt.name, got)
		}
	}
}

func TestTheWindowIsClosedAndOpenedAgain(t *testing.T) {
	h := webtest.New(t)
	page := sitAt(t, h, webtest.Secretariat).open("/desk").press("close").wants(200, "The window is closed")
	if h.View(webtest.Peru).Window.Open {
		t.Fatal("the window is open")
	}
	page.send("/desk/window", url.Values{"act": {"close"}}).wants(409)
	page.press("open").wants(200, "No cut-off")
	if !h.View(webtest.Peru).Window.Open {
		t.Error("the window is closed")
	}
}

func TestALinkIsShownOnceAndSignsIn(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	shown := pen.open("/desk").press("Open the seat and make a sign-in link",
		"role", "delegate", "delegation", "CHILE & Íslas", "party", "state", "name", "Ana <b>Pérez</b>", "days", "7").
		wants(200, "This link is shown only once", "Ana <b>Pérez</b>")
	link := linkOn(t, shown)
	if shown.Header.Get("Cache-Control") != "no-store" || strings.Contains(h.Logged(), link) {
		t.Error("the link is cached or logged")
	}
	for _, path := range []string{"/desk", "", "/mine", "/compilation"} {
		if page := pen.open(path); strings.Contains(page.Body, "/join/") {
			t.Errorf("%s lists a link", path)
		}
	}
	guest := desk{t, h, h.Visitor()}
	guest.answer(guest.client.Post(link, "", nil)).wants(200)
	guest.open("/p/1/propose").wants(200).press("table", "words.p3", newWords).press("Yes, table it").wants(200)
	if p, _ := h.View(webtest.Mexico).Proposal("1"); p.Delegation != "CHILE & Íslas" {
		t.Errorf("tabled by %q", p.Delegation)
	}
	h.Clock.Advance(7*24*time.Hour + time.Second)
	guest.answer(guest.client.Get(link)).wants(410)
}

// linkOn gives the sign-in link that a page shows.
func linkOn(t testing.TB, s sheet) string {
	t.Helper()
	for n := range s.root.Descendants() {
		if n.Data == "input" && attr(n, "id") == "link" {
			return attr(n, "value")
		}
	}
	t.Fatalf("%s shows no link", s.Path)
	return ""
}

func TestClosingASeatEndsItsLinks(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	link := linkOn(t, pen.send("/desk/seats/mexico/invite", nil).wants(200))
	mexico := desk{t, h, h.Visitor()}
	mexico.answer(mexico.client.Post(link, "", nil)).wants(200)
	mexico.open("/p/1/propose").wants(200)
	pen.open("/desk").press("Close this seat (mexico)").wants(200, "Seat mexico is closed")
	mexico.open("/p/1/propose").wants(403)
	mexico.answer(mexico.client.Get(link)).wants(404)
	pen.send("/desk/seats/mexico/close", nil).wants(404)
	pen.send("/desk/seats/mexico/invite", nil).wants(404).lacks("/join/")
	pen.send("/desk/seats/system/invite", nil).wants(404).lacks("/join/")
}

func TestASeatFormSentTwiceOpensOneSeat(t *testing.T) {
	h := webtest.New(t)
	page := sitAt(t, h, webtest.Secretariat).open("/desk")
	const button = "Open the seat and make a sign-in link"
	page.press(button, "role", "observer").wants(200)
	page.press(button, "role", "observer").wants(200)
	if got, want := len(h.View(webtest.Secretariat).Seats), len(webtest.Seats())+1; got != want {
		t.Errorf("%d seats, want %d", got, want)
	}
}

func TestASeatSpeaksForTheDelegationThatTheRecordHas(t *testing.T) {
	h := receivedHouse(t)
	for _, tt := range []struct {
		typed string
		want  negotiation.Delegation
	}{
		{"Mexico", "MEXICO"}, {"México", "MEXICO"}, {"ceatal", "CEATAL"}, {"Mexico City", "Mexico City"},
		{"Barbados", "Barbados"}, {"BARBADOS", "Barbados"},
	} {
		typed, want := tt.typed, tt.want
		before := len(h.View(webtest.Secretariat).Seats)
		sitAt(t, h, webtest.Secretariat).open("/desk").press("Open the seat and make a sign-in link", "role", "delegate", "delegation", typed).wants(200)
		seats := h.View(webtest.Secretariat).Seats
		if len(seats) != before+1 || !slices.ContainsFunc(seats, func(s negotiation.Seat) bool { return s.Delegation == want && strings.Contains(string(s.ID), "-") }) {
			t.Errorf("a seat for %q: %+v, want one for %s", typed, seats, want)
		}
	}
}

func TestASeatThatCannotBeIsRefusedWithWhatWasTyped(t *testing.T) {
	h := webtest.New(t)
	page := sitAt(t, h, webtest.Secretariat).open("/desk")
	tests := []struct {
		name   string
		fields []string
		code   int
	}{
		{"delegate of nobody", []string{"role", "delegate", "delegation", ""}, 422},
		{"role that is none", []string{"role", "king"}, 422},
		{"the server", []string{"role", "system"}, 422},
		{"name too long", []string{"name", strings.Repeat("ñ", 101)}, 413},
		{"name of no letters", []string{"name", "\xff"}, 422},
		{"for ever", []string{"days", "99999"}, 422},
		{"turned direction", []string{"role", "delegate", "delegation", "PERU\u202e"}, 422},
	}
	for _, tt := range tests {
		fields := append([]string{"role", "observer", "delegation", "CHILE", "name", "Ana"}, tt.fields...)
		back := page.press("Open the seat and make a sign-in link", fields...).wants(tt.code).lacks("shown only once")
		if got := back.field("back"); got != "/n/bridgetown/desk" {
			t.Errorf("%s: another language leads to %s, where no page is", tt.name, got)
		}
		if tt.name != "name of no letters" && back.field("name") == "" {
			t.Errorf("%s: the name is gone", tt.name)
		}
	}
	if got, want := len(h.View(webtest.Secretariat).Seats), len(webtest.Seats()); got != want {
		t.Errorf("%d seats, want %d", got, want)
	}
}

// upload sends a file as the form of the desk does.
func (d desk) upload(name string, data []byte) sheet {
	d.t.Helper()
	return d.uploadWith(name, data)
}

// amend sends a delegation's file of amendments as the form of the desk does.
func (d desk) amend(name string, delegation negotiation.Delegation, data []byte) sheet {
	d.t.Helper()
	return d.uploadWith(name, data, "as", "proposals", "delegation", string(delegation))
}

func (d desk) uploadWith(name string, data []byte, fields ...string) sheet {
	d.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, err := form.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write(data)
	}
	for i := 0; i+1 < len(fields) && err == nil; i += 2 {
		err = form.WriteField(fields[i], fields[i+1])
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		d.t.Fatal(err)
	}
	return d.answer(d.client.Post(d.house.URL("/desk/import"), form.FormDataContentType(), &body))
}

func TestAnImportIsShownFirstAndRecordedWhenConfirmed(t *testing.T) {
	compilation, err := os.ReadFile("../testdata/documents/bridgetown-compilation.txt")
	if err != nil {
		t.Fatal(err)
	}
	h := webtest.New(t, webtest.WithoutDraft())
	pen := sitAt(t, h, webtest.Secretariat)
	report := pen.upload(`C:\Users\ana\compilation.txt`, compilation).
		wants(200, "Report of the import", "File: compilation.txt", "34 proposals read", "MEXICO", "Line ")
	if v := h.View(webtest.Secretariat); len(v.Paragraphs) != 0 {
		t.Fatalf("%d paragraphs before it was confirmed, want none", len(v.Paragraphs))
	}
	first := report.press("Import").wants(200, "compilation.txt was imported.", "34 proposals wait for a decision")
	report.press("Import").wants(200) // the same form again is the same import
	v := h.View(webtest.Secretariat)
	if len(v.Proposals) != 34 || v.Source.Name != "compilation.txt" {
		t.Errorf("%d proposals from %q", len(v.Proposals), v.Source.Name)
	}
	file := pen.answer(pen.client.Get(h.Server.URL + first.link("Download"))).wants(200)
	if file.Body != string(compilation) {
		t.Error("the file is not as it came")
	}
	for name, want := range map[string]string{"Content-Disposition": "attachment; filename=compilation.txt",
		"Content-Type": "application/octet-stream", "X-Content-Type-Options": "nosniff"} {
		if got := file.Header.Get(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	pen.open("/desk/files/" + strings.Repeat("0", 64)).wants(404)
	pen.upload("again.txt", compilation).wants(200, "already has its draft").press("Import").wants(409, "already has its draft")
}

func TestAnImportThatCannotBeReadRecordsNothing(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	pen := sitAt(t, h, webtest.Secretariat)
	tests := []struct {
		name string
		data string
		code int
		want string
	}{
		{"draft.docx", "PK\x03\x04", 422, "its name does not end in .txt or .md"},
		{"draft", "1. Words.", 422, "its name does not end in .txt or .md"},
		{"empty.txt", "", 422, "it is empty; expected is a draft"},
		{"large.txt", strings.Repeat("1. Words.\n", negotiation.MaxImport/10+1), 413, "This is too long"},
		{"huge.txt", strings.Repeat("x", 10<<20), 413, "This is too long"},
		{"marks.md", "# \n\n***\n", 422, "it has no paragraph; expected are lines"},
	}
	for _, tt := range tests {
		pen.upload(tt.name, []byte(tt.data)).wants(tt.code, tt.want).lacks("⟦")
	}
	pen.send("/desk/import", nil).wants(422, "Something is missing here (file)")
	pen.send("/desk/import", url.Values{"file-hash": {strings.Repeat("0", 64)}}).wants(422, "not kept here any more")
	res, err := pen.client.Post(h.URL("/desk/import"), "multipart/form-data; boundary=x", strings.NewReader("no form"))
	if got := pen.answer(res, err); got.Code != http.StatusUnprocessableEntity {
		t.Errorf("a broken form: %d", got.Code)
	}
	if v := h.View(webtest.Secretariat); len(v.Paragraphs) != 0 || v.Seq != negotiation.Seq(1+len(webtest.Seats())) {
		t.Errorf("%d paragraphs, entry %d", len(v.Paragraphs), v.Seq)
	}
}

func TestMarkupInADocumentIsShownAsWords(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	page := sitAt(t, h, webtest.Secretariat).upload("<img src=x>.md", []byte("A. HEADING\n\n1. Words <script>alert(1)</script>.\n\nMEXICO: Words **<script>x</script>**.\n")).wants(200, "<script>x</script>", "<img src=x>.md")
	if strings.Contains(page.Body, "<script>x") || strings.Contains(page.Body, "<img") {
		t.Error("markup of the document is in the page")
	}
}

func TestTheNameOfAPersonMayHaveAHundredCharacters(t *testing.T) {
	h := webtest.New(t)
	for _, name := range []string{strings.Repeat("ñ", 100), strings.Repeat("語", 100), strings.Repeat("\U0001F600", 100)} {
		fields := []string{"role", "observer", "delegation", "", "name", name}
		sitAt(t, h, webtest.Secretariat).open("/desk").press("Open the seat and make a sign-in link", fields...).wants(200, name)
	}
}

func TestOnlyTheLastFileThatWasLookedAtIsKeptUntilItIsImported(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft())
	pen := sitAt(t, h, webtest.Secretariat)
	draft := func(words string) (string, []byte) {
		data := []byte("1. " + words + "\n")
		return fmt.Sprintf("%x", sha256.Sum256(data)), data
	}
	keeps := func(when, sha string, want bool) {
		t.Helper()
		if _, err := h.Store.File(t.Context(), webtest.ID, sha); (err == nil) != want {
			t.Errorf("%s: kept %t, want %t (%v)", when, err == nil, want, err)
		}
	}
	first, firstData := draft("First.")
	second, secondData := draft("Second.")
	third, thirdData := draft("Third.")
	before := pen.upload("first.md", firstData).wants(200)
	keeps("the first, looked at", first, true)
	report := pen.upload("second.md", secondData).wants(200)
	keeps("the first, replaced", first, false)
	before.press("Import").wants(422, "not kept here any more: another one has been read since")
	report.press("Import").wants(200, "second.md was imported.")
	late := pen.upload("third.md", thirdData).wants(200, "already has its draft")
	keeps("the third, which cannot be imported", third, false)
	keeps("the second, imported", second, true)
	late.press("Import").wants(409, "already has its draft")
}
