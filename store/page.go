package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
)

// The pages of a bbolt file, as far as a check of its structure needs them.
// They are read here with every offset checked, because bbolt itself follows
// them blindly. Numbers are in the byte order of the machine.
const (
	pageHeader  = 16 // id 8, flags 2, count 2, overflow 4
	pageElement = 16 // leaf: flags, pos, ksize, vsize; branch: pos, ksize, page 8
	bucketSize  = 16 // root page 8, sequence 8; a bucket without a root page is inline

	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagMeta     = 0x04
	flagFreelist = 0x10

	metaMagic   = 0xED0CDAED
	metaVersion = 2
	metaSize    = 64 // the last 8 bytes are the FNV-1a of those before
)

type page []byte

func (p page) u16(at int) uint16 { return binary.NativeEndian.Uint16(p[at:]) }
func (p page) u32(at int) uint32 { return binary.NativeEndian.Uint32(p[at:]) }
func (p page) u64(at int) uint64 { return binary.NativeEndian.Uint64(p[at:]) }

func (p page) id() uint64       { return p.u64(0) }
func (p page) flags() uint16    { return p.u16(8) }
func (p page) count() int       { return int(p.u16(10)) }
func (p page) overflow() uint64 { return uint64(p.u32(12)) }

// meta is the page from which all others are found. There are two, written in
// turn: a commit is the writing of one.
type meta struct {
	root, freelist, highWater uint64
	txid                      uint64
}

func (p page) meta(pageSize int) (meta, error) {
	m := p[pageHeader : pageHeader+metaSize]
	switch {
	case p.flags() != flagMeta:
		return meta{}, fmt.Errorf("its flags are %#x", p.flags())
	case m.u32(0) != metaMagic || m.u32(4) != metaVersion:
		return meta{}, errors.New("it is no meta page of this version")
	case int64(m.u32(8)) != int64(pageSize):
		return meta{}, fmt.Errorf("its page size is %d, not %d", m.u32(8), pageSize)
	}
	sum := fnv.New64a()
	sum.Write(m[:metaSize-8])
	if sum.Sum64() != m.u64(metaSize-8) {
		return meta{}, errors.New("its checksum does not match")
	}
	return meta{root: m.u64(16), freelist: m.u64(32), highWater: m.u64(40), txid: m.u64(48)}, nil
}

// element is a key of a branch, with the page it leads to, or a key of a leaf
// with its value, which is a bucket if the flag says so.
type element struct {
	key, value []byte
	child      uint64
	bucket     bool
}

// element gives the i-th element of a leaf or branch.
func (p page) element(i int) (element, error) {
	at := pageHeader + i*pageElement
	if at+pageElement > len(p) {
		return element{}, fmt.Errorf("it has no room for %d elements", p.count())
	}
	var e element
	var pos, ksize, vsize int64
	if p.flags() == flagBranch {
		pos, ksize, e.child = int64(p.u32(at)), int64(p.u32(at+4)), p.u64(at+8)
	} else {
		pos, ksize, vsize = int64(p.u32(at+4)), int64(p.u32(at+8)), int64(p.u32(at+12))
		if f := p.u32(at); f > 1 {
			return element{}, fmt.Errorf("element %d has flags %#x", i, f)
		}
		e.bucket = p.u32(at) == 1
	}
	start := int64(at) + pos
	if start < int64(pageHeader+p.count()*pageElement) || start+ksize+vsize > int64(len(p)) {
		return element{}, fmt.Errorf("element %d lies outside of the page", i)
	}
	e.key, e.value = p[start:start+ksize], p[start+ksize:start+ksize+vsize]
	return e, nil
}

// elements gives all elements of a leaf or branch, whose keys must rise and lie
// in [low, high); a nil bound is none.
func (p page) elements(low, high []byte) ([]element, error) {
	es := make([]element, 0, p.count())
	for i := range p.count() {
		e, err := p.element(i)
		if err != nil {
			return es, err
		}
		if i > 0 && bytes.Compare(es[i-1].key, e.key) >= 0 || bytes.Compare(e.key, low) < 0 || high != nil && bytes.Compare(e.key, high) >= 0 {
			return es, fmt.Errorf("the key %x is out of order", e.key)
		}
		es = append(es, e)
	}
	return es, nil
}

// freed gives the page numbers that a freelist page holds.
func (p page) freed() ([]uint64, error) {
	ids := p[pageHeader:]
	n := uint64(p.count())
	if n == 0xFFFF && len(ids) >= 8 { // then the first number is the count
		n, ids = ids.u64(0), ids[8:]
	}
	if n > uint64(len(ids)/8) {
		return nil, fmt.Errorf("it has no room for %d numbers", n)
	}
	list := make([]uint64, n)
	for i := range list {
		list[i] = ids.u64(8 * i)
	}
	return list, nil
}
