package fanout

// ring keeps the newest frames of a topic in their order.
type ring struct {
	frames []Frame // from start on; those before have been let go
	start  int
	bytes  int
	newest uint64
}

// add takes the next frame in and lets the oldest go.
func (r *ring) add(f Frame) {
	r.frames = append(r.frames, f)
	r.bytes += len(f.Bytes)
	r.newest = f.Seq
	for len(r.frames)-r.start > RingFrames || r.bytes > RingBytes {
		r.bytes -= len(r.frames[r.start].Bytes)
		r.frames[r.start] = Frame{}
		r.start++
	}
	if r.start > len(r.frames)/2 { // so that each frame is moved once at most
		r.frames = append(make([]Frame, 0, 2*(len(r.frames)-r.start)), r.frames[r.start:]...)
		r.start = 0
	}
}

// after gives the frames that lead from since to the newest, or reports that they
// are no longer all there.
func (r *ring) after(since uint64) (frames []Frame, ok bool) {
	if since >= r.newest {
		return nil, true
	}
	kept := r.frames[r.start:]
	for i := len(kept); i > 0; i-- {
		if kept[i-1].Since <= since {
			return kept[i-1:], true
		}
	}
	return nil, false
}
