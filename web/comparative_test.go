package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheComparativeTableSetsProposalsBesideTheDraft(t *testing.T) {
	h, _ := filled(t)
	page := sitAt(t, h, webtest.Observer).open("/compilation?what=comparative").wants(200, "Delegations shown: 2 of 2", "no proposal", "Proposal 1", "Establish", "count the workers.")
	page.lacks("Proposal 4", "Good as a whole")
	for _, address := range []string{"/n/bridgetown/proposals/2", "/n/bridgetown/p/2.a"} {
		if !page.leads(address) {
			t.Errorf("no link leads to %s", address)
		}
	}
	sitAt(t, webtest.New(t), webtest.Peru).open("/compilation?what=comparative").wants(200, "No proposal is on the table.")
}

// crowded is a house in which many delegations amend one paragraph, each with a
// word of its own.
func crowded(t testing.TB, n int) *webtest.House {
	h := webtest.New(t)
	for i := range n {
		h.Do(negotiation.SystemSeat, negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: negotiation.Delegation(fmt.Sprintf("STATE %03d", i)),
			Changes: []negotiation.Change{amend("p3", fmt.Sprintf("Establish word%03d groups that meet in the period between conferences.", i))}}})
	}
	return h
}

func TestColumnsOfAHundredDelegationsAreChosen(t *testing.T) {
	h := crowded(t, 100)
	peru := sitAt(t, h, webtest.Peru)
	page := peru.open("/compilation?what=comparative").wants(200, "Delegations shown: 6 of 100", "word000", "word005").lacks("word006")
	if got := strings.Count(page.Body, `<p class="comparative-printed">Delegations shown: 6 of 100</p>`); got != 1 {
		t.Errorf("what is printed says %d times how many delegations are left out, want once", got)
	}
	if got := strings.Count(page.Body, `name="delegation"`); got != 100 {
		t.Errorf("%d delegations can be chosen, want 100", got)
	}
	peru.open("/compilation?what=comparative&delegation=STATE+099&delegation=STATE+042").wants(200, "Delegations shown: 2 of 100", "word042", "word099").lacks("word000")
	peru.open("/compilation?what=comparative&delegation=NOBODY").wants(200, "Delegations shown: 6 of 100")
	peru.open("/compilation?what=comparative&paragraph=1").wants(200, "word000", "word099")
	peru.open("/compilation?what=comparative&paragraph=99").wants(200, "word000").lacks("word099")
	if file := peru.open("/compilation?what=comparative&delegation=STATE+042&format=md").wants(200); !strings.Contains(file.Body, "word099") {
		t.Error("the choice of columns goes into the file, where nothing may be missing")
	}
}
