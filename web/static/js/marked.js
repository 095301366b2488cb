// @ts-check
// Marked words stay marked where the words are still there.

/**
 * Remembers which words of an element are marked. The function that it gives
 * marks them in its successor, if they stand in the same place there.
 * @param {Element} old
 * @returns {(made: Element) => void}
 */
export function markedIn(old) {
  const marked = getSelection();
  if (!marked || marked.isCollapsed || !old.contains(marked.anchorNode) || !old.contains(marked.focusNode)) {
    return () => {};
  }
  const from = offset(old, marked.anchorNode, marked.anchorOffset);
  const to = offset(old, marked.focusNode, marked.focusOffset);
  const words = between(old, from, to);
  return (made) => {
    const start = at(made, from);
    const end = at(made, to);
    if (start && end && between(made, from, to) === words) {
      getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
    }
  };
}

/**
 * @param {Element} root
 * @param {number} from
 * @param {number} to
 */
function between(root, from, to) {
  return (root.textContent ?? "").slice(Math.min(from, to), Math.max(from, to));
}

/**
 * Counts the letters of root before a place in it.
 * @param {Element} root
 * @param {Node | null} node
 * @param {number} inside
 * @returns {number}
 */
function offset(root, node, inside) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node ?? root, inside);
  return range.toString().length;
}

/**
 * Gives the place behind so many letters of root.
 * @param {Element} root
 * @param {number} letters
 * @returns {{ node: Node, offset: number } | null}
 */
function at(root, letters) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = letters;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) {
      return { node, offset: left };
    }
    left -= length;
  }
  return null;
}
