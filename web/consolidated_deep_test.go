package web

import (
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

func TestBracketsInsideTooManyOthersAreToldToThoseWhoDecide(t *testing.T) {
	tongue, _ := lang.For("en")
	for role, want := range map[negotiation.Role]string{
		negotiation.Chair: "Paragraphs whose brackets stand inside too many others: 1 and 2.a", negotiation.Delegate: ""} {
		document := negotiation.Compilation{Consolidated: &negotiation.ConsolidatedText{Deep: []string{"1", "2.a"}}}
		page := compilationPage{here: here{Base: Base{Tongue: tongue, Seat: negotiation.Seat{Role: role}}}, Document: document}
		if got := page.Deep(); got != want {
			t.Errorf("a %s is told %q, want %q", role, got, want)
		}
	}
}
