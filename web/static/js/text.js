// @ts-check
// What the pages of the text do: the keys, the views, and what is new.

import "./held.js";
import "./view.js";
import "./keys.js";
import "./unread.js";
