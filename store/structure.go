package store

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"plenary/negotiation"
)

// checkStructure reads every page of the newest commit and holds it against the
// rules of a bbolt file. It may run while others write. It also brings the file
// into memory in one go, which makes what is read next ten times faster.
//
// No bucket may be touched before: in a damaged one bbolt reads beyond the end
// of things, in memory that may belong to something else. Where err is nil the
// buckets are safe, even if metaPage is not: see snapshot.
func (b *Bolt) checkStructure(ctx context.Context) (metaPage, err error) {
	tx, m, metaPage, err := b.snapshot()
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	s := structure{ctx: ctx, file: b.file, pageSize: b.db.Info().PageSize, meta: m}
	return metaPage, s.check()
}

// snapshot begins a transaction, which keeps the pages of the newest commit
// from being used again, and gives the meta page it goes out from. metaPage is
// the damage of the other one, if any: then bbolt may have gone back by a commit,
// without a word.
func (b *Bolt) snapshot() (tx *bbolt.Tx, newest meta, metaPage, err error) {
	if !b.db.IsReadOnly() {
		// As long as this one is open nobody writes a meta page.
		w, err := b.db.Begin(true)
		if err != nil {
			return nil, meta{}, nil, err
		}
		defer w.Rollback()
	}
	for id := range 2 {
		m, err := readMeta(b.file, id, b.db.Info().PageSize)
		if err != nil {
			metaPage = &CorruptError{Reason: fmt.Sprintf("page %d: %v; the last commit may be lost", id, err)}
		} else if m.txid >= newest.txid {
			newest = m
		}
	}
	tx, err = b.db.Begin(false)
	return tx, newest, metaPage, err
}

func readMeta(file io.ReaderAt, id, pageSize int) (meta, error) {
	p := make(page, pageSize)
	if _, err := file.ReadAt(p, int64(id)*int64(pageSize)); err != nil {
		return meta{}, err
	}
	if p.id() != uint64(id) {
		return meta{}, fmt.Errorf("it says that it is page %d", p.id())
	}
	return p.meta(pageSize)
}

// structure is a check under way.
type structure struct {
	ctx      context.Context
	file     *os.File
	pageSize int
	meta     meta
	// use says for each page what it was met as.
	use []pageUse
	// bucket is the path of names to where the check is, last the newest good
	// entry there if that is a record.
	bucket []string
	last   negotiation.Seq
}

type pageUse byte

const (
	unmet pageUse = iota
	used
	free
)

func (s *structure) check() error {
	if err := s.freelist(); err != nil {
		return err
	}
	if err := s.tree(s.meta.root, nil, nil); err != nil {
		return err
	}
	if i := slices.Index(s.use, unmet); i >= 0 {
		return s.corrupt(uint64(i), "it is neither in use nor free: what led to it is lost")
	}
	return nil
}

// corrupt says what is wrong with a page, and which entry it is behind.
func (s *structure) corrupt(page uint64, reason string, args ...any) error {
	e := &CorruptError{Reason: fmt.Sprintf("page %d: ", page) + fmt.Sprintf(reason, args...)}
	if s.inRecord() {
		e.Negotiation, e.Seq = negotiation.NegotiationID(s.bucket[1]), s.last+1
	}
	return e
}

func (s *structure) inRecord() bool { return len(s.bucket) == 2 && s.bucket[0] == bucketJournal }

// load reads the page id with those that it runs over to, and marks them.
func (s *structure) load(id uint64) (page, error) {
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	if id >= s.meta.highWater {
		return nil, s.corrupt(id, "it lies behind the end")
	}
	p := make(page, s.pageSize)
	if _, err := s.file.ReadAt(p, int64(id)*int64(s.pageSize)); err != nil {
		return nil, s.corrupt(id, "%v", err)
	}
	if p.id() != id {
		return nil, s.corrupt(id, "it says that it is page %d", p.id())
	}
	over := p.overflow()
	if id+over >= s.meta.highWater {
		return nil, s.corrupt(id, "it runs over the end")
	}
	for i := id; i <= id+over; i++ {
		if s.use[i] != unmet {
			return nil, s.corrupt(i, "it is used twice, or both used and free")
		}
		s.use[i] = used
	}
	if over > 0 {
		p = append(p, make(page, int(over)*s.pageSize)...)
		if _, err := s.file.ReadAt(p, int64(id)*int64(s.pageSize)); err != nil {
			return nil, s.corrupt(id, "%v", err)
		}
	}
	return p, nil
}

// freelist finds out which pages are free. It comes first.
func (s *structure) freelist() error {
	info, err := s.file.Stat()
	if err != nil {
		return err
	}
	if n := uint64(info.Size()) / uint64(s.pageSize); s.meta.highWater < 4 || s.meta.highWater > n {
		return s.corrupt(0, "it counts %d pages, the file has %d", s.meta.highWater, n)
	}
	s.use = make([]pageUse, s.meta.highWater)
	s.use[0], s.use[1] = used, used
	p, err := s.load(s.meta.freelist)
	if err != nil {
		return err
	}
	if p.flags() != flagFreelist {
		return s.corrupt(p.id(), "it is no list of free pages")
	}
	ids, err := p.freed()
	if err != nil {
		return s.corrupt(p.id(), "%v", err)
	}
	for _, id := range ids {
		if id >= s.meta.highWater || s.use[id] != unmet {
			return s.corrupt(id, "it is listed as free, but cannot be")
		}
		s.use[id] = free
	}
	return nil
}

// tree checks the pages from id down, whose keys must lie in [low, high).
func (s *structure) tree(id uint64, low, high []byte) error {
	p, err := s.load(id)
	if err != nil {
		return err
	}
	if p.flags() != flagBranch {
		return s.leaf(id, p, low, high)
	}
	es, err := p.elements(low, high)
	if err != nil {
		return s.corrupt(id, "%v", err)
	}
	if len(es) == 0 {
		return s.corrupt(id, "it is a branch without elements")
	}
	for i, e := range es {
		end := high
		if i+1 < len(es) {
			end = es[i+1].key
		}
		if err := s.tree(e.child, e.key, end); err != nil {
			return err
		}
	}
	return nil
}

// leaf checks p, which is page id or lies inline in it.
func (s *structure) leaf(id uint64, p page, low, high []byte) error {
	if p.flags() != flagLeaf {
		return s.corrupt(id, "its flags are %#x", p.flags())
	}
	es, err := p.elements(low, high)
	for _, e := range es {
		if !e.bucket {
			if seq, ok := keySeq(e.key); ok && s.inRecord() {
				s.last = seq
			}
			continue
		}
		if err := s.nested(id, e); err != nil {
			return err
		}
	}
	if err != nil {
		return s.corrupt(id, "%v", err)
	}
	return nil
}

// nested checks the bucket that the element e of page id holds.
func (s *structure) nested(id uint64, e element) error {
	if len(e.value) < bucketSize {
		return s.corrupt(id, "%q is no bucket", e.key)
	}
	last := s.last
	s.bucket, s.last = append(s.bucket, string(e.key)), 0
	defer func() { s.bucket, s.last = s.bucket[:len(s.bucket)-1], last }()
	if root := page(e.value).u64(0); root != 0 {
		return s.tree(root, nil, nil)
	}
	inline := page(e.value[bucketSize:])
	if len(inline) < pageHeader {
		return s.corrupt(id, "%q is cut off", e.key)
	}
	return s.leaf(id, inline, nil, nil)
}
