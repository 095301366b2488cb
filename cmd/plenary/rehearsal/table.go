package rehearsal

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// WriteTable writes r for people. Beside each figure of ours stands that of the plain
// broadcast, how many times as much ours is, and what was promised.
func (r Report) WriteTable(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	p, q := r.Plenary, r.Plain
	if q == nil {
		fmt.Fprintf(t, "\tplenary\n")
	} else {
		fmt.Fprintf(t, "\tplenary\tplain broadcast\tratio\ttarget\n")
	}
	row := func(name string, figure func(Side) *float64, format, target string) {
		ours := figure(p)
		fmt.Fprintf(t, "%s\t%s", name, number(format, ours))
		if q != nil {
			theirs := figure(*q)
			fmt.Fprintf(t, "\t%s", number(format, theirs))
			if target != "" && ours != nil && theirs != nil && *theirs > 0 {
				fmt.Fprintf(t, "\t%.2f\t%s", *ours / *theirs, target)
			}
		}
		fmt.Fprintln(t)
	}
	fmt.Fprintf(t, "viewers\t%d\n", r.Viewers)
	row("changes", func(s Side) *float64 { return whole(s.Changes) }, "%.0f", "")
	row("deliveries", func(s Side) *float64 { return whole(s.Deliveries) }, "%.0f", "")
	row("lost", func(s Side) *float64 { return whole(s.Lost) }, "%.0f", "")
	row("seen twice", func(s Side) *float64 { return whole(s.Twice) }, "%.0f", "")
	row("record to each viewer, p50 ms", func(s Side) *float64 { return &s.Each.P50 }, "%.1f", "")
	row("  p99", func(s Side) *float64 { return &s.Each.P99 }, "%.1f", "")
	row("  max", func(s Side) *float64 { return &s.Each.Max }, "%.1f", "")
	row("record to the last viewer, p50 ms", func(s Side) *float64 { return &s.Last.P50 }, "%.1f", "")
	row("  p99", func(s Side) *float64 { return &s.Last.P99 }, "%.1f", "at most 0.90")
	row("  max", func(s Side) *float64 { return &s.Last.Max }, "%.1f", "")
	row("bytes a delivery", func(s Side) *float64 { return &s.Bytes }, "%.0f", "")
	row("µs CPU of the server a delivery", func(s Side) *float64 { return s.Micros }, "%.1f", "at most 0.70")
	row("  to send it, when it is ready", Side.sending, "%.1f", "at most 0.70")
	row("ms CPU to make a change ready", func(s Side) *float64 { return s.Millis }, "%.1f", "")
	row("kB memory a connection", func(s Side) *float64 { return s.Kilobytes }, "%.1f", "at most 0.50")
	row("deliveries/s in overload", func(s Side) *float64 { return s.Overload }, "%.0f", "at least 3.00")
	if err := t.Flush(); err != nil {
		return err
	}
	return r.writeEnd(w)
}

// writeEnd writes how viewers came back, and the notes.
func (r Report) writeEnd(w io.Writer) error {
	var lines []string
	if s := r.Storm; s != nil {
		lines = append(lines, fmt.Sprintf("All %d viewers dropped at once: after %.2f s all were back and had the %d changes that they missed; %d lost, %d seen twice.",
			r.Viewers, s.Seconds, s.Missed, s.Lost, s.Twice))
	}
	if s := r.Restart; s != nil {
		lines = append(lines, fmt.Sprintf("The server stopped and started again: it took %.2f s, and %.2f s after that all were back and had the %d changes since; %d lost, %d seen twice.",
			s.Away, s.Seconds, s.Missed, s.Lost, s.Twice))
	}
	for _, note := range r.Notes {
		lines = append(lines, "Note: "+note+".")
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(w, line); err != nil {
			return err
		}
	}
	return nil
}

func whole(n int64) *float64 {
	f := float64(n)
	return &f
}

// number writes a figure, and says where it is not known.
func number(format string, f *float64) string {
	if f == nil {
		return "unknown"
	}
	return fmt.Sprintf(format, *f)
}
