// @ts-check
// Keeps what the reader looks at where it is while things around it change.

/**
 * Remembers where things stand on the screen. The function that it gives scrolls
 * so that what stood nearest to the upper edge, and is still there, stands where
 * it stood.
 * @param {Element} main
 * @returns {() => void}
 */
export function anchor(main) {
  const seen = [...main.querySelectorAll("[id]")]
    .map((element) => ({ id: element.id, top: element.getBoundingClientRect().top }))
    .filter(({ top }) => top < innerHeight)
    .sort((a, b) => Math.abs(a.top) - Math.abs(b.top));
  const atTop = scrollY === 0;
  return () => {
    const stayed = atTop ? undefined : seen.find(({ id }) => document.getElementById(id));
    const now = stayed && document.getElementById(stayed.id)?.getBoundingClientRect().top;
    if (stayed && now !== undefined && now !== stayed.top) {
      scrollBy({ top: now - stayed.top, behavior: "instant" });
    }
  };
}
