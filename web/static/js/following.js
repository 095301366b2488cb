// @ts-check
// All that a page does which follows the record, in one piece: on a bad link either
// all of it is there, or none.

import "./live.js";
import "./count.js";
import "./seen.js";
