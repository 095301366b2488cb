package negotiation

import "testing"

func TestSymbolsAreReadAndWrittenAlike(t *testing.T) {
	for _, s := range []string{"TRABAJO/RTP/doc.13/17", "TRABAJO/RTP/doc.13/17 rev. 1", "CIDI/doc. 4/2017 rev. 2 corr. 1",
		"OEA/Ser.W/CIDI/doc.200/17 add. 3", "A/C.2/72/L.5/17 rev. 12 corr. 2 add. 1"} {
		got, ok := ParseSymbol(s)
		if !ok || got.String() != s {
			t.Errorf("ParseSymbol(%q) = %+v, %t, written %q", s, got, ok, got)
		}
	}
	if got, ok := ParseSymbol("TRABAJO/RTP/doc.13/17/Rev.1"); !ok || got.String() != "TRABAJO/RTP/doc.13/17 rev. 1" {
		t.Errorf("a slash before Rev.: %+v, %t", got, ok)
	}
	for _, s := range []string{"", "doc", "13", "Plan of Action", "doc.13/017", "/17", "doc.13/17 rev. x"} {
		if got, ok := ParseSymbol(s); ok {
			t.Errorf("ParseSymbol(%q) = %+v, want none", s, got)
		}
	}
}

func TestTheNextSymbolFollowsTheCustom(t *testing.T) {
	issued := func(list ...string) []Issued {
		var all []Issued
		for _, s := range list {
			kind := FirstIssue
			if sym, _ := ParseSymbol(s); sym.Revision+sym.Corrigendum+sym.Addendum > 0 {
				kind = RevisedIssue
			}
			all = append(all, Issued{Issue: Issue{Symbol: s, Kind: kind}})
		}
		return all
	}
	for _, tt := range []struct {
		name, came string
		issued     []Issued
		kind       IssueKind
		of         string
		year       int
		want       string
	}{
		{"the first is the one that came", "R/doc.13/17", nil, FirstIssue, "", 2017, "R/doc.13/17"},
		{"the next", "R/doc.13/17", issued("R/doc.13/17"), FirstIssue, "", 2017, "R/doc.14/17"},
		{"a new year", "R/doc.13/17", issued("R/doc.13/17"), FirstIssue, "", 2018, "R/doc.1/18"},
		{"a long year", "R/doc.13/2017", issued("R/doc.13/2017"), FirstIssue, "", 2018, "R/doc.1/2018"},
		{"a revision", "", issued("R/doc.13/17"), RevisedIssue, "R/doc.13/17", 2018, "R/doc.13/17 rev. 1"},
		{"a second revision", "", issued("R/doc.13/17", "R/doc.13/17 rev. 1"), RevisedIssue, "R/doc.13/17", 2017, "R/doc.13/17 rev. 2"},
		{"of a revision", "", issued("R/doc.13/17 rev. 1"), RevisedIssue, "R/doc.13/17 rev. 1", 2017, "R/doc.13/17 rev. 2"},
		{"a corrigendum", "", issued("R/doc.13/17 rev. 1"), CorrectedIssue, "R/doc.13/17 rev. 1", 2017, "R/doc.13/17 rev. 1 corr. 1"},
		{"an addendum", "", issued("R/doc.13/17"), AddedIssue, "R/doc.13/17", 2017, "R/doc.13/17 add. 1"},
		{"a second addendum", "", issued("R/doc.13/17", "R/doc.13/17 add. 1"), AddedIssue, "R/doc.13/17", 2017, "R/doc.13/17 add. 2"},
		{"a second revision, where the first is spelled otherwise", "", issued("R/doc.13/17", "R/doc.13/17/Rev.1"), RevisedIssue, "R/doc.13/17", 2017, "R/doc.13/17 rev. 2"},
		{"no form", "Plan", issued("Plan"), FirstIssue, "", 2017, ""},
		{"nothing known", "", nil, FirstIssue, "", 2017, ""},
	} {
		v := View{Cover: Cover{Symbol: tt.came}, Issued: tt.issued}
		if got := v.NextSymbol(tt.kind, tt.of, tt.year); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
