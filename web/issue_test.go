package web_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// download gives the bytes of a file of the house.
func (d desk) download(path string) []byte {
	d.t.Helper()
	res, err := d.client.Get(d.house.URL(path))
	if err != nil {
		d.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		d.t.Fatalf("%s: status %d, %v", path, res.StatusCode, err)
	}
	return data
}

func TestADocumentIssuedTwiceByOneFormIsIssuedOnce(t *testing.T) {
	h := webtest.New(t)
	form := sitAt(t, h, webtest.Secretariat).open("/desk/issue")
	form.press("Issue", "symbol", "RTP/doc.7/17").wants(200, "RTP/doc.7/17 is issued.")
	h.Clock.Advance(time.Second)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Paragraph: "p3", Text: "Well said."})
	form.press("Issue", "symbol", "RTP/doc.7/17").wants(200, "RTP/doc.7/17 is issued.")
	form.press("Issue", "symbol", "RTP/doc.7/17", "name", "OTHER").wants(409, "was already used to send something else")
	pen := h.Script(webtest.Secretariat).With("Idempotency-Key", "k1")
	first := post(t, pen, "issues", object{"symbol": "RTP/doc.8/17"}, 200)
	h.Clock.Advance(time.Second)
	if second := post(t, pen, "issues", object{"symbol": "RTP/doc.8/17"}, 200); second.Seq != first.Seq || !second.Repeated {
		t.Errorf("a script is told %+v, then %+v", first, second)
	}
	if n := len(h.View(webtest.Secretariat).Issued); n != 2 {
		t.Errorf("%d documents are issued, want 2", n)
	}
}

func TestTheSymbolIsThatOfTheKindOfDocument(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Minute), Late: negotiation.AddendumLate})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Comment, Paragraph: "p3", Text: "Too late."})
	pen.open("/desk/issue").press("Issue", "symbol", "RTP/doc.7/17").wants(200)
	back := pen.open("/desk/issue").press("Issue", "kind", "addendum").wants(422, "symbol of another kind of document")
	if got := back.field("symbol"); got != "RTP/doc.7/17 add. 1" {
		t.Errorf("%q is offered for an addendum", got)
	}
	back.press("Issue").wants(200, "RTP/doc.7/17 add. 1 is issued.")
}

func TestAnIssuedCompilationIsTheSameForEver(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	pen := sitAt(t, h, webtest.Secretariat)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Paragraph: "p3", Text: "Well said."})
	pen.open("/desk/issue").wants(200, "Document").press("Issue", "symbol", "RTP/doc.7/17", "organization", "OUR HOUSE", "forum", "VIRTUAL FORUM", "name", "PLAN").
		wants(200, "RTP/doc.7/17 is issued.", "1 document issued")
	v := h.View(webtest.Peru)
	if len(v.Issued) != 1 || len(v.Issued[0].Files) != 2 {
		t.Fatalf("issued %+v", v.Issued)
	}
	first := map[string]string{}
	for _, f := range v.Issued[0].Files {
		data := desk{t, h, h.Visitor()}.download(fmt.Sprintf("/issued/%d?format=%s", v.Issued[0].Entry, f.Format))
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != f.SHA256 || len(data) != f.Bytes {
			t.Errorf("%s: hash %s and %d bytes, recorded are %s and %d", f.Format, got, len(data), f.SHA256, f.Bytes)
		}
		first[f.Format] = string(data)
	}
	for _, words := range []string{"OUR HOUSE", "RTP/doc.7/17", "RECEIVED IN THE VIRTUAL FORUM UP TO", "PERU", "Well said."} {
		if !strings.Contains(first["md"], words) {
			t.Errorf("the document lacks %q:\n%s", words, first["md"])
		}
	}
	// What comes later is not in it, also when it has to be printed anew.
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "2"})
	if err := h.Store.Secrets.ForgetFiles(t.Context(), v.ID); err != nil {
		t.Fatal(err)
	}
	for name, want := range first {
		if got := string(pen.download(fmt.Sprintf("/issued/%d?format=%s", v.Issued[0].Entry, name))); got != want {
			t.Errorf("%s was other bytes later", name)
		}
	}
	pen.open("/desk/issue").wants(200, "RTP/doc.7/17 rev. 1", "RTP/doc.8/").press("Issue").wants(200, "RTP/doc.7/17 rev. 1 is issued.", "2 documents issued")
}

func TestWhatCannotBeIssuedIsRefusedWithWhatWasTyped(t *testing.T) {
	h := webtest.New(t)
	pen := sitAt(t, h, webtest.Secretariat)
	page := pen.open("/desk/issue")
	for name, tt := range map[string]struct {
		fields []string
		code   int
	}{
		"no symbol":      {[]string{"symbol", " "}, 422},
		"a long symbol":  {[]string{"symbol", strings.Repeat("x", 101)}, 413},
		"the future":     {[]string{"as_of", "2099-01-01T00:00", "zone", "UTC"}, 422},
		"no draft then":  {[]string{"as_of", "1999-01-01T00:00", "zone", "UTC"}, 422},
		"no day":         {[]string{"up_to", "soon"}, 422},
		"no zone":        {[]string{"zone", "Atlantis"}, 422},
		"no language":    {[]string{"lang", "xx"}, 422},
		"of nothing":     {[]string{"kind", "revision", "of", "RTP/doc.1/17"}, 422},
		"no such kind":   {[]string{"kind", "poem"}, 422},
		"a hidden cover": {[]string{"organization", "OUR\u202eHOUSE"}, 422},
	} {
		fields := append([]string{"symbol", "RTP/doc.7/17", "meeting", "THE MEETING"}, tt.fields...)
		back := page.press("Issue", fields...).wants(tt.code)
		if got := back.field("meeting"); got != "THE MEETING" {
			t.Errorf("%s: the meeting typed comes back as %q", name, got)
		}
	}
	if got := h.View(webtest.Secretariat).Issued; len(got) != 0 {
		t.Errorf("issued %+v", got)
	}
	page.press("Issue", "symbol", "RTP/doc.7/17").wants(200)
	pen.send("/desk/issue", url.Values{"kind": {"document"}, "symbol": {"RTP/doc.7/17"}, "zone": {"UTC"}, "lang": {"en"}}).wants(409)
	for _, seat := range []negotiation.SeatID{webtest.Chair, webtest.Mexico, webtest.Observer} {
		sitAt(t, h, seat).open("/desk/issue").wants(403)
	}
	issued := h.View(webtest.Secretariat).Issued[0].Entry
	for _, path := range []string{"/issued/1?format=md", "/issued/x?format=md", "/issued/%v?format=poem", "/issued/%v"} {
		pen.open(strings.Replace(path, "%v", fmt.Sprint(issued), 1)).wants(404)
	}
	sitAt(t, webtest.New(t, webtest.WithoutDraft()), webtest.Secretariat).open("/desk/issue").wants(409)
}

func TestWhatIsLateGoesIntoAnAddendum(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Comment, Paragraph: "p3", Text: "In time."})
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Minute), Late: negotiation.AddendumLate})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Comment, Paragraph: "p3", Text: "Too late."})
	pen := sitAt(t, h, webtest.Secretariat)
	pen.open("/desk/issue").press("Issue", "symbol", "RTP/doc.7/17", "as_of", "").wants(200)
	pen.open("/desk/issue").press("Issue", "kind", "addendum", "symbol", "RTP/doc.7/17 add. 1").wants(200)
	issued := h.View(webtest.Peru).Issued
	document, addendum := string(pen.download(fmt.Sprintf("/issued/%d?format=md", issued[0].Entry))), string(pen.download(fmt.Sprintf("/issued/%d?format=md", issued[1].Entry)))
	if !strings.Contains(document, "In time.") || strings.Contains(document, "Too late.") || !strings.Contains(document, "MEXICO, proposal 2 on 1: received after the cut-off, in an addendum") {
		t.Errorf("the document:\n%s", document)
	}
	if strings.Contains(addendum, "Participants") || strings.Contains(addendum, "Mandate the working groups") {
		t.Errorf("the addendum holds paragraphs on which nothing came:\n%s", addendum)
	}
	if strings.Contains(addendum, "In time.") || !strings.Contains(addendum, "Too late.") || !strings.Contains(addendum, "ADDENDUM TO RTP/doc.7/17") {
		t.Errorf("the addendum:\n%s", addendum)
	}
}
