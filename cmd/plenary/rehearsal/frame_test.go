package rehearsal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

// serverFrame makes a frame as a server sends it.
func serverFrame(first byte, payload string) []byte {
	switch n := len(payload); {
	case n < 126:
		return append([]byte{first, byte(n)}, payload...)
	case n < 1<<16:
		return append(binary.BigEndian.AppendUint16([]byte{first, 126}, uint16(n)), payload...)
	default:
		return append(binary.BigEndian.AppendUint64([]byte{first, 127}, uint64(n)), payload...)
	}
}

// readIn reads data in pieces of a size, and gives what was taken as text.
func readIn(f *frames, data []byte, size int) (got []string, sizes []int, err error) {
	for len(data) > 0 && err == nil {
		n := min(size, len(data))
		piece := bytes.Clone(data[:n]) // what is kept must be a copy
		err = f.read(piece, func(t taken) error {
			got, sizes = append(got, string(rune('0'+t.op))+string(t.payload)), append(sizes, t.size)
			return nil
		})
		clear(piece)
		data = data[n:]
	}
	return got, sizes, err
}

func TestFramesAreTakenApartHoweverTheyArrive(t *testing.T) {
	long, huge := strings.Repeat("l", 300), strings.Repeat("h", 70_000)
	data := bytes.Join([][]byte{
		serverFrame(0x81, "one"), serverFrame(0x82, ""), serverFrame(0x81, long), serverFrame(0x89, "ping"), serverFrame(0x81, huge),
		serverFrame(0x01, "in "), serverFrame(0x00, ""), serverFrame(0x8a, ""), serverFrame(0x80, "parts"), serverFrame(0x88, "\x0f\xa1bye"),
	}, nil)
	want := []string{"1one", "2", "1" + long, "9ping", "1" + huge[:500], ":", "1in parts", "8\x0f\xa1bye"}
	for _, size := range []int{1, 2, 3, 7, 64, 301, 65_536, len(data)} {
		got, sizes, err := readIn(&frames{keep: 500}, data, size)
		if err != nil || strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("in pieces of %d: got %.80q, %v; want %.80q", size, got, err, want)
			continue
		}
		if sizes[4] != 70_000 || sizes[6] != 8 {
			t.Errorf("in pieces of %d: got sizes %v", size, sizes)
		}
	}
}

func TestFramesRefuseWhatNoServerMaySend(t *testing.T) {
	for name, data := range map[string][]byte{
		"a mask":                    {0x81, 0x83, 0, 0, 0, 0, 'o', 'n', 'e'},
		"an extension":              {0xc1, 1, 'x'},
		"an unknown kind":           {0x83, 1, 'x'},
		"an unknown control kind":   {0x8b, 1, 'x'},
		"a long ping":               serverFrame(0x89, strings.Repeat("p", 126)),
		"half a ping":               {0x09, 1, 'x'},
		"a rest of nothing":         {0x80, 1, 'x'},
		"a message in another":      {0x01, 1, 'x', 0x81, 1, 'x'},
		"the longest length":        {0x81, 127, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"a length above the limit":  binary.BigEndian.AppendUint64([]byte{0x81, 127}, maxMessage+1),
		"fragments above the limit": append([]byte{0x01, 1, 'x'}, binary.BigEndian.AppendUint64([]byte{0x80, 127}, maxMessage)...),
	} {
		for _, size := range []int{1, len(data)} {
			if got, _, err := readIn(&frames{keep: 10}, data, size); err == nil {
				t.Errorf("%s, in pieces of %d: got %q, want an error", name, size, got)
			}
		}
	}
}

func TestFramesKeepLittleOfWhatIsPromised(t *testing.T) {
	f := &frames{keep: 16}
	data := binary.BigEndian.AppendUint64([]byte{0x81, 127}, maxMessage)
	data = append(data, strings.Repeat("x", 4096)...)
	if got, _, err := readIn(f, data, 100); err != nil || got != nil {
		t.Fatalf("got %q, %v; want nothing yet", got, err)
	}
	if held := cap(f.message) + cap(f.head); held > 64 {
		t.Errorf("holds %d bytes, want no more than what is kept", held)
	}
}

func TestFramesGiveBackTheErrorOfTheTaker(t *testing.T) {
	full := errors.New("enough")
	err := (&frames{keep: 1}).read(serverFrame(0x81, "x"), func(taken) error { return full })
	if !errors.Is(err, full) {
		t.Errorf("got %v, want %v", err, full)
	}
}

// FuzzFrames holds frames to this: pieces make no difference.
func FuzzFrames(f *testing.F) {
	f.Add(append(serverFrame(0x81, "one"), serverFrame(0x89, "ping")...), 2)
	f.Add(serverFrame(0x8a, strings.Repeat("0", 48)), 1) // more than is kept of a message
	f.Fuzz(func(t *testing.T, data []byte, size int) {
		whole, _, err := readIn(&frames{keep: 8}, data, max(1, len(data)))
		pieces, _, errPieces := readIn(&frames{keep: 8}, data, 1+max(0, size)%64)
		if strings.Join(whole, "|") != strings.Join(pieces, "|") || (err == nil) != (errPieces == nil) {
			t.Errorf("%x: whole %q, %v; in pieces %q, %v", data, whole, err, pieces, errPieces)
		}
	})
}
