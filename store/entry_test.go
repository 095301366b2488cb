package store

import (
	"bytes"
	"testing"
)

func TestAnyByteChangedInAFrameIsFound(t *testing.T) {
	payload := []byte(`{"negotiation":"n1","seq":7}`)
	before := link{1, 2, 3}
	frame := sealFrame(before, payload)
	was, got, err := openFrame(frame)
	if err != nil || was != before || !bytes.Equal(got, payload) {
		t.Fatalf("openFrame(sealFrame(%x, %q)) = %x, %q, %v", before, payload, was, got, err)
	}
	for i := range frame {
		for flip := 1; flip < 256; flip++ {
			bad := bytes.Clone(frame)
			bad[i] ^= byte(flip)
			if _, _, err := openFrame(bad); err == nil {
				t.Errorf("byte %d changed by %#x was not found", i, flip)
			}
		}
	}
	for n := range frame {
		if _, _, err := openFrame(frame[:n]); err == nil {
			t.Errorf("a frame cut off at %d of %d was not found", n, len(frame))
		}
	}
	if _, _, err := openFrame(append(frame, 0)); err == nil {
		t.Error("a frame with a byte too many was not found")
	}
}

// FuzzOpenFrame holds openFrame to taking only what sealFrame makes, and to
// never panicking.
func FuzzOpenFrame(f *testing.F) {
	f.Add(sealFrame(link{}, []byte("payload")))
	f.Add([]byte{0, 0, 0, 41})
	f.Fuzz(func(t *testing.T, frame []byte) {
		before, payload, err := openFrame(frame)
		if err == nil && !bytes.Equal(sealFrame(before, payload), frame) {
			t.Errorf("openFrame took %x, which sealFrame does not make", frame)
		}
	})
}
