package web_test

import (
	"cmp"
	"net/http"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// shownPage is a page that somebody can come to.
type shownPage struct {
	name string
	path string
	// press leads from the page at path to the one meant.
	press []string
	// status is that of the page meant; zero is 200.
	status int
}

// onlooker is somebody who reads pages, with those that are different for them.
type onlooker struct {
	name  string
	seat  negotiation.SeatID // empty for the public
	pages []shownPage
}

// onlookers lists everybody who reads pages of a house that furnished has made.
func onlookers() []onlooker {
	const table, yes = "button[value=table]", ".propose-confirm button[value=table]"
	return []onlooker{
		{"public", "", []shownPage{
			{name: "home", path: "/"},
			{name: "text", path: "/n/bridgetown"},
			{name: "paragraph", path: "/n/bridgetown/p/9.e"},
			{name: "proposal", path: "/n/bridgetown/proposals/21"},
			{name: "blame", path: "/n/bridgetown/p/9.g/blame"},
			{name: "blame-draft", path: "/n/bridgetown/p/9.e/blame"},
			{name: "compare-paragraph", path: "/n/bridgetown/p/9.g/compare"},
			{name: "compare", path: "/n/bridgetown/compare"},
			{name: "compare-changed", path: "/n/bridgetown/compare?only=changed&profile=coarse"},
			{name: "compare-refused", path: "/n/bridgetown/compare?to=99999", status: 404},
			{name: "compilation", path: "/n/bridgetown/compilation"},
			{name: "consolidated", path: "/n/bridgetown/compilation?what=consolidated"},
			{name: "comparative", path: "/n/bridgetown/compilation?what=comparative"},
			{name: "dispositions", path: "/n/bridgetown/compilation?what=dispositions"},
			{name: "error-403", path: "/n/bridgetown/desk", status: 403},
			{name: "error-404", path: "/n/bridgetown/p/99.z", status: 404},
			{name: "join-expired", path: "/join/nothing", status: 404},
		}},
		{"delegate", webtest.Mexico, []shownPage{
			{name: "home", path: "/"},
			{name: "text", path: "/n/bridgetown"},
			{name: "text-contested", path: "/n/bridgetown?show=contested"},
			{name: "text-nothing", path: "/n/bridgetown?q=xylophone"},
			{name: "paragraph", path: "/n/bridgetown/p/9.e"},
			{name: "paragraph-changed", path: "/n/bridgetown/p/9.g"},
			{name: "proposal", path: "/n/bridgetown/proposals/21"},
			{name: "propose-amend", path: "/n/bridgetown/p/9/propose"},
			{name: "propose-insert", path: "/n/bridgetown/p/9.e/propose?kind=insert"},
			{name: "propose-delete", path: "/n/bridgetown/p/9.e/propose?kind=delete"},
			{name: "propose-move", path: "/n/bridgetown/p/9.e/propose?kind=move"},
			{name: "propose-request", path: "/n/bridgetown/p/9.e/propose?kind=request"},
			{name: "propose-comment", path: "/n/bridgetown/propose"},
			{name: "propose-replacing", path: "/n/bridgetown/p/9.e/propose?replaces=21"},
			{name: "propose-refused", path: "/n/bridgetown/p/9.e/propose?kind=insert", press: []string{table}, status: 422},
			{name: "confirm", path: "/n/bridgetown/p/9.e/propose?kind=delete", press: []string{table}},
			{name: "propose-saved", path: "/n/bridgetown/p/9.e/propose", press: []string{".buttons button[value=save]"}},
			{name: "mine", path: "/n/bridgetown/mine"},
			{name: "consolidated-only", path: "/n/bridgetown/compilation?what=consolidated&only=bracketed"},
			{name: "comparative-one", path: "/n/bridgetown/compilation?what=comparative&paragraph=9.g"},
			{name: "dispositions-mine", path: "/n/bridgetown/compilation?what=dispositions&delegation=MEXICO"},
			{name: "receipt", path: "/n/bridgetown/p/9.e/propose?kind=delete", press: []string{table, yes}},
		}},
		{"secretariat", webtest.Secretariat, []shownPage{
			{name: "text", path: "/n/bridgetown"},
			{name: "paragraph", path: "/n/bridgetown/p/9.e"},
			{name: "desk", path: "/n/bridgetown/desk"},
			{name: "desk-link", path: "/n/bridgetown/desk", press: []string{"form[action$='/seats/peru/invite'] button"}},
			{name: "compilation", path: "/n/bridgetown/compilation"},
			{name: "consolidated", path: "/n/bridgetown/compilation?what=consolidated"},
			{name: "comparative", path: "/n/bridgetown/compilation?what=comparative&delegation=MEXICO"},
			{name: "dispositions", path: "/n/bridgetown/compilation?what=dispositions"},
			{name: "propose-amend", path: "/n/bridgetown/p/9.e/propose"},
			{name: "issue", path: "/n/bridgetown/desk/issue"},
			{name: "issued", path: "/n/bridgetown/desk/issue", press: []string{".issue-form .button-do"}},
		}},
	}
}

// furnished opens a public house on the Bridgetown draft in which much has
// happened: versions, fates, a late proposal, a draft of a form.
func furnished(t *testing.T) *webtest.House {
	t.Helper()
	h := bridgetownHouse(t, webtest.Public())
	changed, _ := h.View(webtest.Mexico).Paragraph("9.g")
	amended := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: changed.ID, Base: 1,
		Text: "Design and implement occupational health and safety policies that identify new threats."})
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: amended, Reason: "As agreed in the *corridor*."})
	for i, c := range []negotiation.Change{
		{Kind: negotiation.Comment, Text: "We thank the Chair.\n\n- One\n- Two"},
		{Kind: negotiation.RequestText, Paragraph: changed.ID, Base: 2, Text: "Include a mention of youth."},
	} {
		id := h.Table(webtest.Peru, c)
		if i == 0 {
			h.Do(webtest.Secretariat, negotiation.NotRetainProposal{Proposal: id, Reason: "Noted."})
		}
	}
	withdrawn := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: changed.ID, Base: 2})
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: withdrawn})
	h.Do(webtest.Secretariat, negotiation.OpenComments{CutOff: h.Clock.Now(), Zone: "America/New_York", Late: negotiation.MarkLate})
	h.Clock.Advance(1)
	h.Table(webtest.Cosate, negotiation.Change{Kind: negotiation.Amend, Paragraph: changed.ID, Base: 2, Text: "Design policies together."})
	return h
}

// visit leads a window to a page, and fails where another page is there.
func (p shownPage) visit(t *testing.T, w *webtest.Window, h *webtest.House) {
	t.Helper()
	w.Open(h.Server.URL + p.path)
	for _, button := range p.press {
		w.Follow(button)
	}
	want := cmp.Or(p.status, http.StatusOK)
	if got := webtest.Ask[int](w, "performance.getEntriesByType('navigation')[0].responseStatus"); got != want {
		t.Errorf("%s: status %d, want %d", p.name, got, want)
	}
}

// everyPage shows each page to a check, each reader in a window of their own.
func everyPage(t *testing.T, b *webtest.Browser, check func(t *testing.T, w *webtest.Window, name string), options ...webtest.WindowOption) {
	t.Run("importing", func(t *testing.T) {
		t.Parallel()
		importing(t, b, check, options...)
	})
	t.Run("meeting", func(t *testing.T) {
		t.Parallel()
		meetings(t, b, check, options...)
	})
	h := furnished(t)
	for _, r := range onlookers() {
		t.Run(r.name, func(t *testing.T) {
			w := b.Window(t, h, options...)
			if r.seat != "" {
				w.Open(h.Link(r.seat))
				check(t, w, r.name+"-join")
				w.Follow("main form button")
			}
			for _, p := range r.pages {
				p.visit(t, w, h)
				check(t, w, r.name+"-"+p.name)
			}
		})
	}
}

// importing shows the pages of a negotiation that has no draft yet, and the way
// to one.
func importing(t *testing.T, b *webtest.Browser, check func(t *testing.T, w *webtest.Window, name string), options ...webtest.WindowOption) {
	w := sit(t, b, webtest.New(t, webtest.WithoutDraft()), webtest.Secretariat, options...)
	w.Visit("")
	check(t, w, "importing-text")
	w.Visit("/desk")
	check(t, w, "importing-desk")
	w.Attach("input[type=file]", "../testdata/documents/bridgetown-compilation.txt")
	w.Follow("form[action$='/desk/import'] button")
	check(t, w, "importing-report")
	w.Follow(".report-confirm button[value=import]")
	check(t, w, "importing-imported")
	w.Visit("/compilation")
	check(t, w, "importing-compilation")
}

// accessible holds every page to axe-core, in a wide window and a narrow one, in
// light colours and dark ones.
func accessible(t *testing.T, b *webtest.Browser) {
	everyPage(t, b, func(t *testing.T, w *webtest.Window, name string) {
		w.Unfold()
		w.Axe()
		w.Dark(true)
		w.Axe("color-contrast", "link-in-text-block")
		w.Dark(false)
		w.Resize(360, 800)
		w.Axe()
		w.Resize(1280, 900)
	})
}

// fitting holds every page to 320 pixels: nobody has to scroll sideways to read
// [WCAG 2.2 1.4.10].
func fitting(t *testing.T, b *webtest.Browser) {
	everyPage(t, b, func(t *testing.T, w *webtest.Window, name string) {
		w.Unfold()
		if wide := w.Wide(); wide != "" {
			t.Errorf("%s is wider than its window: %s", name, wide)
		}
	}, webtest.Size(320, 700))
}
