package web_test

import (
	"strings"
	"testing"

	"plenary/web/webtest"
)

func TestEachVersionTellsWhoWroteWhat(t *testing.T) {
	h := combinedHouse(t)
	observer := sitAt(t, h, webtest.Observer)
	page := observer.open("/p/2.b/blame").wants(200, "Who wrote paragraph 2.b", "Version 3",
		"MEXICO, proposal 1, combined in proposal 3, version 2", "PERU, proposal 2, combined in proposal 3, version 2",
		"COSATE, proposal 4, version 3", "The decision on proposal 4, version 3", "Words and their authors", "All other words are those of the draft as imported.")
	for words, want := range map[string]string{"full": "/n/bridgetown/proposals/1", "and": "/n/bridgetown/proposals/4", "lasting": "/n/bridgetown/proposals/4", "Proposal 2": "/n/bridgetown/proposals/2",
		"combined in proposal 3": "/n/bridgetown/proposals/3", "Version 1": "/n/bridgetown/p/2.b/blame?version=1"} {
		if got := page.link(words); got != want {
			t.Errorf("%q leads to %q, want %q", words, got, want)
		}
	}
	observer.open("/p/2.b/blame?version=2").wants(200, "MEXICO, proposal 1").lacks("COSATE")
	observer.open("/p/2.b/blame?version=1").wants(200, "All words of this version are those of the draft as imported.").lacks("MEXICO")
	observer.open("/p/2.a/blame").wants(200, "All words of this version").lacks("Version 1")
}

func TestWhatIsPointedAtIsDescribedByWhatTellsOfIt(t *testing.T) {
	h := combinedHouse(t)
	for _, path := range []string{"/p/2.b", "/p/2.b/blame"} {
		page := sitAt(t, h, webtest.Observer).open(path).wants(200)
		described := map[string]string{}
		told := map[string]string{}
		for n := range page.root.Descendants() {
			if id := attr(n, "aria-describedby"); id != "" && n.Data == "a" {
				described[id] = textOf(n)
			}
			if attr(n, "role") == "tooltip" {
				if told[attr(n, "id")] != "" {
					t.Errorf("%s: %q stands twice", path, attr(n, "id"))
				}
				told[attr(n, "id")] = textOf(n)
			}
		}
		for id, words := range described {
			if want := map[string]string{"full": "MEXICO", "and": "COSATE", "lasting": "The decision", ", everywhere": "PERU"}[words]; want == "" || !strings.HasPrefix(told[id], want) {
				t.Errorf("%s: %q is told of by %q, want %s", path, words, told[id], want)
			}
		}
		if len(described) != 4 {
			t.Errorf("%s: %d stretches can be pointed at, want 4", path, len(described))
		}
	}
}

func TestTheWordsOfAStruckParagraphHaveTheirAuthors(t *testing.T) {
	h := combinedHouse(t)
	strike(t, h, "p6", 3)
	observer := sitAt(t, h, webtest.Observer)
	observer.open("/p/2.b/blame").wants(200, "This paragraph has been deleted.", "COSATE, proposal 4")
	if page := observer.open("/p/2.b").wants(200); strings.Contains(page.Body, `role="tooltip"`) {
		t.Error("struck words can be pointed at in the text")
	}
}

func TestAVersionThatIsNotThereIsNotFound(t *testing.T) {
	observer := sitAt(t, combinedHouse(t), webtest.Observer)
	for _, version := range []string{"99", "0", "-1", "two", "3.5"} {
		observer.open("/p/2.b/blame?version="+version).wants(404, "Paragraph 2.b has no version "+version+": it has versions 1 to 3.")
	}
	observer.open("/p/99.z/blame").wants(404, "There is no paragraph 99.z in this draft.")
}

func TestTheHistoryLeadsToAuthorsAndComparisons(t *testing.T) {
	h := combinedHouse(t)
	observer := sitAt(t, h, webtest.Observer)
	page := observer.open("/p/2.b").wants(200)
	for _, words := range []string{"Who wrote what", "Compare versions of paragraph 2.b", "Compare with version 1", "Whole text before and after"} {
		address := page.link(words)
		if got := observer.answer(observer.client.Get(h.Server.URL + address)); got.Code != 200 {
			t.Errorf("%q leads to %s, which answers %d", words, address, got.Code)
		}
	}
}
