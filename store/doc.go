// Package store keeps what must outlive the process: the journals of all
// negotiations and, beside them, what must be forgettable (drafts of forms,
// names, invitations, sessions) and the files that were imported.
//
// [Bolt] keeps it in one file and is what a server uses; [Memory] keeps it in
// the process and is for tests. Both implement [negotiation.Journal] and have
// the methods of [Secrets].
//
// # The file
//
// The file is a bbolt database, a B+ tree of pages with copy on write. Its
// buckets:
//
//	plenary     "format" → "1", the version of this layout
//	journal     one bucket a negotiation, named by its id: seq, 8 bytes
//	            big-endian → frame
//	drafts      negotiation, owner, form → FormDraft
//	seats       negotiation, seat → the name of the person who sits there
//	invitations SHA-256 of the secret → Invitation
//	sessions    token → expiry and the data of package scs
//	files       negotiation, SHA-256 in hexadecimal → name and bytes
//
// Parts of a key are joined with a zero byte, which no part may contain. The
// sequence number that bbolt keeps with each bucket is, in a negotiation's
// bucket, the Seq of the last entry and, in the bucket journal, the number of
// negotiations: where the end of a bucket is lost, the number tells.
//
// # The frame
//
// An entry is kept in a frame, numbers big-endian:
//
//	offset  bytes
//	     0      4  length of the whole frame
//	     4      4  CRC-32C [RFC 3720, appendix B.4] of the frame without these 4 bytes
//	     8      1  version of the frame: 1
//	     9     32  SHA-256 of the whole frame of the entry before; zero for entry 1
//	    41         payload: negotiation.EncodeEntry
//
// Any one byte changed is found by the checksum; an entry changed on purpose,
// with its checksum, is found by the chain, unless all later ones are changed
// too. The hash of the last frame vouches for the whole record.
//
// A value of the other buckets is preceded by the CRC-32C of its key and itself.
//
// # What is promised
//
// An entry that was acknowledged survives the loss of power. An entry is wholly
// there or not at all. Opening a file checks its structure and refuses a damaged
// one: reading it could go astray, and writing would make the damage worse. The
// entries themselves are checked whenever they are read, and all by Verify.
// What was forgotten is gone for every reader at once; its bytes may stay in
// unused pages of the file until those are used again. A backup has them zeroed.
package store
