package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestARedlineOnAnOlderVersionSaysSo(t *testing.T) {
	h := overtakenBy(t, "Establish four working groups.")
	h.Table(webtest.Cosate, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 2, Text: "Establish three groups."})
	observer := sitAt(t, h, webtest.Observer)
	for path, want := range map[string]map[string]bool{
		"/p/1": {"proposal-1": true, "proposal-2": true, "proposal-3": false}, "/proposals/2": {"proposal-2": true}, "/proposals/3": {"proposal-3": false}} {
		page := observer.open(path).wants(200)
		for id, old := range want {
			if got := strings.Contains(page.says(id), "on version 1 Establish deleted two"); got != old {
				t.Errorf("%s: %s says that it is on version 1: %t, want %t", path, id, got, old)
			}
		}
	}
	sitAt(t, h, webtest.Mexico).open("/mine").wants(200, "on version 1 Establish deleted two")
	sitAt(t, h, webtest.Cosate).open("/mine").wants(200).lacks("on version")
}
