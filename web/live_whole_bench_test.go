package web

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"plenary/diff"
	"plenary/negotiation"
)

// BenchmarkLiveWhole makes the change for a reader that has nothing, which is
// the largest there is: every paragraph of a draft with a proposal on each. A
// row is the floor that a side is compared with.
func BenchmarkLiveWhole(b *testing.B) {
	s := atTheDoor(b)
	for _, n := range []int{500, 1000, 2000} {
		v := longView(n)
		for _, form := range []form{rowForm, sideForm} {
			b.Run(fmt.Sprintf("%s/%d", form, n), func(b *testing.B) {
				for range b.N {
					f := someFeed(b, s, form, v)
					if _, err := f.now.Load().change(0, line{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// longView is a draft of n paragraphs, lists of ten below each eleventh, as the
// Chair sees it.
func longView(n int) negotiation.View {
	v := negotiation.View{ID: "n1", Language: "en", Readable: true, Audience: negotiation.Audience{Role: negotiation.Chair}, Window: negotiation.Window{Open: true}}
	for i := range 40 {
		v.Parties = append(v.Parties, negotiation.Party{Name: negotiation.Delegation(fmt.Sprintf("STATE %02d", i)), Kind: negotiation.MemberState})
	}
	var chapeau negotiation.ParagraphID
	for i := range n {
		id := negotiation.ParagraphID("p" + strconv.Itoa(i+1))
		p := negotiation.Paragraph{ID: id, Kind: negotiation.Lettered, Label: "a", Parent: chapeau, Version: 1,
			Text: strings.Repeat("Establish two working groups that meet between conferences. ", 3) + string(id)}
		if i%11 == 0 {
			p.Kind, p.Label, p.Parent, chapeau = negotiation.Numbered, strconv.Itoa(i/11+1), "", id
		}
		v.Seq++
		v.Paragraphs = append(v.Paragraphs, negotiation.ParagraphView{Paragraph: p, Address: string(id), Touched: v.Seq,
			Versions: []negotiation.Version{{Number: 1, Text: p.Text, Seq: 1}}, Proposals: []negotiation.ProposalID{negotiation.ProposalID(strconv.Itoa(i + 1))}})
	}
	for i, p := range v.Paragraphs {
		text := strings.Replace(p.Text, "two", "three", 1)
		v.Seq++
		proposal := negotiation.ProposalView{Target: p.ID, Addresses: []string{p.Address}}
		proposal.ID, proposal.Delegation, proposal.Language = negotiation.ProposalID(strconv.Itoa(i+1)), v.Parties[i%len(v.Parties)].Name, "en"
		proposal.Changes = []negotiation.Change{{Kind: negotiation.Amend, Paragraph: p.ID, Base: 1, Text: text, Redline: diff.Words(p.Text, text)}}
		proposal.Steps = []negotiation.Step{{Status: negotiation.OnTable, Seq: v.Seq}}
		v.Proposals = append(v.Proposals, proposal)
	}
	return v
}
