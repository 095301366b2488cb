package web

import (
	"strings"
	"testing"

	"plenary/negotiation"
)

func TestARegionIsSentToWhomeverHasAnOlderOne(t *testing.T) {
	at := func(seq negotiation.Seq, before []stood, list ...string) []stood {
		var regions []region
		for _, r := range list {
			id, html, _ := strings.Cut(r, " ")
			regions = append(regions, region{ID: id, HTML: html})
		}
		return standSince(before, regions, seq)
	}
	first := at(5, nil, "floor called", "speakers none")
	second := at(7, first, "floor frozen", "speakers none")
	third := at(9, second, "floor frozen", "speakers PERU", "gavel now")
	back := at(12, third, "floor called", "speakers PERU", "gavel now")
	for _, tt := range []struct {
		name  string
		state []stood
		since negotiation.Seq
		want  string
	}{
		{"from before the feed began", first, 4, "floor speakers"},
		{"with the first state", first, 5, ""},
		{"from before, later", second, 4, "floor speakers"},
		{"with the first state, later", second, 5, "floor"},
		{"between two states", second, 6, "floor"},
		{"who kept up", third, 7, "speakers gavel"},
		{"who skipped one", third, 5, "floor speakers gavel"},
		{"who saw neither change nor change back", back, 5, "floor speakers gavel"},
		{"who kept up with the change back", back, 9, "floor"},
	} {
		var got []string
		for _, r := range changedSince(tt.state, tt.since) {
			got = append(got, r.ID)
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s: sent %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAPageOfTheRoomGetsNoParagraphs(t *testing.T) {
	v := longView(40)
	s := atTheDoor(t)
	for _, form := range []form{roomForm, consoleForm, penForm, screenForm} {
		m, err := someFeed(t, s, form, v).now.Load().message(0, "")
		if err != nil || len(m.Paragraphs) != 0 {
			t.Errorf("%s: %d paragraphs, %v", form, len(m.Paragraphs), err)
		}
	}
	m, err := someFeed(t, s, rowForm, v).now.Load().message(0, "")
	if err != nil || len(m.Paragraphs) != len(v.Paragraphs) {
		t.Errorf("a page of the text: %d paragraphs, %v; want %d", len(m.Paragraphs), err, len(v.Paragraphs))
	}
}
