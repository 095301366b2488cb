package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"plenary/negotiation"
)

// MaxEntry is the most bytes that one entry may have when encoded. It leaves
// room for the import of the largest document with all its redlines.
const MaxEntry = 64 << 20

const (
	frameVersion = 1
	frameHeader  = 4 + 4 + 1 + sha256.Size
)

// link is the hash of a frame, by which the next one refers to it. The zero
// link stands before the first.
type link [sha256.Size]byte

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// frameSum is the checksum of a frame: of all but the four bytes it stands in.
func frameSum(frame []byte) uint32 {
	t := castagnoli()
	return crc32.Update(crc32.Checksum(frame[:4], t), t, frame[8:])
}

// sealFrame puts payload into the frame that follows before.
func sealFrame(before link, payload []byte) []byte {
	f := make([]byte, frameHeader, frameHeader+len(payload))
	binary.BigEndian.PutUint32(f, uint32(frameHeader+len(payload)))
	f[8] = frameVersion
	copy(f[9:], before[:])
	f = append(f, payload...)
	binary.BigEndian.PutUint32(f[4:], frameSum(f))
	return f
}

// openFrame gives back the link and the payload that sealFrame was given, or
// says what is wrong with the frame. The payload is a part of frame.
func openFrame(frame []byte) (before link, payload []byte, err error) {
	if len(frame) < frameHeader {
		return link{}, nil, fmt.Errorf("it has %d bytes, less than a frame", len(frame))
	}
	if n := binary.BigEndian.Uint32(frame); int64(n) != int64(len(frame)) {
		return link{}, nil, fmt.Errorf("its length is %d, but the frame says %d", len(frame), n)
	}
	if binary.BigEndian.Uint32(frame[4:]) != frameSum(frame) {
		return link{}, nil, errors.New("its checksum does not match")
	}
	if frame[8] != frameVersion {
		return link{}, nil, fmt.Errorf("its frame has version %d, this release reads %d", frame[8], frameVersion)
	}
	copy(before[:], frame[9:])
	return before, frame[frameHeader:], nil
}

// readFrame decodes the frame kept at seq of id and holds it against its place.
// before is the link of the frame before, or nil where that is not known.
func readFrame(id negotiation.NegotiationID, seq negotiation.Seq, before *link, frame []byte) (negotiation.Entry, error) {
	corrupt := func(reason string) error { return &CorruptError{id, seq, reason} }
	was, payload, err := openFrame(frame)
	if err != nil {
		return negotiation.Entry{}, corrupt(err.Error())
	}
	if before != nil && was != *before {
		return negotiation.Entry{}, corrupt("it does not follow the entry before it: the chain is broken")
	}
	e, err := negotiation.DecodeEntry(payload)
	if err != nil {
		return negotiation.Entry{}, corrupt(err.Error())
	}
	if e.Negotiation != id || e.Seq != seq {
		return negotiation.Entry{}, corrupt(fmt.Sprintf("it says that it is entry %d of %s", e.Seq, e.Negotiation))
	}
	return e, nil
}

// encodeEntries checks what a journal asks of the entries of one append, before
// they are queued, and gives their payloads.
func encodeEntries(entries []negotiation.Entry) ([][]byte, error) {
	payloads := make([][]byte, len(entries))
	for i, e := range entries {
		if !e.Negotiation.Valid() || e.Seq == 0 || len(e.Events) == 0 {
			return nil, errors.New("it has no valid negotiation, no place or no event")
		}
		if first := entries[0]; e.Negotiation != first.Negotiation || e.Seq != first.Seq+negotiation.Seq(i) {
			return nil, fmt.Errorf("entry %d of %s does not follow in one record", e.Seq, e.Negotiation)
		}
		var err error
		if payloads[i], err = negotiation.EncodeEntry(e); err != nil {
			return nil, err
		}
		if n := len(payloads[i]); n > MaxEntry {
			return nil, fmt.Errorf("%d bytes, at most %d: %w", n, MaxEntry, ErrTooLarge)
		}
	}
	return payloads, nil
}
