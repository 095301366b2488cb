package web

import "plenary/negotiation"

// sight is a View with what is made of it whatever the language and the form.
type sight struct {
	view negotiation.View
	*vista
}

func sightOf(v negotiation.View) *sight { return &sight{v, newVista(v)} }

// placed and sides are those of the vista, with the View of this audience.
func (s *sight) placed() placed {
	p := s.vista.placed()
	p.View = s.view
	return p
}

func (s *sight) sides() sides {
	all := s.vista.sides()
	all.View = s.view
	return all
}
