package web

import (
	"compress/flate"
	"fmt"
	"testing"
)

// BenchmarkLiveDeflate is what it costs to deflate a change of a session for a class
// of readers, which is done once for all of them:
//
//	B/plain, B/deflated  the size of a change, on average
func BenchmarkLiveDeflate(b *testing.B) {
	for _, form := range []form{rowForm, sideForm, jsonForm, roomForm} {
		list := playedChanges(b, form)
		for _, level := range []int{1, 2, deflateLevel, 6} {
			b.Run(fmt.Sprintf("%s/%d", form, level), func(b *testing.B) { benchDeflate(b, level, list) })
		}
	}
}

func benchDeflate(b *testing.B, level int, list [][]byte) {
	s := &scratch{}
	var err error
	if s.w, err = flate.NewWriter(&s.out, level); err != nil {
		b.Fatal(err)
	}
	plain, deflated := 0, 0
	for _, data := range list {
		plain, deflated = plain+len(data), deflated+len(s.deflate(data))
	}
	b.ResetTimer()
	for i := range b.N {
		s.deflate(list[i%len(list)])
	}
	b.ReportMetric(float64(plain)/float64(len(list)), "B/plain")
	b.ReportMetric(float64(deflated)/float64(len(list)), "B/deflated")
}

// playedChanges are the data of the changes of three rounds of a session, for each
// class of readers with a form.
func playedChanges(t testing.TB, f form) (list [][]byte) {
	t.Helper()
	p := playSession(t)
	p.watch(classesOf(f))
	for range 3 * len(p.nextRound()) {
		before := p.feeds[0].now.Load().view.Seq
		p.act()
		p.follow()
		for _, f := range p.feeds {
			m, err := f.now.Load().message(before, "")
			if err != nil {
				t.Fatal(err)
			}
			data, err := dataOf(m)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, data)
		}
	}
	return list
}
