package web

import (
	"fmt"

	"plenary/negotiation"
)

// stood is a region with the Seq since which it is as it is.
type stood struct {
	region
	since negotiation.Seq
}

// scenery is the regions of a state, and the aspects that have moved since.
type scenery struct {
	regions []stood
	moved   aspect
}

// html gives a region as it was, if nothing that it is made of has moved.
func (s scenery) html(region string) (string, bool) {
	if aspectsOf(region)&s.moved != 0 {
		return "", false
	}
	for _, r := range s.regions {
		if r.ID == region {
			return r.HTML, true
		}
	}
	return "", false
}

// ofRoom reports whether a form is that of a page of the room, which is made of
// regions and shows no paragraphs beside them.
func (f form) ofRoom() bool {
	return f == roomForm || f == consoleForm || f == penForm || f == screenForm
}

// stand renders the regions, and compares them with those of the state before.
func (m *moment) stand(before scenery) ([]stood, error) {
	var regions []region
	m.old = before
	defer func() { m.old = scenery{} }()
	err := safely(func() (err error) {
		regions, err = m.regions()
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("render the regions of %s: %w", m.feed.key.form, err)
	}
	return standSince(before.regions, regions, m.view.Seq), nil
}

// rendered makes the regions of these names, each by the part of that name.
func (m *moment) rendered(names []string, part any) ([]region, error) {
	list := make([]region, 0, len(names))
	for _, name := range names {
		html, ok := m.old.html(name)
		if !ok {
			var err error
			if html, err = m.feed.live.server.pages.part(name, part); err != nil {
				return nil, err
			}
		}
		list = append(list, region{name, html})
	}
	return list, nil
}

// standSince finds since when each region is as it is at seq. Of the first state
// of a feed none is known to be older.
func standSince(before []stood, regions []region, seq negotiation.Seq) []stood {
	old := map[string]stood{}
	for _, s := range before {
		old[s.ID] = s
	}
	list := make([]stood, 0, len(regions))
	for _, r := range regions {
		s := stood{r, seq}
		if was, ok := old[r.ID]; ok && was.HTML == r.HTML {
			s.since = was.since
		}
		list = append(list, s)
	}
	return list
}

// changed are the regions that are not as they were at since.
func (m *moment) changed(since negotiation.Seq) ([]region, error) {
	all, err := m.standing()
	return changedSince(all, since), err
}

func changedSince(all []stood, since negotiation.Seq) (list []region) {
	for _, s := range all {
		if s.since > since {
			list = append(list, s.region)
		}
	}
	return list
}
