package web

import (
	"slices"
	"sync"
)

// press renders regions, and keeps for a while those that are alike for many classes
// of readers: where what they are made of is the same, the first one's serves all.
type press struct {
	mu      sync.Mutex // guards what follows
	agendas map[agendaPlace][]agendaMade
}

// agendaPlace is where and in which language an agenda is shown.
type agendaPlace struct{ negotiation, tag string }

type agendaMade struct {
	list []agendaEntry
	html string
}

const (
	// mostOfAgenda bounds those that are kept for a place: of one state, readers who do
	// not see the same; and mostAgendaPlaces the places.
	mostOfAgenda     = 4
	mostAgendaPlaces = 64
)

// press renders the region of a name.
func (l *live) press(key feedKey, name string, part any) (string, error) {
	room, ok := part.(roomPart)
	if name != "room-agenda" || !ok {
		return l.server.pages.part(name, part)
	}
	agenda := agendaOf(room)
	place := agendaPlace{string(key.negotiation), key.tag}
	if html, ok := l.pressed.find(place, agenda.Agenda); ok {
		return html, nil
	}
	html, err := l.server.pages.part(name, agenda)
	if err == nil {
		l.pressed.keep(place, agendaMade{agenda.Agenda, html})
	}
	return html, err
}

func (p *press) find(at agendaPlace, list []agendaEntry) (string, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, made := range p.agendas[at] {
		if slices.Equal(made.list, list) {
			return made.html, true
		}
	}
	return "", false
}

// keep lets the oldest go, and where there are too many places, all.
func (p *press) keep(at agendaPlace, made agendaMade) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.agendas == nil || len(p.agendas) > mostAgendaPlaces {
		p.agendas = map[agendaPlace][]agendaMade{}
	}
	kept := append([]agendaMade{made}, p.agendas[at]...)
	p.agendas[at] = kept[:min(len(kept), mostOfAgenda)]
}
