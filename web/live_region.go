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

// ofRoom reports whether a form is that of a page of the room, which is made of
// regions and shows no paragraphs beside them.
func (f form) ofRoom() bool {
	return f == roomForm || f == consoleForm || f == penForm || f == screenForm
}

// stand renders the regions, and finds by those of the state before since when
// each is as it is. Of the first state of a feed none is known to be older.
func (m *moment) stand(before []stood) (list []stood, err error) {
	var regions []region
	if err := safely(func() (err error) { regions, err = m.regions(); return err }); err != nil {
		return nil, fmt.Errorf("render the regions of %s: %w", m.feed.key.form, err)
	}
	old := map[string]stood{}
	for _, s := range before {
		old[s.ID] = s
	}
	for _, r := range regions {
		s := stood{r, m.view.Seq}
		if was, ok := old[r.ID]; ok && was.HTML == r.HTML {
			s.since = was.since
		}
		list = append(list, s)
	}
	return list, nil
}

// changed are the regions that are not as they were at since.
func (m *moment) changed(since negotiation.Seq) (list []region, err error) {
	all, err := m.standing()
	for _, s := range all {
		if s.since > since {
			list = append(list, s.region)
		}
	}
	return list, err
}
