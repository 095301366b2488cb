package web_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestAProposalPageIsItsReceipt(t *testing.T) {
	h := webtest.New(t)
	receipt := h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	page := sitAt(t, h, webtest.Observer).open("/proposals/"+string(receipt)).
		wants(200, "Proposal 1 – Paragraph 1", "Number 1", "Tabled 16 October 2017, 14:00 (UTC)", "Entry 10 of the record",
			"Status on the table", "Establish deleted two end of deletion inserted three end of insertion working groups", "substantive").
		lacks("Withdraw", "Accept", "Do not retain")
	if got, want := page.link("/n/bridgetown/proposals/1"), "/n/bridgetown/proposals/1"; got != want {
		t.Errorf("its address is %q, want %q", got, want)
	}
}

func TestAProposalThatIsNotThereIsNotFound(t *testing.T) {
	mexico := sitAt(t, webtest.New(t), webtest.Mexico)
	for _, id := range []string{"1", "01", "x", "99999999999999999999"} {
		mexico.open("/proposals/"+id).wants(404, "There is no proposal "+id+" that you may see.")
	}
}

func TestAHeldLateProposalIsShownToItsOwnersAndToThoseWhoDecide(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now().Add(-time.Hour), Late: negotiation.MarkLate})
	const secret = "Establish seventeen secret groups."
	h.Do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{
		Sponsors: []negotiation.Delegation{"COSATE"}, Changes: []negotiation.Change{amend("p3", secret)}}})
	paths := []string{"", "?show=decision", "/p/1", "/proposals/1"}
	for _, seat := range []negotiation.SeatID{webtest.Peru, webtest.Observer, ""} {
		d := desk{t, h, h.Visitor()}
		if seat != "" {
			d = sitAt(t, h, seat)
		}
		for _, path := range paths {
			if page := d.open(path); strings.Contains(page.Body, "seventeen") || strings.Contains(page.Body, "MEXICO") {
				t.Errorf("%q reads the held proposal on %s", seat, page.Path)
			}
		}
	}
	for _, seat := range []negotiation.SeatID{webtest.Mexico, webtest.Cosate, webtest.Secretariat, webtest.Chair} {
		sitAt(t, h, seat).open("/p/1").wants(200, "seventeen", "late, not yet admitted", "received after the cut-off", "Sponsors: COSATE")
	}
}

func TestWordsOfAProposalAreNeverMarkup(t *testing.T) {
	h := webtest.New(t)
	const evil = `<script>alert(1)</script> <img src=x onerror=alert(1)>`
	h.Do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{
		Reason: evil + " [here](javascript:alert(1))",
		Changes: []negotiation.Change{amend("p3", evil), {Kind: negotiation.RequestText, Paragraph: "p3", Base: 1, Text: evil},
			{Kind: negotiation.Comment, Paragraph: "p3", Base: 1, Text: evil}}}})
	secretariat := sitAt(t, h, webtest.Secretariat)
	for _, path := range []string{"/p/1", "/proposals/1"} {
		page := secretariat.open(path).wants(200, "<script>alert(1)</script>")
		for n := range page.root.Descendants() {
			if n.Data == "img" || n.Data == "script" && attr(n, "src") == "" || strings.HasPrefix(attr(n, "href"), "javascript:") {
				t.Errorf("%s holds %s %v", path, n.Data, n.Attr)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s holds the attribute %s", path, a.Key)
				}
			}
		}
	}
}
