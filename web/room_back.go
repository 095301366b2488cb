package web

import (
	"net/http"
	"strings"
	"unicode"

	"plenary/negotiation"
)

// A form to take a position stands on the pages of the text as well, and returns
// there: back is then one of these.

// behindMatrix is what back says for the matrix of positions.
const behindMatrix = "positions"

func behindParagraph(id negotiation.ParagraphID) string { return "p/" + string(id) }

func behindProposal(id negotiation.ProposalID) string { return "proposals/" + string(id) }

// textBehind is the page of the text that a form of the room returns to.
func (s *Server) textBehind(back string) (backPage, bool) {
	kind, id, _ := strings.Cut(back, "/")
	if strings.ContainsFunc(id, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return backPage{}, false // an id of ours has neither dots nor slashes
	}
	switch kind {
	case "p":
		return backPage{"/p/" + id, withPath("address", id, s.getParagraph)}, true
	case "proposals":
		return backPage{"/proposals/" + id, withPath("proposal", id, s.getProposal)}, true
	}
	return backPage{}, false
}

// withPath shows a page as if its address had been asked for.
func withPath(name, value string, show func(http.ResponseWriter, *http.Request) error) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		r.SetPathValue(name, value)
		return show(w, r)
	}
}
