// Package negotiationtest tells stories of negotiations and holds every storey
// of the house to them. A scenario is a file of testdata/scenario: a script in
// the words of the assembly, and below it the seats, the draft and the
// documents that it speaks of. [Run] plays all of them on a [Stage]: the law
// alone, the law in a room over a journal, or a server behind its address.
//
// [Simulate] makes little worlds of its own and gives them random commands,
// lawful and unlawful, and holds the law to what must be true after each.
//
// # A script
//
// Each line is a time, an act, or something that must hold. What belongs to an
// act stands indented below it. An act that is not followed by "refused" must
// succeed. "#" begins a comment.
//
//	at 2017-09-20T10:00:00Z
//	secretariat describes "Plan of Action" in public in es
//	secretariat opens comments until 2017-09-27T23:59:00-04:00 in America/Barbados late mark
//	mexico tables on 9.e@1 "Urges all Member States" because "clearer" with PERU
//	mexico tables
//	  deletion of 7.b@1
//	  insertion after 9.i@1 as bullet "A new one"
//	  move of 7.c@1 after 7.a
//	  request on 9.i "Include a mention of workers"
//	  comment on 9 "Too long"
//	  comment "Well done"
//	  for CHILE
//	peru tables 1 again
//	mexico replaces 1 on 9.e@1 "Invites all Member States"
//	refused stale paragraph 9.e current 2
//	mexico withdraws 1 because "tired"
//	chair admits 3
//	secretariat accepts 1 with 0@1 "Urges the Member States" because "agreed"
//	chair does not retain 2 because "out of order"
//	chair accepts 3 seen up to 41
//	chair combines 4 5 on 9.e@2 because "nothing clashes"
//	peru confirms 6
//	mexico confirms reading of 1 as probable
//	mexico confirms reading of 1 as edited with 0@1 "Urges Member States"
//	secretariat confirms reading of 1 as literal because "letter of 3 October"
//	secretariat places 3 on 8@1 "Member States" because "they told us"
//	  literal "Member"
//	secretariat imports proposals amendments.txt
//	  line 1 as probable because "letter of 3 October"
//	secretariat leaves placeholder 1 of 18 to "Barbados"
//	secretariat issues "RTP/doc.13/17" up to 12
//	secretariat issues "RTP/doc.13/17 rev. 1" as revision of "RTP/doc.13/17" in es as it stood at 2017-09-20T10:00:00Z up to 14
//
//	paragraph 9.e is version 2 "Urges the Member States"
//	paragraph 7.b is version 2 deleted
//	order is 7 7.a 7.c
//	address of p3 is 7.c
//	proposal 1 is accepted because "agreed"
//	proposal 1 has language es
//	proposal 5 has change 0 on 9.e@2 "All Member States"
//	proposal 5 has change 0 satisfied by 7
//	proposal 5 has change 0 in conflict with 7 "all" "no"
//	proposal 1 is unconfirmed
//	proposal 1 is confirmed as literal by secretariat because "letter of 3 October"
//	proposal 3 is unplaced
//	proposal 3 is placed
//	placeholder 1 of 18 is left to "Barbados"
//	documents are "RTP/doc.13/17" "RTP/doc.13/17 rev. 1"
//	proposal 7 is made of 4 5 "{All:4} Member States{ present:5}"
//	mexico sees 1 2
//	public sees nothing
//	mexico knows MEXICO PERU COSATE
//	public may not read
//	title is "Plan of Action"
//	language is es
//	answer is 4
//	compilation is compilation.txt
//	compilation for mexico is compilation.txt
//	clean text is clean.txt
//
// In a session:
//
//	chair schedules "First reading" starting 2017-10-16T14:00:00Z objecting within 10 speaking for 180
//	chair arranges "First reading" speaking for 120
//	chair opens session
//	chair suspends session until 2017-10-16T15:00:00Z because "lunch"
//	chair closes session
//	chair sets agenda 9.e 7.b
//	mexico attends room
//	secretariat attends remote as peru
//	chair calls 9.e
//	mexico asks for the floor
//	mexico asks for the floor to a point of order
//	secretariat asks for the floor for PERU
//	mexico leaves the list
//	chair gives the floor
//	chair gives the floor to PERU
//	mexico yields
//	chair closes the list
//	chair opens the list
//	secretariat takes pen for MEXICO from 3 over second
//	secretariat drafts "Urges all Member States" because "said in the room"
//	secretariat lays pen
//	chair freezes text
//	chair freezes 3
//	chair freezes list 7.b 8
//	chair thaws
//	chair gavels agreed because "at last" present MEXICO absent PERU told PERU
//	mexico objects because "too weak" sent 2017-10-16T14:00:09Z for PERU
//	mexico takes objection back
//	system lets the gavel take effect
//	system interrupts the gavel
//	chair rules bracketed asked PERU because "no agreement"
//	chair rules parked to "Friends of the Chair" until 2017-10-17T12:00:00Z
//	chair rules deferred
//	chair reopens 9.e because "a figure was wrong"
//	mexico says supports of 3
//	mexico says supports-if "the funds are found" of paragraph 7.a@1 to the chair for GRULAC
//	mexico says nothing of 3
//	secretariat names group GRULAC of MEXICO PERU led by MEXICO
//	secretariat names group GRULAC
//	chair looks
//	chair gavels agreed as seen
//	mexico objects hash 3d9fc0af
//
// An act "as seen" is on what its seat saw when it last looked: the floor, the pen, the
// agenda, the newest entry, the hash. Others ask nothing, but that a gavel and an
// objection have the hash of what is frozen, or the one that is given.
//
//	session is 1 suspended until 2017-10-16T15:00:00Z because "lunch"
//	session is 2 scheduled "Second reading"
//	session is none
//	agenda is 9.e 7.b
//	attendance is mexico room peru remote
//	speakers are CHILE! MEXICO PERU
//	list is closed
//	speaker is MEXICO until 2017-10-16T14:03:00Z
//	speaker is CHILE to a point of order
//	speaker is nobody
//	floor is frozen on 7.a with 3
//	floor is empty
//	pen is for MEXICO from 3 by secretariat
//	pen is down
//	frozen is "7.a@1: meet" "struck 7.b@1: report" "7.c@1 after 8: publish" "after 8: A new one" hash 3d9fc0af
//	frozen is nothing
//	gavel is agreed until 2017-10-16T14:00:10Z present MEXICO absent PERU
//	gavel is none
//	objections are MEXICO PERU
//	objection of MEXICO because "too weak" sent 2017-10-16T14:00:09Z received 2017-10-16T14:00:12Z
//	objection of PERU sent at no instant
//	paragraph 7.a is settled as agreed on version 2 with 3 in session 1 because "at last" silent MEXICO absent PERU
//	paragraph 7.a is settled as parked to "Friends of the Chair" until 2017-10-17T12:00:00Z
//	paragraph 7.a is settled as bracketed asked PERU
//	paragraph 7.a is not settled
//	paragraph 7.a was reopened 1 times because "a figure was wrong"
//	proposal 3 was raised in session 1
//	acts end with frozen gavel settled
//	groups are GRULAC
//	peru hears of 3 "CHILE supports via GRULAC" "PERU supports-if (the funds are found) to the chair of 2, stale, relayed"
//	peru hears of paragraph 7.a nothing
//
// "none" stands for an empty list.
//
// A paragraph is named by its address, with the version that its author saw
// behind "@", or without it for the newest.
//
// # Its sections
//
// "seats" has a line a seat: its id, its role, and for whom it speaks. "draft"
// has a line a paragraph, in the forms "A. HEADING", "# HEADING", "## GROUP",
// "7. text", "> text", "- e. text", "- ii) text" and "- * text". "proposals",
// if there, has the proposals that stood in the same document: the delegation,
// "body" if it is one, and the change; in the form of what a seat tables, over
// several lines where there is more. A file of amendments has the same form. How
// else the words of a change can be read stands below it:
//
//	MEXICO on 17 "To celebrate the launch of the platform"
//	  literal "To celebrate the of the platform"
//	  marked "To celebrate the ~~launch development~~ of the platform"
//	PERU comment "22. The RIAL ends"
//	  unplaced 22
//
// Above the literal reading are the probable words; with "probable" it is the other
// way round. Without "marked" the passage is marked as it is read literally.
//
// Unless the script begins with "from nothing", the negotiation is created, the
// seats opened and the draft imported before its first line; "in public" before
// any act makes the negotiation public.
package negotiationtest
