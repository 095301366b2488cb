package negotiationtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"plenary/negotiation"
)

// World is a little negotiation that thinks of commands. Most are lawful, some
// are not; all depend on its seed only.
type World struct {
	rng *rand.Rand
	now time.Time
	// texts counts the texts that it made: each holds a word found nowhere else.
	texts int
}

// NewWorld gives the world of a seed.
func NewWorld(seed uint64) *World {
	return &World{rng: rand.New(rand.NewPCG(seed, 17)), now: time.Date(2017, 9, 1, 12, 0, 0, 0, time.UTC)}
}

// seats of a little world.
const worldSeats = `
office secretariat
chair chair
mexico delegate MEXICO
mexico2 delegate MEXICO
peru delegate PERU
chile delegate CHILE
cosate delegate COSATE body
reader delegate PERU reading
ilo observer ILO body
watcher observer
`

func delegations() []negotiation.Delegation {
	return []negotiation.Delegation{"MEXICO", "PERU", "CHILE", "COSATE"}
}

// Audiences are the classes of readers in a little world.
func Audiences() []negotiation.Audience {
	list := []negotiation.Audience{{Role: negotiation.Secretariat}, {Role: negotiation.Chair}, {Role: negotiation.Public},
		{Role: negotiation.Observer}, {Role: negotiation.Observer, Delegation: "ILO"}}
	for _, d := range delegations() {
		list = append(list, negotiation.Audience{Role: negotiation.Delegate, Delegation: d})
	}
	return list
}

// Begin gives the requests that every little world begins with.
func (w *World) Begin() ([]negotiation.Request, error) {
	seats, err := parseSeats(worldSeats)
	if err != nil {
		return nil, err
	}
	d, err := ParseDraft(w.draft())
	if err != nil {
		return nil, err
	}
	var list []negotiation.ParagraphView
	for _, p := range d.Paragraphs {
		list = append(list, negotiation.ParagraphView{Paragraph: p})
	}
	for n := range 1 + len(list)/8 {
		d.Proposals = append(d.Proposals, w.received(list, n+1))
	}
	acts := []negotiation.Command{negotiation.CreateNegotiation{Title: "Little", Language: "en", Public: w.chance(2)}}
	for _, open := range seats {
		acts = append(acts, open)
	}
	acts = append(acts, negotiation.ImportDraft{Draft: d}, negotiation.OpenComments{})
	var reqs []negotiation.Request
	for _, act := range acts {
		reqs = append(reqs, negotiation.Request{Seat: negotiation.SystemSeat, At: w.now, Do: act})
	}
	return reqs, nil
}

// draft gives a draft of a few sections, with lists of one kind or two.
func (w *World) draft() string {
	var b strings.Builder
	n := 0
	for section := range 1 + w.rng.IntN(3) {
		fmt.Fprintf(&b, "%c. %s\n", 'A'+section, w.text())
		if w.chance(3) {
			fmt.Fprintf(&b, "## %s\n", w.text())
		}
		for range 1 + w.rng.IntN(3) {
			if n++; w.chance(6) {
				fmt.Fprintf(&b, "> %s\n", w.text())
			} else {
				fmt.Fprintf(&b, "%d. %s\n", n, w.text())
			}
			marks := [][]string{{"a.", "b.", "c."}, {"i)", "ii)"}, {"*", "*", "*"}, {"a.", "*"}, {}}[w.rng.IntN(5)]
			for _, mark := range marks {
				fmt.Fprintf(&b, "- %s %s\n", mark, w.text())
			}
		}
	}
	return b.String()
}

// text gives a few words, one of which stands nowhere else.
func (w *World) text() string {
	vocabulary := strings.Fields("the States will promote decent work and equality for all workers, men or women in every region")
	words := []string{vocabulary[w.rng.IntN(len(vocabulary))]}
	for range w.rng.IntN(8) {
		words = append(words, vocabulary[w.rng.IntN(len(vocabulary))])
	}
	w.texts++
	words[w.rng.IntN(len(words))] = fmt.Sprintf("x%dx", w.texts)
	return strings.Join(words, " ")
}

// chance is true once in n times.
func (w *World) chance(n int) bool { return w.rng.IntN(n) == 0 }

func pick[T any](w *World, list []T) T {
	if len(list) == 0 {
		var none T
		return none
	}
	return list[w.rng.IntN(len(list))]
}
