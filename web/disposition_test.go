package web_test

import (
	"testing"

	"plenary/web/webtest"
)

func TestTheDispositionTableHasTheFateOfEveryProposal(t *testing.T) {
	h, _ := filled(t)
	page := sitAt(t, h, webtest.Observer).open("/compilation?what=dispositions").wants(200,
		"3 on the table", "1 not retained", "It is there.", "the whole draft", "Mention youth.", "count the workers.")
	for _, address := range []string{"/n/bridgetown/proposals/1", "/n/bridgetown/proposals/4", "/n/bridgetown/p/1", "/n/bridgetown/p/2.a", "/n/bridgetown/p/2.b"} {
		if !page.leads(address) {
			t.Errorf("no link leads to %s", address)
		}
	}
	sitAt(t, webtest.New(t), webtest.Peru).open("/compilation?what=dispositions").wants(200, "No proposals yet.")
}

func TestTheDispositionTableIsFiltered(t *testing.T) {
	h, _ := filled(t)
	peru := sitAt(t, h, webtest.Peru)
	for _, tt := range []struct {
		query string
		shows []string
	}{
		{"", []string{"1", "2", "3", "4"}},
		{"&status=&delegation=", []string{"1", "2", "3", "4"}},
		{"&status=not-retained", []string{"4"}},
		{"&delegation=PERU", []string{"3", "4"}},
		{"&status=on-table&delegation=PERU", []string{"3"}},
		{"&status=on-table&delegation=PERU&delegation=MEXICO", []string{"1", "3"}},
		{"&status=accepted", nil},
		{"&status=%3Cscript%3E", nil},
	} {
		page := peru.open("/compilation?what=dispositions"+tt.query).wants(200, "3 on the table")
		shown := 0
		for _, id := range []string{"1", "2", "3", "4"} {
			if page.byID("proposal-"+id) != nil {
				shown++
			}
		}
		for _, id := range tt.shows {
			if page.byID("proposal-"+id) == nil {
				t.Errorf("%q does not show proposal %s", tt.query, id)
			}
		}
		if shown != len(tt.shows) {
			t.Errorf("%q shows %d proposals, want %d", tt.query, shown, len(tt.shows))
		}
		if tt.shows == nil {
			page.wants(200, "No proposal matches.", "Show all proposals")
		}
	}
}
