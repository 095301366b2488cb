package format_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/format/formattest"
)

// derived are the documents that are made from a record and not read back.
func derived() []negotiation.What {
	return []negotiation.What{negotiation.Consolidated, negotiation.Comparative, negotiation.Dispositions}
}

// inSession is the meeting of Bridgetown after some of it was decided.
func inSession(t testing.TB) *formattest.World {
	t.Helper()
	d, err := format.Read("bridgetown.txt", formattest.Bridgetown(t))
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	find := func(by negotiation.Delegation, address string) negotiation.ProposalID {
		for _, p := range w.View().Proposals {
			if p.Delegation == by && p.Addresses[0] == address {
				return p.ID
			}
		}
		t.Fatalf("%s has nothing on %s", by, address)
		return ""
	}
	at := func(address string) negotiation.ParagraphView {
		p, ok := w.View().Paragraph(address)
		if !ok {
			t.Fatalf("there is no paragraph %s", address)
		}
		return p
	}
	w.Do(negotiation.AcceptProposal{Proposal: find("MEXICO", "4"), Reason: "Agreed in plenary."})
	w.Do(negotiation.NotRetainProposal{Proposal: find("MEXICO", "7.d"), Reason: "The draft says it already."})
	w.Do(negotiation.WithdrawProposal{Proposal: find("MEXICO", "15")})
	p := at("7.b")
	w.Table("PERU", negotiation.Change{Kind: negotiation.Delete, Paragraph: p.ID, Base: p.Version},
		negotiation.Change{Kind: negotiation.Insert, Paragraph: at("7.c").ID, Base: 1, As: negotiation.Lettered, Text: "Promote [decent] work for all."})
	w.Table("CHILE", negotiation.Change{Kind: negotiation.Move, Paragraph: at("7.i").ID, Base: 1, After: at("7.a").ID},
		negotiation.Change{Kind: negotiation.Comment, Text: "The list is long."})
	w.Do(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CHILE", Sponsors: []negotiation.Delegation{"PERU"},
		Changes: []negotiation.Change{{Kind: negotiation.Amend, Paragraph: at("18").ID, Base: 1, Text: at("18").Text + " It meets once a year."}},
		Reason:  "It has to be said how often.\nOnce is enough."}})
	return w
}

func TestDocumentsArePrintedAsTheyWereRead(t *testing.T) {
	w := inSession(t)
	for _, what := range derived() {
		c := w.Compile(what)
		for _, name := range []string{"md", "html"} {
			formattest.Golden(t, "bridgetown-"+string(what)+"."+name, write(t, name, c))
		}
	}
}
