package web

import (
	"reflect"

	"plenary/negotiation"
)

// framedSince finds since when what stands around the paragraphs is as it is: the
// window and the groups, of which no paragraph's own number tells. Of the first state
// of a feed it is not known to be older.
func framedSince(f form, before *moment, now negotiation.View) negotiation.Seq {
	if before != nil && f.framesAlike(before.view, now) {
		return before.framed
	}
	return now.Seq
}

// framesAlike compares what a form of paragraphs takes from around them: both the zone
// of their times, and a paragraph's page also whether one may table, and who speaks for
// whom.
func (f form) framesAlike(before, now negotiation.View) bool {
	alike := before.Window.Zone == now.Window.Zone
	if f == sideForm {
		alike = alike && before.Window.Open == now.Window.Open && reflect.DeepEqual(before.Groups, now.Groups)
	}
	return alike
}

// framed reports whether a paragraph is shown in this form with anything from around
// it. A row has no more of it than the times of what was made of the paragraph.
func (f form) framed(p negotiation.ParagraphView) bool {
	return f == sideForm || f == rowForm && len(p.Settlements) > 0
}
